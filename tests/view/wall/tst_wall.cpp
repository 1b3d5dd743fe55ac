// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"
#include "support/samples.h"
#include "ui/health/monitorcard.h"
#include "ui/theme/appearance.h"
#include "ui/wall/wallview.h"
#include "ui/widget/paneheader.h"
#include "view/fakehealthmodel.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::MonitorCard;
using ui::State;

class TestWall final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_wall.reset(); }
    void everyMonitorHasItsPlace();
    void theNoteCounts();
    void troubleAlone();
    void aCardIsChosenByMouseAndKeyboard();
    void arrowsGoWhereTheyPoint();
    void narrowerItHasFewerColumns();
    void aMonitorThatIsGoneLeaves();

private:
    void add(const QString &id, State state);
    [[nodiscard]] QList<MonitorCard *> cards() const;
    [[nodiscard]] MonitorCard *card(const QString &name) const;

    std::unique_ptr<ui::Appearance> m_appearance;
    std::unique_ptr<support::FakeHealthModel> m_model;
    std::unique_ptr<ui::WallView> m_wall;
};

void TestWall::initTestCase()
{
    m_appearance = std::make_unique<ui::Appearance>(*qApp);
    m_appearance->setChoice(ui::SchemeChoice::Light);
}

void TestWall::init()
{
    m_model = std::make_unique<support::FakeHealthModel>();
    m_model->setNow(support::utc("2026-11-22T16:20:00Z"));
    for (int i = 0; i < 20; ++i)
        add(u"m%1"_s.arg(i, 2, 10, QChar(u'0')), i == 7 ? State::Down : State::Up);
    m_wall = std::make_unique<ui::WallView>(*m_model);
    m_wall->resize(1300, 640);
    m_wall->show();
}

void TestWall::add(const QString &id, State state)
{
    support::FakeHealthModel::Entry entry;
    entry.info.id = entry.info.name = id;
    entry.info.state = state;
    entry.series = support::seriesOf(
        support::samples("11111", support::utc("2026-11-22T16:16:00Z"), 60s), 60s);
    m_model->set(entry);
}

QList<MonitorCard *> TestWall::cards() const
{
    QList<MonitorCard *> visible;
    for (MonitorCard *card : m_wall->findChildren<MonitorCard *>()) {
        if (card->isVisible())
            visible.append(card);
    }
    return visible;
}

MonitorCard *TestWall::card(const QString &name) const
{
    for (MonitorCard *card : m_wall->findChildren<MonitorCard *>()) {
        if (card->accessibleName() == name)
            return card;
    }
    return nullptr;
}

void TestWall::everyMonitorHasItsPlace()
{
    QCOMPARE(cards().size(), 20);
    QTRY_VERIFY(card(u"m01"_s)->x() > card(u"m00"_s)->x());
    QCOMPARE(card(u"m01"_s)->y(), card(u"m00"_s)->y());
    const QPoint before = card(u"m12"_s)->pos();
    add(u"m12"_s, State::Down);
    m_wall->refresh();
    QCOMPARE(card(u"m12"_s)->pos(), before);
    QVERIFY(card(u"m12"_s)->accessibleDescription().contains(u"down"_s));
}

void TestWall::theNoteCounts()
{
    const auto *header = m_wall->findChild<ui::PaneHeader *>();
    QCOMPARE(header->note(), u"1 down · 19 of 20 monitors up"_s);
    add(u"m00"_s, State::NotMeasured);
    m_wall->refresh();
    QCOMPARE(header->note(), u"1 down · 1 not measured · 18 of 20 monitors up"_s);
}

void TestWall::troubleAlone()
{
    m_wall->setOnlyTrouble(true);
    QCOMPARE(cards().size(), 1);
    QCOMPARE(cards().first()->accessibleName(), u"m07"_s);
    add(u"m09"_s, State::Degraded);
    m_wall->refresh();
    QCOMPARE(cards().size(), 2);
    m_wall->setOnlyTrouble(false);
    QCOMPARE(cards().size(), 20);
}

void TestWall::aCardIsChosenByMouseAndKeyboard()
{
    QSignalSpy chosen(m_wall.get(), &ui::WallView::chosen);
    QTest::mouseClick(card(u"m03"_s), Qt::LeftButton);
    QTest::keyClick(card(u"m05"_s), Qt::Key_Return);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen[0][0].toString(), u"m03"_s);
    QCOMPARE(chosen[1][0].toString(), u"m05"_s);
}

void TestWall::arrowsGoWhereTheyPoint()
{
    m_wall->activateWindow();
    m_wall->focusFirst();
    QTRY_VERIFY(card(u"m00"_s)->hasFocus());
    const auto press = [&](Qt::Key key) {
        QTest::keyClick(QApplication::focusWidget(), key);
        return QApplication::focusWidget();
    };
    QCOMPARE(press(Qt::Key_Right), card(u"m01"_s));
    QWidget *below = press(Qt::Key_Down);
    QCOMPARE(below->x(), card(u"m01"_s)->x());
    QVERIFY(below->y() > card(u"m01"_s)->y());
    QCOMPARE(press(Qt::Key_Up), card(u"m01"_s));
    QCOMPARE(press(Qt::Key_Up), card(u"m01"_s)); // there is nothing above
    QCOMPARE(press(Qt::Key_End), card(u"m19"_s));
    QCOMPARE(press(Qt::Key_Home), card(u"m00"_s));
}

void TestWall::narrowerItHasFewerColumns()
{
    const auto inFirstRow = [&] {
        QCoreApplication::processEvents();
        return std::ranges::count_if(
            cards(), [&](const MonitorCard *one) { return one->y() == card(u"m00"_s)->y(); });
    };
    const auto wide = inFirstRow();
    QVERIFY(wide >= 6);
    m_wall->resize(700, 640);
    QVERIFY(inFirstRow() < wide);
    QCOMPARE(cards().size(), 20);
}

void TestWall::aMonitorThatIsGoneLeaves()
{
    m_model->remove(u"m04"_s);
    m_wall->refresh();
    QTRY_VERIFY(!card(u"m04"_s));
    QCOMPARE(cards().size(), 19);
}

QTEST_MAIN(TestWall)
#include "tst_wall.moc"
