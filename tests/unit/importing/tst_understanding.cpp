// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/understanding.h"

#include "importing/textfile.h"
#include "incident/metrics.h"
#include "support/manualclock.h"

#include <QTest>

using namespace importing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using incident::Milestone;
using incident::State;
using support::utc;
using timing::RoughDuration;
using timing::RoughInstant;

class TestUnderstanding : public QObject
{
    Q_OBJECT

private slots:
    void readsAnOutage();
    void readsAStatusPage();
    void keepsEstimatesAtTheirTime();
    void keepsPromisesAtTheirTime();
    void readsPlannedWork();
    void keepsWhatIsToCome();
    void keepsWhatWasCalledOff();
    void leavesAnUntoldEndOpen();
    void refuses_data();
    void refuses();
    void isTheSameForTheSamePost();
    void takesHostileTexts();
};

namespace {

const QTimeZone london("Europe/London");
const auto now = utc("2026-11-22T16:08:00Z");

Understanding read(const QString &text)
{
    const auto posts = readTextFile(text, {u"old.txt"_s, {}, {}}, london);
    return understand(posts.value().front(), london, now);
}

incident::Incident incidentIn(const QString &text)
{
    const Understanding result = read(text);
    if (!result.command)
        qFatal("%s", qPrintable(result.problem));
    return result.incident;
}

} // namespace

void TestUnderstanding::readsAnOutage()
{
    const QString text = u"Posted: 2025-03-04 10:05\nTitle: Label printer offline\n"
                         "Components: labels\n\n"
                         "The label printer was down for 20 minutes from 09:15 this morning."_s;
    const incident::Incident incident = incidentIn(text);
    QCOMPARE(incident.kind, incident::Kind::Outage);
    QCOMPARE(incident.entry, incident::EntryMode::Retrospective);
    QCOMPARE(incident.state, State::Closed);
    QCOMPARE(incident.zone, u"Europe/London"_s);
    QCOMPARE(incident.windows.size(), 1U);
    QCOMPARE(incident.windows[0].components, QStringList{u"labels"_s});
    const auto started = RoughInstant::exact(utc("2025-03-04T09:15:00Z"));
    QCOMPARE(incident.milestone(Milestone::Started), started);
    QCOMPARE(incident.milestone(Milestone::BackToNormal),
             RoughInstant::exact(utc("2025-03-04T09:35:00Z")));
    for (const incident::MilestoneRow &row : incident.milestoneRows)
        QCOMPARE(row.source, incident::Source::Import);
    QCOMPARE(incident::metricsOf(incident).downtime, RoughDuration::exact(20min));
    QCOMPARE(incident.posts.size(), 1U);
    QCOMPARE(incident.posts[0].written, utc("2025-03-04T10:05:00Z"));
    QCOMPARE(incident.posts[0].status, incident::PublicStatus::Resolved);
    QCOMPARE(incident.lastPublished()->seen.front().target, incident::importTarget);
    QCOMPARE(incident.origin->original, text);
    QCOMPARE(incident.origin->posted, utc("2025-03-04T10:05:00Z"));
}

void TestUnderstanding::readsAStatusPage()
{
    const incident::Incident incident =
        incidentIn(u"Posted: 2025-03-04 14:05\nParcels\n\n"
                   "Mar 4, 15:10 UTC\nResolved - Parcels can be tracked.\n\n"
                   "Mar 4, 14:32 UTC\nMonitoring - A repair is in place.\n\n"
                   "Mar 4, 14:05 UTC\nInvestigating - Parcels cannot be tracked."_s);
    QCOMPARE(incident.posts.size(), 3U);
    QCOMPARE(incident.posts[1].status, incident::PublicStatus::Monitoring);
    QCOMPARE(incident.posts[2].written, utc("2025-03-04T15:10:00Z"));
    QCOMPARE(incident.milestone(Milestone::Started),
             RoughInstant::notAfter(utc("2025-03-04T14:05:00Z")));
    QCOMPARE(incident.milestone(Milestone::BackToNormal),
             RoughInstant::between(utc("2025-03-04T14:32:00Z"), utc("2025-03-04T15:10:00Z")));
    QCOMPARE(incident.milestone(Milestone::FirstPost),
             RoughInstant::exact(utc("2025-03-04T14:05:00Z")));
}

void TestUnderstanding::keepsEstimatesAtTheirTime()
{
    const incident::Incident incident =
        incidentIn(u"Posted: 2025-03-04 10:05\nLabel printer\n\nThe label printer is not working. "
                   "We expect it back within 30 minutes.\n\nUPDATE 10:40: Back now."_s);
    QCOMPARE(incident.posts.size(), 2U);
    QCOMPARE(incident.posts[0].estimate, RoughDuration::atMost(30min));
    QCOMPARE(incident.posts[0].written, utc("2025-03-04T10:05:00Z"));
    QCOMPARE(incident.posts[0].seen.front().at, utc("2025-03-04T10:05:00Z"));
    QVERIFY(!incident.posts[1].estimate.isKnown());
    QCOMPARE(incident.milestone(Milestone::BackToNormal),
             RoughInstant::between(utc("2025-03-04T10:25:00Z"), utc("2025-03-04T10:40:00Z")));
}

void TestUnderstanding::keepsPromisesAtTheirTime()
{
    const incident::Incident incident = incidentIn(
        u"Posted: 2025-03-04 10:05\nLabel printer\n\nThe label printer was down for 20 minutes. "
        "We will report here what went wrong. It was caused by a paper jam."_s);
    QCOMPARE(incident.promises.size(), 1U);
    QCOMPARE(incident.promises[0].kind, incident::PromiseKind::NextUpdate);
    QCOMPARE(incident.promises[0].made, utc("2025-03-04T10:05:00Z"));
    QCOMPARE(incident.promises[0].revision, incident.posts[0].id);
    QCOMPARE(incident.promises[0].status, incident::PromiseStatus::Open);
    QCOMPARE(incident.cause.status, incident::CauseStatus::Confirmed);
    QVERIFY(!incident::isOpen(incident.state));
}

void TestUnderstanding::readsPlannedWork()
{
    const incident::Incident incident =
        incidentIn(u"Posted: 2025-03-04 10:05\nScheduled maintenance\n\nWe will move the database "
                   "on 5 March between 1 and 2 am. The shop will be down for no more than 10 "
                   "minutes."_s);
    QCOMPARE(incident.kind, incident::Kind::Maintenance);
    QCOMPARE(incident.entry, incident::EntryMode::Planned);
    QCOMPARE(incident.state, State::Closed);
    QCOMPARE(incident.plannedWindows().size(), 1U);
    QVERIFY(incident.actualWindows().empty());
    QCOMPARE(incident.windows[0].duration, RoughDuration::atMost(10min));
    QVERIFY(!incident.milestone(Milestone::FirstPost).isKnown());
}

void TestUnderstanding::keepsWhatIsToCome()
{
    const incident::Incident incident =
        incidentIn(u"Posted: 2026-11-20 10:05\nScheduled maintenance\n\nWe will move the database "
                   "on 25 November at 2 am. The shop will be down for 30 minutes."_s);
    QCOMPARE(incident.state, State::Scheduled);
    QVERIFY(incident::isOpen(incident.state));
}

void TestUnderstanding::keepsWhatWasCalledOff()
{
    const incident::Incident incident =
        incidentIn(u"Posted: 2025-03-04 10:05\nScheduled maintenance\n\nWe will move the database "
                   "on 5 March at 2 am for 30 minutes.\n\nUPDATE 16:00: The maintenance is "
                   "cancelled."_s);
    QCOMPARE(incident.state, State::Cancelled);
}

void TestUnderstanding::leavesAnUntoldEndOpen()
{
    const Understanding result =
        read(u"Posted: 2025-03-04 10:05\nMail is slow\n\nMail has been slow since 09:40."_s);
    QVERIFY(result.command.has_value());
    QCOMPARE(result.incident.windows[0].end, RoughInstant::notBefore(utc("2025-03-04T10:05:00Z")));
    QVERIFY(!result.incident.hasOpenWindow());
    QVERIFY(!incident::lengthOf(result.incident.windows[0]).hi());
    QVERIFY(!result.warnings.isEmpty());
}

void TestUnderstanding::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no trouble")
        << u"Posted: 2025-03-04 10:05\nNew colours\n\nWe painted the door."_s
        << u"tells of no time"_s;
    QTest::newRow("no time") << u"Lift stuck\n\nFor 10 minutes."_s << u"does not say when"_s;
    QTest::newRow("still going on")
        << u"Posted: 2026-11-22 15:00\nMail is slow\n\nMail has been slow since 14:40."_s
        << u"still be going on"_s;
    QTest::newRow("not come yet")
        << u"Posted: 2027-03-04 10:05\nLift stuck\n\nThe lift was down for 10 minutes from 9:00."_s
        << u"has not come yet"_s;
    QTest::newRow("unbounded work to come")
        << u"Posted: 2026-11-20 10:05\nScheduled maintenance\n\nWe will move the database on 25 "
           "November at 2 am."_s
        << u"Plan it by hand"_s;
}

void TestUnderstanding::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    const Understanding result = read(text);
    QVERIFY(!result.command);
    QVERIFY2(result.problem.contains(sentence), qPrintable(result.problem));
}

void TestUnderstanding::isTheSameForTheSamePost()
{
    const QString text = u"Posted: 2025-03-04 10:05\nLift stuck\n\nIt was down for 10 minutes."_s;
    QCOMPARE(incidentIn(text).id, incidentIn(text).id);
    QCOMPARE(incidentIn(text), incidentIn(text));
    QVERIFY(incidentIn(QString(text).replace(u"10:05"_s, u"10:06"_s)).id != incidentIn(text).id);
}

/// Words, numbers and headings in no order: no crash, and each refusal has its sentence.
void TestUnderstanding::takesHostileTexts()
{
    const QStringList parts{u"down "_s,
                            u"14:05 "_s,
                            u"UPDATE 15:00: "_s,
                            u"\n\n"_s,
                            u"10 minutes "_s,
                            u"maintenance "_s,
                            u"tomorrow "_s,
                            u"resolved "_s,
                            u"between 1 and 2 am "_s,
                            u"[16:00] Resolved: "_s,
                            u"planned "_s,
                            u"back to normal "_s,
                            u"Mar 4, 14:05 UTC\n"_s,
                            u"we will "_s,
                            u"several outages "_s,
                            u"cancelled "_s,
                            u"from 9 to 8 "_s,
                            u"was "_s};
    quint32 state = 7;
    for (int round = 0; round < 400; ++round) {
        QString text = u"Posted: 2025-03-04 10:05\nA title\n\n"_s;
        for (int i = 0; i < 25; ++i) {
            state = state * 1664525 + 1013904223;
            text += parts[int((state >> 16) % quint32(parts.size()))];
        }
        const Understanding result = read(text);
        QVERIFY2(result.command.has_value() != !result.problem.isEmpty(), qPrintable(text));
    }
}

QTEST_GUILESS_MAIN(TestUnderstanding)
#include "tst_understanding.moc"
