// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "support/samples.h"
#include "workflow/windowmark.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using incident::PutWindow;
using incident::Window;
using support::Office;
using timing::RoughInstant;
using workflow::WindowMark;

namespace {

constexpr auto step = 20s;
const QTimeZone london("Europe/London");

/// The bad stretch of a history that ends now.
WindowMark markOf(const Office &office, QByteArrayView history)
{
    const base::InstantMs start = office.clock.now() - (history.size() - 1) * step;
    const auto series = support::seriesOf(support::samples(history, start, step), step);
    WindowMark mark;
    mark.monitor = u"www"_s;
    mark.stretch = badStretchAt(series, office.clock.now()).value();
    return mark;
}

} // namespace

class TestWindowMark : public QObject
{
    Q_OBJECT

private slots:
    void anOverlapCorrectsTheWindow()
    {
        Office office;
        const auto incident = office.shopIsDown();
        const Window window = windowFrom(incident, markOf(office, "1111FFFFFF"), london);
        QCOMPARE(window.seq, 1);
        QCOMPARE(window.start, RoughInstant::between(office.clock.now() - 6 * step,
                                                     office.clock.now() - 5 * step));
        QVERIFY(!window.end.isKnown());
        QCOMPARE(window.felt, incident.felt());
        QCOMPARE(window.evidence, u"marked on the chart of www: last good 16:06:00, first bad "
                                  "16:06:20; last bad 16:08:00"_s);
        const auto done = office.desk->run(incident.id, PutWindow{window, {}});
        QVERIFY(done);
        QCOMPARE(done->windows.size(), size_t(1));
        QCOMPARE(done->milestone(incident::Milestone::Started), window.start);
        QCOMPARE(done->windowHistory.size(), size_t(1));
    }

    void apartFromTheOthersItIsANewOne()
    {
        Office office;
        office.shopIsDown();
        auto incident = office.shopIsDown(u"nobody can pay"_s);
        Window over = incident.windows.front();
        over.end = RoughInstant::exact(office.clock.now());
        incident = office.desk->run(incident.id, PutWindow{over, u"measured"_s}).value();
        office.clock.advance(30min);
        const Window window = windowFrom(incident, markOf(office, "1111FFF11"), london);
        QCOMPARE(window.seq, 0);
        QCOMPARE(window.felt, u"nobody can pay"_s);
        QCOMPARE(window.components, incident.components());
        const auto done = office.desk->run(incident.id, PutWindow{window, {}});
        QVERIFY(done);
        QCOMPARE(done->windows.size(), size_t(2));
        QCOMPARE(done->windows.back().evidence, window.evidence);
    }

    void oneEdgeMovesAlone()
    {
        Office office;
        const auto incident = office.shopIsDown();
        WindowMark mark = markOf(office, "11FFFFF111");
        mark.edges = WindowMark::Edges::End;
        mark.window = 1;
        const Window window = windowFrom(incident, mark, london);
        QCOMPARE(window.start, incident.windows.front().start);
        QCOMPARE(window.end, mark.stretch.end.at);
        QVERIFY(!window.evidence.contains(u"first bad"_s));
        mark.edges = WindowMark::Edges::Start;
        QCOMPARE(windowFrom(incident, mark, london).end, incident.windows.front().end);
    }

    void aLengthThatNoLongerFitsGoes()
    {
        Office office;
        auto incident = office.shopIsDown();
        incident.windows.front().duration = timing::RoughDuration::exact(100s);
        WindowMark mark = markOf(office, "11FFFFF111");
        QCOMPARE(windowFrom(incident, mark, london).duration, timing::RoughDuration::exact(100s));
        incident.windows.front().duration = timing::RoughDuration::exact(10min);
        QVERIFY(!windowFrom(incident, mark, london).duration.isKnown());
    }

    void aPlaceWithoutATurnSaysSo()
    {
        WindowMark mark;
        mark.monitor = u"www"_s;
        const base::InstantMs at = support::utc("2026-11-22T16:00:00Z");
        mark.stretch.start = {RoughInstant::between(support::utc("2026-11-22T16:00:00Z"),
                                                    support::utc("2026-11-22T16:00:20Z")),
                              at, at + step, false};
        mark.edges = WindowMark::Edges::Start;
        QCOMPARE(evidenceOf(mark, london),
                 u"marked on the chart of www: looked at 16:00:00, and at 16:00:20"_s);
    }
};

QTEST_GUILESS_MAIN(TestWindowMark)
#include "tst_windowmark.moc"
