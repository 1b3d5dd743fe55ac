// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/formnumber.h"

#include "ui/widget/formfield.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QLocale>

namespace ui {

bool readNumber(FormField *row, std::optional<double> &number)
{
    const auto *line = qobject_cast<QLineEdit *>(row->field());
    const QString text = line ? line->text().trimmed() : QString();
    bool isNumber = text.isEmpty();
    const double value = isNumber ? 0 : QLocale().toDouble(text, &isNumber);
    number = isNumber && !text.isEmpty() ? std::optional(value) : std::nullopt;
    row->setError(
        isNumber ? QString()
                 : QCoreApplication::translate("FormNumber", "Write a number, or leave it empty."));
    return isNumber;
}

} // namespace ui
