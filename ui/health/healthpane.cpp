// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/healthpane.h"

#include "ui/health/healthsummary.h"
#include "ui/health/monitorcard.h"
#include "ui/health/samplesdialog.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/emptystate.h"
#include "ui/widget/paneheader.h"
#include "ui/widget/segmentedbar.h"

#include <algorithm>
#include <array>
#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int columns = 2;
constexpr int margin = 14;
constexpr std::chrono::milliseconds coalesce{100};

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
    , m_panel(new MonitorPanel)
    , m_grid(new QGridLayout)
    , m_stack(new QStackedWidget(this))
{
    m_spans->addSegment(1, tr("1 h"), tr("last hour"));
    m_spans->addSegment(6, tr("6 h"), tr("last 6 hours"));
    m_spans->addSegment(24, tr("1 d"), tr("last day"));
    m_header->addLeading(m_spans);
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeContent());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);

    m_soon.setSingleShot(true);
    m_soon.setInterval(coalesce);
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_soon, &QTimer::timeout, this, &HealthPane::refresh);
    connect(&m_second, &QTimer::timeout, this, &HealthPane::refresh);
    connect(m_spans, &SegmentedBar::currentChanged, this, &HealthPane::refresh);
    connect(&m_model, &HealthModel::changed, this, [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    });
    connect(m_panel, &MonitorPanel::tableRequested, this, &HealthPane::showSamples);
    addMenu(m_panel, [this] { return m_large; });
    refresh();
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
    m_grid->setSpacing(10);
    for (int i = 0; i < columns; ++i)
        m_grid->setColumnStretch(i, 1);
    column->addLayout(m_grid);
    auto *add = new ActionButton(ActionButton::Kind::Quiet, tr("Add an address"), content);
    connect(add, &QPushButton::clicked, this, &HealthPane::addRequested);
    column->addWidget(add, 0, Qt::AlignLeft);
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
    syncCards(monitors);
    placeCards(monitors);
    fill(monitors);
    showNote(monitors);
}

void HealthPane::syncCards(const QList<MonitorInfo> &monitors)
{
    std::erase_if(m_cards, [&](const auto &entry) {
        const bool gone = !has(monitors, entry.first);
        if (gone)
            entry.second->deleteLater();
        return gone;
    });
    for (const MonitorInfo &monitor : monitors) {
        if (m_cards.contains(monitor.id))
            continue;
        auto *card = new MonitorCard(m_panel->parentWidget());
        const QString id = monitor.id;
        connect(card, &QPushButton::clicked, this, [this, id] {
            choose(id);
            m_panel->chart()->setFocus(Qt::OtherFocusReason);
        });
        addMenu(card, [id] { return id; });
        m_cards.emplace(id, card);
    }
}

void HealthPane::placeCards(const QList<MonitorInfo> &monitors)
{
    QStringList wanted;
    for (const MonitorInfo &monitor : monitors) {
        if (monitor.id != m_large)
            wanted.append(monitor.id);
    }
    for (const auto &[id, card] : m_cards)
        card->setVisible(id != m_large);
    if (wanted == m_placed)
        return;
    m_placed = wanted;
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    QWidget *before = m_panel->chart();
    for (int i = 0; i < wanted.size(); ++i) {
        MonitorCard *card = m_cards.at(wanted[i]);
        m_grid->addWidget(card, i / columns, i % columns);
        setTabOrder(before, card);
        before = card;
    }
}

void HealthPane::fill(const QList<MonitorInfo> &monitors)
{
    for (const MonitorInfo &monitor : monitors) {
        const ChartContent content = contentOf(monitor);
        const QString summary = summaryOf(monitor, m_model.series(monitor.id), content);
        if (monitor.id == m_large)
            m_panel->present(monitor, content, sourceOf(monitor.id), summary);
        else
            m_cards.at(monitor.id)->present(monitor, content, sourceOf(monitor.id), summary);
    }
}

void HealthPane::showNote(const QList<MonitorInfo> &monitors)
{
    const auto measured = std::ranges::count_if(monitors, [](const MonitorInfo &monitor) {
        return monitor.state != State::NotMeasured && monitor.state != State::Paused;
    });
    //: %1 of %2 monitors
    m_header->setNote(monitors.isEmpty()
                          ? QString()
                          : tr("live · %1 of %2 measured").arg(measured).arg(monitors.size()));
}

ChartContent HealthPane::contentOf(const MonitorInfo &monitor) const
{
    ChartContent content;
    content.now = m_model.now();
    // A little of what is to come keeps the live end off the edge.
    content.to = content.now + std::chrono::milliseconds(span()) / 50;
    content.from = content.to - span();
    content.zone = m_model.zone();
    if (const health::Series *series = m_model.series(monitor.id)) {
        content.unit = series->info().unit;
        if (!series->isEmpty() && series->at(0).at > content.from)
            content.watchedSince = series->at(0).at;
    }
    content.state = monitor.state;
    content.threshold = monitor.threshold;
    content.bands = m_model.bands(monitor.id);
    content.marks = m_model.marks(monitor.id);
    return content;
}

PictureSource HealthPane::sourceOf(const QString &id) const
{
    return [&model = m_model, id](const health::View &view) {
        const health::Series *series = model.series(id);
        return series ? health::decimate(*series, view) : health::Picture{};
    };
}

void HealthPane::showSamples()
{
    const health::Series *series = m_model.series(m_large);
    const QList<MonitorInfo> monitors = m_model.monitors();
    const auto large = std::ranges::find(monitors, m_large, &MonitorInfo::id);
    if (!series || large == monitors.end())
        return;
    auto *dialog = new SamplesDialog(large->name, *series, contentOf(*large), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void HealthPane::addMenu(QWidget *card, const std::function<QString()> &id)
{
    card->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(card, &QWidget::customContextMenuRequested, this,
            [this, card, id](QPoint at) { emit menuRequested(id(), card->mapToGlobal(at)); });
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
