// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "ui/console/consoleview.h"
#include "workflow/remedies.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::Office;

class TestOfferedRemedy : public QObject
{
    Q_OBJECT

private slots:
    void ofAnotherIncidentLeavesTheDraftWhereItIs();
};

void TestOfferedRemedy::ofAnotherIncidentLeavesTheDraftWhereItIs()
{
    Office office;
    source::SourceSet sources{office.clock};
    workflow::Watch watch{sources, *office.desk};
    workflow::Compose compose{*office.desk, {u"site"_s}};
    workflow::Remedies remedies{*office.desk};
    ui::ConsoleView console{{*office.desk, watch, compose, {{u"site"_s, u"Status site"_s, {}}}}};
    console.setRemedies(remedies);
    const QString here = office.shopIsDown().id;
    const incident::Incident other = office.shopIsDown();
    console.showIncident(here);
    compose.setText(u"Shop is down"_s, u"We are writing this just now."_s);

    const auto offer = [&](const QString &incident) {
        workflow::CarriedRemedy carried;
        carried.title = u"Images"_s;
        carried.remedy.name = u"restart the cache"_s;
        carried.remedy.command = {u"/bin/echo"_s, u"restarted"_s};
        emit remedies.offered(incident, carried);
        return console.findChild<ui::NoticeBar *>()->notice();
    };
    const ui::Notice elsewhere = offer(other.id);
    QCOMPARE(console.incidentId(), here);
    QCOMPARE(compose.incidentId(), here);
    QCOMPARE(compose.draft().body, u"We are writing this just now."_s);
    QVERIFY2(elsewhere.text.contains(other.ref), qPrintable(elsewhere.text));
    QVERIFY2(elsewhere.text.contains(u"restart the cache"_s), qPrintable(elsewhere.text));
    QCOMPARE(elsewhere.actions.size(), 1);
    // It is run for that incident all the same, if somebody says so.
    QVERIFY(!offer(here).text.contains(other.ref));
}

QTEST_MAIN(TestOfferedRemedy)
#include "tst_offeredremedy.moc"
