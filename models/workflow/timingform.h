// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timing/fieldtext.h"
#include "workflow/desk.h"

namespace workflow {

enum class TimingField {
    Started,
    Duration, ///< from start to back to normal
    Fixed,
    FixedAfter, ///< after the start
    Normal,
    NormalAfter, ///< after the fix
    PlanStart,
    PlanEnd,
    PlanLength, ///< at the most
};

/// The timing fields of a form: the facts of an incident as text, and typed text as the commands
/// that correct them. start + duration = end holds after every edit; what cannot hold is refused
/// with a sentence and changes nothing.
class TimingForm
{
public:
    TimingForm(Desk &desk, incident::Incident incident);

    /// Empty while the value is not known.
    [[nodiscard]] QString text(TimingField field) const;
    /// Errors: Input for what cannot be read, NeedsReason where a rule wants one, Refused.
    [[nodiscard]] base::Done edit(TimingField field, const QString &text,
                                  const QString &reason = {});
    /// As it is after the last edit.
    [[nodiscard]] const incident::Incident &incident() const { return m_incident; }

private:
    [[nodiscard]] timing::FieldContext context(TimingField field) const;
    [[nodiscard]] timing::RoughInstant at(TimingField field) const;
    [[nodiscard]] timing::RoughDuration length(TimingField field) const;
    [[nodiscard]] const incident::Window *mainWindow() const;
    [[nodiscard]] base::Done editSpan(TimingField field, const QString &text,
                                      const QString &reason);
    [[nodiscard]] base::Done editPlan(TimingField field, const QString &text,
                                      const QString &reason);
    [[nodiscard]] base::Done stamp(incident::Milestone milestone, const timing::RoughInstant &at,
                                   const QString &reason);
    [[nodiscard]] base::Done stampAfter(incident::Milestone milestone,
                                        const timing::RoughInstant &previous, const QString &text,
                                        const QString &reason);
    [[nodiscard]] base::Done run(const incident::Command &command);

    Desk &m_desk;
    incident::Incident m_incident;
};

} // namespace workflow
