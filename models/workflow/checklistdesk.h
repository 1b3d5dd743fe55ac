// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/checklistfile.h"
#include "workflow/checklistbook.h"

#include <QObject>

namespace workflow {

/// Editing one checklist at a time. Nothing is in force before it is saved, and what could not be
/// saved is still here.
class ChecklistDesk : public QObject
{
    Q_OBJECT

public:
    explicit ChecklistDesk(const QString &dataDir);

    /// Also the one that was begun and is not saved yet.
    [[nodiscard]] std::vector<ChecklistBook::Entry> lists() const;

    /// What was changed in the one before is forgotten: ask first, see isEdited().
    void choose(const QString &name);
    /// A list of the user's own with one step, not saved yet.
    void begin(const QString &title);
    /// The chosen one again as a list of the user's own, not saved yet.
    void beginCopy();

    [[nodiscard]] const QString &name() const { return m_list.name; }
    [[nodiscard]] const incident::Checklist &list() const { return m_list; }
    void setList(const incident::Checklist &list);
    /// Why the file cannot be edited here; empty: it can. It has to be corrected, or taken away.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }

    /// Changed, or new, and not saved yet.
    [[nodiscard]] bool isEdited() const;
    [[nodiscard]] bool isBuiltIn() const { return m_book.isBuiltIn(m_list.name); }
    /// The user has saved one of that name.
    [[nodiscard]] bool isOwn() const { return m_book.isOwn(m_list.name); }
    [[nodiscard]] std::vector<incident::ChecklistProblem> problems() const;

    /// Incidents that open from now on get it. Errors: Input, Storage.
    [[nodiscard]] base::Done save();
    /// Takes the user's file away; what was edited goes with it. Errors: Storage.
    [[nodiscard]] base::Done remove();
    /// Forgets what was changed since the last save.
    void giveUp();

    /// An id that no step of the list has.
    [[nodiscard]] QString freeStepId() const;

signals:
    /// Another list, or the lists are others. Not for setList().
    void changed();

private:
    void start(incident::Checklist list);

    ChecklistBook m_book;
    incident::Checklist m_list;
    incident::Checklist m_saved; ///< without steps: never saved
    QString m_trouble;
};

} // namespace workflow
