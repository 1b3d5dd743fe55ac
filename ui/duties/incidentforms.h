// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/desk.h"

class QWidget;

namespace workflow {
class Remedies;
}

namespace ui {

/// What can be done to an incident besides stamping it, each with a form of its own.
enum class IncidentForm {
    Missing,   ///< what stands between it and its review, or its end
    Title,     ///< what it is called
    Cause,     ///< with whose it was and what played a part
    Milestone, ///< when something happened that no key stamps
    Note,      ///< a line in the timeline
    Kind,      ///< a near miss after all, or not
    Split,
    Merge,
    Recur, ///< it is back, but by another fault
    Promise,
    FollowUp,
    Provider, ///< somebody whose service we use has a part in it
    Contact,
    Answer, ///< of a provider
    Remedy, ///< a command that a step of the checklist carries
    StartWork,
    EndPhase,
    Phase, ///< one more in the plan
    Extend,
    AbortRule,
    Abort,
};

/// As the menu and the palette call it.
[[nodiscard]] QString titleOf(IncidentForm form);
/// Whether it makes sense for an incident as it stands.
[[nodiscard]] bool fits(IncidentForm form, const incident::Incident &incident);
/// All that fit, in the order of a menu.
[[nodiscard]] std::vector<IncidentForm> formsFor(const incident::Incident &incident);

/// Where forms do what was asked for. Both outlive them.
struct FormPlace
{
    workflow::Desk &desk;
    workflow::Remedies *remedies = nullptr; ///< null: none can be run
};

/// Asks and does it. Answers with the incident to be shown now: this one, or another that it made;
/// empty if nothing was done.
[[nodiscard]] QString fillIn(IncidentForm form, const FormPlace &place,
                             const incident::Incident &incident, QWidget *parent);

} // namespace ui
