// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/similarlist.h"

#include "base/tip.h"
#include "ui/widget/emptystate.h"
#include "ui/widget/listtable.h"
#include "wording/timewords.h"
#include "workflow/lookalikes.h"

#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

enum Column { When, Title, Because, FixedBy, ColumnCount };
constexpr int most = 10;

} // namespace

SimilarList::SimilarList(workflow::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    m_table =
        makeListTable(tr("Similar incidents"),
                      {tr("When"), tr("Incident"), tr("Both have"), tr("What ended it")}, FixedBy);
    m_table->setFrameShape(QFrame::NoFrame);
    for (const int column : {Title, Because})
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    wrapRows(m_table, FixedBy);
    m_empty = new EmptyState(tr("Nothing like it is known"),
                             tr("Earlier incidents with the same parts or the same words appear "
                                "here, with what ended them."),
                             {});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    layout->addWidget(m_empty);
    connect(m_table, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem *item) {
        emit chosen(m_table->item(item->row(), When)->data(Qt::UserRole).toString());
    });
}

void SimilarList::setIncident(const incident::Incident &incident)
{
    m_incident = incident;
    if (isVisible())
        look();
}

void SimilarList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    look();
}

void SimilarList::look()
{
    const auto found = workflow::lookalikesOf(m_desk.ledger(), m_incident, most);
    if (!found)
        emit failed(found.error());
    const auto rows = found.value_or(std::vector<workflow::Lookalike>());
    m_table->setVisible(!rows.empty());
    m_empty->setVisible(rows.empty());
    m_table->setRowCount(int(rows.size()));
    const wording::Reader reader{m_desk.zone(), m_desk.clock().now()};
    for (int row = 0; row < int(rows.size()); ++row) {
        const workflow::Lookalike &lookalike = rows[size_t(row)];
        const QString when =
            wording::timeWords(lookalike.summary.started, reader, wording::TimeForm::Plain);
        const QString cells[] = {when, lookalike.summary.title, lookalike.because.join(u", "),
                                 lookalike.fixedBy.isEmpty() ? tr("not written down")
                                                             : lookalike.fixedBy};
        for (int column = 0; column < ColumnCount; ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            item->setToolTip(base::plainTip(cells[column]));
            m_table->setItem(row, column, item);
        }
        m_table->item(row, When)->setData(Qt::UserRole, lookalike.summary.id);
    }
}

} // namespace ui
