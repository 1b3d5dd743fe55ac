// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "workflow/updatetimer.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Office;
using workflow::UpdateTimer;

namespace {

/// What was said: one letter each, overdue in capitals.
struct Ear
{
    QString heard;

    explicit Ear(const UpdateTimer &timer)
    {
        QObject::connect(&timer, &UpdateTimer::pressing, &timer,
                         [this](const workflow::DueUpdate &, bool isOverdue) {
                             heard += isOverdue ? u'X' : u's';
                         });
    }
};

incident::Incident promise(Office &office, const QString &incident, base::Span ahead)
{
    incident::Promise promise;
    promise.id = office.desk->newId();
    promise.kind = incident::PromiseKind::NextUpdate;
    promise.quote = u"I'll write here again"_s;
    promise.due = timing::RoughInstant::exact(office.clock.now() + ahead);
    return office.desk->run(incident, incident::MakePromise{promise}).value();
}

} // namespace

class TestUpdateTimer : public QObject
{
    Q_OBJECT

private slots:
    void countsToThePromiseAndSaysItTwiceAtTheMost()
    {
        Office office;
        UpdateTimer timer(*office.desk);
        Ear ear(timer);
        const QString shop = office.shopIsDown().id;
        QVERIFY(!timer.next());
        promise(office, shop, 15min);
        QVERIFY(timer.next());
        QCOMPARE(timer.next()->due, office.clock.now() + 15min);
        QCOMPARE(ear.heard, QString());
        office.clock.advance(13min);
        timer.look();
        timer.look();
        QCOMPARE(ear.heard, u"s"_s);
        office.clock.advance(2min);
        timer.look();
        office.clock.advance(3h);
        timer.look();
        QCOMPARE(ear.heard, u"sX"_s);
    }

    void theMostPressingOneComesFirst()
    {
        Office office;
        UpdateTimer timer(*office.desk);
        const QString shop = office.shopIsDown().id;
        const QString mail = office.shopIsDown().id;
        promise(office, shop, 20min);
        promise(office, mail, 10min);
        QCOMPARE(timer.next()->incident, mail);
        promise(office, shop, 5min);
        QCOMPARE(timer.next()->incident, shop);
    }

    void whatIsKeptIsNotSaidAnyMore()
    {
        Office office;
        UpdateTimer timer(*office.desk);
        Ear ear(timer);
        const QString shop = office.shopIsDown().id;
        const auto incident = promise(office, shop, 10min);
        QVERIFY(office.desk->run(shop, incident::SettlePromise{incident.promises.at(0).id,
                                                               incident::PromiseStatus::Kept,
                                                               u"told on the phone"_s}));
        QVERIFY(!timer.next());
        office.clock.advance(1h);
        timer.look();
        QCOMPARE(ear.heard, QString());
    }

    void whatIsLateAlreadyIsSaidOnce()
    {
        Office office;
        const QString shop = office.shopIsDown().id;
        promise(office, shop, 1min);
        office.clock.advance(1h);
        UpdateTimer timer(*office.desk);
        Ear ear(timer);
        timer.look();
        timer.look();
        QCOMPARE(ear.heard, u"X"_s);
        QCOMPARE(workflow::countdownWords(timer.next()->due, timer.now()),
                 u"update overdue by 59:00"_s);
        QCOMPARE(workflow::countdownWords(timer.now() - 6703h, timer.now()),
                 u"update overdue by 279 d 7 h"_s);
        QCOMPARE(workflow::countdownWords(timer.now() + 139s, timer.now()),
                 u"update due in 2:19"_s);
    }
};

QTEST_GUILESS_MAIN(TestUpdateTimer)
#include "tst_updatetimer.moc"
