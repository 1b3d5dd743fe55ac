// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "ui/shell/duenotices.h"

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
    ui::DueNotices notices{timer, desktop};
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
};

QTEST_GUILESS_MAIN(TestDueNotices)
#include "tst_duenotices.moc"
