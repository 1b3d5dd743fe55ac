// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/values.h"

#include <QJsonArray>
#include <QJsonObject>

/// The stored form of the values. Reading is lenient with what may be missing because an older
/// version did not write it (a default), and strict with what makes the value what it is and with
/// what is there but wrong (nothing): a damaged row is found and not guessed at.
namespace incident {

[[nodiscard]] QJsonObject toJson(const Window &window);
[[nodiscard]] QJsonObject toJson(const Cause &cause);
[[nodiscard]] QJsonObject toJson(const PostRevision &revision);
[[nodiscard]] QJsonObject toJson(const Promise &promise);
[[nodiscard]] QJsonObject toJson(const AlertEvidence &alert);
[[nodiscard]] QJsonObject toJson(const Origin &origin);

[[nodiscard]] std::optional<Window> windowFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<Cause> causeFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<PostRevision> revisionFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<Promise> promiseFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<AlertEvidence> alertFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<Origin> originFromJson(const QJsonObject &json);

} // namespace incident
