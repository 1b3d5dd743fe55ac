// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/settings.h"
#include "settings/table.h"
#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::Call;

namespace {

/// A script around a deployment: each call is a process of its own.
class Script
{
public:
    Call run(const QStringList &arguments) { return program.run(arguments); }
    Call work(const QString &verb, const QStringList &more = {})
    {
        return run(QStringList{u"maintenance"_s, verb, ref} + more);
    }

    void plan(const QStringList &more = {})
    {
        const Call planned =
            run(QStringList{u"maintenance"_s, u"plan"_s, u"Deploy 4f2a"_s, u"--from"_s, u"now"_s,
                            u"--takes"_s, u"10 min"_s, u"--parts"_s, u"shop"_s} +
                more);
        QVERIFY2(planned.code == 0, qPrintable(planned.error));
        ref = planned.at("ref");
    }

    support::Program program{QStringLiteral(WATCHKEEPER_BINARY)};
    QString ref;
};

} // namespace

/// Planned work as a deploy script calls it.
class TestMaintenanceVerbs : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSaidTwiceIsDoneOnce()
    {
        Script script;
        script.plan();
        QCOMPARE(script.work(u"start"_s).at("state"), u"in_progress"_s);
        const Call again = script.work(u"start"_s);
        QVERIFY2(again.code == 0, qPrintable(again.error));
        QCOMPARE(again.at("state"), u"in_progress"_s);
        // Done in a second or two: nobody is there to be asked whether that is right.
        const Call finished = script.work(u"finish"_s, {u"--reason"_s, u"smoke tests passed"_s});
        QVERIFY2(finished.code == 0, qPrintable(finished.error));
        QCOMPARE(finished.at("state"), u"completed"_s);
        const auto over = script.run({u"incident"_s, u"show"_s, script.ref});
        QCOMPARE(script.work(u"finish"_s).code, 0);
        QCOMPARE(script.run({u"incident"_s, u"show"_s, script.ref}).answer, over.answer);
        // What is over does not start, and a time of its own is not passed over.
        QCOMPARE(script.work(u"start"_s).code, 1);
        QCOMPARE(script.work(u"finish"_s, {u"--at"_s, u"1 min ago"_s}).code, 1);
    }

    void whatRunsIsGivenUpAndNotCalledOff()
    {
        Script script;
        script.plan();
        QCOMPARE(script.work(u"start"_s).code, 0);
        const Call refused = script.work(u"cancel"_s, {u"--reason"_s, u"not today"_s});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.error.contains(u"Give it up"_s), qPrintable(refused.error));
        const Call aborted = script.work(u"abort"_s, {u"--reason"_s, u"the copy failed"_s});
        QVERIFY2(aborted.code == 0, qPrintable(aborted.error));
        QCOMPARE(aborted.at("state"), u"cancelled"_s);
        QCOMPARE(script.work(u"abort"_s).code, 0);
        Script other;
        other.plan();
        QCOMPARE(other.work(u"cancel"_s).code, 1);
        QCOMPARE(other.work(u"cancel"_s, {u"--reason"_s, u"not today"_s}).code, 0);
        QCOMPARE(other.work(u"cancel"_s).code, 0);
    }

    void whoStartsSeesWhatFallsAndNamesWhatIsGuarded()
    {
        Script script;
        {
            const auto settings = settings::Settings::open(script.program.folder.path());
            QVERIFY(settings);
            QVERIFY((*settings)->set(settings::guardedComponents, {u"Shop"_s}));
        }
        script.plan();
        const Call shown = script.work(u"preflight"_s);
        QCOMPARE(shown.answer[u"guarded"_s].toArray(), QJsonArray{u"Shop"_s});
        QVERIFY(!shown.answer[u"open"_s].toArray().isEmpty());
        const QStringList start{u"maintenance"_s, u"start"_s, script.ref, u"--data"_s,
                                script.program.folder.path()};
        const Call refused = script.program.call(start);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.error.contains(u"“Shop” is guarded"_s), qPrintable(refused.error));
        QVERIFY2(refused.text.contains(u"Not done yet"_s), qPrintable(refused.text));
        QCOMPARE(script.work(u"start"_s, {u"--guarded"_s, u"Basket"_s}).code, 1);
        QCOMPARE(script.work(u"start"_s, {u"--guarded"_s, u"shop"_s}).code, 0);
    }

    void theRunningPhaseIsExtended()
    {
        Script script;
        script.plan();
        QCOMPARE(script.work(u"add-phase"_s, {u"--takes"_s, u"30 min"_s}).code, 0);
        QCOMPARE(script.work(u"extend"_s).code, 2);
        QCOMPARE(script.work(u"start"_s).code, 0);
        QCOMPARE(script.work(u"phase"_s).code, 0);
        const Call extended = script.work(
            u"extend"_s, {u"--takes"_s, u"50 min"_s, u"--reason"_s, u"many listings"_s});
        QVERIFY2(extended.code == 0, qPrintable(extended.error));
        QList<int> lengths;
        for (const QJsonValue &window : extended.answer[u"windows"_s].toArray()) {
            if (window[u"planned"_s].toBool())
                lengths << window[u"duration"_s][u"hi"_s].toInt();
        }
        QCOMPARE(lengths, (QList<int>{600, 3000}));
    }

    void aDraftIsScheduledByItsTime()
    {
        Script script;
        const Call opened = script.run({u"incident"_s, u"open"_s, u"The disk is full"_s});
        const Call owed = script.run({u"incident"_s, u"followup"_s, opened.at("ref"),
                                      u"A larger disk"_s, u"--due"_s, u"tomorrow"_s, u"--plan"_s});
        QVERIFY2(owed.code == 0, qPrintable(owed.error));
        for (const QJsonValue &one : script.run({u"incident"_s, u"list"_s}).answer.toArray()) {
            if (one[u"state"_s] == u"draft"_s)
                script.ref = one[u"ref"_s].toString();
        }
        QVERIFY(!script.ref.isEmpty());
        QCOMPARE(script.work(u"start"_s).code, 1);
        const Call planned = script.work(
            u"schedule"_s, {u"--from"_s, u"tomorrow 01:00"_s, u"--takes"_s, u"20 min"_s});
        QVERIFY2(planned.code == 0, qPrintable(planned.error));
        QCOMPARE(planned.at("state"), u"scheduled"_s);
    }
};

QTEST_GUILESS_MAIN(TestMaintenanceVerbs)
#include "tst_maintenanceverbs.moc"
