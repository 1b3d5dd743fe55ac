// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <set>
#include <vector>

/// What templates are about, for whoever edits them.
namespace wording {

/// A name that a template may hold.
struct TemplateWord
{
    QString name;
    QString meaning; ///< a few words for people

    bool operator==(const TemplateWord &) const = default;
};

/// The fields in the order in which they are listed, with what they stand for.
[[nodiscard]] std::vector<TemplateWord> templateFieldWords();
[[nodiscard]] QStringList templateFieldNames();
[[nodiscard]] QStringList templateConditions();
[[nodiscard]] bool isTemplateField(const QString &name);
/// The name of a field is a condition too.
[[nodiscard]] bool isTemplateCondition(const QString &name);

/// "First post", for a list.
[[nodiscard]] QString templateTitle(const QString &name);
/// "it is running, nothing has been told yet": when it is taken.
[[nodiscard]] QString templateOccasion(const QString &name);
/// The templates in the order of an incident, then of planned work.
[[nodiscard]] QStringList templatesInOrder();

} // namespace wording
