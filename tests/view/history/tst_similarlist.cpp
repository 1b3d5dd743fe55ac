// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "ui/history/similarlist.h"
#include "ui/widget/emptystate.h"

#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using support::Office;

class TestSimilarList : public QObject
{
    Q_OBJECT

private slots:
    void whatEndedItLastTimeIsShown()
    {
        Office office;
        const QString earlier = office.shopIsDown().id;
        office.clock.advance(10min);
        QVERIFY(
            office.desk->stampNow(earlier, incident::Milestone::Fixed, u"restarted the cache"_s));
        QVERIFY(office.desk->stampNow(earlier, incident::Milestone::BackToNormal));
        office.clock.advance(24h);
        const incident::Incident now = office.shopIsDown();

        ui::SimilarList list(*office.desk);
        QSignalSpy chosen(&list, &ui::SimilarList::chosen);
        list.setIncident(now);
        list.show();
        auto *table = list.findChild<QTableWidget *>();
        QCOMPARE(table->rowCount(), 1);
        QVERIFY(table->item(0, 2)->text().contains(u"shop"_s));
        QCOMPARE(table->item(0, 3)->text(), u"Restarted the cache"_s);
        emit table->itemActivated(table->item(0, 1));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).toString(), earlier);
    }

    /// Also where the older one was written down last.
    void ofEqualsTheLatestComesFirst()
    {
        Office office;
        const auto told = [&](std::chrono::hours ago) {
            workflow::NewIncident request;
            request.entry = incident::EntryMode::Retrospective;
            request.title = u"Shop is down"_s;
            request.components = {u"shop"_s};
            const base::Instant began = office.clock.now() - ago;
            request.started = timing::RoughInstant::exact(began);
            request.detected = timing::RoughInstant::exact(began + 1min);
            request.ended = timing::RoughInstant::exact(began + 20min);
            office.clock.advance(1min);
            return office.desk->open(request).value().id;
        };
        const QString latest = told(24h);
        told(24h * 90);
        ui::SimilarList list(*office.desk);
        QSignalSpy chosen(&list, &ui::SimilarList::chosen);
        list.setIncident(office.shopIsDown());
        list.show();
        auto *table = list.findChild<QTableWidget *>();
        QCOMPARE(table->rowCount(), 2);
        emit table->itemActivated(table->item(0, 1));
        QCOMPARE(chosen.at(0).at(0).toString(), latest);
    }

    void aFirstOfItsKindSaysSo()
    {
        Office office;
        ui::SimilarList list(*office.desk);
        list.setIncident(office.shopIsDown());
        list.show();
        QVERIFY(list.findChild<ui::EmptyState *>()->isVisible());
        QVERIFY(!list.findChild<QTableWidget *>()->isVisible());
    }
};

QTEST_MAIN(TestSimilarList)
#include "tst_similarlist.moc"
