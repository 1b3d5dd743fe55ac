// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/statwords.h"

#include "timing/fieldtext.h"

#include <QCoreApplication>
#include <QStringList>

namespace wording {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using incident::Calibration;
using incident::Figure;
using incident::LeftOut;
using timing::RoughDuration;
using timing::Span;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

/// Seconds say nothing beside ten minutes.
constexpr Span coarseFrom = 10min;

Span roundedDown(Span length)
{
    return std::chrono::abs(length) < coarseFrom ? length
                                                 : std::chrono::floor<std::chrono::minutes>(length);
}

Span roundedUp(Span length)
{
    return std::chrono::abs(length) < coarseFrom ? length
                                                 : std::chrono::ceil<std::chrono::minutes>(length);
}

QString nothingOfIt(Figure figure)
{
    return figure == Figure::Impaired ? Words::tr("never impaired") : Words::tr("never down");
}

QString notTold(Figure figure)
{
    const bool estimate = figure == Figure::EstimateError || figure == Figure::PlanError;
    return estimate ? Words::tr("no estimate given") : Words::tr("no all-clear published");
}

/// "11 estimates near 10 min", of which parts.
QString casesWords(const Calibration &calibration)
{
    const QString bound = timing::fieldText(RoughDuration::exact(calibration.bound));
    const QString near =
        calibration.cases == 1
            ? Words::tr("1 earlier estimate near %1").arg(bound)
            : Words::tr("%n earlier estimates near %1", nullptr, calibration.cases).arg(bound);
    if (calibration.components.isEmpty())
        return near;
    return Words::tr("%1 for %2", "earlier estimates, components")
        .arg(near, calibration.components.join(u", "_s));
}

} // namespace

QString words(Figure figure)
{
    switch (figure) {
    case Figure::Detect:
        return Words::tr("time to detect");
    case Figure::Acknowledge:
        return Words::tr("time to acknowledge");
    case Figure::Tell:
        return Words::tr("time to tell");
    case Figure::Restore:
        return Words::tr("time to restore");
    case Figure::Downtime:
        return Words::tr("downtime");
    case Figure::Impaired:
        return Words::tr("time impaired");
    case Figure::AllClearLag:
        return Words::tr("all-clear after the end");
    case Figure::EstimateError:
        return Words::tr("longer than estimated");
    case Figure::PlanError:
        return Words::tr("work longer than planned");
    }
    return {};
}

QString words(LeftOut why, Figure figure)
{
    switch (why) {
    case LeftOut::PlannedWork:
        return Words::tr("planned work");
    case LeftOut::NotPlanned:
        return Words::tr("not planned");
    case LeftOut::NearMiss:
        return Words::tr("near miss");
    case LeftOut::Dismissed:
        return Words::tr("dismissed or cancelled");
    case LeftOut::Running:
        return Words::tr("not over yet");
    case LeftOut::NotTold:
        return notTold(figure);
    case LeftOut::NothingOfIt:
        return nothingOfIt(figure);
    case LeftOut::NotApplicable:
        return Words::tr("does not apply");
    case LeftOut::NotKnown:
        return Words::tr("time not known");
    }
    return {};
}

QString figureWords(const RoughDuration &value)
{
    if (!value.isKnown())
        return Words::tr("unknown");
    auto lo = value.lo();
    auto hi = value.hi();
    if (lo)
        lo = roundedDown(*lo);
    if (hi)
        hi = roundedUp(*hi);
    if (!hi)
        return timing::fieldText(RoughDuration::atLeast(*lo));
    if (!lo || value.precision() == timing::Precision::AtMost)
        return Words::tr("no more than %1").arg(timing::fieldText(RoughDuration::exact(*hi)));
    return timing::fieldText(RoughDuration::between(*lo, *hi));
}

QString leftOutWords(const incident::Aggregate &aggregate)
{
    QStringList all;
    for (const auto &[why, count] : aggregate.leftOut)
        all += u"%1 (%2)"_s.arg(words(why, aggregate.figure)).arg(count);
    return all.join(u", "_s);
}

QString calibrationWords(const Calibration &calibration)
{
    if (!calibration.cases)
        return Words::tr("No earlier estimate like this: too little to tell how good it is.");
    const QString cases = casesWords(calibration);
    if (!calibration.isEnough())
        return Words::tr("%1: too little to tell how good it is.").arg(cases);
    const QString took = figureWords(calibration.actual);
    if (!calibration.unclear)
        return Words::tr("%1 took %2; %3 held.").arg(cases, took).arg(calibration.within);
    return Words::tr("%1 took %2; %3 held, %4 cannot be told.")
        .arg(cases, took)
        .arg(calibration.within)
        .arg(calibration.unclear);
}

} // namespace wording
