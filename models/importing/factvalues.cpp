// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/factvalues.h"

#include <algorithm>

namespace importing {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using timing::Precision;
using timing::RoughDuration;
using timing::RoughInstant;

namespace {

bool saysOneOf(const QString &words, std::initializer_list<QLatin1StringView> parts)
{
    return std::ranges::any_of(
        parts, [&](QLatin1StringView part) { return words.contains(part, Qt::CaseInsensitive); });
}

} // namespace

RoughInstant roughOf(const reading::Bounds &bounds)
{
    if (bounds.lo && bounds.hi)
        return bounds.isExact() ? RoughInstant::exact(*bounds.lo)
                                : RoughInstant::between(*bounds.lo, *bounds.hi);
    if (bounds.lo)
        return RoughInstant::notBefore(*bounds.lo);
    return bounds.hi ? RoughInstant::notAfter(*bounds.hi) : RoughInstant();
}

RoughDuration roughOf(const reading::Minutes &length, bool isLoose)
{
    const auto span = [](int minutes) {
        return base::Span(std::chrono::minutes(minutes));
    };
    if (!length.isStated())
        return {};
    if (!length.hi)
        return RoughDuration::atLeast(span(*length.lo));
    if (!length.lo || (*length.lo == 0 && *length.hi > 0))
        return RoughDuration::atMost(span(*length.hi));
    if (length.lo == length.hi)
        return RoughDuration::exact(span(*length.lo));
    return RoughDuration::between(span(*length.lo), span(*length.hi),
                                  isLoose ? Precision::About : Precision::Between);
}

incident::Window windowOf(const reading::FactWindow &fact)
{
    incident::Window window;
    window.effect = base::fromName<incident::Effect>(base::toName(fact.effect))
                        .value_or(incident::Effect::Down);
    window.start = roughOf(fact.start);
    window.end = roughOf(fact.end);
    window.duration = roughOf(fact.length, fact.lengthPrecision == reading::LengthPrecision::About);
    window.inside = fact.shape == reading::Shape::Inside;
    if (fact.multiplicity == reading::Multiplicity::SeveralUnlisted) {
        window.several = true;
        window.inside = true;
        window.count = fact.count.value_or(0);
        window.total = roughOf(fact.total);
    }
    return window;
}

incident::Kind kindOf(reading::Kind kind)
{
    switch (kind) {
    case reading::Kind::Outage:
        return incident::Kind::Outage;
    case reading::Kind::Degradation:
        return incident::Kind::Degradation;
    case reading::Kind::Maintenance:
        return incident::Kind::Maintenance;
    }
    return incident::Kind::Outage;
}

incident::PromiseKind promiseKindOf(const QString &words)
{
    using incident::PromiseKind;
    if (saysOneOf(words, {"provider"_L1, "supplier"_L1, "pass on"_L1, "relay"_L1}))
        return PromiseKind::RelayProvider;
    if (saysOneOf(words, {"update"_L1, "report"_L1, "post "_L1, "let you know"_L1, "inform"_L1,
                          "tell you"_L1, "publish"_L1, "more details"_L1, "more news"_L1}))
        return PromiseKind::NextUpdate;
    if (saysOneOf(words, {"monitor"_L1, "watch"_L1, "keep an eye"_L1, "close eye"_L1}))
        return PromiseKind::Monitor;
    if (saysOneOf(words, {"prevent"_L1, "again"_L1, "make sure"_L1, "ensure"_L1, "avoid"_L1})) {
        const bool repeats =
            saysOneOf(words, {"try again"_L1, "run it again"_L1, "do it again"_L1});
        return repeats ? PromiseKind::Reschedule : PromiseKind::Prevent;
    }
    if (saysOneOf(words, {"rerun"_L1, "re-run"_L1, "reschedul"_L1, "new date"_L1, "new time"_L1}))
        return PromiseKind::Reschedule;
    if (saysOneOf(words, {"fix"_L1, "repair"_L1, "replace"_L1, "upgrade"_L1}))
        return PromiseKind::FixForward;
    return PromiseKind::Investigate;
}

incident::Cause causeOf(const QStringList &words)
{
    incident::Cause cause;
    cause.text = words.join(u"; "_s);
    if (cause.text.trimmed().isEmpty())
        return {};
    const bool unsure =
        saysOneOf(cause.text, {"suspect"_L1, "believe"_L1, "likely"_L1, "probably"_L1, "appears"_L1,
                               "seems"_L1, "may have"_L1, "might"_L1, "possibl"_L1});
    cause.status = unsure ? incident::CauseStatus::Suspected : incident::CauseStatus::Confirmed;
    return cause;
}

} // namespace importing
