// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/statuspage.h"

#include <functional>
#include <map>
#include <QJsonObject>

/// What goes along with a text, in words: taken from what is sent, for a Preview.
namespace publish {

/// The error of StatusPage::preview() for a revision that is not in the thread.
[[nodiscard]] tl::unexpected<base::Error> noSuchRevision();

/// "images → 17 (major outage), mail is not shown": what `shown` says of each component, nothing if
/// it is left out.
[[nodiscard]] PreviewFact
componentsFact(const Thread &thread, const std::function<QString(const ComponentEffect &)> &shown);
/// The window of planned work in UTC; no value if there is none.
[[nodiscard]] PreviewFact windowFact(const Thread &thread);
[[nodiscard]] PreviewFact subscribersFact(bool told);
/// A time that is sent along; no value if none is.
[[nodiscard]] PreviewFact datedFact(const std::optional<Instant> &at);

/// A request as it is sent, to be read by people.
[[nodiscard]] QString sourceOf(const QJsonObject &request);

/// Without those that have no value.
[[nodiscard]] std::vector<PreviewFact> known(std::vector<PreviewFact> facts);

} // namespace publish
