// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "entry/token.h"
#include "incident/values.h"
#include "timing/fieldtext.h"

/// A terse line such as "15m just now, back up after 10, normal +5" as the facts of an incident
/// that somebody enters when it is over. docs/time-entry.md lists what may be written. What is not
/// understood is pointed at, what is ambiguous or impossible is asked, nothing is guessed.
namespace entry {

/// Put in the place of the question's words, it answers the question.
struct Choice
{
    QString label;
    QString replacement;

    bool operator==(const Choice &) const = default;
};

struct Question
{
    Stretch where;
    QString sentence;
    std::vector<Choice> choices; ///< none: only the author knows what was meant

    bool operator==(const Question &) const = default;
};

/// Words that mean nothing here.
struct Leftover
{
    Stretch where;
    QString words;

    bool operator==(const Leftover &) const = default;
};

/// A milestone, with the length that was written for it where it was told as a step.
struct Step
{
    timing::RoughInstant at;
    timing::RoughDuration after; ///< unknown if it was told as a time, or not at all
    incident::Milestone since = incident::Milestone::Started; ///< what `after` counts from
    bool told = false; ///< said to have happened, with or without a time

    bool operator==(const Step &) const = default;
};

/// The fields of the form. Unknown is what the line does not say.
struct Entry
{
    incident::Window window;               ///< what happened; several of them told as one too
    std::vector<incident::Window> further; ///< what came after it, such as "degraded after"
    Step detected;
    Step fixed;
    Step normal;
    QString noticedVia;              ///< "customer", where somebody told them
    bool running = false;            ///< it has not ended
    bool watching = false;           ///< over, and being watched
    std::vector<Question> questions; ///< in the order of the line
    std::vector<Leftover> leftovers; ///< in the order of the line

    /// Something was understood, and nothing is left to ask or to explain.
    [[nodiscard]] bool isClear() const;

    bool operator==(const Entry &) const = default;
};

inline constexpr qsizetype longestLine = 500;

/// The context gives the zone of the user and now; only the past is looked at.
[[nodiscard]] Entry readLine(QStringView line, const timing::FieldContext &context);

/// The line with a question answered.
[[nodiscard]] QString answered(const QString &line, const Question &question, const Choice &choice);

} // namespace entry
