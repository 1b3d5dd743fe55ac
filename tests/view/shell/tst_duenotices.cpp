// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "ui/shell/duenotices.h"
#include "workflow/alertlink.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Office;

namespace {

/// A desktop that remembers what it was to show.
class FakeDesktop final : public ui::Notifier
{
public:
    void setStatus(const QString &sentence, bool isPressing) override
    {
        status = sentence;
        presses = isPressing;
    }

    void notify(const QString &title, const QString &text, bool isPressing) override
    {
        shown << (isPressing ? u"! "_s : QString()) + title + u": "_s + text;
    }

    QString status;
    bool presses = false;
    QStringList shown;
};

struct Stage
{
    Office office;
    workflow::UpdateTimer timer{*office.desk};
    FakeDesktop desktop;
    workflow::Arrivals arrivals{*office.desk};
    ui::DueNotices notices{timer, arrivals, desktop};
    QSignalSpy wanted{&notices, &ui::DueNotices::wanted};
    QString shop = office.shopIsDown().id;

    void promise(base::Span ahead)
    {
        incident::Promise promise;
        promise.id = office.desk->newId();
        promise.quote = u"I'll write here again"_s;
        promise.due = timing::RoughInstant::exact(office.clock.now() + ahead);
        if (!office.desk->run(shop, incident::MakePromise{promise}))
            qFatal("nothing is promised");
    }

    void wait(base::Span span)
    {
        office.clock.advance(span);
        timer.look();
    }
};

} // namespace

class TestDueNotices : public QObject
{
    Q_OBJECT

private slots:
    void theIconCountsDown()
    {
        Stage stage;
        QVERIFY(stage.desktop.status.contains(u"no update is due"_s));
        stage.promise(10min);
        QVERIFY(stage.desktop.status.startsWith(u"update due in 10:00\n"_s));
        QVERIFY(stage.desktop.status.contains(u"Shop is down"_s));
        QVERIFY(!stage.desktop.presses);
        stage.wait(9min);
        QVERIFY(stage.desktop.status.startsWith(u"update due in 1:00"_s));
        QVERIFY(stage.desktop.presses);
        stage.wait(2min);
        QVERIFY(stage.desktop.status.startsWith(u"update overdue by 1:00"_s));
    }

    void isSaidOnceAheadAndOnceWhenOverdue()
    {
        Stage stage;
        stage.promise(10min);
        QVERIFY(stage.desktop.shown.isEmpty());
        for (int i = 0; i < 60; ++i)
            stage.wait(20s);
        QCOMPARE(stage.desktop.shown.size(), 2);
        QVERIFY(stage.desktop.shown.at(0).startsWith(u"An update is due soon"_s));
        QVERIFY(stage.desktop.shown.at(1).startsWith(u"! The update is overdue"_s));
    }

    void pressingItWantsTheUpdateOfThatIncident()
    {
        Stage stage;
        stage.promise(1min);
        QCOMPARE(stage.desktop.shown.size(), 1);
        emit stage.desktop.pressed();
        QCOMPARE(stage.wanted.at(0).at(0).toString(), stage.shop);
        emit stage.desktop.summoned();
        QCOMPARE(stage.wanted.at(1).at(0).toString(), QString());
    }

    /// Somebody may be looking at something else, or at nothing.
    void whatIsSuspectedIsSaidOnce()
    {
        Stage stage;
        QSignalSpy shown(&stage.notices, &ui::DueNotices::shown);
        incident::AlertEvidence alert;
        alert.alert = u"a1"_s;
        alert.started = timing::RoughInstant::exact(stage.office.clock.now());
        alert.detected = stage.office.clock.now();
        const auto proposed = workflow::proposeFrom(*stage.office.desk, alert,
                                                    {u"search"_s, u"m1"_s, false, u"samples"_s},
                                                    u"Search: not available"_s);
        const QString search = proposed.value().id;
        QCOMPARE(stage.desktop.shown.size(), 1);
        QVERIFY(stage.desktop.shown.at(0).startsWith(u"! An incident is suspected: "_s));
        QVERIFY(stage.desktop.shown.at(0).contains(u"Search: not available"_s));
        emit stage.office.desk->changed(search);
        QCOMPARE(stage.desktop.shown.size(), 1);
        emit stage.desktop.pressed();
        QCOMPARE(shown.at(0).at(0).toString(), search);
        QVERIFY(stage.wanted.isEmpty());
        // The next one is about an update again.
        stage.promise(1min);
        emit stage.desktop.pressed();
        QCOMPARE(shown.size(), 1);
        QCOMPARE(stage.wanted.at(0).at(0).toString(), stage.shop);
    }

    /// "… run this, and tell me".
    void aRemedyThatNobodyConfirmedIsTold()
    {
        Stage stage;
        QSignalSpy shown(&stage.notices, &ui::DueNotices::shown);
        incident::RemedyRun run;
        run.name = u"restart the search"_s;
        run.output = u"restarted\n"_s;
        stage.notices.tellRemedy(stage.shop, run);
        QVERIFY(stage.desktop.shown.isEmpty()); // who confirmed it is looking
        run.automatic = true;
        stage.notices.tellRemedy(stage.shop, run);
        QCOMPARE(stage.desktop.shown,
                 QStringList{u"“restart the search” has run by itself.: restarted"_s});
        run.exitCode = 2;
        stage.notices.tellRemedy(stage.shop, run);
        QVERIFY(stage.desktop.shown.at(1).startsWith(u"! "_s));
        emit stage.desktop.pressed();
        QCOMPARE(shown.at(0).at(0).toString(), stage.shop);
    }
};

QTEST_GUILESS_MAIN(TestDueNotices)
#include "tst_duenotices.moc"
