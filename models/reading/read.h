// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "reading/facts.h"

namespace reading {

/// One post with its later updates printed in it, and when they were written.
struct PostInput
{
    QString title;
    QString body;
    Instant posted;
    std::vector<Instant> updatePosted; ///< oldest first, whatever order the body prints them in
    QTimeZone zone;                    ///< of the page; wall times without a zone are in it
};

/// What the post states. Nothing is read against the machine's clock; linear in the length.
[[nodiscard]] PostFacts read(const PostInput &input);

/// For the command line: `text` is title, blank line, body; times are "2026-02-17T14:32" in the
/// zone or carry an offset. Errors: Input, for a zone or time that cannot be used.
[[nodiscard]] base::Result<PostFacts> readPost(const QString &text, const QString &posted,
                                               const QStringList &updatePosted,
                                               const QString &zone);

} // namespace reading
