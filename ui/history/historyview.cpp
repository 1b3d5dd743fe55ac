// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/historyview.h"

#include "base/tip.h"
#include "ui/history/incidentpage.h"
#include "ui/history/statisticsdialog.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/emptystate.h"
#include "ui/widget/lineedit.h"
#include "ui/widget/paneheader.h"
#include "view/historymodel.h"
#include "wording/statwords.h"
#include "workflow/historyreader.h"

#include <algorithm>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

/// Long words in these give way to the title; they are whole in the tip and on the page beside.
constexpr std::pair<view::HistoryModel::Column, int> narrowColumns[] = {
    {view::HistoryModel::Components, 90}, {view::HistoryModel::Downtime, 110}};

/// So many rows are read at first, and again when somebody has come to their end.
constexpr int rowsAtOnce = 200;
/// Nobody looks through more: they are not counted.
constexpr int mostCounted = 1000;

/// So many incidents are read for the line of medians, the newest.
constexpr int figuresDepth = 300;

/// What each of the medians stands on, a line each.
QString basisOf(const std::vector<incident::Aggregate> &aggregates)
{
    QStringList lines;
    for (const incident::Aggregate &aggregate : aggregates) {
        lines += HistoryView::tr("%1: %2, from %3; left out: %4")
                     .arg(wording::words(aggregate.figure), wording::figureWords(aggregate.median))
                     .arg(aggregate.used)
                     .arg(aggregate.leftOut.empty() ? HistoryView::tr("none")
                                                    : wording::leftOutWords(aggregate));
    }
    return lines.join(u'\n');
}

} // namespace

HistoryView::HistoryView(workflow::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new view::HistoryModel(desk.zone(), this))
    , m_reader(new workflow::HistoryReader(desk, this))
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

    for (QComboBox *box : {m_state, m_kind, m_part, m_period})
        connect(box, &QComboBox::activated, this, &HistoryView::readFigures);
    connect(m_reader, &workflow::HistoryReader::finished, this, &HistoryView::showFigures);
    connect(m_reader, &workflow::HistoryReader::failed, this, &HistoryView::failed);
    connect(&m_desk, &workflow::Desk::changed, this, &HistoryView::catchUp);
    connect(m_page, &IncidentPage::failed, this, &HistoryView::failed);
    connect(m_page, &IncidentPage::openRequested, this, &HistoryView::openRequested);
    connect(m_page, &IncidentPage::chosen, this, &HistoryView::select);
    connect(m_page, &IncidentPage::publishRequested, this, &HistoryView::publishRequested);
    connect(m_page, &IncidentPage::exportRequested, this, &HistoryView::exportRequested);
    search();
}

QWidget *HistoryView::buildList()
{
    auto *panel = new QWidget;
    auto *header = new PaneHeader(tr("History"));
    auto *figures = new ActionButton(ActionButton::Kind::Quiet, tr("Figures…"));
    figures->setToolTip(tr("Medians, downtime by month and part, causes, promises"));
    header->addTrailing(figures);
    connect(figures, &QPushButton::clicked, this, &HistoryView::showStatistics);
    auto *import = new ActionButton(ActionButton::Kind::Quiet, tr("Import…"));
    import->setToolTip(tr("Make history from old posts and feeds"));
    header->addTrailing(import);
    connect(import, &QPushButton::clicked, this, &HistoryView::importRequested);
    header->addTrailing(filesButton());

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
    // By the rows in sight: a list is as long as the years.
    m_table->horizontalHeader()->setResizeContentsPrecision(0);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(view::HistoryModel::Title,
                                                      QHeaderView::Stretch);
    for (const auto &[column, width] : narrowColumns) {
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Interactive);
        m_table->horizontalHeader()->resizeSection(column, width);
    }
    m_empty = new EmptyState({}, {}, {});

    auto *body = new QVBoxLayout;
    body->setContentsMargins(space::m, space::m, space::m, space::m);
    body->setSpacing(space::s);
    m_figures = makeLabel({}, TextRole::Secondary);
    m_figures->setWordWrap(true);
    m_count = makeLabel({}, TextRole::Secondary);
    m_count->hide();
    body->addLayout(buildFilters());
    body->addWidget(m_count);
    body->addWidget(m_figures);
    body->addWidget(m_table, 1);
    body->addWidget(m_empty, 1);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addLayout(body, 1);

    connect(m_search, &QLineEdit::textChanged, this, &HistoryView::search);
    connect(m_model, &view::HistoryModel::moreWanted, this, &HistoryView::readMore);
    for (QComboBox *box : {m_state, m_kind, m_part, m_period})
        connect(box, &QComboBox::activated, this, &HistoryView::search);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    m_page->setIncident(m_model->incidentAt(current));
            });
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { emit openRequested(m_model->incidentAt(index)); });
    return panel;
}

QString HistoryView::searched() const
{
    return m_search->text();
}

void HistoryView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    catchUp();
}

/// All of history is read for it: not while somebody is busy with an incident on another page.
void HistoryView::catchUp()
{
    if (!isVisible())
        return;
    if (!reload() && m_page->incidentId().isEmpty() && m_model->rowCount() > 0)
        m_table->selectRow(0);
    readFigures();
}

/// Medians over the newest of the chosen kind, whatever is searched for: all of them are read, so
/// not on every key, and not while nobody looks.
void HistoryView::readFigures()
{
    if (!isVisible()) {
        m_reader->stop();
        return;
    }
    ledger::Filter newest = filter();
    newest.limit = figuresDepth;
    m_reader->read(newest);
}

void HistoryView::showFigures(const std::vector<incident::Incident> &incidents)
{
    offerParts(incidents);
    const auto figures = incident::aggregateAll(incidents);
    QStringList medians;
    const auto add = [&](incident::Figure figure, const QString &pattern) {
        const auto found = std::ranges::find(figures, figure, &incident::Aggregate::figure);
        if (found != figures.end() && found->used > 0)
            medians += pattern.arg(wording::figureWords(found->median));
    };
    add(incident::Figure::Detect, tr("noticed after %1"));
    add(incident::Figure::Tell, tr("told after %1"));
    add(incident::Figure::Downtime, tr("down for %1"));
    add(incident::Figure::PlanError, tr("work took %1 longer than planned"));
    m_figures->setVisible(!medians.isEmpty());
    if (medians.isEmpty())
        return;
    const int count = int(incidents.size());
    const QString of = count == 1 ? tr("Figures of the last incident: %1.")
                                  : tr("Medians of the last %n incidents: %1.", nullptr, count);
    m_figures->setText(of.arg(medians.join(u", ")));
    m_figures->setToolTip(base::plainTip(basisOf(figures)));
    m_figures->setAccessibleDescription(m_figures->toolTip());
}

/// Something else is searched for.
void HistoryView::search()
{
    m_rows = rowsAtOnce;
    if (reload())
        return;
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    else
        m_page->setIncident({});
}

bool HistoryView::reload()
{
    const QString selected = m_page->incidentId();
    auto [hits, hasMore] = found(m_rows);
    m_table->setVisible(!hits.empty());
    m_empty->setVisible(hits.empty());
    if (hits.empty())
        sayWhyEmpty();
    showCount(int(hits.size()), hasMore);
    m_model->setHits(std::move(hits), hasMore);
    const QModelIndex again = m_model->indexOf(selected);
    if (again.isValid())
        m_table->setCurrentIndex(again);
    return again.isValid();
}

std::pair<std::vector<ledger::Hit>, bool> HistoryView::found(int most)
{
    ledger::Filter wanted = filter();
    wanted.limit = most + 1;
    auto hits = m_desk.find(wanted, m_search->text());
    if (!hits) {
        emit failed(hits.error());
        return {};
    }
    const bool hasMore = int(hits->size()) > most;
    if (hasMore)
        hits->resize(size_t(most));
    return {std::move(*hits), hasMore};
}

void HistoryView::readMore()
{
    const size_t shown = size_t(m_model->rowCount());
    m_rows = int(shown) + rowsAtOnce;
    const auto [hits, hasMore] = found(m_rows);
    m_model->addHits({hits.begin() + qsizetype(std::min(shown, hits.size())), hits.end()}, hasMore);
}

void HistoryView::showCount(int shown, bool hasMore)
{
    const bool isSearch = !m_search->text().trimmed().isEmpty();
    m_count->setVisible(isSearch && shown > 0);
    if (!isSearch)
        return;
    int count = shown;
    if (hasMore) {
        ledger::Filter wanted = filter();
        wanted.text = m_search->text();
        count = m_desk.ledger().count(wanted, mostCounted).value_or(shown);
    }
    m_count->setText(count > mostCounted
                         ? tr("More than %L1 incidents hold these words. The best come first, and "
                              "the newest of them.")
                               .arg(mostCounted)
                         : tr("%n incidents hold these words.", nullptr, count));
}

void HistoryView::select(const QString &incidentId)
{
    static_cast<void>(reload());
    const QModelIndex index = m_model->indexOf(incidentId);
    if (index.isValid())
        m_table->setCurrentIndex(index);
    else
        m_page->setIncident(incidentId);
}

void HistoryView::showStatistics()
{
    auto *dialog = new StatisticsDialog(m_desk, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &StatisticsDialog::failed, this, &HistoryView::failed);
    dialog->open();
}

void HistoryView::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

} // namespace ui
