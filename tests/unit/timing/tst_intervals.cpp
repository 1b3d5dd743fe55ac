// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"
#include "support/roughsample.h"
#include "timing/arithmetic.h"
#include "timing/json.h"
#include "timing/linkedtimes.h"

#include <QJsonDocument>
#include <QTest>

using namespace std::chrono_literals;
using namespace timing;
using support::covers;
using support::lies;
using support::pickFrom;
using support::utc;

namespace {

constexpr int cases = 20'000;
const Instant around = utc("2026-10-25T00:55:00Z");

/// Two days either way.
RoughInstant someInstant(QRandomGenerator &random)
{
    return support::randomInstant(random, around, 48h);
}

QByteArray words(const RoughInstant &at)
{
    return QJsonDocument(toJson(at)).toJson(QJsonDocument::Compact);
}

QByteArray words(const RoughDuration &length)
{
    return QJsonDocument(toJson(length)).toJson(QJsonDocument::Compact);
}

/// What went in, for the one case of thousands that fails.
template <class A, class B>
QByteArray both(const A &a, const B &b)
{
    return words(a) + ' ' + words(b);
}

template <class Rough>
bool isWellFormed(const Rough &rough)
{
    return Rough::fromParts(rough.lo(), rough.hi(), rough.precision()) == rough;
}

/// The same bounds, each moved outward or left where it is.
RoughInstant widened(QRandomGenerator &random, const RoughInstant &at)
{
    auto lo = at.lo();
    auto hi = at.hi();
    if (lo)
        *lo -= Span(support::upTo(random, 1000));
    if (hi)
        *hi += Span(support::upTo(random, 1000));
    if (lo && hi)
        return RoughInstant::between(*lo, *hi);
    return lo ? RoughInstant::notBefore(*lo) : RoughInstant::notAfter(*hi);
}

} // namespace

/// What holds for all intervals, on thousands of them; always the same ones.
class TestIntervals : public QObject
{
    Q_OBJECT

    QRandomGenerator m_random;

private slots:
    void init() { m_random.seed(4711); }

    void unknownInUnknownOut()
    {
        for (int i = 0; i < cases; ++i) {
            const RoughInstant at = someInstant(m_random);
            const RoughDuration length = support::randomLength(m_random);
            for (const RoughInstant &none : {RoughInstant(), RoughInstant::notApplicable()}) {
                QCOMPARE(difference(at, none), RoughDuration());
                QCOMPARE(difference(none, at), RoughDuration());
                QCOMPARE(plus(none, length), RoughInstant());
                QCOMPARE(minus(none, length), RoughInstant());
            }
            for (const RoughDuration &none : {RoughDuration(), RoughDuration::notApplicable()}) {
                QCOMPARE(plus(at, none), RoughInstant());
                QCOMPARE(minus(at, none), RoughInstant());
                QCOMPARE(sum(length, none), RoughDuration());
                QCOMPARE(sum(none, length), RoughDuration());
            }
            if (!at.isKnown())
                QVERIFY(!at.middle());
        }
    }

    void whatLiesInTheOperandsLiesInTheResult()
    {
        for (int i = 0; i < cases; ++i) {
            const RoughInstant a = someInstant(m_random);
            const RoughInstant b = someInstant(m_random);
            const RoughDuration m = support::randomLength(m_random);
            const RoughDuration n = support::randomLength(m_random);
            if (a.isKnown() && m.isKnown()) {
                const Instant at = pickFrom(m_random, a);
                const Span length = pickFrom(m_random, m);
                const RoughInstant later = plus(a, m);
                const RoughInstant earlier = minus(a, m);
                QVERIFY2(!later.isKnown() || lies(at + length, later), both(a, m));
                QVERIFY2(!earlier.isKnown() || lies(at - length, earlier), both(a, m));
                QVERIFY(isWellFormed(later) && isWellFormed(earlier));
            }
            if (a.isKnown() && b.isKnown()) {
                const Span apart = pickFrom(m_random, a) - pickFrom(m_random, b);
                const RoughDuration between = difference(a, b);
                QVERIFY2(!between.isKnown() || lies(apart, between), both(a, b));
                QVERIFY2(!between.isKnown() || lies(std::max(Span(0), apart), notNegative(between)),
                         both(a, b));
                QVERIFY(isWellFormed(between) && isWellFormed(notNegative(between)));
            }
            if (m.isKnown() && n.isKnown()) {
                const RoughDuration together = sum(m, n);
                QVERIFY2(!together.isKnown() ||
                             lies(pickFrom(m_random, m) + pickFrom(m_random, n), together),
                         both(m, n));
                QVERIFY(isWellFormed(together));
                QCOMPARE(together, sum(n, m));
            }
        }
    }

    void boundedOperandsGiveTightResults()
    {
        for (int i = 0; i < cases; ++i) {
            const RoughInstant a = someInstant(m_random);
            const RoughInstant b = someInstant(m_random);
            if (!a.lo() || !a.hi() || !b.lo() || !b.hi())
                continue;
            const RoughDuration between = difference(a, b);
            QCOMPARE(between.lo(), std::optional(*a.lo() - *b.hi()));
            QCOMPARE(between.hi(), std::optional(*a.hi() - *b.lo()));
            QCOMPARE(between.isExact(), a.isExact() && b.isExact());
        }
    }

    void knowingLessNeverSaysMore()
    {
        for (int i = 0; i < cases; ++i) {
            const RoughInstant a = someInstant(m_random);
            const RoughInstant b = someInstant(m_random);
            const RoughDuration m = support::randomLength(m_random);
            if (!a.isKnown())
                continue;
            const RoughInstant wide = widened(m_random, a);
            QVERIFY(covers(wide, a));
            QVERIFY2(covers(difference(wide, b), difference(a, b)), both(a, b));
            QVERIFY2(covers(difference(b, wide), difference(b, a)), both(a, b));
            QVERIFY2(covers(plus(wide, m), plus(a, m)), both(a, m));
            QVERIFY2(covers(minus(wide, m), minus(a, m)), both(a, m));
            QVERIFY(!canPrecede(a, b) || canPrecede(wide, b));
            QVERIFY(!possible(a, m, b) || possible(wide, m, b));
        }
    }

    void thereAndBackLosesNothing()
    {
        for (int i = 0; i < cases; ++i) {
            const RoughInstant a = someInstant(m_random);
            const RoughDuration m = support::randomLength(m_random);
            const RoughInstant later = plus(a, m);
            QVERIFY2(covers(minus(later, m), a), both(a, m));
            QVERIFY2(covers(difference(later, a), m) || !difference(later, a).isKnown(),
                     both(a, m));
            if (!later.isKnown())
                continue;
            QVERIFY2(possible(a, m, later), both(a, m));
            if (a.isExact() && m.isExact()) {
                QCOMPARE(minus(later, m), a);
                QCOMPARE(difference(later, a), m);
            }
        }
    }

    void whatBothSayIsWhatBothAllow()
    {
        for (int i = 0; i < cases; ++i) {
            const RoughDuration m = support::randomLength(m_random);
            const RoughDuration n = support::randomLength(m_random);
            const auto common = intersect(m, n);
            const auto reversed = intersect(n, m);
            QCOMPARE(common.has_value(), reversed.has_value());
            if (!m.isKnown() || !n.isKnown()) {
                QVERIFY(common && (common == m || common == n));
                continue;
            }
            const Span in = pickFrom(m_random, m);
            if (!common) {
                QVERIFY2(!lies(in, n), both(m, n));
                continue;
            }
            QVERIFY(isWellFormed(*common));
            QCOMPARE(common->lo(), reversed->lo());
            QCOMPARE(common->hi(), reversed->hi());
            QCOMPARE(lies(in, *common), lies(in, n));
            const Span ofCommon = pickFrom(m_random, *common);
            QVERIFY2(lies(ofCommon, m) && lies(ofCommon, n), both(m, n));
        }
    }

    void possibleIsWhatSomebodyCanHaveLived()
    {
        for (int i = 0; i < cases; ++i) {
            const RoughInstant start = someInstant(m_random);
            const RoughInstant end = someInstant(m_random);
            const RoughDuration length = support::randomLength(m_random);
            if (!start.isKnown() || !end.isKnown() || !length.isKnown())
                continue;
            const Instant began = pickFrom(m_random, start);
            const Instant ended = pickFrom(m_random, end);
            if (lies(ended - began, length))
                QVERIFY2(possible(start, length, end), both(start, end) + words(length));
            if (began <= ended)
                QVERIFY2(canPrecede(start, end), both(start, end));
        }
    }

    void theStoredFormIsTheValue()
    {
        for (int i = 0; i < cases; ++i) {
            const RoughInstant at = someInstant(m_random);
            const RoughDuration length = support::randomLength(m_random);
            QCOMPARE(instantFromJson(toJson(at)), std::optional(at));
            QCOMPARE(durationFromJson(toJson(length)), std::optional(length));
        }
    }

    void anyTwoFieldsGiveTheSameThird()
    {
        const FieldContext context{QTimeZone("Europe/London"), around + 240h, Lean::Past};
        for (int i = 0; i < cases / 10; ++i) {
            const auto start = RoughInstant::exact(
                support::pickFrom(m_random, RoughInstant::between(around - 48h, around + 48h)));
            const auto length = RoughDuration::exact(1s + Span(support::upTo(m_random, 200'000)));
            const auto end = plus(start, length);
            LinkedTimes forward;
            QVERIFY(forward.setStart(start, context) && forward.setLength(length, context));
            LinkedTimes measured;
            QVERIFY(measured.setEnd(end, context) && measured.setStart(start, context));
            LinkedTimes backward;
            QVERIFY(backward.setLength(length, context) && backward.setEnd(end, context));
            for (const LinkedTimes &times : {forward, measured, backward}) {
                QCOMPARE(times.start(), start);
                QCOMPARE(times.length(), length);
                QCOMPARE(times.end(), end);
            }
        }
    }

    void linkedFieldsNeverContradictEachOther()
    {
        const FieldContext context{QTimeZone("Australia/Lord_Howe"), around + 240h, Lean::Past};
        int taken = 0;
        for (int i = 0; i < cases / 10; ++i) {
            LinkedTimes times;
            for (int edit = 0; edit < 6; ++edit) {
                const LinkedTimes before = times;
                const quint32 field = m_random.bounded(3);
                const bool done =
                    field == 1
                        ? times.setLength(support::randomLength(m_random), context).has_value()
                    : field == 0 ? times.setStart(someInstant(m_random), context).has_value()
                                 : times.setEnd(someInstant(m_random), context).has_value();
                taken += done;
                if (!done)
                    QCOMPARE(times, before);
                QVERIFY2(possible(times.start(), times.length(), times.end()),
                         both(times.start(), times.end()) + words(times.length()));
                QVERIFY(!times.start().lo() || !times.end().hi() ||
                        *times.end().hi() > *times.start().lo());
            }
        }
        QVERIFY(taken > cases / 10);
    }
};

QTEST_GUILESS_MAIN(TestIntervals)
#include "tst_intervals.moc"
