// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

/// What hands do to widgets, which are found by the names that a screen reader says.
namespace tenstories {

/// The first one that is to be seen; null if there is none.
template <class T>
[[nodiscard]] T *named(const QWidget &root, const QString &name)
{
    for (T *widget : root.findChildren<T *>()) {
        if (widget->isVisible() && widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

/// False if there is no such field.
[[nodiscard]] inline bool type(const QWidget &root, const QString &name, const QString &text)
{
    auto *edit = named<QLineEdit>(root, name);
    if (!edit)
        return false;
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
    return true;
}

/// False if there is no such box, or no such entry in it.
[[nodiscard]] inline bool pick(const QWidget &root, const QString &name, const QVariant &value)
{
    auto *box = named<QComboBox>(root, name);
    const int index = box ? box->findData(value) : -1;
    if (index < 0)
        return false;
    box->setFocus();
    while (box->currentIndex() != index)
        QTest::keyClick(box, box->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
    return true;
}

/// The button that Enter presses.
[[nodiscard]] inline QPushButton *verbOf(const QDialog &dialog)
{
    for (auto *button : dialog.findChildren<QPushButton *>()) {
        if (button->isDefault())
            return button;
    }
    return nullptr;
}

} // namespace tenstories
