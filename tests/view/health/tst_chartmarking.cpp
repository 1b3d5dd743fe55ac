// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/noticebar.h"
#include "view/chartstage.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Laying an outage over a chart, by mouse and by keys.
class TestChartMarking final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_stage = std::make_unique<support::ChartStage>(); }
    void cleanup() { m_stage.reset(); }
    void draggingSelectsAnOutage();
    void keysSelectAnOutage();
    void aSelectionByKeysGrows();
    void whatGoesOnHasNoEnd();
    void slownessIsMarkedWhereNothingFailed();
    void anEdgeIsDragged();
    void anEdgeIsMovedByKeys();
    void anotherMonitorDropsTheSelection();

private:
    std::unique_ptr<support::ChartStage> m_stage;
};

void TestChartMarking::draggingSelectsAnOutage()
{
    QSignalSpy marked(&m_stage->pane(), &ui::HealthPane::outageMarked);
    auto *offer = m_stage->pane().findChild<ui::NoticeBar *>();
    QVERIFY(!offer->isVisible());
    m_stage->drag(m_stage->placeOf(m_stage->at(98)), m_stage->placeOf(m_stage->at(133)));
    const auto &mark = m_stage->mark();
    QVERIFY(mark);
    QCOMPARE(mark->stretch.start.at,
             timing::RoughInstant::between(m_stage->second(99), m_stage->second(100)));
    QCOMPARE(*mark->stretch.end.after, m_stage->at(130));
    QVERIFY(!mark->isSlow && !mark->moved);
    QVERIFY(offer->isVisible());
    QCOMPARE(offer->notice().text, u"Outage of www"_s);
    QCOMPARE(marked.size(), 0); // nothing happens before it is confirmed
    m_stage->press(Qt::Key_Return);
    QCOMPARE(marked.size(), 1);
    QCOMPARE(marked[0][0].value<ui::OutageMark>().monitor, u"www"_s);
    QTest::mouseClick(m_stage->chart(), Qt::LeftButton, {}, m_stage->placeOf(m_stage->at(20)));
    QVERIFY(!m_stage->mark());
    QVERIFY(!offer->isVisible());
    m_stage->press(Qt::Key_Return);
    QCOMPARE(marked.size(), 1);
}

void TestChartMarking::keysSelectAnOutage()
{
    m_stage->press(Qt::Key_O);
    const auto &mark = m_stage->mark();
    QVERIFY(mark);
    QCOMPARE(*mark->stretch.start.after, m_stage->at(100));
    QCOMPARE(*mark->stretch.end.after, m_stage->at(130));
    m_stage->press(Qt::Key_Z);
    QVERIFY(m_stage->frame().length() < 20min && m_stage->frame().from() < m_stage->at(99) &&
            m_stage->frame().to() > m_stage->at(130));
    QVERIFY(m_stage->mark());
    m_stage->press(Qt::Key_Escape);
    QVERIFY(!m_stage->mark());
    // Out of sight, it comes into sight.
    m_stage->press(Qt::Key_0);
    for (int i = 0; i < 5; ++i)
        m_stage->press(Qt::Key_PageUp);
    m_stage->press(Qt::Key_O);
    QVERIFY(m_stage->frame().from() < m_stage->at(99) && m_stage->frame().to() > m_stage->at(130));
}

void TestChartMarking::aSelectionByKeysGrows()
{
    m_stage->navigator().point(m_stage->at(20));
    for (int i = 0; i < 10; ++i)
        m_stage->press(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    const auto &mark = m_stage->mark();
    QVERIFY(mark);
    QCOMPARE(*mark->stretch.start.after, m_stage->at(20));
    QCOMPARE(*mark->stretch.end.after, m_stage->at(30));
    m_stage->press(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(*mark->stretch.end.after, m_stage->at(29));
}

void TestChartMarking::whatGoesOnHasNoEnd()
{
    m_stage->set(u"www"_s, ui::State::Down, QByteArray(171, '5') + QByteArray(10, 'F'));
    m_stage->press(Qt::Key_O);
    QVERIFY(m_stage->mark());
    QVERIFY(!m_stage->mark()->stretch.end.at.isKnown());
    m_stage->press(Qt::Key_Escape);
    m_stage->drag(m_stage->placeOf(m_stage->at(168)),
                  m_stage->placeOf(m_stage->now()) + QPoint(3, 0));
    QVERIFY(m_stage->mark());
    QVERIFY(!m_stage->mark()->stretch.end.at.isKnown());
}

void TestChartMarking::slownessIsMarkedWhereNothingFailed()
{
    m_stage->set(u"www"_s, ui::State::Down,
                 QByteArray(60, '5') + QByteArray(30, '9') + QByteArray(91, '5'), {}, {},
                 ui::ChartThreshold{80, u"slow from 80 ms"_s});
    m_stage->drag(m_stage->placeOf(m_stage->at(62)), m_stage->placeOf(m_stage->at(88)));
    QVERIFY(m_stage->mark());
    QVERIFY(m_stage->mark()->isSlow);
    QCOMPARE(*m_stage->mark()->stretch.start.after, m_stage->at(60));
    m_stage->press(Qt::Key_Escape);
    m_stage->press(Qt::Key_O);
    QVERIFY(m_stage->mark()->isSlow);
}

void TestChartMarking::anEdgeIsDragged()
{
    ui::ChartBand window{m_stage->second(60), std::nullopt, ui::State::Down, u"outage"_s};
    window.window = 3;
    m_stage->set(u"www"_s, ui::State::Down, QByteArray(100, '5') + QByteArray(81, 'F'), {window});
    m_stage->drag(m_stage->placeOf(m_stage->at(60)), m_stage->placeOf(m_stage->at(97)));
    const auto &mark = m_stage->mark();
    QVERIFY(mark && mark->moved);
    QCOMPARE(*mark->moved, (ui::BandEdge{3, false}));
    QCOMPARE(*mark->stretch.start.before, m_stage->at(99));
    QCOMPARE(*mark->stretch.start.after, m_stage->at(100));
    QVERIFY(!mark->stretch.end.at.isKnown());
}

void TestChartMarking::anEdgeIsMovedByKeys()
{
    ui::ChartBand window{m_stage->second(60), m_stage->second(120), ui::State::Down, u"outage"_s};
    window.window = 3;
    m_stage->set(u"www"_s, ui::State::Down,
                 QByteArray(70, '5') + QByteArray(60, 'F') + QByteArray(51, '5'), {window});
    const auto &mark = m_stage->mark();
    m_stage->press(Qt::Key_BracketLeft); // its end
    m_stage->press(Qt::Key_BracketLeft);
    for (int i = 0; i < 5; ++i)
        m_stage->press(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(mark && mark->moved);
    QCOMPARE(*mark->moved, (ui::BandEdge{3, false}));
    QCOMPARE(*mark->stretch.start.after, m_stage->at(65));
    QCOMPARE(*mark->stretch.end.before, m_stage->at(120));
    m_stage->press(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(*mark->stretch.start.after, m_stage->at(64));
    m_stage->press(Qt::Key_Escape);
    QVERIFY(!mark);
    m_stage->press(Qt::Key_BracketLeft); // from the live edge on
    m_stage->press(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(mark && mark->moved);
    QCOMPARE(*mark->moved, (ui::BandEdge{3, true}));
    QSignalSpy confirmed(&m_stage->navigator(), &ui::ChartNavigator::confirmed);
    m_stage->press(Qt::Key_Return);
    QCOMPARE(confirmed.size(), 1);
    // Apart from an edge a stretch is selected, as before.
    m_stage->press(Qt::Key_Escape);
    m_stage->navigator().point(m_stage->at(20));
    m_stage->press(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(mark && !mark->moved);
}

void TestChartMarking::anotherMonitorDropsTheSelection()
{
    m_stage->press(Qt::Key_O);
    QVERIFY(m_stage->mark());
    m_stage->pane().choose(u"search"_s);
    QVERIFY(!m_stage->mark());
    m_stage->press(Qt::Key_O); // there is none: nothing happens
    QVERIFY(!m_stage->mark());
}

QTEST_MAIN(TestChartMarking)
#include "tst_chartmarking.moc"
