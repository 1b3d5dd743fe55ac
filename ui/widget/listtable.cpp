// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/listtable.h"

#include "ui/theme/tokens.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableWidget>

namespace ui {

namespace {

/// Lines of neighbouring rows do not touch.
class RoomyDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 2 * space::xs);
    }
};

} // namespace

QTableWidget *makeListTable(const QString &name, const QStringList &headings, int stretched)
{
    auto *table = new QTableWidget(0, int(headings.size()));
    table->setAccessibleName(name);
    table->setHorizontalHeaderLabels(headings);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    QHeaderView *header = table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(stretched, QHeaderView::Stretch);
    return table;
}

void wrapRows(QTableWidget *table, int last)
{
    table->setWordWrap(true);
    table->setItemDelegate(new RoomyDelegate(table));
    QHeaderView *rows = table->verticalHeader();
    rows->setSectionResizeMode(QHeaderView::ResizeToContents);
    // The rows ask for the width behind the signal.
    QObject::connect(
        table->horizontalHeader(), &QHeaderView::sectionResized, rows,
        [rows, last](int column) {
            if (column == last)
                rows->resizeSections(QHeaderView::ResizeToContents);
        },
        Qt::QueuedConnection);
}

} // namespace ui
