// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/publishing.h"

namespace workflow {

/// A place that keeps postmortems beside its updates, and where readers find the incident.
struct PostmortemPlace
{
    QString name;
    QString label;
    QString whoIsNotified; ///< if they are to be told

    bool operator==(const PostmortemPlace &) const = default;
};

[[nodiscard]] std::vector<PostmortemPlace> postmortemPlaces(const Publishing &publishing,
                                                            const incident::Incident &incident);

/// Puts a postmortem there, or with an empty text takes it away, and notes that at the incident.
/// It is a person's own act and answers at once: nothing of it waits in the outbox. Errors:
/// NotFound (no such place), those of publish::StatusPage::putPostmortem() and of the ledger.
[[nodiscard]] QFuture<base::Done> putPostmortem(Desk &desk, Publishing &publishing,
                                                const incident::Incident &incident,
                                                const QString &place,
                                                const publish::PostmortemText &text);

} // namespace workflow
