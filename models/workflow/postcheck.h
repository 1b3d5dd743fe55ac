// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lint/lint.h"

namespace workflow {

/// Something to point at in a post before it is published.
struct PostFinding
{
    lint::Finding finding;
    bool inTitle = false; ///< else in the text
    QString key;          ///< the same for as long as the words are

    bool operator==(const PostFinding &) const = default;
};

/// What a published update says that no longer holds.
struct OutdatedPost
{
    QString revision;
    int number = 0; ///< of the update in its thread
    QString said;
    QString now; ///< empty: it is not known any more

    bool operator==(const OutdatedPost &) const = default;
};

/// Title first, without what its author has said to be fine.
[[nodiscard]] std::vector<PostFinding> checkPost(const QString &title, const QString &body,
                                                 const lint::Context &context,
                                                 const QStringList &ignored);

/// Names and addresses that published updates of the incident hold already: no secret any more.
[[nodiscard]] QStringList alreadyPublic(const incident::Incident &incident);

/// Of the updates that readers see, the newest that states a fact otherwise than it is known now.
[[nodiscard]] std::optional<OutdatedPost> outdatedPost(const incident::Incident &incident);

} // namespace workflow
