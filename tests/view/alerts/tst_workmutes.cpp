// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakehttp.h"
#include "support/faultserver.h"
#include "support/plannedwork.h"
#include "ui/alerts/alertspanel.h"

#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::startWork;

namespace {

/// A shop on loopback that really answers or fails, a monitor that really asks it, and the panel.
/// The clock stands; each look happens at the time that the test gives.
struct Stage
{
    support::Office office;
    support::FaultServer shop;
    source::SourceSet sources{office.clock};
    workflow::Watch watch{sources, *office.desk};
    support::FakeHttp http{[](const http::Request &) {
        return support::json("[]");
    }};
    workflow::Upstreams upstreams{http, *office.desk};
    workflow::Acknowledgements acknowledgements{*office.desk};
    ui::AlertsPanel panel{watch, upstreams, acknowledgements};
    QSignalSpy sampled{&sources, &source::SourceSet::sampled};

    Stage()
    {
        source::MonitorSpec spec;
        spec.id = u"shop"_s;
        spec.name = u"the front page"_s;
        spec.component = u"shop"_s;
        spec.address = shop.url().toString();
        if (!watch.add(spec))
            qFatal("the monitor cannot be watched");
        sources.start();
        awaitSample(0);
        look();
    }

    void awaitSample(qsizetype before)
    {
        while (sampled.size() == before)
            QTest::qWait(5); // the test's own time limit ends it
    }

    void look()
    {
        const qsizetype before = sampled.size();
        office.clock.advance(20s);
        sources.poll();
        awaitSample(before);
    }

    void breakIt(bool broken = true)
    {
        support::Fault fault;
        fault.status = broken ? 500 : 200;
        shop.set("/", fault);
        for (int i = 0; i < 4; ++i)
            look();
    }

    [[nodiscard]] qsizetype openIncidents() const
    {
        return qsizetype(office.desk->openIncidents().size());
    }

    /// All that the panel says of the first alert, its lines below included.
    [[nodiscard]] QString said() const
    {
        QStringList words;
        const auto *tree = panel.findChild<QTreeWidget *>();
        for (QTreeWidgetItemIterator line(panel.findChild<QTreeWidget *>()); *line; ++line) {
            for (int column = 0; column < tree->columnCount(); ++column)
                words << (*line)->text(column);
        }
        return words.join(u'|');
    }

    void run(const QString &work, const incident::Command &command)
    {
        if (!office.desk->run(work, command))
            qFatal("the work cannot end like that");
    }
};

/// What ends the work, or its mute.
using End = std::function<void(Stage &, const QString &)>;

} // namespace

class TestWorkMutes : public QObject
{
    Q_OBJECT

private slots:
    void alertsReturnAsSoonAsTheWorkIsNoMore_data()
    {
        using At = timing::RoughInstant;
        QTest::addColumn<End>("end");
        const auto row = [](const char *name, const End &end) {
            QTest::newRow(name) << end;
        };
        row("finished", [](Stage &stage, const QString &work) {
            stage.run(work, incident::FinishMaintenance{At::exact(stage.office.clock.now()),
                                                        u"the orders come in"_s});
        });
        row("given up", [](Stage &stage, const QString &work) {
            stage.run(work, incident::AbortMaintenance{At::exact(stage.office.clock.now()),
                                                       u"the index is broken"_s});
        });
        row("the mute is over", [](Stage &stage, const QString &) {
            stage.office.clock.advance(10min);
            emit stage.office.desk->changed({}); // the second that passes does the same
        });
    }

    void alertsReturnAsSoonAsTheWorkIsNoMore()
    {
        QFETCH(const End, end);
        Stage stage;
        QCOMPARE(stage.said(), QString());
        const QString work = startWork(stage.office);
        const QString ref = stage.office.desk->load(work)->ref;
        stage.breakIt();
        QCOMPARE(stage.openIncidents(), 1);
        const QString muted = stage.said();
        QVERIFY2(muted.startsWith(u"the front page|"_s), qPrintable(muted));
        QVERIFY2(muted.contains(u"muted"_s), qPrintable(muted));
        // It began at 16:08 and twenty seconds, for ten minutes.
        const QString until = QLocale().toString(QTime(16, 18, 20), QLocale::ShortFormat);
        QVERIFY2(muted.contains(u"until %1, for the work %2"_s.arg(until, ref)), qPrintable(muted));
        QVERIFY(!stage.panel.isHidden());
        end(stage, work);
        const QString fires = stage.said();
        QVERIFY2(fires.contains(u"fires"_s), qPrintable(fires));
        QVERIFY2(!fires.contains(u"muted"_s), qPrintable(fires));
        QVERIFY2(!fires.contains(ref), qPrintable(fires));
        QCOMPARE(stage.office.desk->openIncidents().front().title, u"Shop: not available"_s);
    }

    void whatIsWellAgainLeavesNothing()
    {
        Stage stage;
        const QString work = startWork(stage.office);
        stage.breakIt();
        stage.breakIt(false);
        QCOMPARE(stage.said(), QString());
        stage.run(work, incident::FinishMaintenance{
                            timing::RoughInstant::exact(stage.office.clock.now()), u"looked"_s});
        QCOMPARE(stage.said(), QString());
        // And what breaks later is told.
        stage.breakIt();
        QVERIFY(stage.said().contains(u"fires"_s));
        QCOMPARE(stage.office.desk->openIncidents().front().title, u"Shop: not available"_s);
    }

    void workThatWasCalledOffMutesNothing()
    {
        Stage stage;
        workflow::NewMaintenance request;
        request.title = u"Upgrade the shop"_s;
        request.components = {u"shop"_s};
        request.start = timing::RoughInstant::exact(stage.office.clock.now());
        request.expected = timing::RoughDuration::atMost(30min);
        const QString work = stage.office.desk->plan(request)->id;
        stage.run(work, incident::Advance{incident::State::Cancelled, u"nobody has time"_s});
        stage.breakIt();
        QVERIFY(stage.said().contains(u"fires"_s));
        QCOMPARE(stage.openIncidents(), 1);
    }

    void whatTheWorkDoesNotTouchIsTold()
    {
        Stage stage;
        auto spec = stage.watch.status(u"shop"_s)->spec;
        spec.component = u"mail"_s;
        QVERIFY(stage.watch.replace(spec));
        startWork(stage.office);
        stage.breakIt();
        QVERIFY(stage.said().contains(u"fires"_s));
        QCOMPARE(stage.openIncidents(), 2);
    }
};

QTEST_MAIN(TestWorkMutes)
#include "tst_workmutes.moc"
