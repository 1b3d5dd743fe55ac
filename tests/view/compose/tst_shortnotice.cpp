// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "ui/compose/composepane.h"
#include "ui/widget/noticebar.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using support::Office;

namespace {

/// The pane on work that begins in so long; its list wants a day of notice.
struct Stage
{
    Office office;
    workflow::Compose compose{*office.desk, {u"site"_s}};
    ui::ComposePane pane{*office.desk, compose, {{u"site"_s, u"Status site"_s, {}}}};
    QString work;

    explicit Stage(base::Span ahead)
    {
        pane.resize(456, 640);
        pane.show();
        workflow::NewMaintenance request;
        request.title = u"Upgrade the shop"_s;
        request.components = {u"shop"_s};
        request.start = timing::RoughInstant::exact(office.clock.now() + ahead);
        request.expected = timing::RoughDuration::atMost(10min);
        work = office.desk->plan(request).value().id;
        compose.setIncident(work);
    }

    /// What stands beside the text; empty: nothing does.
    [[nodiscard]] QString said() const
    {
        const auto *notice = pane.findChild<ui::NoticeBar *>();
        return notice->isVisible() ? notice->notice().text : QString();
    }
};

} // namespace

class TestShortNotice : public QObject
{
    Q_OBJECT

private slots:
    void workThatBeginsSoonerThanItsListWantsSaysSo()
    {
        Stage stage(2h);
        QCOMPARE(stage.said(),
                 u"Short notice: the work begins in 2 h, and its list wants 1 d of notice."_s);
        const auto notice = stage.pane.findChild<ui::NoticeBar *>()->notice();
        QCOMPARE(notice.level, ui::Notice::Level::Warning);
        // Nobody is stopped.
        QVERIFY(notice.actions.isEmpty());
        QCOMPARE(stage.compose.status(), incident::PublicStatus::Scheduled);
        stage.office.clock.advance(3h);
        stage.pane.tick();
        QCOMPARE(stage.said(), u"Short notice: the planned start is past already, and its list "
                               "wants 1 d of notice."_s);
    }

    void enoughNoticeIsNotSpokenOf()
    {
        Stage stage(48h);
        QCOMPARE(stage.said(), QString());
        // While nobody announces it, the time runs.
        stage.office.clock.advance(25h);
        stage.pane.tick();
        QVERIFY2(stage.said().startsWith(u"Short notice: the work begins in 23 h"_s),
                 qPrintable(stage.said()));
    }

    void whatRunsIsBeyondNotice()
    {
        Stage stage(0h);
        QVERIFY(!stage.said().isEmpty());
        const auto now = timing::RoughInstant::exact(stage.office.clock.now());
        QVERIFY(stage.office.desk->run(stage.work, incident::StartMaintenance{now}));
        QCOMPARE(stage.compose.status(), incident::PublicStatus::InProgress);
        QCOMPARE(stage.said(), QString());
    }
};

QTEST_MAIN(TestShortNotice)
#include "tst_shortnotice.moc"
