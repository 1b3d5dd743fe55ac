// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ownlist.h"
#include "workflow/remedies.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Office;
using support::useList;
using workflow::Remedies;

namespace {

constexpr int patience = 60'000; // a busy machine

incident::RemedyRun onlyRun(const Office &office, const QString &incident)
{
    return office.desk->load(incident)->remedies.at(0);
}

} // namespace

class TestRemedies : public QObject
{
    Q_OBJECT

private slots:
    void runsAsItIsWrittenAndIsToldAfterwards()
    {
        Office office;
        useList(office, R"({"name":"restart","command":["/bin/echo","a b","$HOME; exit"],
                            "dry_run":["/bin/echo","would"],"at_most_per_hour":1})");
        const QString shop = office.shopIsDown().id;
        Remedies remedies(*office.desk);
        QSignalSpy ended(&remedies, &Remedies::ended);
        QVERIFY(remedies.run(shop, u"X1"_s, true));
        QVERIFY(ended.wait(patience));
        QVERIFY(onlyRun(office, shop).dryRun);
        QCOMPARE(onlyRun(office, shop).output, u"would\n"_s);
        QVERIFY(remedies.run(shop, u"X1"_s, false));
        QVERIFY(ended.wait(patience));
        const auto run = office.desk->load(shop)->remedies.at(1);
        // No shell has read it.
        QCOMPARE(run.output, u"a b $HOME; exit\n"_s);
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.ended);
        const auto again = remedies.run(shop, u"X1"_s, false);
        QVERIFY(!again);
        QVERIFY(again.error().text.contains(u"last hour"_s));
    }

    void whatTakesTooLongIsEnded()
    {
        Office office;
        useList(office, R"({"name":"wait","command":["/bin/sleep","600"],"time_limit":1})");
        const QString shop = office.shopIsDown().id;
        Remedies remedies(*office.desk);
        QSignalSpy ended(&remedies, &Remedies::ended);
        QVERIFY(remedies.run(shop, u"X1"_s, false));
        QVERIFY(ended.wait(patience));
        QVERIFY(onlyRun(office, shop).timedOut);
    }

    void whatIsNotThereSaysSo()
    {
        Office office;
        useList(office, R"({"name":"gone","command":["/nowhere/gone"]})");
        const QString shop = office.shopIsDown().id;
        Remedies remedies(*office.desk);
        QSignalSpy ended(&remedies, &Remedies::ended);
        QVERIFY(!remedies.run(shop, u"U1"_s, false));
        QVERIFY(!remedies.run(shop, u"X1"_s, true));
        QVERIFY(remedies.run(shop, u"X1"_s, false));
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QCOMPARE(onlyRun(office, shop).exitCode, -1);
        QVERIFY(!onlyRun(office, shop).output.isEmpty());
    }

    void anAutomaticOneRunsOnceARound()
    {
        Office office;
        useList(office, R"({"name":"restart","command":["/bin/echo","done"],"automatic":true})");
        Remedies remedies(*office.desk);
        QSignalSpy ended(&remedies, &Remedies::ended);
        const QString shop = office.shopIsDown().id;
        remedies.runAutomatic();
        remedies.runAutomatic();
        QVERIFY(ended.wait(patience));
        remedies.runAutomatic();
        QCOMPARE(office.desk->load(shop)->remedies.size(), std::size_t(1));
        QVERIFY(onlyRun(office, shop).automatic);
    }
};

QTEST_GUILESS_MAIN(TestRemedies)
#include "tst_remedies.moc"
