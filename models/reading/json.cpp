// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/json.h"

#include "timing/zone.h"

#include <QJsonArray>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

QJsonValue number(std::optional<int> value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

template <class E>
QJsonValue name(std::optional<E> value)
{
    return value ? QJsonValue(base::toName(*value)) : QJsonValue();
}

QJsonValue wallTime(std::optional<Instant> at, const QTimeZone &zone)
{
    if (!at)
        return {};
    return timing::toLocal(*at, zone).toString(u"yyyy-MM-dd'T'HH:mm"_s);
}

QJsonObject windowJson(const FactWindow &window, const QTimeZone &zone)
{
    return {
        {u"effect"_s, base::toName(window.effect)},
        {u"shape"_s, base::toName(window.shape)},
        {u"multiplicity"_s, base::toName(window.multiplicity)},
        {u"count"_s, number(window.count)},
        {u"start_lo"_s, wallTime(window.start.lo, zone)},
        {u"start_hi"_s, wallTime(window.start.hi, zone)},
        {u"end_lo"_s, wallTime(window.end.lo, zone)},
        {u"end_hi"_s, wallTime(window.end.hi, zone)},
        {u"dur_lo"_s, number(window.length.lo)},
        {u"dur_hi"_s, number(window.length.hi)},
        {u"dur_precision"_s, name(window.lengthPrecision)},
        {u"total_lo"_s, number(window.total.lo)},
        {u"total_hi"_s, number(window.total.hi)},
        {u"revision"_s, window.revision},
        {u"after"_s, number(window.after)},
    };
}

QJsonObject milestoneJson(const Milestone &milestone, const QTimeZone &zone)
{
    return {
        {u"from"_s, name(milestone.from)},
        {u"window"_s, number(milestone.window)},
        {u"revision"_s, number(milestone.revision)},
        {u"lo"_s, number(milestone.after.lo)},
        {u"hi"_s, number(milestone.after.hi)},
        {u"at_lo"_s, wallTime(milestone.at.lo, zone)},
        {u"at_hi"_s, wallTime(milestone.at.hi, zone)},
    };
}

QJsonObject estimateJson(const Estimate &estimate, const QTimeZone &zone)
{
    return {
        {u"of"_s, base::toName(estimate.of)},  {u"window"_s, estimate.window},
        {u"revision"_s, estimate.revision},    {u"lo"_s, number(estimate.length.lo)},
        {u"hi"_s, number(estimate.length.hi)}, {u"until"_s, wallTime(estimate.until, zone)},
    };
}

QJsonValue verdictJson(const std::optional<Verdict> &verdict)
{
    if (!verdict)
        return {};
    return QJsonObject{
        {u"verdict"_s, base::toName(verdict->kind)},
        {u"difference"_s, number(verdict->difference)},
    };
}

} // namespace

QJsonObject toJson(const PostFacts &facts)
{
    QJsonArray planned;
    for (const FactWindow &window : facts.planned) {
        QJsonObject json = windowJson(window, facts.zone);
        json.insert(u"status"_s, base::toName(window.status));
        planned.append(json);
    }
    QJsonArray actual;
    for (const FactWindow &window : facts.actual)
        actual.append(windowJson(window, facts.zone));
    QJsonObject milestones;
    for (const auto &[which, milestone] : facts.milestones)
        milestones.insert(base::toName(which), milestoneJson(milestone, facts.zone));
    QJsonArray estimates;
    for (const Estimate &estimate : facts.estimates)
        estimates.append(estimateJson(estimate, facts.zone));
    const QJsonValue cause =
        facts.cause.isEmpty() ? QJsonValue() : QJsonArray::fromStringList(facts.cause);
    return {
        {u"kind"_s, base::toName(facts.kind)},
        {u"entry_mode"_s, base::toName(facts.entryMode)},
        {u"planned_windows"_s, planned},
        {u"actual_windows"_s, actual},
        {u"milestones"_s, milestones},
        {u"estimates"_s, estimates},
        {u"predicted_vs_actual"_s, verdictJson(facts.verdict)},
        {u"updates_count"_s, facts.updates},
        {u"promises"_s, QJsonArray::fromStringList(facts.promises)},
        {u"components"_s, QJsonArray::fromStringList(facts.components)},
        {u"cause"_s, cause},
        {u"warnings"_s, QJsonArray::fromStringList(facts.warnings)},
    };
}

} // namespace reading
