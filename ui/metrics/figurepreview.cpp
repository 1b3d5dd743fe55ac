// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/metrics/figurepreview.h"

#include "base/tip.h"
#include "base/whenfinished.h"
#include "ui/health/healthchart.h"
#include "ui/metrics/figurewords.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int chartHeight = 150;

} // namespace

FigurePreview::FigurePreview(workflow::MetricBrowser &browser, const QTimeZone &zone,
                             QWidget *parent)
    : QWidget(parent)
    , m_browser(browser)
    , m_zone(zone)
    , m_sentence(makeLabel({}, TextRole::Secondary))
    , m_chart(makeHealthChart(HealthChart::Form::Large))
    , m_several(new QWidget)
    , m_list(new QListWidget)
    , m_narrow(new ActionButton(ActionButton::Kind::Secondary, tr("Only this one")))
{
    m_sentence->setWordWrap(true);
    m_chart->setAccessibleName(tr("The last hour"));
    m_chart->setMinimumHeight(chartHeight);
    m_list->setAccessibleName(tr("Series that it gives"));
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *several = new QVBoxLayout(m_several);
    several->setContentsMargins(0, 0, 0, 0);
    several->setSpacing(space::xs);
    several->addWidget(m_list, 1);
    several->addWidget(m_narrow, 0, Qt::AlignRight);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    row->addWidget(m_chart, 3);
    row->addWidget(m_several, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    layout->addWidget(m_sentence);
    layout->addLayout(row, 1);
    const auto narrow = [this] {
        const int at = m_list->currentRow();
        if (m_narrow->isEnabled() && at >= 0 && at < int(m_hour.series.size()))
            emit narrowed(m_hour.series[size_t(at)].labels);
    };
    connect(m_narrow, &QPushButton::clicked, this, narrow);
    connect(m_list, &QListWidget::itemActivated, this, narrow);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int at) {
        draw(at >= 0 && at < int(m_hour.series.size()) ? &m_hour.series[size_t(at)] : nullptr);
    });
    clear({});
}

void FigurePreview::look(const QString &expression)
{
    const int asked = ++m_asked;
    m_isOneNumber = false;
    say(tr("Asking for the last hour …"), false);
    base::whenFinished(this, m_browser.lastHour(expression),
                       [this, asked](const base::Result<workflow::LastHour> &hour) {
                           if (asked != m_asked)
                               return;
                           if (hour)
                               take(*hour);
                           else
                               showError(hour.error().text);
                       });
}

void FigurePreview::clear(const QString &sentence)
{
    ++m_asked;
    take({});
    m_isOneNumber = false;
    say(sentence, false);
    emit looked();
}

void FigurePreview::showError(const QString &sentence)
{
    clear(sentence);
    say(sentence, true);
}

void FigurePreview::take(const workflow::LastHour &hour)
{
    m_hour = hour;
    m_isOneNumber = hour.count == 0 || (hour.count == 1 && !hour.series[0].points.empty());
    say(wordsOf(hour), false);
    showList();
    if (hour.series.empty())
        draw(nullptr);
    else if (hour.count == 1)
        draw(&m_hour.series[0]);
    emit looked();
}

void FigurePreview::showList()
{
    const bool isShown = m_hour.series.size() > 1;
    m_list->clear();
    for (const prometheus::Series &series : m_hour.series) {
        auto *item = new QListWidgetItem(shortName(series, m_hour.series));
        item->setToolTip(base::plainTip(prometheus::seriesName(series.labels)));
        m_list->addItem(item);
    }
    m_several->setVisible(isShown);
    if (isShown)
        m_list->setCurrentRow(0);
}

bool FigurePreview::hasNames() const
{
    return std::ranges::all_of(m_hour.series, [](const prometheus::Series &series) {
        return series.labels.contains(QStringLiteral("__name__"));
    });
}

void FigurePreview::setNarrowing(bool isPossible)
{
    m_narrow->setEnabled(isPossible);
}

QString FigurePreview::sentence() const
{
    return m_sentence->text();
}

void FigurePreview::say(const QString &sentence, bool isError)
{
    setTone(m_sentence, isError ? Tone::Down : Tone::Normal);
    m_sentence->setText(sentence);
    m_chart->setAccessibleDescription(sentence);
}

void FigurePreview::draw(const prometheus::Series *series)
{
    m_chart->setVisible(series);
    if (!series)
        return;
    ChartContent content;
    content.from = m_hour.steps.from;
    content.to = m_hour.steps.to;
    content.now = m_browser.now();
    content.zone = m_zone;
    if (!series->points.empty() && series->points[0].at > content.from)
        content.watchedSince = series->points[0].at;
    const auto samples = std::make_shared<const health::Series>(samplesOf(*series, m_hour.steps));
    m_chart->present(
        content, [samples](const health::View &view) { return health::decimate(*samples, view); });
}

} // namespace ui
