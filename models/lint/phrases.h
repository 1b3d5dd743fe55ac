// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/facts.h"

#include <optional>
#include <set>
#include <vector>

namespace lint {

using base::Instant;
using base::Span;

struct Context;

/// What the sentence around a time phrase tells of.
enum class Topic {
    Start,
    Fix,
    Normal,
    Unsaid,
    Elsewhere, ///< something that is no field: a deploy, a backup, opening hours
};

/// A time or length of a text, as its readers would take it.
struct TimePhrase
{
    enum Kind {
        Clock,  ///< "at 16:10", "around half past eight"
        Frame,  ///< "from 13:10 to 13:40"
        Length, ///< "half an hour"
        Day,    ///< "this morning", "on Thursday"
        Lately, ///< "just now", "ten minutes ago", "in the last hour"
    };

    qsizetype start = 0; ///< UTF-16 units; the word before it ("since") belongs to it
    qsizetype length = 0;
    qsizetype leadLength = 0; ///< of that word with the blank behind it
    Kind kind = Clock;
    Topic topic = Topic::Unsaid;
    bool isAhead = false;    ///< it tells of what is to come
    bool isPromised = false; ///< it stands in a promise or in advice
    bool isUpdate = false;   ///< the promise is to write again
    bool isRelative = false; ///< it means something on the day of writing only
    bool isLoose = false;    ///< "around"
    bool hasDay = false;     ///< or names a zone: then only the instants count

    std::set<int> minutes;     ///< of the day, that a clock may mean
    std::set<int> lastMinutes; ///< the same of the end of a frame
    std::optional<Instant> from;
    std::optional<Instant> to;
    std::optional<Span> atLeast; ///< of a length
    std::optional<Span> atMost;
};

struct PromisePhrase
{
    enum Kind {
        Tell,  ///< to write, post, report
        Watch, ///< to keep an eye on it
        Act,   ///< to find out, to prevent, to repair
    };

    qsizetype start = 0; ///< as far as the promise goes, without what is said behind it
    qsizetype length = 0;
    qsizetype reach = 0; ///< where what goes with it ends: the sentence, or before the next promise
    Kind kind = Act;
    bool isBound = false; ///< a date or a trigger goes with it
    /// The span at the end of which it falls due, if its sentence says one that is to come.
    std::optional<Instant> dueFrom{};
    std::optional<Instant> dueTo{};
};

struct Phrases
{
    std::vector<TimePhrase> times;
    std::vector<PromisePhrase> promises;
};

[[nodiscard]] Phrases phrasesOf(const QString &text, const Context &context);

} // namespace lint
