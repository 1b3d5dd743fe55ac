// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/statisticsdialog.h"

#include "base/tip.h"
#include "settings/table.h"
#include "timing/zone.h"
#include "ui/history/sharebars.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widget/listtable.h"
#include "wording/factorwords.h"
#include "wording/statwords.h"
#include "wording/termwords.h"

#include <algorithm>
#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

enum Column { Name, Median, Range, Basis, ColumnCount };

/// Months that the choices reach back; 0: all of it.
constexpr int spans[] = {12, 3, 36, 0};

/// More bars than this say less.
constexpr size_t mostBars = 12;

QString spanWords(const std::optional<base::Span> &span)
{
    return span ? wording::figureWords(timing::RoughDuration::exact(*span))
                : StatisticsDialog::tr("open");
}

QString rangeWords(const incident::FigureRange &figure)
{
    return figure.aggregate.used > 1 ? StatisticsDialog::tr("%1 to %2")
                                           .arg(spanWords(figure.least), spanWords(figure.most))
                                     : QString();
}

QString basisWords(const incident::Aggregate &figure)
{
    const QString leftOut = wording::leftOutWords(figure);
    const QString used = StatisticsDialog::tr("from %n incidents", nullptr, figure.used);
    return leftOut.isEmpty() ? used : StatisticsDialog::tr("%1; left out: %2").arg(used, leftOut);
}

/// The length of a downtime that is open above is what is certain of it.
ShareBar barOf(const QString &name, int incidents, const timing::RoughDuration &downtime)
{
    ShareBar bar;
    bar.name = name;
    const QString count = StatisticsDialog::tr("%n incidents", nullptr, incidents);
    if (!downtime.isKnown()) {
        bar.words = incidents > 0 ? StatisticsDialog::tr("%1, length not known").arg(count) : count;
        return bar;
    }
    bar.least = double(downtime.lo().value_or(base::Span(0)).count());
    bar.most = downtime.hi() ? double(downtime.hi()->count()) : bar.least;
    bar.words = StatisticsDialog::tr("%1, %2").arg(wording::figureWords(downtime), count);
    return bar;
}

std::vector<ShareBar> barsOf(const std::vector<incident::Share> &shares,
                             QString (*nameOf)(const QString &))
{
    std::vector<ShareBar> bars;
    for (const incident::Share &share : shares) {
        if (bars.size() == mostBars)
            break;
        const QString name =
            share.name.isEmpty() ? StatisticsDialog::tr("not stated") : nameOf(share.name);
        bars.push_back(barOf(name, share.incidents, share.downtime));
    }
    return bars;
}

/// Frequency counts here: causes are compared by how often they strike.
std::vector<ShareBar> byCount(std::vector<ShareBar> bars,
                              const std::vector<incident::Share> &shares)
{
    for (size_t i = 0; i < bars.size(); ++i)
        bars[i].least = bars[i].most = shares[i].incidents;
    return bars;
}

std::vector<ShareBar> barsOf(const std::vector<incident::MonthShare> &months)
{
    const size_t first = months.size() > 2 * mostBars ? months.size() - 2 * mostBars : 0;
    std::vector<ShareBar> bars;
    for (size_t i = first; i < months.size(); ++i)
        bars.push_back(barOf(QLocale().toString(months[i].month, u"MMMM yyyy"_s),
                             months[i].incidents, months[i].downtime));
    return bars;
}

} // namespace

StatisticsDialog::StatisticsDialog(workflow::Desk &desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_reader(desk)
{
    setWindowTitle(tr("Figures"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::l, space::l, space::l);
    column->setSpacing(space::m);
    buildChoices(*column);
    buildResults(*column);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);

    connect(&m_reader, &workflow::HistoryReader::progressed, this, [this](int done, int total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
    });
    connect(&m_reader, &workflow::HistoryReader::finished, this, &StatisticsDialog::showResults);
    connect(&m_reader, &workflow::HistoryReader::failed, this, [this](const base::Error &error) {
        m_progress->hide();
        m_basis->setText(error.text);
        emit failed(error);
    });
    const Theme theme = Theme::current();
    resize(theme.scaled(820), theme.scaled(640));
    begin();
}

void StatisticsDialog::buildChoices(QVBoxLayout &column)
{
    m_span = new QComboBox;
    m_span->setAccessibleName(tr("How far back"));
    for (const int months : spans)
        m_span->addItem(months > 0 ? tr("the last %n months", nullptr, months)
                                   : tr("all of the history"),
                        months);
    m_component = new QComboBox;
    m_component->setAccessibleName(tr("Part"));
    m_component->addItem(tr("every part"));
    m_component->addItems(m_desk.settings().get(settings::components));
    m_progress = new QProgressBar;
    m_progress->setAccessibleName(tr("Reading the history"));
    m_progress->setTextVisible(false);
    m_basis = makeLabel({}, TextRole::Secondary);
    m_basis->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_span);
    row->addWidget(m_component);
    row->addWidget(m_progress, 1);
    row->addWidget(m_basis, 1);
    column.addLayout(row);
    connect(m_span, &QComboBox::activated, this, &StatisticsDialog::begin);
    connect(m_component, &QComboBox::activated, this, &StatisticsDialog::begin);
}

void StatisticsDialog::buildResults(QVBoxLayout &column)
{
    auto *page = new QWidget;
    auto *inner = new QVBoxLayout(page);
    inner->setContentsMargins(0, 0, space::s, 0);
    inner->setSpacing(space::s);
    m_figures = buildFigures();
    inner->addWidget(m_figures);
    m_months = addBars(*inner, tr("Down, by month"));
    m_components = addBars(*inner, tr("Down, by part"));
    m_causes = addBars(*inner, tr("What set it off, by how often"));
    m_promises = addBars(*inner, tr("Promises"));
    inner->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(page);
    column.addWidget(scroll, 1);
}

QTableWidget *StatisticsDialog::buildFigures()
{
    QTableWidget *table = makeListTable(
        tr("Medians"),
        {tr("Figure"), tr("Median"), tr("From least to most"), tr("What it stands on")}, Basis);
    table->horizontalHeader()->setHighlightSections(false);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    wrapRows(table, Basis);
    // The page scrolls, not the table. The length of all rows is known behind the signal.
    connect(table->verticalHeader(), &QHeaderView::sectionResized, this,
            &StatisticsDialog::showAllFigures, Qt::QueuedConnection);
    return table;
}

/// As high as its rows.
void StatisticsDialog::showAllFigures()
{
    const QHeaderView *head = m_figures->horizontalHeader();
    const QMargins edges = m_figures->contentsMargins();
    m_figures->setFixedHeight(m_figures->verticalHeader()->length() +
                              std::max(head->height(), head->sizeHint().height()) + edges.top() +
                              edges.bottom() + 2 * m_figures->frameWidth());
}

ShareBars *StatisticsDialog::addBars(QVBoxLayout &column, const QString &heading)
{
    auto *label = makeLabel(heading, TextRole::Section);
    auto *bars = new ShareBars(heading);
    column.addSpacing(space::s);
    column.addWidget(label);
    column.addWidget(bars);
    return bars;
}

ledger::Filter StatisticsDialog::filter() const
{
    ledger::Filter filter;
    if (m_component->currentIndex() > 0)
        filter.component = m_component->currentText();
    if (const int months = m_span->currentData().toInt(); months > 0) {
        const QDateTime now = timing::toLocal(m_desk.clock().now(), m_desk.zone());
        filter.from = timing::fromUtc(now.addMonths(-months).toUTC());
    }
    return filter;
}

void StatisticsDialog::begin()
{
    m_basis->hide();
    m_progress->setRange(0, 0);
    m_progress->show();
    m_reader.read(filter());
}

void StatisticsDialog::showResults(const std::vector<incident::Incident> &incidents)
{
    m_progress->hide();
    m_basis->show();
    m_basis->setText(incidents.empty()
                         ? tr("No incident in that time.")
                         : tr("%n incidents; what is not known is left out, never taken for 0.",
                              nullptr, int(incidents.size())));
    const incident::Statistics statistics = incident::statisticsOf(incidents, m_desk.zone());
    offerParts(statistics.components);
    showFigures(statistics.figures);
    m_months->setBars(barsOf(statistics.months));
    m_components->setBars(barsOf(statistics.components, [](const QString &name) { return name; }));
    m_causes->setBars(byCount(barsOf(statistics.causes, wording::factorWords), statistics.causes));
    std::vector<ShareBar> promises;
    for (const auto &[status, count] : statistics.promises)
        promises.push_back(
            {wording::words(status), double(count), double(count), QLocale().toString(count)});
    m_promises->setBars(std::move(promises));
}

/// Parts that are not watched any more have a history, too.
void StatisticsDialog::offerParts(const std::vector<incident::Share> &shares)
{
    for (const incident::Share &share : shares) {
        if (!share.name.isEmpty() && m_component->findText(share.name) < 0)
            m_component->addItem(share.name);
    }
}

void StatisticsDialog::showFigures(const std::vector<incident::FigureRange> &figures)
{
    m_figures->setRowCount(int(figures.size()));
    for (int row = 0; row < int(figures.size()); ++row) {
        const incident::FigureRange &figure = figures[size_t(row)];
        const QString cells[] = {wording::words(figure.aggregate.figure),
                                 wording::figureWords(figure.aggregate.median), rangeWords(figure),
                                 basisWords(figure.aggregate)};
        for (int column = 0; column < ColumnCount; ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            item->setToolTip(base::plainTip(cells[column]));
            m_figures->setItem(row, column, item);
        }
    }
    showAllFigures();
}

} // namespace ui
