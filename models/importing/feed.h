// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace importing {

/// One entry as the feed has it. Times are as written; see postedTime().
struct FeedEntry
{
    QString id; ///< guid or id; may be empty
    QString link;
    QString title; ///< plain text
    QString author;
    QString published;
    QString updated;
    QString text; ///< the longest form that the feed has, as plain text

    bool operator==(const FeedEntry &) const = default;
};

/// One page of a feed.
struct Feed
{
    QString title;
    QString home; ///< the address of the page that the feed is of
    QString next; ///< where it goes on (RFC 5005), as written; empty: nowhere
    std::vector<FeedEntry> entries;
    QStringList warnings; ///< sentences about the feed as a whole

    bool operator==(const Feed &) const = default;
};

/// The most entries of one page.
inline constexpr int mostEntries = 10'000;

/// RSS 2.0 (with content:encoded and the Dublin Core dates) and Atom 1.0. Declared entities, deep
/// nesting and sizes beyond the limits are refused before they cost anything. What breaks off after
/// whole entries keeps these, with a warning. Errors: Format, Input.
[[nodiscard]] base::Result<Feed> readFeed(const QString &xml);

} // namespace importing
