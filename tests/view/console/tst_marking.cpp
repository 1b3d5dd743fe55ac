// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samples.h"
#include "ui/console/openincidentdialog.h"
#include "ui/console/watchhealth.h"
#include "ui/health/chartnavigator.h"
#include "ui/health/healthpane.h"
#include "ui/widget/lineedit.h"
#include "ui/widget/noticebar.h"
#include "ui/widget/reasonbar.h"
#include "view/consolestage.h"

#include <QTest>
#include <QTimer>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using incident::Milestone;
using timing::RoughInstant;
using ui::OutageMark;

namespace {

/// The console on an office that watches nothing: marks are handed to it as a chart does.
struct Stage : ConsoleStage
{
    /// A stretch that ended `ago` and took a minute and a half.
    [[nodiscard]] OutageMark markEnding(std::chrono::seconds ago) const
    {
        const base::InstantMs end = office.clock.now() - ago;
        const auto history =
            support::seriesOf(support::samples("1111111111FFFFF11", end - 15 * 20s, 20s), 20s);
        OutageMark mark;
        mark.monitor = u"www"_s;
        mark.stretch = *badStretchAt(history, end);
        return mark;
    }

    void confirm(const OutageMark &mark) { emit console.healthPane().outageMarked(mark); }

    [[nodiscard]] QString notice() const
    {
        for (const auto *bar : console.findChildren<ui::NoticeBar *>()) {
            if (bar->isVisible())
                return bar->notice().text;
        }
        return {};
    }
};

} // namespace

class TestMarking : public QObject
{
    Q_OBJECT

private slots:
    void overAnOpenWindowItIsACorrectionThatCanBeUndone()
    {
        Stage stage;
        const auto opened = stage.office.shopIsDown();
        const auto first = opened.windows.front();
        const OutageMark mark = stage.markEnding(0s);
        stage.confirm(mark);
        auto incident = stage.incident();
        QCOMPARE(incident.windows.size(), size_t(1));
        QCOMPARE(incident.windows.front().start, mark.stretch.start.at);
        QCOMPARE(incident.windows.front().end, mark.stretch.end.at);
        QVERIFY(incident.windows.front().evidence.contains(u"first bad"_s));
        QVERIFY(stage.notice().contains(u"Window 1 was corrected"_s));
        stage.console.undoStamp();
        incident = stage.incident();
        QCOMPARE(incident.windows.front().start, first.start);
        QCOMPARE(incident.windows.front().end, first.end);
        QCOMPARE(incident.milestone(Milestone::Started), opened.milestone(Milestone::Started));
        QCOMPARE(incident.state, opened.state);
    }

    void apartFromItItIsAWindowThatCanBeUndone()
    {
        Stage stage;
        auto opened = stage.office.shopIsDown();
        auto over = opened.windows.front();
        over.end = RoughInstant::exact(stage.office.clock.now());
        QVERIFY(stage.office.desk->run(opened.id, incident::PutWindow{over, {}}));
        stage.office.clock.advance(30min);
        stage.confirm(stage.markEnding(60s));
        QCOMPARE(stage.incident().windows.size(), size_t(2));
        QVERIFY(stage.notice().contains(u"Window 2 was added"_s));
        stage.console.undoStamp();
        QCOMPARE(stage.incident().windows.size(), size_t(1));
        // It was kept: nothing is ever removed.
        QCOMPARE(stage.incident().windowHistory.size(), size_t(2));
    }

    void oneEdgeIsMoved()
    {
        Stage stage;
        const auto opened = stage.office.shopIsDown();
        OutageMark mark = stage.markEnding(0s);
        mark.moved = ui::BandEdge{1, false};
        stage.confirm(mark);
        QCOMPARE(stage.incident().windows.front().start, mark.stretch.start.at);
        QVERIFY(stage.incident().hasOpenWindow());
    }

    void anUnusualTimeIsAskedAboutOnce()
    {
        Stage stage;
        const auto opened = stage.office.shopIsDown();
        const auto now = stage.office.clock.now();
        incident::AlertEvidence alert;
        alert.alert = u"a1"_s;
        alert.monitor = u"www"_s;
        alert.started = RoughInstant::exact(now - 90s);
        alert.detected = now - 60s;
        QVERIFY(stage.office.desk->run(opened.id, incident::LinkAlert{alert}));
        const auto before = stage.incident().windows.front();
        OutageMark mark = stage.markEnding(0s);
        mark.stretch.start.at = RoughInstant::between(now - 30min, now - 29min);
        stage.confirm(mark);
        QCOMPARE(stage.incident().windows.front(), before);
        ui::ReasonBar *asking = nullptr;
        for (auto *bar : stage.console.findChildren<ui::ReasonBar *>()) {
            if (bar->isVisible())
                asking = bar;
        }
        QVERIFY(asking);
        auto *reason = asking->findChild<ui::LineEdit *>();
        QTest::keyClicks(reason, u"the alert was about something else"_s);
        QTest::keyClick(reason, Qt::Key_Return);
        QCOMPARE(stage.incident().windows.front().start, mark.stretch.start.at);
    }

    void withoutAnIncidentOneIsOffered()
    {
        Stage stage;
        const OutageMark mark = stage.markEnding(10min);
        QTimer::singleShot(0, &stage.console, [&] {
            auto *dialog = stage.console.findChild<ui::OpenIncidentDialog *>();
            QVERIFY(dialog);
            for (auto *field : dialog->findChildren<ui::LineEdit *>()) {
                if (field->accessibleName().startsWith(u"What is wrong"_s))
                    field->setText(u"Shop was down"_s);
            }
            dialog->accept();
        });
        stage.confirm(mark);
        const auto incident = stage.incident();
        QCOMPARE(incident.title, u"Shop was down"_s);
        QCOMPARE(incident.entry, incident::EntryMode::Retrospective);
        QCOMPARE(incident.windows.front().start, mark.stretch.start.at);
        QCOMPARE(incident.windows.front().end, mark.stretch.end.at);
        QVERIFY(incident.windows.front().evidence.contains(u"last good"_s));
    }

    void theOfferSaysWhatWouldHappen()
    {
        Stage stage;
        const ui::HealthModel &health = stage.console.health();
        OutageMark mark = stage.markEnding(0s);
        QCOMPARE(health.offerFor(mark).action, u"Open an incident"_s);
        QCOMPARE(health.offerFor(mark).sentence,
                 u"Outage from 16:06:00–16:06:20 until 16:07:40–16:08:00, 1 min to 2 min."_s);
        stage.office.shopIsDown();
        QCOMPARE(health.offerFor(mark).action, u"Correct window 1"_s);
        mark.stretch.end.at = {};
        QVERIFY(health.offerFor(mark).sentence.contains(u"still going on"_s));
        mark.moved = ui::BandEdge{1, false};
        QCOMPARE(health.offerFor(mark).sentence, u"It begins 16:06:00–16:06:20."_s);
    }
};

QTEST_MAIN(TestMarking)
#include "tst_marking.moc"
