// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/chartnavigator.h"

#include "ui/health/charthand.h"
#include "ui/health/chartsource.h"
#include "ui/health/chartthings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using std::chrono::milliseconds;

constexpr double keyPan = 0.1;
constexpr double keyZoom = 0.6;
/// How far an edge is drawn to a turn of the samples, px.
constexpr double snapReach = 12;
/// How near a mark has to be for the crosshair to name it, px.
constexpr double nameReach = 5;

/// Where an edge may lie; `open` if it has not come yet.
health::Interval intervalOf(const health::Edge &edge, base::InstantMs open)
{
    if (!edge.at.isKnown())
        return {open, open};
    const base::InstantMs first = edge.before.value_or(edge.after.value_or(open));
    return {first, edge.after.value_or(first)};
}

/// A stretch that ends before it begins is none.
bool isStretch(const health::MarkedStretch &stretch)
{
    const auto begins = stretch.start.at.lo();
    const auto ends = stretch.end.at.hi();
    return stretch.start.at.isKnown() && (!begins || !ends || *ends > *begins);
}

} // namespace

ChartNavigator::ChartNavigator(const HealthModel &model, HealthChart &large, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_large(large)
{
    follow(m_frame, m_model);
    listen(*new ChartHand(large));
}

void ChartNavigator::listen(ChartHand &hand)
{
    connect(&hand, &ChartHand::pointed, this, &ChartNavigator::point);
    connect(&hand, &ChartHand::zoomed, this, [this](double factor, base::InstantMs anchor) {
        move([&](TimeFrame &frame) { frame.zoom(factor, anchor); });
    });
    connect(&hand, &ChartHand::panned, this,
            [this](double lengths) { move([&](TimeFrame &frame) { frame.pan(lengths); }); });
    connect(&hand, &ChartHand::selected, this, &ChartNavigator::select);
    connect(&hand, &ChartHand::zoomDragged, this, &ChartNavigator::dragZoom);
    connect(&hand, &ChartHand::edgeDragged, this,
            [this](const BandEdge &edge, base::InstantMs to, bool over) {
                moveEdge(edge, to, pixels(snapReach), over);
            });
    connect(&hand, &ChartHand::clicked, this, &ChartNavigator::dropSelection);
    connect(&hand, &ChartHand::acted, this, &ChartNavigator::perform);
}

void ChartNavigator::setMonitor(const MonitorInfo &monitor)
{
    const bool other = monitor.id != m_monitor.id;
    m_monitor = monitor;
    if (other)
        dropSelection();
}

ChartOverlay ChartNavigator::overlayOf(const QString &id) const
{
    ChartOverlay overlay;
    const bool large = id == m_monitor.id;
    if (large) {
        overlay.selection = m_selection;
        overlay.words = words();
    }
    if (!m_cursor)
        return overlay;
    overlay.cursor = m_cursor;
    const health::Series *shown = m_model.series(id);
    const auto sample = shown ? sampleNear(*shown, *m_cursor) : std::nullopt;
    if (sample && sample->quality == health::Quality::Ok)
        overlay.value = sample->value;
    if (large && sample)
        overlay.cursor = sample->at;
    return overlay;
}

std::optional<health::Sample> ChartNavigator::shownSample() const
{
    return m_cursor && series() ? sampleNear(*series(), *m_cursor) : std::nullopt;
}

QStringList ChartNavigator::words() const
{
    if (!m_cursor)
        return {};
    const auto sample = shownSample();
    const base::InstantMs at = sample ? sample->at : *m_cursor;
    const QString unit = series() ? series()->info().unit : QString();
    QStringList words{clockText(at, m_model.now(), m_model.zone()) + u" · "_s +
                      readingText(sample, unit)};
    const milliseconds near = pixels(nameReach);
    for (const ChartThing &thing : thingsOf(contentOf(m_model, m_monitor, m_frame))) {
        if (thing.at >= *m_cursor - near && thing.at <= *m_cursor + near)
            words.append(thing.words);
    }
    return words;
}

void ChartNavigator::point(std::optional<base::InstantMs> at)
{
    if (at == m_cursor)
        return;
    m_cursor = at;
    emit overlayChanged();
}

void ChartNavigator::move(const std::function<void(TimeFrame &)> &change)
{
    follow(m_frame, m_model);
    change(m_frame);
    emit frameChanged();
}

void ChartNavigator::perform(ChartAction action)
{
    const base::InstantMs middle =
        m_frame.isLive() ? m_model.now() : m_frame.from() + m_frame.length() / 2;
    const base::InstantMs anchor = m_cursor.value_or(middle);
    switch (action) {
    case ChartAction::PanBack:
        return move([](TimeFrame &frame) { frame.pan(-keyPan); });
    case ChartAction::PanForward:
        return move([](TimeFrame &frame) { frame.pan(keyPan); });
    case ChartAction::PageBack:
        return move([](TimeFrame &frame) { frame.pan(-1); });
    case ChartAction::PageForward:
        return move([](TimeFrame &frame) { frame.pan(1); });
    case ChartAction::ZoomIn:
        return move([&](TimeFrame &frame) { frame.zoom(keyZoom, anchor); });
    case ChartAction::ZoomOut:
        return move([&](TimeFrame &frame) { frame.zoom(1 / keyZoom, anchor); });
    case ChartAction::Reset:
        return move([](TimeFrame &frame) { frame.reset(); });
    case ChartAction::LiveEdge:
        return move([](TimeFrame &frame) { frame.toLiveEdge(); });
    case ChartAction::CursorBack:
        return stepCursor(-1);
    case ChartAction::CursorForward:
        return stepCursor(1);
    case ChartAction::ThingBack:
        return stepThing(-1);
    case ChartAction::ThingForward:
        return stepThing(1);
    case ChartAction::SelectBack:
        return stepSelection(-1);
    case ChartAction::SelectForward:
        return stepSelection(1);
    case ChartAction::SelectOutage:
        return selectOutage();
    case ChartAction::ZoomSelection:
        return zoomToSelection();
    case ChartAction::Cancel:
        point(std::nullopt);
        return dropSelection();
    case ChartAction::Confirm:
        if (const auto mark = m_mark)
            emit confirmed(*mark);
        return;
    case ChartAction::Table:
    case ChartAction::SavePicture:
    case ChartAction::SaveValues:
        emit asked(action);
        return;
    }
}

void ChartNavigator::moveCursor(base::InstantMs to)
{
    m_cursor = to;
    const TimeFrame before = m_frame;
    follow(m_frame, m_model);
    m_frame.reveal(to);
    if (m_frame.from() != before.from() || m_frame.to() != before.to())
        emit frameChanged();
    else
        emit overlayChanged();
}

/// To the next sample that is at least a pixel away.
void ChartNavigator::stepCursor(int direction)
{
    if (!series() || series()->isEmpty())
        return;
    const base::InstantMs latest = series()->last()->at;
    if (!m_cursor)
        return moveCursor(latest);
    const auto sample = shownSample();
    const base::InstantMs at = sample ? sample->at : *m_cursor;
    const milliseconds pixel = std::max(milliseconds(1), pixels(1));
    const qsizetype next = direction > 0 ? series()->indexAt(at + pixel)
                                         : series()->indexAt(at - pixel + milliseconds(1)) - 1;
    moveCursor(series()->at(std::clamp<qsizetype>(next, 0, series()->size() - 1)).at);
}

void ChartNavigator::stepThing(int direction)
{
    const QList<ChartThing> things = thingsOf(contentOf(m_model, m_monitor, m_frame));
    const base::InstantMs at = m_cursor.value_or(m_model.now());
    const ChartThing *found = nullptr;
    for (const ChartThing &thing : things) {
        if (direction > 0 && thing.at > at)
            return moveCursor(thing.at);
        if (direction < 0 && thing.at < at)
            found = &thing;
    }
    if (found)
        moveCursor(found->at);
}

/// Of a window that can be corrected.
std::optional<BandEdge> ChartNavigator::edgeAtCursor() const
{
    std::optional<BandEdge> nearest;
    milliseconds least = pixels(nameReach);
    const auto look = [&](const ChartBand &band, base::InstantMs at, bool isEnd) {
        const milliseconds away = std::chrono::abs(at - *m_cursor);
        if (band.window == 0 || away > least)
            return;
        least = away;
        nearest = BandEdge{band.window, isEnd};
    };
    for (const ChartBand &band : m_model.bands(m_monitor.id)) {
        look(band, band.from, false);
        if (band.to)
            look(band, *band.to, true);
    }
    return nearest;
}

/// From the edge of a window on, the edge itself is moved: by samples, without a jump to a turn.
void ChartNavigator::stepSelection(int direction)
{
    if (!m_cursor)
        stepCursor(direction);
    if (m_cursor && !m_anchor && !m_held)
        m_held = edgeAtCursor();
    if (const auto edge = m_held) {
        stepCursor(direction);
        moveEdge(*edge, *m_cursor, milliseconds(0), true);
        m_held = edge;
        return;
    }
    if (!m_anchor)
        m_anchor = m_cursor;
    stepCursor(direction);
    if (m_anchor && m_cursor) {
        const base::InstantMs anchor = *m_anchor;
        select(anchor, *m_cursor, true);
        m_anchor = anchor;
    }
}

std::chrono::milliseconds ChartNavigator::pixels(double count) const
{
    const double width = std::max(1.0, m_large.plotArea().width());
    return milliseconds(qint64(double(m_frame.length().count()) * count / width));
}

/// Failures if there are any; else, where slowness has a limit, what is slower than that.
health::BadWhen ChartNavigator::badWithin(base::InstantMs from, base::InstantMs to) const
{
    const bool failed = series()->summary(from, to).count(health::Quality::Failed) > 0;
    if (failed || !m_monitor.threshold)
        return {};
    return {m_monitor.threshold->value};
}

void ChartNavigator::select(base::InstantMs a, base::InstantMs b, bool over)
{
    if (!series())
        return;
    const auto [from, to] = std::minmax(a, b);
    const milliseconds reach = pixels(snapReach);
    const health::BadWhen bad = badWithin(from - reach, to + reach);
    OutageMark mark{m_monitor.id, {}, bad.slowFrom.has_value(), std::nullopt};
    mark.stretch = {startEdge(*series(), from, reach, bad), endEdge(*series(), to, reach, bad)};
    if (mark.isSlow && !mark.stretch.start.isTurn && !mark.stretch.end.isTurn)
        mark.isSlow = false;
    take(mark, over);
}

void ChartNavigator::take(const OutageMark &mark, bool over)
{
    m_anchor.reset();
    m_held.reset();
    m_mark.reset();
    m_selection.reset();
    if (isStretch(mark.stretch)) {
        m_selection = ChartSelection{ChartSelection::Kind::Outage,
                                     intervalOf(mark.stretch.start, m_model.now()),
                                     intervalOf(mark.stretch.end, m_model.now())};
        if (over)
            m_mark = mark;
    }
    emit overlayChanged();
}

void ChartNavigator::moveEdge(const BandEdge &edge, base::InstantMs to, milliseconds reach,
                              bool over)
{
    const QList<ChartBand> bands = m_model.bands(m_monitor.id);
    const auto band = std::ranges::find(bands, edge.window, &ChartBand::window);
    if (!series() || band == bands.end())
        return;
    const health::BadWhen bad = badWithin(to - reach, to + reach);
    OutageMark mark{m_monitor.id, {}, false, edge};
    if (edge.isEnd) {
        mark.stretch.start.at = timing::RoughInstant::exact(band->from);
        mark.stretch.start.after = band->from;
        mark.stretch.end = endEdge(*series(), to, reach, bad);
    } else {
        mark.stretch.start = startEdge(*series(), to, reach, bad);
        if (band->to) {
            mark.stretch.end.at = timing::RoughInstant::exact(*band->to);
            mark.stretch.end.before = *band->to;
        }
    }
    take(mark, over);
}

void ChartNavigator::dragZoom(base::InstantMs a, base::InstantMs b, bool over)
{
    const auto [from, to] = std::minmax(a, b);
    m_mark.reset();
    if (!over) {
        m_selection = ChartSelection{ChartSelection::Kind::Zoom, {from, from}, {to, to}};
        emit overlayChanged();
        return;
    }
    m_selection.reset();
    emit overlayChanged();
    move([first = from, last = to](TimeFrame &frame) { frame.show(first, last); });
}

void ChartNavigator::selectOutage()
{
    if (!series())
        return;
    const base::InstantMs at = m_cursor.value_or(m_model.now());
    auto found = badStretchAt(*series(), at);
    const bool slow = !found && m_monitor.threshold;
    if (slow)
        found = badStretchAt(*series(), at, {m_monitor.threshold->value});
    if (!found)
        return;
    take({m_monitor.id, *found, slow, std::nullopt}, true);
    const health::Interval end = m_selection ? m_selection->end : health::Interval();
    if (m_selection && m_selection->start.from >= m_frame.from() && end.to <= m_frame.to())
        return;
    zoomToSelection();
}

void ChartNavigator::zoomToSelection()
{
    if (!m_selection)
        return;
    const base::InstantMs from = m_selection->start.from;
    const base::InstantMs to = m_selection->end.to;
    const milliseconds room = (to - from) / 4;
    move([&](TimeFrame &frame) { frame.show(from - room, to + room); });
}

void ChartNavigator::dropSelection()
{
    m_anchor.reset();
    m_held.reset();
    if (!m_selection && !m_mark)
        return;
    m_selection.reset();
    m_mark.reset();
    emit overlayChanged();
}

} // namespace ui
