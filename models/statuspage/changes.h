// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "statuspage/content.h"

/// What a request to change an incident holds, and what shows that one is needed. Pure.
namespace statuspage {

[[nodiscard]] QJsonObject metadataOf(const Mark &mark);

/// All that only a new incident can be given; `first` holds its first update.
[[nodiscard]] QJsonObject creation(const publish::Thread &thread, QJsonObject first);
/// Why it cannot be made, for people, with the target as %1; empty if it can.
[[nodiscard]] QString cannotCreate(const publish::Thread &thread);
void addComponents(QJsonObject &incident, const publish::Thread &thread,
                   const std::map<QString, QString> &ids);
/// One more update and all that stands over it, in one piece with the note that it is there. `tell`
/// is whether subscribers are told.
[[nodiscard]] QJsonObject withUpdate(const publish::Thread &thread, const publish::Update &update,
                                     const Mark &mark, bool tell);
/// Another wording for an update that is there.
[[nodiscard]] QJsonObject rewording(const publish::Update &update, bool tell);
/// Whether subscribers are told of an update when `revision` is published.
[[nodiscard]] bool tellsSubscribers(const publish::Thread &thread, const publish::Update &update,
                                    const QString &revision);
/// When it was released, for an update that arrived later.
[[nodiscard]] QJsonObject dated(const publish::Update &update);

[[nodiscard]] bool isReworded(const publish::Update &update, const RemoteUpdate &remote);
[[nodiscard]] bool isMisdated(const publish::Update &update, const RemoteUpdate &remote);
[[nodiscard]] bool frameDiffers(const publish::Thread &thread, const RemoteIncident &incident);

/// For people, to be compared.
[[nodiscard]] QString theirsAsText(const RemoteIncident &incident);
[[nodiscard]] QString oursAsText(const publish::Thread &thread);

} // namespace statuspage
