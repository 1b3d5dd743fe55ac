// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"
#include "workflow/historytable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::vector<ledger::Hit> oneOutage()
{
    ledger::Summary summary;
    summary.ref = u"2026-11-22-1"_s;
    summary.title = u"=shop, \"down\""_s;
    summary.components = {u"shop"_s, u"mail"_s};
    summary.severity = 2;
    summary.started = timing::RoughInstant::exact(support::utc("2026-11-22T16:00:00Z"));
    summary.downtime = timing::RoughDuration::atLeast(10min);
    return {{summary, {}}};
}

} // namespace

class TestHistoryTable : public QObject
{
    Q_OBJECT

private slots:
    void aSpreadsheetGetsTextsAndBounds()
    {
        const QByteArray csv = workflow::toCsv(oneOutage());
        QCOMPARE(csv.split('\n').value(1),
                 QByteArray("2026-11-22-1,outage,active,2,\"'=shop, \"\"down\"\"\",\"shop, mail\","
                            "2026-11-22T16:00:00Z,2026-11-22T16:00:00Z,,,600,\r"));
    }

    void aProgramGetsNumbersAndLists()
    {
        const QJsonObject row =
            QJsonDocument::fromJson(workflow::toJson(oneOutage())).array().first().toObject();
        // As it was typed: no spreadsheet reads it.
        QCOMPARE(row[u"title"_s], QJsonValue(u"=shop, \"down\""_s));
        QCOMPARE(row[u"severity"_s], QJsonValue(2));
        QCOMPARE(row[u"components"_s], QJsonValue(QJsonArray{u"shop"_s, u"mail"_s}));
        QCOMPARE(row[u"downtime_lo"_s], QJsonValue(600));
        QVERIFY(row[u"downtime_hi"_s].isNull());
        QVERIFY(row[u"ended_lo"_s].isNull());
    }
};

QTEST_GUILESS_MAIN(TestHistoryTable)
#include "tst_historytable.moc"
