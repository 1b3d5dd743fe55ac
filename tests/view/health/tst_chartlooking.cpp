// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/actionbutton.h"
#include "ui/widget/paneheader.h"
#include "view/chartstage.h"

#include <QLabel>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::ChartAction;

/// Looking around on the charts, by mouse and by keys.
class TestChartLooking final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_stage = std::make_unique<support::ChartStage>(); }
    void cleanup() { m_stage.reset(); }
    void theWheelZoomsWhereThePointerIs();
    void shiftAndWheelPans();
    void draggingWithShiftZooms();
    void draggingWithTheMiddleButtonPans();
    void everyKeyDoesWhatItSays();
    void awayFromTheLiveEdgeThePaneSaysSo();
    void theCrosshairIsOnAllCharts();
    void theCrosshairStepsFromSampleToSample();
    void marksAreSteppedThrough();
    void itIsSavedAsPictureAndValues();

private:
    std::unique_ptr<support::ChartStage> m_stage;
};

void TestChartLooking::theWheelZoomsWhereThePointerIs()
{
    const base::InstantMs anchor = m_stage->at(60);
    const QPoint place = m_stage->placeOf(anchor);
    m_stage->turnWheel(place, {0, 360});
    QVERIFY(m_stage->frame().length() < 35min);
    QVERIFY(std::abs(m_stage->chart()->xOf(anchor) - place.x()) < 2);
    m_stage->turnWheel(place, {0, -360});
    QVERIFY(std::abs((m_stage->frame().length() - ui::TimeFrame::Length(1h)).count()) < 2000);
}

void TestChartLooking::shiftAndWheelPans()
{
    m_stage->turnWheel(m_stage->placeOf(m_stage->at(60)), {0, 120}, Qt::ShiftModifier);
    QVERIFY(!m_stage->frame().isLive());
    QVERIFY(m_stage->frame().to() < m_stage->now());
    m_stage->turnWheel(m_stage->placeOf(m_stage->at(60)), {-240, 0});
    QVERIFY(m_stage->frame().isLive());
}

void TestChartLooking::draggingWithShiftZooms()
{
    const base::InstantMs from = m_stage->at(30);
    const base::InstantMs to = m_stage->at(90);
    m_stage->drag(m_stage->placeOf(from), m_stage->placeOf(to), Qt::LeftButton, Qt::ShiftModifier);
    QVERIFY(std::abs((m_stage->frame().from() - from).count()) < 10000);
    QVERIFY(std::abs((m_stage->frame().to() - to).count()) < 10000);
    QVERIFY(!m_stage->mark());
}

void TestChartLooking::draggingWithTheMiddleButtonPans()
{
    m_stage->drag(m_stage->placeOf(m_stage->at(60)), m_stage->placeOf(m_stage->at(120)),
                  Qt::MiddleButton);
    QVERIFY(std::abs((m_stage->now() - m_stage->frame().to() - (20min - 72s)).count()) < 30000);
    QCOMPARE(m_stage->frame().length(), ui::TimeFrame::Length(1h));
}

void TestChartLooking::everyKeyDoesWhatItSays()
{
    m_stage->press(Qt::Key_Left);
    QVERIFY(!m_stage->frame().isLive());
    m_stage->press(Qt::Key_Right);
    m_stage->press(Qt::Key_Right);
    QVERIFY(m_stage->frame().isReset());
    m_stage->press(Qt::Key_PageUp);
    QVERIFY(m_stage->frame().to() <= m_stage->now() - 58min);
    m_stage->press(Qt::Key_End);
    QVERIFY(m_stage->frame().isReset());
    m_stage->press(Qt::Key_Plus, Qt::ShiftModifier);
    QCOMPARE(m_stage->frame().length(), ui::TimeFrame::Length(36min));
    m_stage->press(Qt::Key_Minus);
    QCOMPARE(m_stage->frame().length(), ui::TimeFrame::Length(1h));
    m_stage->press(Qt::Key_Equal);
    m_stage->press(Qt::Key_PageUp);
    m_stage->press(Qt::Key_Home);
    QVERIFY(m_stage->frame().isReset());
    m_stage->press(Qt::Key_Plus, Qt::KeypadModifier);
    m_stage->press(Qt::Key_0, Qt::KeypadModifier);
    QVERIFY(m_stage->frame().isReset());
    // The list of keys names every one of them once.
    QSet<ChartAction> named;
    for (const ui::ChartCommand &command : ui::chartCommands()) {
        QVERIFY(!named.contains(command.action));
        QVERIFY(!command.title.isEmpty() && !command.key.isEmpty());
        named.insert(command.action);
    }
    QCOMPARE(named.size(), int(ChartAction::SaveValues) + 1);
}

void TestChartLooking::awayFromTheLiveEdgeThePaneSaysSo()
{
    auto *header = m_stage->pane().findChild<ui::PaneHeader *>();
    ui::ActionButton *live = nullptr;
    for (ui::ActionButton *button : header->findChildren<ui::ActionButton *>())
        live = button;
    QVERIFY(live && !live->isVisible());
    m_stage->press(Qt::Key_PageUp);
    QVERIFY(live->isVisible());
    QVERIFY2(header->note().contains(u" to "_s), qPrintable(header->note()));
    live->click();
    QVERIFY(m_stage->frame().isReset());
    QVERIFY(!live->isVisible());
    QCOMPARE(header->note(), u"live · 2 of 2 measured"_s);
    m_stage->pane().setSpan(7 * 24h);
    QCOMPARE(m_stage->frame().length(), ui::TimeFrame::Length(7 * 24h));
}

void TestChartLooking::theCrosshairIsOnAllCharts()
{
    const auto *small = m_stage->pane().findChild<ui::MonitorCard *>();
    for (const auto *card : m_stage->pane().findChildren<ui::MonitorCard *>()) {
        if (card->isVisible())
            small = card;
    }
    QCoreApplication::processEvents();
    const QImage before = small->chart()->grab().toImage();
    QTest::mouseMove(m_stage->chart(), m_stage->placeOf(m_stage->at(50)));
    QTRY_VERIFY(m_stage->navigator().cursor());
    QCOMPARE(m_stage->navigator().words(), QStringList{u"15:16:40 · 50 ms"_s});
    QTRY_VERIFY(small->chart()->grab().toImage() != before);
    const auto labels = small->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels,
                                [](const QLabel *label) { return label->text() == u"30 ms"_s; }));
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(m_stage->chart(), &leave);
    QVERIFY(!m_stage->navigator().cursor());
    QCOMPARE(small->chart()->grab().toImage(), before);
}

void TestChartLooking::theCrosshairStepsFromSampleToSample()
{
    m_stage->press(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(*m_stage->navigator().cursor(), m_stage->now());
    m_stage->press(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(*m_stage->navigator().cursor(), m_stage->at(179));
    m_stage->press(Qt::Key_Right, Qt::ControlModifier);
    m_stage->press(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(*m_stage->navigator().cursor(), m_stage->now());
    m_stage->navigator().point(m_stage->at(110));
    QCOMPARE(m_stage->navigator().words(), QStringList{u"15:36:40 · failed"_s});
    QVERIFY(m_stage->chart()->accessibleDescription().contains(u"www"_s));
    m_stage->pane().refresh();
    QVERIFY(m_stage->chart()->accessibleDescription().startsWith(u"15:36:40 · failed"_s));
    m_stage->press(Qt::Key_Escape);
    QVERIFY(!m_stage->navigator().cursor());
}

void TestChartLooking::marksAreSteppedThrough()
{
    m_stage->set(
        u"www"_s, ui::State::Down, QByteArray(24 * 180 + 181, '5'),
        {{m_stage->second(80), m_stage->second(90), ui::State::Down, u"outage"_s}},
        {{m_stage->second(60), u"deploy 4f2a"_s}, {m_stage->second(180 - 900), u"deploy 3e11"_s}});
    const auto &navigator = m_stage->navigator();
    const auto lastWords = [&] {
        return navigator.words().last();
    };
    m_stage->press(Qt::Key_BracketLeft);
    QCOMPARE(lastWords(), u"ends: outage"_s);
    m_stage->press(Qt::Key_BracketLeft);
    QCOMPARE(lastWords(), u"begins: outage"_s);
    m_stage->press(Qt::Key_BracketLeft);
    QCOMPARE(lastWords(), u"deploy 4f2a"_s);
    QVERIFY(m_stage->frame().isReset());
    m_stage->press(Qt::Key_BracketLeft);
    QCOMPARE(lastWords(), u"deploy 3e11"_s);
    QVERIFY(m_stage->frame().from() < m_stage->now() - 5h &&
            m_stage->frame().to() > m_stage->now() - 5h);
    m_stage->press(Qt::Key_BracketLeft);
    QCOMPARE(lastWords(), u"deploy 3e11"_s);
    m_stage->press(Qt::Key_BracketRight);
    QCOMPARE(lastWords(), u"deploy 4f2a"_s);
}

void TestChartLooking::itIsSavedAsPictureAndValues()
{
    QTemporaryDir folder;
    const QString picture = folder.filePath(u"www.png"_s);
    QVERIFY(m_stage->pane().savePicture(picture));
    QVERIFY(QImage(picture).width() > 800); // twice as fine as the screen
    const QString values = folder.filePath(u"www.csv"_s);
    QVERIFY(m_stage->pane().saveValues(values));
    QFile file(values);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QVERIFY(lines.size() > 170 && lines.size() < 185);
    QVERIFY(lines[1].contains(",50,ok"));
    const auto refused = m_stage->pane().savePicture(folder.filePath(u"none/www.png"_s));
    QVERIFY(!refused);
    QVERIFY(refused.error().text.contains(u"Choose another place"_s));
}

QTEST_MAIN(TestChartLooking)
#include "tst_chartlooking.moc"
