// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/sitehistory.h"

#include "support/office.h"
#include "workflow/sitepage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Office;
using workflow::SiteHistory;

class TestSiteHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOnlyWhatHasChanged();
    void seesWhatAnotherProcessWrote();
    void doesNotTrustTheSameSecond();
    void readsAhead();

private:
    /// Incidents of the past, none of which will change any more.
    static void addPast(Office &office, int count)
    {
        for (int i = 0; i < count; ++i) {
            workflow::NewIncident request;
            request.title = u"Shop is down"_s;
            request.started = timing::RoughInstant::exact(office.clock.now());
            const auto opened = office.desk->open(request);
            if (!opened)
                qFatal("%s", qPrintable(opened.error().text));
            office.clock.advance(1min);
        }
        office.clock.advance(1h);
    }
};

void TestSiteHistory::readsOnlyWhatHasChanged()
{
    Office office;
    addPast(office, 5);
    SiteHistory history(*office.desk, u"site"_s);
    QVERIFY(history.page());
    QCOMPARE(history.reads(), 5);
    QVERIFY(history.page());
    QCOMPARE(history.reads(), 5);
    const QString id = office.ledger->list().value().front().id;
    QVERIFY(office.desk->stampNow(id, incident::Milestone::Acknowledged));
    const auto page = history.page();
    QVERIFY(page);
    QCOMPARE(history.reads(), 6);
    QCOMPARE(*page, workflow::sitePage(*office.desk, u"site"_s).value());
}

void TestSiteHistory::seesWhatAnotherProcessWrote()
{
    Office office;
    addPast(office, 3);
    SiteHistory history(*office.desk, u"site"_s);
    QVERIFY(history.page());
    auto other = ledger::Ledger::open(office.folder.path(), office.clock, office.ids).value();
    workflow::Desk elsewhere(*other, *office.settings, office.clock, office.ids,
                             office.folder.path());
    QVERIFY(
        elsewhere.stampNow(other->list().value().front().id, incident::Milestone::Acknowledged));
    QVERIFY(history.page());
    QCOMPARE(history.reads(), 4);
}

void TestSiteHistory::doesNotTrustTheSameSecond()
{
    Office office;
    static_cast<void>(office.shopIsDown());
    SiteHistory history(*office.desk, u"site"_s);
    QVERIFY(history.page());
    QVERIFY(history.page());
    QCOMPARE(history.reads(), 2);
    office.clock.advance(10s);
    QVERIFY(history.page());
    QVERIFY(history.page());
    QCOMPARE(history.reads(), 3);
}

void TestSiteHistory::readsAhead()
{
    Office office;
    addPast(office, 30);
    SiteHistory history(*office.desk, u"site"_s);
    history.readAhead();
    QTRY_COMPARE_WITH_TIMEOUT(history.reads(), 30, 60000);
    QVERIFY(history.page());
    QCOMPARE(history.reads(), 30);
}

QTEST_GUILESS_MAIN(TestSiteHistory)
#include "tst_sitehistory.moc"
