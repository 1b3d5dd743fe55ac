// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wall/wallview.h"

#include "ui/health/chartsource.h"
#include "ui/health/monitorcard.h"
#include "ui/health/monitordeck.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/paneheader.h"
#include "ui/widget/segmentedbar.h"

#include <algorithm>
#include <QGridLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Eight in a row at 1366 px: sixty monitors and the name of each.
constexpr double narrowestCard = 148;
constexpr int gap = 7;
constexpr int margin = 10;
constexpr std::chrono::milliseconds coalesce{100};

enum Filter { Everything, OnlyTrouble };

bool isTrouble(const MonitorInfo &monitor)
{
    return monitor.state != State::Up && monitor.state != State::Paused;
}

} // namespace

WallView::WallView(const HealthModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_header(new PaneHeader(tr("Wall"), this))
    , m_spans(new SegmentedBar(tr("Time shown"), this))
    , m_filter(new SegmentedBar(tr("Monitors shown"), this))
    , m_content(new QWidget)
    , m_scroll(new QScrollArea(this))
    , m_deck(new MonitorDeck(model, MonitorCard::Density::Compact, m_content))
    , m_grid(new QGridLayout(m_content))
{
    m_spans->addSegment(1, tr("1 h"), tr("last hour"));
    m_spans->addSegment(6, tr("6 h"), tr("last 6 hours"));
    m_spans->addSegment(24, tr("1 d"), tr("last day"));
    m_filter->addSegment(Everything, tr("All"), tr("all monitors"));
    m_filter->addSegment(OnlyTrouble, tr("Not well"), tr("only those that are not well"));
    m_header->addLeading(m_spans);
    m_header->addLeading(m_filter);
    auto *add = new ActionButton(ActionButton::Kind::Secondary, tr("Add a chart"), this);
    m_header->addTrailing(add);
    m_grid->setContentsMargins(margin, margin, margin, margin);
    m_grid->setSpacing(gap);
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_scroll, 1);

    m_soon.setSingleShot(true);
    m_soon.setInterval(coalesce);
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_soon, &QTimer::timeout, this, &WallView::refresh);
    connect(&m_second, &QTimer::timeout, this, &WallView::refresh);
    connect(&m_model, &HealthModel::changed, this, [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    });
    connect(m_filter, &SegmentedBar::currentChanged, this, &WallView::refresh);
    connect(m_spans, &SegmentedBar::currentChanged, this, [this](int hours) {
        m_frame.setSpan(std::chrono::hours(hours));
        refresh();
    });
    connect(m_deck, &MonitorDeck::chosen, this, &WallView::chosen);
    connect(add, &QPushButton::clicked, this, &WallView::addRequested);
    connect(m_deck, &MonitorDeck::pointed, this,
            [this](std::optional<base::InstantMs> at) { m_deck->point(at); });
}

void WallView::setOnlyTrouble(bool only)
{
    m_filter->setCurrent(only ? OnlyTrouble : Everything);
}

void WallView::focusFirst()
{
    if (!m_placed.isEmpty())
        m_deck->card(m_placed.first())->setFocus(Qt::OtherFocusReason);
}

QList<MonitorInfo> WallView::shown() const
{
    QList<MonitorInfo> monitors = m_model.monitors();
    if (m_filter->current() == OnlyTrouble)
        monitors.removeIf([](const MonitorInfo &monitor) { return !isTrouble(monitor); });
    return monitors;
}

void WallView::refresh()
{
    const QList<MonitorInfo> all = m_model.monitors();
    const QList<MonitorInfo> monitors = shown();
    follow(m_frame, m_model);
    m_deck->sync(all);
    place(monitors);
    m_deck->fill(monitors, m_frame);
    showNote(all);
}

void WallView::place(const QList<MonitorInfo> &monitors)
{
    const double room = m_scroll->viewport()->width() - 2 * margin + gap;
    const int columns = std::max(1, int(room / (Theme::current().scaled(narrowestCard) + gap)));
    QStringList wanted;
    for (const MonitorInfo &monitor : monitors)
        wanted.append(monitor.id);
    if (wanted == m_placed && columns == m_columns)
        return;
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    for (const MonitorInfo &monitor : m_model.monitors())
        m_deck->card(monitor.id)->setVisible(wanted.contains(monitor.id));
    for (int i = 0; i < std::max(columns, m_columns); ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    m_grid->setRowStretch(m_grid->rowCount() - 1, 0);
    QWidget *before = m_filter;
    for (int i = 0; i < wanted.size(); ++i) {
        MonitorCard *card = m_deck->card(wanted[i]);
        card->removeEventFilter(this);
        card->installEventFilter(this);
        m_grid->addWidget(card, i / columns, i % columns);
        setTabOrder(before, card);
        before = card;
    }
    m_grid->setRowStretch(int(wanted.size() + columns - 1) / columns, 1);
    m_placed = wanted;
    m_columns = columns;
}

void WallView::showNote(const QList<MonitorInfo> &all)
{
    const auto count = [&](State state) {
        return int(std::ranges::count(all, state, &MonitorInfo::state));
    };
    QStringList parts;
    if (const int down = count(State::Down))
        parts << tr("%n down", nullptr, down);
    if (const int slow = count(State::Degraded))
        parts << tr("%n degraded", nullptr, slow);
    if (const int blind = count(State::NotMeasured))
        parts << tr("%n not measured", nullptr, blind);
    parts << tr("%1 of %n monitors up", nullptr, int(all.size())).arg(count(State::Up));
    m_header->setNote(all.isEmpty() ? tr("nothing is watched yet") : parts.join(u" · "_s));
}

bool WallView::step(QWidget *from, int key)
{
    qsizetype at = 0;
    while (at < m_placed.size() && m_deck->card(m_placed[at]) != from)
        ++at;
    qsizetype to = at;
    switch (key) {
    case Qt::Key_Left:
        to = at - 1;
        break;
    case Qt::Key_Right:
        to = at + 1;
        break;
    case Qt::Key_Up:
        to = at - m_columns;
        break;
    case Qt::Key_Down:
        to = at + m_columns;
        break;
    case Qt::Key_Home:
        to = 0;
        break;
    case Qt::Key_End:
        to = m_placed.size() - 1;
        break;
    default:
        return false;
    }
    if (to >= 0 && to < m_placed.size()) {
        QWidget *card = m_deck->card(m_placed[to]);
        card->setFocus(Qt::TabFocusReason);
        m_scroll->ensureWidgetVisible(card);
    }
    return true;
}

bool WallView::eventFilter(QObject *watched, QEvent *event)
{
    auto *card = qobject_cast<MonitorCard *>(watched);
    if (!card || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        card->click();
        return true;
    }
    return step(card, key);
}

void WallView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_second.start();
    refresh();
}

void WallView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_second.stop();
}

void WallView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (isVisible())
        refresh();
}

} // namespace ui
