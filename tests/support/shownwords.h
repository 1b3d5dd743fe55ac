// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace support {

namespace detail {

inline void addItems(const QAbstractItemModel &model, const QModelIndex &parent, QStringList &words)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                words << index.data(role).toString();
            if (column == 0)
                addItems(model, index, words);
        }
    }
}

} // namespace detail

/// What every window and dialog of the program shows, says in a tip or tells a screen reader.
inline QString shownWords()
{
    QStringList words;
    for (const QWidget *widget : QApplication::allWidgets()) {
        words << widget->windowTitle() << widget->toolTip() << widget->whatsThis()
              << widget->accessibleName() << widget->accessibleDescription();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            words << label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            words << button->text();
        if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            words << line->displayText() << line->placeholderText();
        if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
            words << text->toPlainText();
        if (const auto *text = qobject_cast<const QTextEdit *>(widget))
            words << text->toPlainText();
        if (const auto *box = qobject_cast<const QMessageBox *>(widget))
            words << box->text() << box->informativeText() << box->detailedText();
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        if (view && view->model())
            detail::addItems(*view->model(), {}, words);
    }
    return words.join(u'\n');
}

} // namespace support
