// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"
#include "upstream/alertbook.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace upstream;

namespace {

const base::InstantMs start = support::utc("2026-11-22T16:08:00Z");

Alert alert(const QString &name, const Labels &more = {})
{
    Alert alert;
    alert.labels = more;
    alert.labels[u"alertname"_s] = name;
    return alert;
}

} // namespace

class TestAlertBook : public QObject
{
    Q_OBJECT

private slots:
    void stampsWhatVanishes()
    {
        AlertBook book;
        QCOMPARE(book.take(u"am"_s, {alert(u"A"_s), alert(u"B"_s)}, start).appeared.size(),
                 size_t(2));
        const auto quiet = book.take(u"am"_s, {alert(u"A"_s), alert(u"B"_s)}, start + 5s);
        QVERIFY(quiet.appeared.empty() && quiet.vanished.empty() && quiet.learnt.empty());
        const auto changes = book.take(u"am"_s, {alert(u"B"_s)}, start + 10s);
        QCOMPARE(changes.vanished.size(), size_t(1));
        const Alert &gone = changes.vanished[0];
        QCOMPARE(nameOf(gone), u"A"_s);
        QCOMPARE(endedOf(gone),
                 timing::RoughInstant::between(support::utc("2026-11-22T16:08:05Z"),
                                               support::utc("2026-11-22T16:08:10Z")));
        QCOMPARE(book.firing().size(), size_t(1));
        QCOMPARE(book.take(u"am"_s, {alert(u"A"_s)}, start + 15s).appeared.size(), size_t(1));
    }

    void keepsStartedApartFromDetected()
    {
        Alert known = alert(u"A"_s);
        known.activeAt = start - 60s;
        known.startsAt = start - 20s;
        AlertBook book;
        (void)book.take(u"am"_s, {known}, start);
        const Alert seen = book.firing()[0].alert;
        QCOMPARE(startedOf(seen),
                 timing::RoughInstant::exact(support::utc("2026-11-22T16:07:00Z")));
        QCOMPARE(detectedOf(seen), support::utc("2026-11-22T16:07:40Z"));
    }

    void doesNotKnowTheStartWithoutOne()
    {
        Alert late = alert(u"A"_s);
        late.startsAt = start + 90s; // its clock goes before ours
        AlertBook book;
        (void)book.take(u"am"_s, {late}, start);
        const Alert seen = book.firing()[0].alert;
        QCOMPARE(startedOf(seen),
                 timing::RoughInstant::notAfter(support::utc("2026-11-22T16:08:00Z")));
    }

    void knowsOneAlertOfTwoServers()
    {
        Alert ofPrometheus = alert(u"A"_s, {{u"instance"_s, u"x"_s}});
        ofPrometheus.activeAt = start - 60s;
        Alert ofAlertmanager = alert(u"A"_s, {{u"instance"_s, u"x"_s}, {u"replica"_s, u"1"_s}});
        ofAlertmanager.startsAt = start - 20s;
        AlertBook book;
        (void)book.take(u"am"_s, {ofAlertmanager}, start);
        const auto changes = book.take(u"p"_s, {ofPrometheus}, start + 1s);
        QVERIFY(changes.appeared.empty());
        QCOMPARE(changes.learnt.size(), size_t(1));
        QCOMPARE(book.firing().size(), size_t(1));
        QCOMPARE(startedOf(book.firing()[0].alert),
                 timing::RoughInstant::exact(support::utc("2026-11-22T16:07:00Z")));
        // It is over when neither tells about it any more.
        QVERIFY(book.take(u"p"_s, {}, start + 2s).vanished.empty());
        QCOMPARE(book.take(u"am"_s, {}, start + 3s).vanished.size(), size_t(1));
    }

    void keepsAlertsOfOneServerApart()
    {
        AlertBook book;
        const auto changes =
            book.take(u"am"_s, {alert(u"A"_s), alert(u"A"_s, {{u"instance"_s, u"x"_s}})}, start);
        QCOMPARE(changes.appeared.size(), size_t(2));
        const auto later =
            book.take(u"am"_s, {alert(u"A"_s, {{u"instance"_s, u"x"_s}})}, start + 1s);
        QCOMPARE(later.vanished.size(), size_t(1));
        QVERIFY(!later.vanished[0].labels.contains(u"instance"_s));
    }

    void followsASilence()
    {
        Alert loud = alert(u"A"_s);
        Alert quiet = loud;
        quiet.isMuted = true;
        AlertBook book;
        (void)book.take(u"am"_s, {loud}, start);
        QVERIFY(book.take(u"am"_s, {quiet}, start + 1s).learnt.at(0).isMuted);
        QVERIFY(!book.take(u"am"_s, {loud}, start + 2s).learnt.at(0).isMuted);
    }

    void forgetsWithoutRecovery()
    {
        AlertBook book;
        (void)book.take(u"am"_s, {alert(u"A"_s)}, start);
        book.forget(u"am"_s);
        QVERIFY(book.firing().empty());
        QVERIFY(book.take(u"am"_s, {}, start + 1s).vanished.empty());
    }

    void weighs()
    {
        const auto weight = [](const QString &severity) {
            return weightOf(alert(u"A"_s, {{u"severity"_s, severity}}));
        };
        QCOMPARE(weight(u"none"_s), Weight::Note);
        QCOMPARE(weight(u"Info"_s), Weight::Note);
        QCOMPARE(weight(u"warning"_s), Weight::Warning);
        QCOMPARE(weight(u"critical"_s), Weight::Page);
        QCOMPARE(weight(QString()), Weight::Page);
    }
};

QTEST_GUILESS_MAIN(TestAlertBook)
#include "tst_alertbook.moc"
