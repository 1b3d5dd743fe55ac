// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/historyview.h"

#include "ui/history/incidentpage.h"
#include "ui/theme/tokens.h"
#include "ui/widget/emptystate.h"
#include "ui/widget/lineedit.h"
#include "ui/widget/paneheader.h"
#include "ui/widget/segmentedbar.h"
#include "view/historymodel.h"
#include "wording/termwords.h"

#include <QComboBox>
#include <QHeaderView>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

namespace {

enum Which { Everything, OpenOnly };

} // namespace

HistoryView::HistoryView(workflow::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new view::HistoryModel(desk.zone(), this))
{
    m_page = new IncidentPage(desk);
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildList());
    splitter->addWidget(m_page);
    splitter->setSizes({620, 680});
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);

    connect(&m_desk, &workflow::Desk::changed, this, &HistoryView::reload);
    connect(m_page, &IncidentPage::failed, this, &HistoryView::failed);
    connect(m_page, &IncidentPage::openRequested, this, &HistoryView::openRequested);
    connect(m_page, &IncidentPage::exportRequested, this, &HistoryView::exportRequested);
    reload();
}

QWidget *HistoryView::buildList()
{
    auto *panel = new QWidget;
    auto *header = new PaneHeader(tr("History"));
    m_which = new SegmentedBar(tr("Which incidents"));
    m_which->addSegment(Everything, tr("All"));
    m_which->addSegment(OpenOnly, tr("Open"));
    header->addLeading(m_which);

    m_search = new LineEdit;
    m_search->setPlaceholderText(tr("Search in titles, posts, notes and postmortems"));
    m_search->setAccessibleName(tr("Search the history"));
    m_search->setClearButtonEnabled(true);
    m_kind = new QComboBox;
    m_kind->setAccessibleName(tr("Kind of incident"));
    m_kind->addItem(tr("every kind"));
    for (const auto &row : base::EnumNames<incident::Kind>::table)
        m_kind->addItem(wording::words(row.value), int(row.value));

    m_table = new QTableView;
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Incidents"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->setColumnHidden(view::HistoryModel::Ref, true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(view::HistoryModel::Title,
                                                      QHeaderView::Stretch);
    m_empty = new EmptyState(tr("Nothing here"),
                             tr("Incidents appear here from the moment they are opened."), {});

    auto *filters = new QHBoxLayout;
    filters->setSpacing(space::s);
    filters->addWidget(m_search, 1);
    filters->addWidget(m_kind);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(space::m, space::m, space::m, space::m);
    body->setSpacing(space::s);
    body->addLayout(filters);
    body->addWidget(m_table, 1);
    body->addWidget(m_empty, 1);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addLayout(body, 1);

    connect(m_search, &QLineEdit::textChanged, this, &HistoryView::reload);
    connect(m_kind, &QComboBox::activated, this, &HistoryView::reload);
    connect(m_which, &SegmentedBar::currentChanged, this, &HistoryView::reload);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    m_page->setIncident(m_model->incidentAt(current));
            });
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { emit openRequested(m_model->incidentAt(index)); });
    return panel;
}

void HistoryView::reload()
{
    const QString selected = m_page->incidentId();
    ledger::Filter filter;
    filter.openOnly = m_which->current() == OpenOnly;
    if (m_kind->currentIndex() > 0)
        filter.kind = incident::Kind(m_kind->currentData().toInt());
    const auto hits = m_desk.find(filter, m_search->text());
    if (!hits)
        emit failed(hits.error());
    const auto found = hits.value_or(std::vector<ledger::Hit>());
    m_table->setVisible(!found.empty());
    m_empty->setVisible(found.empty());
    m_model->setHits(found);
    const QModelIndex again = m_model->indexOf(selected);
    if (again.isValid())
        m_table->setCurrentIndex(again);
    else if (!found.empty())
        m_table->selectRow(0);
    else
        m_page->setIncident({});
}

void HistoryView::select(const QString &incidentId)
{
    const QModelIndex index = m_model->indexOf(incidentId);
    if (index.isValid())
        m_table->setCurrentIndex(index);
}

void HistoryView::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

} // namespace ui
