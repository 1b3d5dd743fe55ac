// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/thread.h"
#include "statuspage/answers.h"

#include <map>

/// A thread as one incident of Statuspage: what is sent, and what is noted in its metadata so that
/// it is known again. Pure.
namespace statuspage {

inline constexpr int longestName = 255;
inline constexpr int longestBody = 25000;

/// What Watchkeeper notes at an incident, in the same request that makes or changes it.
struct Mark
{
    QString key;    ///< of the thread
    QString name;   ///< digest of the newest name that was sent
    int others = 0; ///< updates that are known not to be ours
    /// Digests of every wording that was sent, by the number of the update.
    std::map<int, QStringList> updates;

    bool operator==(const Mark &) const = default;
};

[[nodiscard]] Mark markFrom(const QJsonObject &json);
[[nodiscard]] QJsonObject toJson(const Mark &mark);

/// The same however a line ends and however many blanks there are.
[[nodiscard]] QString digestOf(const QString &text);

/// The title as far as it goes in.
[[nodiscard]] QString nameOf(const publish::Thread &thread);
[[nodiscard]] QString statusOf(const publish::Update &update);

/// What readers were told too late to be told by mail: entered when it was long over.
[[nodiscard]] bool isBackfill(const publish::Thread &thread);

/// Name, window and impact: what stands over all updates.
[[nodiscard]] QJsonObject frameOf(const publish::Thread &thread);
/// The state of the mapped components; `ids` by our names.
[[nodiscard]] QJsonObject componentsOf(const publish::Thread &thread,
                                       const std::map<QString, QString> &ids);

/// Which of the remote updates shows which of ours, and which are nobody's of ours.
struct Matching
{
    std::map<int, RemoteUpdate> ours; ///< by the number of the update
    std::vector<RemoteUpdate> others;
    bool touched = false; ///< somebody has changed the wording of one of ours, or taken it away
};

[[nodiscard]] Matching match(const RemoteIncident &incident, const Mark &mark);

} // namespace statuspage
