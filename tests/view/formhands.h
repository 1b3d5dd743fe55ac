// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"

#include <QComboBox>
#include <QPushButton>
#include <QTest>

/// Fills in a form as a person does who reads its labels.
namespace formhands {

inline ui::FormField *rowOf(const QWidget &form, const QString &label)
{
    for (auto *row : form.findChildren<ui::FormField *>()) {
        if (row->field()->accessibleName() == label)
            return row;
    }
    qFatal("there is no field %s", qUtf8Printable(label));
}

inline void type(const QWidget &form, const QString &label, const QString &text)
{
    qobject_cast<ui::LineEdit *>(rowOf(form, label)->field())->setText(text);
}

inline void choose(const QWidget &form, const QString &label, const QString &choice)
{
    for (auto *box : form.findChildren<QComboBox *>()) {
        if (box->accessibleName() == label && box->findText(choice) >= 0)
            return box->setCurrentText(choice);
    }
    qFatal("there is no choice %s", qUtf8Printable(choice));
}

inline QPushButton *button(const QWidget &form, const QString &title)
{
    for (auto *button : form.findChildren<QPushButton *>()) {
        if (button->accessibleName() == title)
            return button;
    }
    qFatal("there is no button %s", qUtf8Printable(title));
}

inline void press(const QWidget &form, const QString &title)
{
    QTest::mouseClick(button(form, title), Qt::LeftButton);
}

} // namespace formhands
