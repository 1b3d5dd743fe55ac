// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entry/form.h"
#include "support/manualclock.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using entry::Field;
using entry::Form;

namespace {

Form formOf(const QString &line)
{
    Form form({QTimeZone("Europe/London"), support::utc("2026-11-23T16:20:00Z")});
    form.setLine(line);
    return form;
}

entry::Details details()
{
    entry::Details details;
    details.title = u"Images were not loading"_s;
    details.components = {u"images"_s};
    return details;
}

} // namespace

class TestForm : public QObject
{
    Q_OBJECT

private slots:
    void aLineFillsTheFields()
    {
        const Form form = formOf(u"16:00, 15m, fixed after 10, normal +5"_s);
        QCOMPARE(form.text(Field::Start), u"16:00"_s);
        QCOMPARE(form.text(Field::Length), u"stated 15 min"_s);
        QCOMPARE(form.text(Field::End), u"16:15"_s);
        QCOMPARE(form.text(Field::Fixed), u"16:10"_s);
        QCOMPARE(form.text(Field::FixedAfter), u"stated 10 min"_s);
        QCOMPARE(form.text(Field::Normal), u"16:15"_s);
        QCOMPARE(form.text(Field::NormalAfter), u"stated 5 min"_s);
        QVERIFY(form.text(Field::Detected).isEmpty());
        QCOMPARE(form.sum(), u"10 minutes + 5 minutes = 15 minutes"_s);
    }

    void theOthersFollowAnEdit()
    {
        Form form = formOf(u"16:00, 15m, fixed after 10, normal +5"_s);
        QVERIFY(form.edit(Field::Start, u"15:50"_s));
        QCOMPARE(form.text(Field::Fixed), u"16:00"_s);
        QCOMPARE(form.text(Field::End), u"16:05"_s);
        QVERIFY(form.edit(Field::Fixed, u"15:58"_s));
        QCOMPARE(form.text(Field::FixedAfter), u"8 min"_s);
        QVERIFY(form.edit(Field::NormalAfter, u"4 min"_s));
        QCOMPARE(form.text(Field::Normal), u"16:02"_s);
        QCOMPARE(form.text(Field::End), u"16:02"_s);
        QCOMPARE(form.text(Field::Length), u"12 min"_s);
        QVERIFY(form.edit(Field::Length, u"20 min"_s));
        QCOMPARE(form.text(Field::End), u"16:10"_s);
        QCOMPARE(form.text(Field::Start), u"15:50"_s);
    }

    void refusesWhatCannotBe()
    {
        Form form = formOf(u"16:00, 15m"_s);
        const entry::Entry before = form.entry();
        const auto early = form.edit(Field::Fixed, u"15:00"_s);
        QVERIFY(!early);
        QVERIFY(!early.error().text.isEmpty());
        QVERIFY(!form.edit(Field::Length, u"what"_s));
        QCOMPARE(form.entry(), before);
        Form empty = formOf({});
        QVERIFY(!empty.edit(Field::NormalAfter, u"5 min"_s));
    }

    void countsSeveral()
    {
        Form form = formOf(u"3 outages this afternoon, 5 to 40m"_s);
        QCOMPARE(form.text(Field::Count), u"3"_s);
        QCOMPARE(form.text(Field::Shortest), u"5 min"_s);
        QCOMPARE(form.text(Field::Longest), u"40 min"_s);
        QVERIFY(form.edit(Field::Longest, u"50 min"_s));
        QVERIFY(!form.edit(Field::Shortest, u"60 min"_s));
        const auto command = form.command(details());
        QVERIFY(command.has_value());
        const incident::Window &window = command->windows.front();
        QVERIFY(window.several && window.inside);
        QCOMPARE(window.count, 3);
        QCOMPARE(window.duration, timing::RoughDuration::between(5min, 50min));
    }

    void entersWithoutFakeClicks()
    {
        const auto over = formOf(u"16:00, 15m"_s).command(details());
        QCOMPARE(over->entry, incident::EntryMode::Retrospective);
        QCOMPARE(over->state, incident::State::Restored);
        QCOMPARE(over->kind, incident::Kind::Outage);
        const auto watched = formOf(u"16:00, 15m, slow, watching"_s).command(details());
        QCOMPARE(watched->state, incident::State::Monitoring);
        QCOMPARE(watched->kind, incident::Kind::Degradation);
        const auto running = formOf(u"since 16:00, still going"_s).command(details());
        QCOMPARE(running->entry, incident::EntryMode::Live);
        QCOMPARE(running->state, incident::State::Active);
    }

    void storesNothingUnclear()
    {
        QVERIFY(!formOf(u"15m"_s).command(details()));
        QVERIFY(!formOf(u"16:00 5m wibble"_s).command(details()));
        QVERIFY(!formOf(u"20m just now, back up after 10, normal +5"_s).command(details()));
    }

    void showsAbsoluteTimes()
    {
        const auto rows = formOf(u"yesterday 23:50-00:20"_s).rows();
        QCOMPARE(rows[0].name, u"Start"_s);
        QCOMPARE(rows[0].absolute, u"Sun 22 Nov 2026, 23:50, Europe/London"_s);
        QCOMPARE(rows[1].words, u"30 minutes"_s);
        QCOMPARE(rows[2].absolute, u"Mon 23 Nov 2026, 00:20, Europe/London"_s);
    }

    void aMegabyteOfJunkIsAnsweredAtOnce()
    {
        QString junk;
        while (junk.size() < 1'000'000)
            junk += u"half 13:45 to +5 normal at once, ~9-~9m \u2013 between "_s;
        Form form = formOf(junk);
        QVERIFY(!form.entry().isClear());
        QVERIFY(!form.edit(Field::Start, junk));
        QVERIFY(!form.edit(Field::Length, junk));
        // The longest line that is looked at, full of beginnings that come to nothing.
        form.setLine(junk.first(entry::longestLine));
        QVERIFY(!form.entry().isClear());
    }
};

QTEST_APPLESS_MAIN(TestForm)
#include "tst_form.moc"
