// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/lineedit.h"
#include "ui/widget/reasonbar.h"
#include "view/consolestage.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using incident::Milestone;
using support::utc;

namespace {

/// An outage of the shop that was back to normal at 16:13; it is 16:15.
struct Stage : ConsoleStage
{
    Stage()
    {
        office.shopIsDown();
        office.clock.advance(5min);
        console.press(ui::StripKey::BackToNormal);
        office.clock.advance(2min);
    }

    [[nodiscard]] incident::MilestoneRow fixed() const
    {
        const auto incident = office.desk->load(console.incidentId()).value();
        const incident::MilestoneRow *row = incident.milestoneRow(Milestone::Fixed);
        return row ? *row : incident::MilestoneRow();
    }

    /// The bar that asks for a reason now; null if nobody is asked.
    [[nodiscard]] ui::ReasonBar *asking() const
    {
        for (auto *bar : console.findChildren<ui::ReasonBar *>()) {
            if (bar->isVisible())
                return bar;
        }
        return nullptr;
    }

    void answer(const QString &reason) const
    {
        auto *field = asking()->findChild<ui::LineEdit *>();
        QTest::keyClicks(field, reason);
        QTest::keyClick(field, Qt::Key_Return);
    }

    void type(const QString &time) const
    {
        for (auto *edit : console.findChildren<ui::LineEdit *>()) {
            if (edit->accessibleName() != u"Fixed"_s)
                continue;
            edit->setFocus();
            edit->selectAll();
            QTest::keyClicks(edit, time);
            QTest::keyClick(edit, Qt::Key_Return);
            return;
        }
        QFAIL("there is no such field");
    }
};

} // namespace

/// An unusual order of times is legal with a reason. The window asks for it once and keeps it.
class TestAsksOnce : public QObject
{
    Q_OBJECT

private slots:
    void aKeyAsksOnce()
    {
        Stage stage;
        stage.console.press(ui::StripKey::Fixed);
        QVERIFY(!stage.fixed().at.isKnown());
        QVERIFY(stage.asking());
        stage.answer(u"it recovered before the fix"_s);
        QVERIFY(!stage.asking());
        QCOMPARE(stage.fixed().at, timing::RoughInstant::exact(utc("2026-11-22T16:15:00Z")));
        QCOMPARE(stage.fixed().reason, u"it recovered before the fix"_s);
        stage.type(u"16:14"_s);
        QVERIFY(!stage.asking());
        QCOMPARE(stage.fixed().at, timing::RoughInstant::exact(utc("2026-11-22T16:14:00Z")));
    }

    void aFieldAsksOnce()
    {
        Stage stage;
        stage.type(u"16:14"_s);
        QVERIFY(!stage.fixed().at.isKnown());
        QVERIFY(stage.asking());
        stage.answer(u"it recovered before the fix"_s);
        QCOMPARE(stage.fixed().reason, u"it recovered before the fix"_s);
        stage.type(u"16:15"_s);
        QVERIFY(!stage.asking());
        QCOMPARE(stage.fixed().at, timing::RoughInstant::exact(utc("2026-11-22T16:15:00Z")));
    }

    void withoutAnAnswerNothingChanges()
    {
        Stage stage;
        stage.console.press(ui::StripKey::Fixed);
        QTest::keyClick(stage.asking()->findChild<ui::LineEdit *>(), Qt::Key_Escape);
        QVERIFY(!stage.asking());
        QVERIFY(!stage.fixed().at.isKnown());
    }
};

QTEST_MAIN(TestAsksOnce)
#include "tst_asksonce.moc"
