// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/appearance.h"
#include "ui/widget/segmentedbar.h"

#include <QAccessible>
#include <QApplication>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::SegmentedBar;

class TestSegmentedBar final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theFirstIsCurrent();
    void settingTellsOnce();
    void arrowsMove();
    void aClickAnywhereChooses();
    void readersHearWords();
    void nothingMovesWhenTheChoiceDoes();

private:
    [[nodiscard]] QList<QRadioButton *> segments() const
    {
        return m_bar->findChildren<QRadioButton *>();
    }

    std::unique_ptr<ui::Appearance> m_appearance;
    std::unique_ptr<SegmentedBar> m_bar;
};

void TestSegmentedBar::initTestCase()
{
    m_appearance = std::make_unique<ui::Appearance>(*qApp);
    m_appearance->setChoice(ui::SchemeChoice::Light);
}

void TestSegmentedBar::init()
{
    m_bar = std::make_unique<SegmentedBar>(u"Time shown"_s);
    m_bar->addSegment(1, u"1 h"_s, u"last hour"_s);
    m_bar->addSegment(6, u"6 h"_s, u"last 6 hours"_s);
    m_bar->addSegment(24, u"1 d"_s);
    m_bar->show();
}

void TestSegmentedBar::cleanup()
{
    m_bar.reset();
}

void TestSegmentedBar::theFirstIsCurrent()
{
    QCOMPARE(m_bar->current(), 1);
}

void TestSegmentedBar::settingTellsOnce()
{
    QSignalSpy changed(m_bar.get(), &SegmentedBar::currentChanged);
    m_bar->setCurrent(24);
    m_bar->setCurrent(24);
    m_bar->setCurrent(99);
    QCOMPARE(changed, (QList<QVariantList>{{24}}));
    QCOMPARE(m_bar->current(), 24);
}

void TestSegmentedBar::arrowsMove()
{
    QSignalSpy changed(m_bar.get(), &SegmentedBar::currentChanged);
    m_bar->activateWindow();
    segments().first()->setFocus();
    QTRY_VERIFY(segments().first()->hasFocus());
    QTest::keyClick(segments().first(), Qt::Key_Right);
    QCOMPARE(m_bar->current(), 6);
    QCOMPARE(changed.size(), 1);
}

void TestSegmentedBar::aClickAnywhereChooses()
{
    QRadioButton *last = segments().last();
    QTest::mouseClick(last, Qt::LeftButton, {}, QPoint(last->width() - 2, last->height() - 2));
    QCOMPARE(m_bar->current(), 24);
}

void TestSegmentedBar::readersHearWords()
{
    QCOMPARE(m_bar->accessibleName(), u"Time shown"_s);
    const auto *read = QAccessible::queryAccessibleInterface(segments().first());
    QCOMPARE(read->text(QAccessible::Name), u"last hour"_s);
    QCOMPARE(read->role(), QAccessible::RadioButton);
    QVERIFY(read->state().checked);
    QCOMPARE(QAccessible::queryAccessibleInterface(segments().last())->text(QAccessible::Name),
             u"1 d"_s);
}

void TestSegmentedBar::nothingMovesWhenTheChoiceDoes()
{
    const auto places = [this] {
        QList<QRect> rects;
        for (const QRadioButton *segment : segments())
            rects.append(segment->geometry());
        return rects;
    };
    const QList<QRect> before = places();
    m_bar->setCurrent(24);
    QCoreApplication::processEvents();
    QCOMPARE(places(), before);
}

QTEST_MAIN(TestSegmentedBar)
#include "tst_segmentedbar.moc"
