// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "timing/fieldtext.h"
#include "workflow/timingform.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using incident::Milestone;
using incident::State;
using support::Office;
using support::utc;
using workflow::TimingField;
using workflow::TimingForm;

class TestTimingForm : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatIsKnown()
    {
        Office office;
        const TimingForm form(*office.desk, office.shopIsDown());
        QCOMPARE(form.text(TimingField::Started), u"16:06 to 16:07"_s);
        QCOMPARE(form.text(TimingField::Normal), QString());
    }

    void aLengthAfterTheStartGivesTheFix()
    {
        Office office;
        TimingForm form(*office.desk, office.shopIsDown());
        office.clock.advance(30min);
        QVERIFY(form.edit(TimingField::FixedAfter, u"10 min"_s));
        const auto fixed = form.incident().milestone(Milestone::Fixed);
        QCOMPARE(*fixed.lo(), utc("2026-11-22T16:16:00Z"));
        QCOMPARE(*fixed.hi(), utc("2026-11-22T16:17:00Z"));
        QCOMPARE(form.incident().state, State::Monitoring);
        QVERIFY(form.edit(TimingField::NormalAfter, u"5"_s));
        QCOMPARE(form.incident().state, State::Restored);
        QCOMPARE(*form.incident().milestone(Milestone::BackToNormal).hi(),
                 utc("2026-11-22T16:22:00Z"));
        QVERIFY(!form.incident().hasOpenWindow());
    }

    void startAndDurationGiveTheEnd()
    {
        Office office;
        TimingForm form(*office.desk, office.shopIsDown());
        office.clock.advance(1h);
        QVERIFY(form.edit(TimingField::Started, u"16:06"_s));
        QVERIFY(form.edit(TimingField::Duration, u"15 min"_s));
        QCOMPARE(form.text(TimingField::Normal), u"16:21"_s);
        QVERIFY(form.edit(TimingField::Normal, u"16:26"_s));
        QCOMPARE(form.text(TimingField::Duration), u"20 min"_s);
        QCOMPARE(form.text(TimingField::Started), u"16:06"_s);
    }

    void anEmptyFieldTakesTheStampBack()
    {
        Office office;
        TimingForm form(*office.desk, office.shopIsDown());
        office.clock.advance(10min);
        QVERIFY(form.edit(TimingField::Fixed, u"now"_s));
        QVERIFY(form.edit(TimingField::Fixed, QString()));
        QVERIFY(!form.incident().milestone(Milestone::Fixed).isKnown());
        QCOMPARE(form.incident().state, State::Active);
    }

    void nonsenseChangesNothing_data()
    {
        QTest::addColumn<TimingField>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("no time") << TimingField::Started << u"half past blue"_s;
        QTest::newRow("before the start") << TimingField::Normal << u"15:00"_s;
        QTest::newRow("negative") << TimingField::Duration << u"-5 min"_s;
        QTest::newRow("no fix yet") << TimingField::NormalAfter << u"5 min"_s;
    }

    void nonsenseChangesNothing()
    {
        QFETCH(TimingField, field);
        QFETCH(QString, text);
        Office office;
        const auto before = office.shopIsDown();
        TimingForm form(*office.desk, before);
        const auto done = form.edit(field, text);
        QVERIFY(!done);
        QVERIFY(!done.error().text.isEmpty());
        QCOMPARE(office.desk->load(before.id).value(), before);
    }

    void aPlanIsChangedByANewPlan()
    {
        Office office;
        workflow::NewMaintenance request;
        request.title = u"Upgrade"_s;
        request.start = timing::RoughInstant::exact(utc("2026-11-23T01:00:00Z"));
        request.end = timing::RoughInstant::exact(utc("2026-11-23T02:00:00Z"));
        request.expected = timing::RoughDuration::atMost(10min);
        TimingForm form(*office.desk, office.desk->plan(request).value());
        QVERIFY(form.edit(TimingField::PlanLength, u"no more than 20 min"_s));
        QCOMPARE(*form.incident().plannedWindows().front().duration.hi(), base::Span(20min));
        QCOMPARE(form.incident().windowHistory.size(), size_t(1));
        QCOMPARE(form.text(TimingField::PlanStart), u"23 Nov 01:00"_s);
    }
};

QTEST_GUILESS_MAIN(TestTimingForm)
#include "tst_timingform.moc"
