// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/zone.h"
#include "wording/listwords.h"
#include "wording/say.h"
#include "wording/timewords.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace wording;
using timing::Precision;

namespace {

constexpr int cases = 4000;
constexpr qint64 forEver = 1'000'000'000;

/// What a reader takes from words for a length, in minutes; read here on its own, so that a mistake
/// in saying cannot hide behind the same mistake in reading.
struct Heard
{
    qint64 lo = 0;
    qint64 hi = forEver;
};

qint64 numberIn(QString words)
{
    words.replace(u"half an hour"_s, u"30 minutes"_s);
    words.replace(u"an hour and a half"_s, u"90 minutes"_s);
    words.replace(u"an hour"_s, u"60 minutes"_s);
    words.replace(u"a minute"_s, u"1 minute"_s);
    static const QRegularExpression part(u"(\\d+) (minute|hour|day)"_s);
    qint64 minutes = 0;
    for (auto it = part.globalMatch(words); it.hasNext();) {
        const auto match = it.next();
        const qint64 unit = match.captured(2) == u"day"    ? 1440
                            : match.captured(2) == u"hour" ? 60
                                                           : 1;
        minutes += match.captured(1).toLongLong() * unit;
    }
    return minutes;
}

Heard hear(const QString &words)
{
    static const QRegularExpression both(u"^(?:between|in) (.*?) (?:and|to) (.*)$"_s);
    const qint64 number = numberIn(words);
    if (words == u"less than a minute" || words == u"within a minute")
        return {0, 1};
    if (words.startsWith(u"no more than"_s) || words.startsWith(u"within"_s))
        return {0, number};
    if (words.startsWith(u"at least"_s))
        return {number, forEver};
    if (words.startsWith(u"about"_s) || words.startsWith(u"in about"_s)) {
        const qint64 slack = std::max<qint64>(1, qint64(std::lround(double(number) * 0.2)));
        return {number - slack, number + slack};
    }
    const auto match = both.match(words);
    const bool isPair = match.hasMatch() && !words.contains(u"hour and a half"_s);
    if (!isPair)
        return {number, number};
    const qint64 hi = numberIn(match.captured(2));
    qint64 lo = numberIn(match.captured(1));
    if (lo == 0) // "between 30 and 40 minutes": the unit stands behind the second
        lo = match.captured(1).toLongLong() * (match.captured(2).contains(u"hour"_s) ? 60 : 1);
    return {lo, hi};
}

Span someSpan(QRandomGenerator &random)
{
    static constexpr int scales[] = {90, 3600, 6 * 3600, 86400 * 4};
    return Span(random.bounded(scales[random.bounded(4)]));
}

RoughDuration someLength(QRandomGenerator &random)
{
    const Span a = someSpan(random);
    const Span b = a + someSpan(random);
    switch (random.bounded(7)) {
    case 0:
        return RoughDuration::exact(a);
    case 1:
        return RoughDuration::about(std::chrono::ceil<std::chrono::minutes>(a) + 1min);
    case 2:
        return RoughDuration::between(a, b);
    case 3:
        return RoughDuration::between(a, a + Span(random.bounded(180)));
    case 4:
        return RoughDuration::atMost(a);
    case 5:
        return RoughDuration::between(a, b, Precision::About);
    default:
        return RoughDuration::atLeast(a);
    }
}

} // namespace

class TestHonestWords : public QObject
{
    Q_OBJECT

private slots:
    void aCauseIsPartOfASentence()
    {
        using wording::inSentence;
        QCOMPARE(inSentence(u"A change of the router"_s), u"a change of the router"_s);
        QCOMPARE(inSentence(u"Disk full"_s), u"disk full"_s);
        // Names and what may be one stay as they are.
        QCOMPARE(inSentence(u"Postgres ran out of room"_s), u"Postgres ran out of room"_s);
        QCOMPARE(inSentence(u"DNS of our host"_s), u"DNS of our host"_s);
        QCOMPARE(inSentence(u"iSCSI"_s), u"iSCSI"_s);
        QCOMPARE(inSentence({}), QString());
        incident::Facts facts;
        facts.zone = u"Europe/London"_s;
        facts.cause = {incident::CauseStatus::Confirmed,
                       u"A change of the router."_s,
                       incident::Attribution::Own,
                       {},
                       {}};
        facts.status = incident::PublicStatus::Resolved;
        const QString body = wording::say(facts, base::Instant{}, {}).body;
        QVERIFY2(body.contains(u"cause was a change of the router."_s), qPrintable(body));
    }

    void lengthsHoldWhatIsKnown()
    {
        QRandomGenerator random(20261123);
        for (int i = 0; i < cases; ++i) {
            const RoughDuration length = someLength(random);
            for (const RoughDuration &told : {length, forReaders(length)}) {
                for (const LengthForm form : {LengthForm::Plain, LengthForm::Within}) {
                    const QString words = lengthWords(told, form);
                    if (words.isEmpty())
                        continue;
                    const Heard heard = hear(words);
                    const QString all = u"%1: %2..%3 s"_s.arg(words)
                                            .arg(length.lo().value_or(Span(-1)).count())
                                            .arg(length.hi().value_or(Span(-1)).count());
                    // Upwards never less; downwards never more than the minute it lies in.
                    if (length.hi())
                        QVERIFY2(Span(std::chrono::minutes(heard.hi)) >= *length.hi(),
                                 qPrintable(all));
                    else
                        QVERIFY2(heard.hi == forEver, qPrintable(all));
                    if (length.lo())
                        QVERIFY2(Span(std::chrono::minutes(heard.lo)) < *length.lo() + 1min,
                                 qPrintable(all));
                }
            }
        }
    }

    void instantsHoldWhatIsKnown()
    {
        QRandomGenerator random(7);
        const Instant day = timing::fromUtc(QDateTime(QDate(2026, 7, 1), QTime(), Qt::UTC));
        const Reader reader{QTimeZone("Europe/London"), day, false};
        static const QRegularExpression clock(u"(\\d\\d):(\\d\\d)"_s);
        for (int i = 0; i < cases; ++i) {
            const Instant a = day + 6h + Span(random.bounded(6 * 3600));
            const Instant b = a + Span(random.bounded(random.bounded(2) ? 150 : 3 * 3600));
            const auto at = i % 3 == 0   ? RoughInstant::exact(a)
                            : i % 3 == 1 ? RoughInstant::between(a, b)
                                         : RoughInstant::between(a, b, Precision::About);
            for (const TimeForm form : {TimeForm::Plain, TimeForm::At, TimeForm::Since}) {
                for (const RoughInstant &told : {at, forReaders(at)}) {
                    const QString words = timeWords(told, reader, form);
                    std::vector<Instant> named;
                    for (auto it = clock.globalMatch(words); it.hasNext();) {
                        const auto match = it.next();
                        named.push_back(day - 1h +
                                        std::chrono::minutes(match.captured(1).toInt() * 60 +
                                                             match.captured(2).toInt()));
                    }
                    QVERIFY2(named.size() == 1 || named.size() == 2, qPrintable(words));
                    const Span slack = words.contains(u"around"_s) ? Span(15min) : Span(0);
                    QVERIFY2(named.front() - slack <= a, qPrintable(words));
                    QVERIFY2(*at.hi() < named.back() + slack + 1min, qPrintable(words));
                }
            }
            const QString by = timeWords(at, reader, TimeForm::By);
            const auto match = clock.match(by);
            QVERIFY2(day - 1h +
                             std::chrono::minutes(match.captured(1).toInt() * 60 +
                                                  match.captured(2).toInt()) >=
                         *at.hi(),
                     qPrintable(by));
        }
    }

    void dayparts_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("since");
        const auto row = [](const char *from, const char *to, const char *at, const char *since) {
            QTest::newRow(at) << QString::fromLatin1(from) << QString::fromLatin1(to)
                              << QString::fromLatin1(at) << QString::fromLatin1(since);
        };
        row("2026-11-22T12:00", "2026-11-22T18:00", "on the afternoon of 22 November",
            "since the afternoon of 22 November");
        row("2026-11-22T12:00", "2026-11-22T16:22", "on the afternoon of 22 November",
            "since the afternoon of 22 November");
        row("2026-11-22T00:00", "2026-11-22T05:00", "in the early hours of 22 November",
            "since the early hours of 22 November");
        row("2026-11-22T00:00", "2026-11-22T04:10", "on the morning of 22 November",
            "since the morning of 22 November");
        row("2026-11-21T18:00", "2026-11-22T06:00", "on the night of 21 November",
            "since the night of 21 November");
        row("2025-11-21T18:00", "2025-11-21T23:00", "on the evening of 21 November 2025",
            "since the evening of 21 November 2025");
        // One that begins at the time of writing is no part of a day any more.
        row("2026-11-22T16:22", "2026-11-22T18:00", "between 16:22 and 18:00",
            "since some time between 16:22 and 18:00");
    }

    void dayparts()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const auto instant = [](const QString &text) {
            QDateTime time = QDateTime::fromString(text, Qt::ISODate);
            time.setTimeSpec(Qt::UTC);
            return timing::fromUtc(time);
        };
        const auto at = RoughInstant::between(instant(from), instant(to), Precision::Daypart);
        const Reader reader{QTimeZone("Europe/London"), instant(u"2026-11-22T16:22"_s), false};
        QTEST(timeWords(at, reader, TimeForm::At), "at");
        QTEST(timeWords(at, reader, TimeForm::Since), "since");
        QCOMPARE(timeWords(at, reader.withZone(), TimeForm::At).contains(u"London"_s),
                 timeWords(at, reader).contains(u':'));
    }
};

QTEST_GUILESS_MAIN(TestHonestWords)
#include "tst_honestwords.moc"
