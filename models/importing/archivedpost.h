// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "incident/vocabulary.h"

#include <optional>
#include <QString>
#include <QStringList>
#include <QTimeZone>
#include <vector>

namespace importing {

using base::Instant;

/// A post, or one of its updates, in the words of its author.
struct ArchivedUpdate
{
    std::optional<Instant> posted;                ///< nothing if nobody says
    std::optional<incident::PublicStatus> status; ///< as the page names it
    QString text;

    bool operator==(const ArchivedUpdate &) const = default;
};

/// A post with its later updates as it stood somewhere before, not yet understood.
struct ArchivedPost
{
    QString importer; ///< "text" or "feed"
    QString identity; ///< the same whenever this post is read again
    QString place;    ///< for people: the file, or the address without its query
    QString url;      ///< of the post; may be empty
    QString author;   ///< as given; may be empty
    QString title;
    QStringList components;              ///< as given; empty: as the words say
    std::vector<ArchivedUpdate> updates; ///< oldest first, the post itself before all
    QString original;                    ///< the text as a whole, for people to read
    QString problem;                     ///< a sentence: why it cannot be imported; else empty
    QStringList warnings;                ///< sentences

    bool operator==(const ArchivedPost &) const = default;
};

/// SHA-256 of what the post says and when, hexadecimal.
[[nodiscard]] QString hashOf(const ArchivedPost &post);

/// The text with its updates cut apart: at lines with a day and a time, as status pages print them,
/// or at headings such as "UPDATE 14:50:". Years that are not printed are taken from `posted`. An
/// update of unknown time stays with the text before it. `known` are the times of the updates,
/// oldest first, if somebody says them.
[[nodiscard]] std::vector<ArchivedUpdate> updatesIn(const QString &text, Instant posted,
                                                    const QTimeZone &zone,
                                                    const std::vector<Instant> &known = {});

} // namespace importing
