// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/healthpane.h"

#include "base/tip.h"
#include "ui/health/chartnavigator.h"
#include "ui/health/chartsave.h"
#include "ui/health/chartsource.h"
#include "ui/health/healthsummary.h"
#include "ui/health/monitorcard.h"
#include "ui/health/monitordeck.h"
#include "ui/health/samplesdialog.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/emptystate.h"
#include "ui/widget/noticebar.h"
#include "ui/widget/paneheader.h"
#include "ui/widget/segmentedbar.h"

#include <algorithm>
#include <array>
#include <QFileDialog>
#include <QGridLayout>
#include <QImage>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int columns = 2;
constexpr int margin = 14;
constexpr std::chrono::milliseconds coalesce{100};
constexpr double savedRatio = 2; ///< of a saved picture, at least: it has to be sharp on a page

/// How much a state wants to be seen; the worst comes first.
int urgency(State state)
{
    static constexpr std::array order{State::Up,          State::Paused,   State::NotMeasured,
                                      State::Maintenance, State::Degraded, State::Down};
    return int(std::ranges::find(order, state) - order.begin());
}

QString worstOf(const QList<MonitorInfo> &monitors)
{
    const auto worst = std::ranges::max_element(
        monitors, [](const auto &a, const auto &b) { return urgency(a.state) < urgency(b.state); });
    return worst == monitors.end() ? QString() : worst->id;
}

bool has(const QList<MonitorInfo> &monitors, const QString &id)
{
    return std::ranges::any_of(monitors, [&](const auto &monitor) { return monitor.id == id; });
}

} // namespace

HealthPane::HealthPane(const HealthModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_header(new PaneHeader(tr("Health"), this))
    , m_spans(new SegmentedBar(tr("Time shown"), this))
    , m_live(new ActionButton(ActionButton::Kind::Secondary, tr("Live"), this))
    , m_panel(new MonitorPanel)
    , m_offer(new NoticeBar)
    , m_navigator(new ChartNavigator(model, *m_panel->chart(), this))
    , m_alerts(new QVBoxLayout)
    , m_grid(new QGridLayout)
    , m_stack(new QStackedWidget(this))
{
    m_spans->addSegment(1, tr("1 h"), tr("last hour"));
    m_spans->addSegment(6, tr("6 h"), tr("last 6 hours"));
    m_spans->addSegment(24, tr("1 d"), tr("last day"));
    m_spans->addSegment(7 * 24, tr("7 d"), tr("last 7 days"));
    m_header->addLeading(m_spans);
    m_live->setAccessibleDescription(tr("Back to the live edge, key End"));
    m_live->setToolTip(base::plainTip(m_live->accessibleDescription()));
    m_live->hide();
    m_header->addTrailing(m_live);
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeContent());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    m_alerts->setContentsMargins(margin, space::s, margin, 0);
    column->addLayout(m_alerts);
    column->addWidget(m_stack, 1);

    m_soon.setSingleShot(true);
    m_soon.setInterval(coalesce);
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_soon, &QTimer::timeout, this, &HealthPane::refresh);
    connect(&m_second, &QTimer::timeout, this, &HealthPane::refresh);
    connect(m_spans, &SegmentedBar::currentChanged, this, [this] {
        m_navigator->frame().setSpan(span());
        refresh();
    });
    connect(&m_model, &HealthModel::changed, this, [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    });
    connectNavigator();
    refresh();
}

void HealthPane::connectNavigator()
{
    connect(m_navigator, &ChartNavigator::frameChanged, this, &HealthPane::refresh);
    connect(m_navigator, &ChartNavigator::overlayChanged, this, &HealthPane::showOverlay);
    connect(m_navigator, &ChartNavigator::confirmed, this, &HealthPane::outageMarked);
    connect(m_navigator, &ChartNavigator::asked, this, &HealthPane::serve);
    connect(m_live, &QPushButton::clicked, this,
            [this] { m_navigator->perform(ChartAction::Reset); });
    connect(m_offer, &NoticeBar::actionTriggered, this, [this](int index) {
        m_navigator->perform(index == 0 ? ChartAction::Confirm : ChartAction::ZoomSelection);
    });
    connect(m_deck, &MonitorDeck::pointed, m_navigator, &ChartNavigator::point);
    connect(m_deck, &MonitorDeck::menuRequested, this, &HealthPane::menuRequested);
    connect(m_deck, &MonitorDeck::chosen, this, [this](const QString &id) {
        choose(id);
        focusChart();
    });
    m_panel->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_panel, &QWidget::customContextMenuRequested, this,
            [this](QPoint at) { emit menuRequested(m_large, m_panel->mapToGlobal(at)); });
}

QWidget *HealthPane::makeEmpty()
{
    auto *empty = new EmptyState(
        tr("Nothing is watched yet"),
        tr("Add the address of a page or a server, and this pane shows how it is doing."),
        tr("Add an address"));
    connect(empty, &EmptyState::actionTriggered, this, &HealthPane::addRequested);
    return empty;
}

QWidget *HealthPane::makeContent()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(margin, space::m, margin, space::m);
    column->setSpacing(10);
    column->addWidget(m_panel);
    m_offer->hide();
    column->addWidget(m_offer);
    m_deck = new MonitorDeck(m_model, MonitorCard::Density::Normal, content);
    m_grid->setSpacing(10);
    for (int i = 0; i < columns; ++i)
        m_grid->setColumnStretch(i, 1);
    column->addLayout(m_grid);
    auto *add = new ActionButton(ActionButton::Kind::Quiet, tr("Add an address"), content);
    connect(add, &QPushButton::clicked, this, &HealthPane::addRequested);
    auto *addChart =
        new ActionButton(ActionButton::Kind::Quiet, tr("Add a chart from Prometheus"), content);
    connect(addChart, &QPushButton::clicked, this, &HealthPane::addChartRequested);
    auto *adding = new QHBoxLayout;
    adding->addWidget(add);
    adding->addWidget(addChart);
    adding->addStretch(1);
    column->addLayout(adding);
    column->addStretch(1);

    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

void HealthPane::choose(const QString &id)
{
    m_chosen = id;
    refresh();
}

void HealthPane::setAlerts(QWidget *alerts)
{
    m_alerts->addWidget(alerts);
}

void HealthPane::focusChart()
{
    m_panel->chart()->setFocus(Qt::OtherFocusReason);
}

void HealthPane::perform(ChartAction action)
{
    focusChart();
    m_navigator->perform(action);
}

void HealthPane::fillMenu(QMenu &menu, const QString &id)
{
    if (id != m_large) {
        menu.addAction(tr("Show it large"), this, [this, id] {
            choose(id);
            focusChart();
        });
        return;
    }
    for (const ChartCommand &command : chartCommands()) {
        const bool offered = command.action >= ChartAction::Table ||
                             command.action == ChartAction::SelectOutage ||
                             command.action == ChartAction::Reset;
        if (!offered)
            continue;
        const QString title = command.title.section(u": "_s, 1);
        menu.addAction(title + u'\t' + command.key.toString(QKeySequence::NativeText), this,
                       [this, action = command.action] { perform(action); });
    }
}

std::chrono::hours HealthPane::span() const
{
    return std::chrono::hours(m_spans->current());
}

void HealthPane::setSpan(std::chrono::hours span)
{
    m_spans->setCurrent(int(span.count()));
}

void HealthPane::refresh()
{
    const QList<MonitorInfo> monitors = m_model.monitors();
    if (!has(monitors, m_chosen))
        m_chosen.clear();
    m_large = m_chosen.isEmpty() ? worstOf(monitors) : m_chosen;
    m_stack->setCurrentIndex(monitors.isEmpty() ? 0 : 1);
    follow(m_navigator->frame(), m_model);
    m_model.wantSince(m_navigator->frame().from());
    m_deck->sync(monitors);
    placeCards(monitors);
    fill(monitors);
    showNote(monitors);
}

void HealthPane::placeCards(const QList<MonitorInfo> &monitors)
{
    QStringList wanted;
    for (const MonitorInfo &monitor : monitors) {
        m_deck->card(monitor.id)->setVisible(monitor.id != m_large);
        if (monitor.id != m_large)
            wanted.append(monitor.id);
    }
    if (wanted == m_placed)
        return;
    m_placed = wanted;
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    QWidget *before = m_panel->chart();
    for (int i = 0; i < wanted.size(); ++i) {
        MonitorCard *card = m_deck->card(wanted[i]);
        m_grid->addWidget(card, i / columns, i % columns);
        setTabOrder(before, card);
        before = card;
    }
}

void HealthPane::fill(const QList<MonitorInfo> &monitors)
{
    m_deck->fill(monitors, m_navigator->frame(), m_large);
    if (const auto large = largeMonitor()) {
        m_navigator->setMonitor(*large);
        const ChartContent content = contentOf(m_model, *large, m_navigator->frame());
        QStringList sentences = m_navigator->words();
        sentences.append(summaryOf(*large, m_model.series(m_large), content));
        m_panel->present(*large, content, sourceOf(m_model, m_large), sentences.join(u". "_s));
    }
    showOverlay();
}

void HealthPane::showOverlay()
{
    m_panel->setOverlay(m_navigator->overlayOf(m_large));
    m_deck->point(m_navigator->cursor(), m_large);
    showOffer();
}

void HealthPane::showOffer()
{
    const auto &mark = m_navigator->mark();
    m_offer->setVisible(mark.has_value());
    if (!mark)
        return;
    const MarkOffer offer = m_model.offerFor(*mark);
    const Notice notice{Notice::Level::Info,
                        offer.sentence,
                        {},
                        {{offer.action, tr("Enter")}, {tr("Zoom"), u"Z"_s}}};
    if (m_offer->notice() != notice)
        m_offer->setNotice(notice);
}

void HealthPane::showNote(const QList<MonitorInfo> &monitors)
{
    const TimeFrame &frame = m_navigator->frame();
    m_live->setVisible(!frame.isReset());
    const auto measured = std::ranges::count_if(monitors, [](const MonitorInfo &monitor) {
        return monitor.state != State::NotMeasured && monitor.state != State::Paused;
    });
    QString note;
    if (!frame.isLive()) {
        const base::InstantMs now = m_model.now();
        note = tr("%1 to %2")
                   .arg(clockText(frame.from(), now, m_model.zone()),
                        clockText(frame.to(), now, m_model.zone()));
    } else if (!monitors.isEmpty()) {
        //: %1 of %2 monitors
        note = tr("live · %1 of %2 measured").arg(measured).arg(monitors.size());
    }
    m_header->setNote(note);
}

std::optional<MonitorInfo> HealthPane::largeMonitor() const
{
    const QList<MonitorInfo> monitors = m_model.monitors();
    const auto large = std::ranges::find(monitors, m_large, &MonitorInfo::id);
    return large == monitors.end() ? std::nullopt : std::optional(*large);
}

void HealthPane::serve(ChartAction action)
{
    if (action == ChartAction::Table)
        showSamples();
    else
        askWhereTo(action);
}

void HealthPane::showSamples()
{
    const health::Series *series = m_model.series(m_large);
    const auto large = largeMonitor();
    if (!series || !large)
        return;
    const ChartContent content = contentOf(m_model, *large, m_navigator->frame());
    auto *dialog =
        new SamplesDialog(large->name, *series, content, summaryOf(*large, series, content), this);
    connect(dialog, &SamplesDialog::saveRequested, this,
            [this] { askWhereTo(ChartAction::SaveValues); });
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void HealthPane::askWhereTo(ChartAction action)
{
    const auto large = largeMonitor();
    if (!large)
        return;
    const bool picture = action == ChartAction::SavePicture;
    const QString path = QFileDialog::getSaveFileName(
        this, picture ? tr("Save the chart as a picture") : tr("Save the values"),
        fileNameFor(large->name, m_navigator->frame().to(), picture ? u"png"_s : u"csv"_s));
    if (path.isEmpty())
        return;
    const base::Done done = picture ? savePicture(path) : saveValues(path);
    if (!done)
        emit failed(done.error());
}

base::Done HealthPane::savePicture(const QString &path)
{
    const double ratio = std::max(savedRatio, m_panel->devicePixelRatioF());
    QImage image((QSizeF(m_panel->size()) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    m_panel->render(&image, {}, {}, QWidget::DrawWindowBackground | QWidget::DrawChildren);
    return saveImage(image, path);
}

base::Done HealthPane::saveValues(const QString &path) const
{
    return saveSamples(m_model.series(m_large), m_navigator->frame().from(),
                       m_navigator->frame().to(), path);
}

void HealthPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_second.start();
    refresh();
}

void HealthPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_second.stop();
}

} // namespace ui
