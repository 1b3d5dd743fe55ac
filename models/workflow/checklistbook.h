// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/checklist.h"

namespace workflow {

/// The checklists of a data folder: those of the program, and the files of the user. A file with
/// the name of a built-in list takes its place; any other adds its steps to the lists of the
/// incidents that it is for. A file that cannot be used stands in nobody's way.
class ChecklistBook
{
public:
    struct Entry
    {
        QString name;           ///< of the file, without its ending
        bool isBuiltIn = false; ///< the program has one of that name
        bool isOwn = false;     ///< the user has one
        QString title;          ///< empty if the file cannot be used
    };

    static constexpr qsizetype longest = 1024 * 1024; ///< bytes of a file

    explicit ChecklistBook(const QString &dataDir);

    /// The list that an incident is opened with. Additional lists are not for what is over.
    [[nodiscard]] incident::Checklist listFor(incident::Kind kind, incident::EntryMode entry,
                                              const QStringList &components) const;

    /// The built-in ones first, then those of the user by name.
    [[nodiscard]] std::vector<Entry> entries() const;
    /// The user's, else the built-in one. Errors: Format (what is wrong in the file), Storage,
    /// NotFound.
    [[nodiscard]] base::Result<incident::Checklist> load(const QString &name) const;
    [[nodiscard]] bool isBuiltIn(const QString &name) const;
    [[nodiscard]] bool isOwn(const QString &name) const;

    /// Whole or not at all, under its name. Errors: Input while something is wrong with it;
    /// Storage.
    [[nodiscard]] base::Done save(const incident::Checklist &list) const;
    /// Takes the user's file away: the built-in one is in force again, or the list is gone. Errors:
    /// Storage.
    [[nodiscard]] base::Done remove(const QString &name) const;
    /// A name that no list has yet, made from a title.
    [[nodiscard]] QString freeName(const QString &title) const;

private:
    [[nodiscard]] QString pathOf(const QString &name) const;
    /// The names of the user's files, sorted.
    [[nodiscard]] QStringList ownNames() const;
    /// The list of that name for such an incident.
    [[nodiscard]] incident::Checklist inForce(const QString &name, incident::Kind kind,
                                              const QStringList &components) const;

    QString m_folder;
};

} // namespace workflow
