// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/pastwork.h"
#include "workflow/lookback.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using incident::Kind;
using support::Office;
using timing::RoughDuration;

class TestLookback : public QObject
{
    Q_OBJECT

private slots:
    void whatTheFilterFindsComesWhole()
    {
        Office office;
        support::outageOfTheShop(office, 10min, 9min);
        support::workOnTheShop(office, 10min, 12min);
        const auto all = workflow::incidentsOf(*office.desk, {});
        QVERIFY(all);
        QCOMPARE(all->size(), std::size_t(2));
        QCOMPARE(all->front().kind, Kind::Maintenance); // the newest first
        QCOMPARE(all->back(), office.desk->load(all->back().id).value());
        ledger::Filter outages;
        outages.kind = Kind::Outage;
        QCOMPARE(workflow::incidentsOf(*office.desk, outages)->size(), std::size_t(1));
        ledger::Filter later;
        later.from = office.clock.now();
        QCOMPARE(workflow::incidentsOf(*office.desk, later)->size(), std::size_t(0));
    }

    void theIncidentInHandSaysNothingAboutItself()
    {
        Office office;
        support::outageOfTheShop(office, 10min, 9min);
        const QString id = workflow::incidentsOf(*office.desk, {})->front().id;
        const incident::EstimateAsked asked{Kind::Outage, {}, RoughDuration::atMost(10min)};
        workflow::CalibrationBook book(*office.desk);
        QVERIFY(book.sentence(asked).startsWith(u"1 earlier estimate"_s));
        book.open(id);
        QVERIFY(book.sentence(asked).startsWith(u"No earlier estimate"_s));
    }

    void everyKindHasItsOwnHistory()
    {
        Office office;
        support::workOnTheShop(office, 10min, 9min);
        workflow::CalibrationBook book(*office.desk);
        const auto ten = RoughDuration::atMost(10min);
        QVERIFY(book.sentence({Kind::Outage, {}, ten}).startsWith(u"No earlier"_s));
        QVERIFY(book.sentence({Kind::Maintenance, {}, ten}).startsWith(u"1 earlier"_s));
        QCOMPARE(book.sentence({Kind::Maintenance, {}, {}}), QString());
    }
};

QTEST_GUILESS_MAIN(TestLookback)
#include "tst_lookback.moc"
