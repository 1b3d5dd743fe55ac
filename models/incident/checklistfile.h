// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/checklist.h"

namespace incident {

/// Something that a list cannot be used with.
struct ChecklistProblem
{
    int step = -1; ///< which one; -1: it is about the list as a whole
    QString key;   ///< as the file calls it
    QString sentence;

    /// With the place: "Step 2, “title”: …".
    [[nodiscard]] QString located() const;

    bool operator==(const ChecklistProblem &) const = default;
};

/// All that checklistFromFile() would say against it, in the order of the file.
[[nodiscard]] std::vector<ChecklistProblem> problemsOf(const Checklist &checklist);
/// As it is kept in a file: for people, too.
[[nodiscard]] QByteArray toFile(const Checklist &checklist);

/// Whether a runbook is the address of a web page. Nothing else is opened: a list may come from
/// somebody else.
[[nodiscard]] bool canBeOpened(const QString &runbook);
/// Whether the list is meant for an incident of that kind that touches these parts.
[[nodiscard]] bool isFor(const Checklist &checklist, Kind kind, const QStringList &components);
/// The list with the steps of another. Each stands behind the last step of its group, or at the
/// end; one with the id of a step that is there takes its place.
[[nodiscard]] Checklist extended(Checklist checklist, const Checklist &with);

} // namespace incident
