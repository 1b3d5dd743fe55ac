// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/template.h"

#include <QDateTime>

namespace wording {

/// The templates that posts are written with: those of the program, and in front of them the files
/// that users have put into a folder under the same names. A file that cannot be used stands in
/// nobody's way: the built-in one is taken, and problems() says why.
class TemplateBook
{
public:
    static constexpr qsizetype longest = 64 * 1024; ///< bytes of a file

    /// No folder: only what the program brings along.
    explicit TemplateBook(QString folder = {});

    /// Looks at the file each time, so that what an editor or another process wrote counts at once.
    [[nodiscard]] const Template &get(const QString &name) const;
    /// The file of the user as it stands, else the built-in text.
    [[nodiscard]] QString text(const QString &name) const;
    /// A file of the user is there.
    [[nodiscard]] bool isChanged(const QString &name) const;
    /// Of the file of the user; none if it is not there.
    [[nodiscard]] std::vector<TemplateProblem> problems(const QString &name) const;
    /// The file of the user is there and cannot be used.
    [[nodiscard]] bool isBroken(const QString &name) const;

    /// Whole or not at all. The text of the program itself takes the file away. Errors: Input for a
    /// name that does not exist or a text that is too long, Storage.
    [[nodiscard]] base::Done save(const QString &name, const QString &text);
    /// Back to the built-in one.
    [[nodiscard]] base::Done reset(const QString &name);

private:
    struct Entry
    {
        QDateTime modified;
        qint64 size = -1;
        QString text;
        std::optional<Template> parsed;
        std::vector<TemplateProblem> problems;
    };

    [[nodiscard]] QString pathOf(const QString &name) const;
    /// Null if there is no file.
    [[nodiscard]] const Entry *entry(const QString &name) const;

    QString m_folder;
    mutable std::map<QString, Entry> m_entries;
};

/// What is wrong with the text in the place of this template: Template::problems(), that it is too
/// long, or that it has no title.
[[nodiscard]] std::vector<TemplateProblem> templateProblems(const QString &name,
                                                            const QString &text);

} // namespace wording
