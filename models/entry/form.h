// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "entry/entry.h"
#include "incident/command.h"

namespace entry {

enum class Field {
    Start,
    Length, ///< of one; shortest to longest of several
    End,
    Detected,
    DetectedAfter, ///< after the start
    Fixed,
    FixedAfter, ///< after the start
    Normal,
    NormalAfter, ///< after the fix
    Count,       ///< empty: one; "several": not counted
    Shortest,
    Longest,
};

/// What the line does not say of an incident.
struct Details
{
    QString title;
    QString felt; ///< what users noticed
    QStringList components;
    std::optional<incident::Effect> effect; ///< else as the line says, or down
    std::optional<incident::Kind> kind;     ///< else by the effect
    int severity = 0;                       ///< 1 to 4; 0 = not set yet
    QString reason;                         ///< for what is unusual about the times
};

/// One row of what was understood, for people.
struct Row
{
    QString name;
    QString words;    ///< "around 13:45", "between 30 and 40 minutes"
    QString absolute; ///< "Mon 23 Nov 2026, 13:30 to 14:00, Europe/London"; empty for a length

    bool operator==(const Row &) const = default;
};

/// The form for an incident that is over: a line fills the fields, each field can be corrected as a
/// time or as a length, and the others follow. Pure: nothing is stored here.
class Form
{
public:
    explicit Form(timing::FieldContext context);

    /// Reads the line anew; what was corrected in the fields is forgotten.
    void setLine(const QString &line);
    [[nodiscard]] const QString &line() const { return m_line; }
    [[nodiscard]] const Entry &entry() const { return m_entry; }
    [[nodiscard]] const timing::FieldContext &context() const { return m_context; }

    /// Empty while it is not known.
    [[nodiscard]] QString text(Field field) const;
    /// Refuses with a sentence what cannot be read or cannot be, and changes nothing then.
    base::Done edit(Field field, const QString &text);
    void setWatching(bool watching) { m_entry.watching = watching; }

    /// "10 minutes + 5 minutes = 15 minutes"; empty where there is nothing to add up.
    [[nodiscard]] QString sum() const;
    [[nodiscard]] std::vector<Row> rows() const;

    /// What opens the incident; id, reference and checklist are the desk's. Error Input: something
    /// is not understood yet, or has to be answered first.
    [[nodiscard]] base::Result<incident::OpenIncident> command(const Details &details) const;

private:
    [[nodiscard]] base::Done editSpan(Field field, const QString &text);
    [[nodiscard]] base::Done editStep(Step &step, const QString &text);
    [[nodiscard]] base::Done editStepAfter(Step &step, const QString &text, bool afterFix);
    [[nodiscard]] base::Done editSeveral(Field field, const QString &text);
    [[nodiscard]] timing::RoughDuration lengthOf(Field field) const;
    [[nodiscard]] base::Done take(Entry next);

    timing::FieldContext m_context;
    QString m_line;
    Entry m_entry;
};

/// "Mon 23 Nov 2026, 13:30 to 14:00, Europe/London"
[[nodiscard]] QString absoluteText(const timing::RoughInstant &at, const QTimeZone &zone);

} // namespace entry
