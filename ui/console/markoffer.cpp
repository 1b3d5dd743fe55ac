// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/arithmetic.h"
#include "ui/console/watchhealth.h"
#include "ui/health/chartsource.h"
#include "wording/clockwords.h"

/// What marking a stretch of a chart would do, in words.
namespace ui {

using namespace Qt::StringLiterals;
using timing::RoughInstant;
using workflow::WindowMark;

namespace {

QString momentText(const RoughInstant &at, base::InstantMs now, const QTimeZone &zone)
{
    const auto text = [&](base::Instant when) {
        return clockText(when, now, zone);
    };
    if (at.lo() && at.hi() && at.lo() != at.hi())
        return u"%1–%2"_s.arg(text(*at.lo()), text(*at.hi()));
    if (at.lo())
        return text(*at.lo());
    return at.hi() ? WatchHealth::tr("%1 or before").arg(text(*at.hi())) : QString();
}

/// "12 min", or "11 min to 12 min"; empty if nobody can know.
QString lengthText(const RoughInstant &start, const RoughInstant &end)
{
    const auto length = timing::notNegative(timing::difference(end, start));
    if (!length.lo() || !length.hi())
        return {};
    const QString shortest = wording::shortLength(*length.lo());
    const QString longest = wording::shortLength(*length.hi());
    return shortest == longest ? shortest : WatchHealth::tr("%1 to %2").arg(shortest, longest);
}

} // namespace

WindowMark WatchHealth::windowMark(const OutageMark &mark) const
{
    WindowMark wanted;
    const auto status = statusOf(mark.monitor);
    wanted.monitor = status ? status->spec.name : mark.monitor;
    wanted.stretch = mark.stretch;
    wanted.effect = mark.isSlow ? incident::Effect::Degraded : incident::Effect::Down;
    if (mark.moved) {
        wanted.window = mark.moved->window;
        wanted.edges = mark.moved->isEnd ? WindowMark::Edges::End : WindowMark::Edges::Start;
    }
    return wanted;
}

QStringList WatchHealth::componentsOf(const QString &seriesId) const
{
    const auto status = statusOf(seriesId);
    return status && !status->spec.component.isEmpty() ? QStringList{status->spec.component}
                                                       : QStringList();
}

MarkOffer WatchHealth::offerFor(const OutageMark &mark) const
{
    const RoughInstant &start = mark.stretch.start.at;
    const RoughInstant &end = mark.stretch.end.at;
    const QString from = momentText(start, now(), zone());
    const QString to = momentText(end, now(), zone());
    MarkOffer offer;
    if (mark.moved && mark.moved->isEnd)
        offer.sentence = end.isKnown() ? tr("It ends %1.").arg(to) : tr("It is still going on.");
    else if (mark.moved)
        offer.sentence = tr("It begins %1.").arg(from);
    else if (!end.isKnown())
        offer.sentence = tr("Outage since %1, still going on.").arg(from);
    else
        offer.sentence = tr("Outage from %1 until %2, %3.").arg(from, to, lengthText(start, end));
    if (!m_shown.exists()) {
        offer.action = tr("Open an incident");
        return offer;
    }
    const int window = windowFrom(m_shown, windowMark(mark), zone()).seq;
    offer.action = window > 0 ? tr("Correct window %1").arg(window) : tr("Add a window");
    return offer;
}

} // namespace ui
