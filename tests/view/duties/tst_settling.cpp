// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "ui/duties/dutiesview.h"
#include "view/formhands.h"

#include <functional>
#include <QApplication>
#include <QDialog>
#include <QSignalSpy>
#include <QTimer>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace formhands;
using namespace incident;

namespace {

/// What is owed, and an outage of the shop.
struct Stage
{
    support::Office office;
    workflow::Reminders reminders{*office.desk};
    ui::DutiesView view{*office.desk, reminders};
    Incident shop = office.shopIsDown();

    Stage()
    {
        view.resize(900, 500);
        view.show();
    }

    void promise(const QString &quote)
    {
        Promise made;
        made.id = u"p"_s;
        made.kind = PromiseKind::Prevent;
        made.quote = quote;
        made.due = timing::RoughInstant::exact(office.clock.now() + 24h);
        QVERIFY(office.desk->run(shop.id, MakePromise{made}));
    }

    void publish()
    {
        office.clock.advance(10min);
        PostRevision revision;
        revision.id = office.desk->newId();
        revision.title = u"Shop"_s;
        revision.body = u"The check is there."_s;
        revision.targets = {u"site"_s};
        QVERIFY(office.desk->run(shop.id, RevisePost{revision}));
        QVERIFY(office.desk->run(shop.id, RecordSeen{revision.id, u"site"_s, {}, {}, {}}));
    }

    [[nodiscard]] QTreeWidget &list() { return *view.findChild<QTreeWidget *>(); }

    void settle(const std::function<void(QDialog &)> &fill)
    {
        list().setCurrentItem(list().topLevelItem(0));
        QTimer::singleShot(0, &view, [fill] {
            auto *form = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            QVERIFY(form);
            fill(*form);
            press(*form, u"Settle it"_s);
            if (form->isVisible())
                form->reject();
        });
        press(view, u"Settle …"_s);
    }

    [[nodiscard]] Promise settled() { return *office.desk->load(shop.id)->promise(u"p"_s); }
};

} // namespace

class TestSettling : public QObject
{
    Q_OBJECT

private slots:
    void aPromiseIsKeptByAPost()
    {
        Stage stage;
        stage.promise(u"we will add a check"_s);
        stage.publish();
        QTRY_COMPARE(stage.list().topLevelItemCount(), 1);
        stage.settle([](QDialog &form) { choose(form, u"Kept by"_s, u"update 1"_s); });
        QCOMPARE(stage.settled().status, PromiseStatus::Kept);
        QCOMPARE(stage.settled().note, u"kept by update 1"_s);
        QTRY_COMPARE(stage.list().topLevelItemCount(), 0);
    }

    void orByANote()
    {
        Stage stage;
        stage.promise(u"we will add a check"_s);
        QTRY_COMPARE(stage.list().topLevelItemCount(), 1);
        // Nothing is settled without a word.
        stage.settle([](QDialog &) {});
        QVERIFY(stage.settled().isOpen());
        stage.settle([](QDialog &form) {
            choose(form, u"It was"_s, u"broken"_s);
            type(form, u"Because"_s, u"nobody had the time"_s);
        });
        QCOMPARE(stage.settled().status, PromiseStatus::Broken);
        QCOMPARE(stage.settled().note, u"nobody had the time"_s);
    }

    void aFollowUpBecomesPlannedWorkAndLeadsToIt()
    {
        Stage stage;
        FollowUp left;
        left.id = u"f"_s;
        left.title = u"Move the shop to the new store"_s;
        QVERIFY(stage.office.desk->run(stage.shop.id, PutFollowUp{left}));
        QTRY_COMPARE(stage.list().topLevelItemCount(), 1);
        QSignalSpy opened(&stage.view, &ui::DutiesView::openRequested);
        const QPushButton *plan = button(stage.view, u"Plan work for it"_s);
        press(stage.view, u"Plan work for it"_s);
        const QString draft = opened.value(0).value(0).toString();
        const auto planned = stage.office.desk->load(draft);
        QVERIFY(planned);
        QCOMPARE(planned->state, State::Draft);
        QCOMPARE(planned->title, left.title);
        QCOMPARE(stage.office.desk->load(stage.shop.id)->followUp(u"f"_s)->maintenance, draft);
        QTRY_COMPARE(plan->accessibleName(), u"Its planned work"_s);
        press(stage.view, u"Its planned work"_s);
        QCOMPARE(opened.value(1).value(0).toString(), draft);
    }

    void aPromiseBecomesNoWork()
    {
        Stage stage;
        stage.promise(u"we will add a check"_s);
        QTRY_COMPARE(stage.list().topLevelItemCount(), 1);
        QVERIFY(!button(stage.view, u"Plan work for it"_s)->isVisible());
    }
};

QTEST_MAIN(TestSettling)
#include "tst_settling.moc"
