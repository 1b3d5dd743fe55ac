// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/monitorspec.h"

#include "source/address.h"
#include "source/dnsprobe.h"
#include "source/hostlimits.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace source {

using namespace std::chrono_literals;
using base::ErrorKind;

namespace {

constexpr auto shortestInterval = 1s;
constexpr auto longestInterval = 24h;
constexpr auto shortestTimeout = 100ms;
constexpr int longestName = 100;
constexpr int longestBodyText = 1000;
constexpr int longestExpression = 10'000;
constexpr int mostInRow = 20;
constexpr auto longestHeld = 1h; ///< beyond a limit of this machine

tl::unexpected<base::Error> refuse(const char *text)
{
    return base::fail(ErrorKind::Input, QCoreApplication::translate("source", text));
}

Kind kindOf(const QUrl &url)
{
    if (url.scheme() == u"dns")
        return Kind::Dns;
    return url.scheme().startsWith(u"http") ? Kind::Http : Kind::Tcp;
}

base::Done validateAddress(const MonitorSpec &spec)
{
    if (spec.kind == Kind::Host) {
        if (!spec.address.isEmpty())
            return refuse(QT_TRANSLATE_NOOP("source",
                                            "The watching of this machine has no address. "
                                            "Leave it empty."));
        return {};
    }
    const base::Result<QUrl> url = targetUrl(spec.address);
    if (!url)
        return base::passOn(url);
    if (kindOf(*url) != (isFigure(spec.kind) ? Kind::Http : spec.kind))
        return refuse(QT_TRANSLATE_NOOP("source", "The address does not fit the kind of monitor. "
                                                  "Use http:// or https:// for a web page, tcp:// "
                                                  "or tls:// for a port."));
    const QHostAddress numeric(url->host());
    if (!spec.allowLinkLocal && !numeric.isNull() && isLinkLocal(numeric))
        return refuse(QT_TRANSLATE_NOOP("source", "This is a link-local address, where clouds keep "
                                                  "the secrets of their machines. Allow link-local "
                                                  "addresses for this monitor if you mean it."));
    return {};
}

base::Done validateRule(const MonitorSpec &spec)
{
    const bool isMachine = spec.kind == Kind::Host;
    if (isMachine && limitHeld(spec) > longestHeld)
        return refuse(QT_TRANSLATE_NOOP("source", "A limit of this machine may be held for at most "
                                                  "an hour before there is an alert."));
    const bool isTooLong = !isMachine && spec.failOutOf > mostInRow;
    if (spec.failAfter < 1 || spec.failOutOf < spec.failAfter || isTooLong)
        return refuse(QT_TRANSLATE_NOOP("source", "An alert needs at least one failed look, of at "
                                                  "most the last 20."));
    if (spec.recoverAfter < 1 || spec.recoverAfter > mostInRow)
        return refuse(QT_TRANSLATE_NOOP("source", "An alert ends after 1 to 20 good looks."));
    if (spec.remedy && !incident::remedyFromJson(incident::toJson(*spec.remedy)))
        return refuse(QT_TRANSLATE_NOOP("source", "A remedy needs a name and a program; it runs "
                                                  "for at most an hour, and once an hour or "
                                                  "more."));
    if (!spec.dependsOn.isEmpty() && spec.dependsOn == spec.id)
        return refuse(QT_TRANSLATE_NOOP("source", "A monitor cannot stand on itself."));
    return {};
}

base::Done validateFigure(const MonitorSpec &spec)
{
    if (spec.kind == Kind::Host) {
        const auto limits = hostLimits(spec.expression);
        return limits ? base::Done() : base::Done(base::passOn(limits));
    }
    if (!isFigure(spec.kind))
        return {};
    if (spec.expression.trimmed().isEmpty() || spec.expression.size() > longestExpression)
        return refuse(QT_TRANSLATE_NOOP("source", "Say which figure is watched: an expression of "
                                                  "at most 10,000 characters."));
    if (spec.above && spec.below && !(*spec.below < *spec.above))
        return refuse(QT_TRANSLATE_NOOP("source", "The lower limit has to be under the upper "
                                                  "limit."));
    return {};
}

base::Done validateTimes(const MonitorSpec &spec)
{
    if (spec.interval < shortestInterval || spec.interval > longestInterval)
        return refuse(QT_TRANSLATE_NOOP("source", "The interval has to be between one second and "
                                                  "one day."));
    if (spec.timeout < shortestTimeout || spec.timeout > spec.interval)
        return refuse(QT_TRANSLATE_NOOP("source", "The time limit has to be between a tenth of a "
                                                  "second and the interval."));
    const auto timeout = double(spec.timeout.count());
    if (spec.slowMs && !(*spec.slowMs > 0 && *spec.slowMs < timeout))
        return refuse(QT_TRANSLATE_NOOP("source", "Slow has to be more than nothing and less than "
                                                  "the time limit."));
    return {};
}

} // namespace

base::Done validate(const MonitorSpec &spec)
{
    if (spec.name.trimmed().isEmpty() || spec.name.size() > longestName)
        return refuse(QT_TRANSLATE_NOOP("source", "Give the monitor a name of at most 100 "
                                                  "characters."));
    if (const base::Done address = validateAddress(spec); !address)
        return address;
    if (const base::Done figure = validateFigure(spec); !figure)
        return figure;
    if (const base::Done times = validateTimes(spec); !times)
        return times;
    if (const base::Done rule = validateRule(spec); !rule)
        return rule;
    const StatusRange &expected = spec.expected;
    if (expected.from < 100 || expected.from > expected.to || expected.to > 599)
        return refuse(QT_TRANSLATE_NOOP("source", "The accepted status codes have to be a range "
                                                  "between 100 and 599, such as 200 to 299."));
    if (spec.bodyContains.size() > longestBodyText)
        return refuse(QT_TRANSLATE_NOOP("source", "The text to look for may have 1,000 characters. "
                                                  "Choose a shorter one."));
    return {};
}

health::Rule defaultRule(const MonitorSpec &spec)
{
    health::Rule rule;
    rule.id = spec.id;
    rule.monitor = spec.id;
    rule.step = spec.interval;
    rule.failAfter = spec.failAfter;
    rule.failOutOf = spec.failOutOf;
    rule.recoverAfter = spec.recoverAfter;
    if (spec.slowMs) {
        // Three samples in a row lie two intervals apart.
        const auto atLeast = std::chrono::ceil<base::Span>(spec.interval * 2);
        rule.slow = health::SlowRule{*spec.slowMs, atLeast};
    }
    return rule;
}

} // namespace source
