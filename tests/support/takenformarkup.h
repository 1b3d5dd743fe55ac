// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractItemView>
#include <QLabel>
#include <QMessageBox>
#include <QStringList>

namespace support {

/// A text that would be bold, and load something, if anybody took it for markup.
inline const QString hostileMarkup = QStringLiteral("<b>Bold</b><img src=\"http://a.test/x\">");

namespace detail {

inline void checkItems(const QAbstractItemModel &model, const QModelIndex &parent,
                       QStringList &places)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            const QString tip = index.data(Qt::ToolTipRole).toString();
            if (Qt::mightBeRichText(tip) && tip.contains(hostileMarkup))
                places << QStringLiteral("tip of an item: ") + tip;
            if (column == 0)
                checkItems(model, index, places);
        }
    }
}

} // namespace detail

/// Where, in a widget and all below it, hostileMarkup is more than its letters.
inline QStringList takenForMarkup(const QWidget &root)
{
    QStringList places;
    const auto check = [&](const char *where, const QString &text, Qt::TextFormat format) {
        const bool rich = format == Qt::RichText || format == Qt::MarkdownText ||
                          (format == Qt::AutoText && Qt::mightBeRichText(text));
        if (rich && text.contains(hostileMarkup))
            places << QStringLiteral("%1: %2").arg(QLatin1StringView(where), text);
    };
    QList<const QWidget *> widgets{&root};
    for (const QWidget *widget : root.findChildren<QWidget *>())
        widgets << widget;
    for (const QWidget *widget : widgets) {
        check("tool tip", widget->toolTip(), Qt::AutoText);
        check("what's this", widget->whatsThis(), Qt::AutoText);
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            check("label", label->text(), label->textFormat());
        if (const auto *box = qobject_cast<const QMessageBox *>(widget))
            check("box", box->text() + box->informativeText(), box->textFormat());
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        if (view && view->model())
            detail::checkItems(*view->model(), {}, places);
    }
    return places;
}

} // namespace support
