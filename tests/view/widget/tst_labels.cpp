// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/appearance.h"
#include "ui/widget/clocklabel.h"
#include "ui/widget/elidedlabel.h"
#include "ui/widget/emptystate.h"
#include "ui/widget/keycap.h"
#include "ui/widget/paneheader.h"
#include "ui/widget/sectionlabel.h"

#include <QAccessible>
#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using std::chrono::seconds;

class TestLabels final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void clockShowsAndSays_data();
    void clockShowsAndSays();
    void clockKeepsItsWidth();
    void clockDigitsStandStill();
    void stoppedClockSaysWhy();
    void elidedTextIsInTheToolTip();
    void elidedTextIsNoMarkup();
    void sectionsAreCapitalsOnlyToTheEye();
    void keysAreNamed();
    void headerNoteGivesWay();
    void emptyStateOffersItsAction();

private:
    std::unique_ptr<ui::Appearance> m_appearance;
};

void TestLabels::initTestCase()
{
    m_appearance = std::make_unique<ui::Appearance>(*qApp);
    m_appearance->setChoice(ui::SchemeChoice::Light);
}

void TestLabels::clockShowsAndSays_data()
{
    QTest::addColumn<int>("elapsed");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("spoken");
    QTest::addRow("zero") << 0 << u"00:00:00"_s << u"0 h 0 min 0 s"_s;
    QTest::addRow("minutes") << 761 << u"00:12:41"_s << u"0 h 12 min 41 s"_s;
    QTest::addRow("before a day") << 86399 << u"23:59:59"_s << u"23 h 59 min 59 s"_s;
    QTest::addRow("days") << 2 * 86400 + 3661 << u"2 d 01:01:01"_s << u"2 days, 1 h 1 min 1 s"_s;
    QTest::addRow("the clock was set back") << -5 << u"00:00:00"_s << u"0 h 0 min 0 s"_s;
}

void TestLabels::clockShowsAndSays()
{
    QFETCH(int, elapsed);
    QFETCH(QString, shown);
    QFETCH(QString, spoken);
    ui::ClockLabel clock;
    clock.setAccessibleName(u"Time since the first alert"_s);
    clock.setElapsed(seconds(elapsed));
    QCOMPARE(clock.text(), shown);
    QCOMPARE(clock.accessibleDescription(), spoken);
    QCOMPARE(clock.accessibleName(), u"Time since the first alert"_s);
}

void TestLabels::clockKeepsItsWidth()
{
    ui::ClockLabel clock;
    clock.setElapsed(seconds(0));
    const QSize size = clock.sizeHint();
    for (const int elapsed : {671, 4444, 40271, 86399}) {
        clock.setElapsed(seconds(elapsed));
        QCOMPARE(clock.sizeHint(), size);
    }
    clock.setStopped(u"no incident"_s);
    QCOMPARE(clock.sizeHint(), size);
}

void TestLabels::clockDigitsStandStill()
{
    ui::ClockLabel clock;
    clock.resize(clock.sizeHint());
    clock.show();
    // Narrow ones and wide eights before the last digit must not move it.
    clock.setElapsed(seconds(11 * 3600 + 11 * 60 + 15));
    const QImage narrow = clock.grab().toImage();
    clock.setElapsed(seconds(20 * 3600 + 48 * 60 + 45));
    const QImage wide = clock.grab().toImage();
    const QRect last(clock.width() * 15 / 16, 0, clock.width() / 16, clock.height());
    QCOMPARE(narrow.copy(last), wide.copy(last));
    QVERIFY(narrow != wide);
}

void TestLabels::stoppedClockSaysWhy()
{
    ui::ClockLabel clock;
    clock.setAccessibleName(u"Time since the first alert"_s);
    clock.setStopped(u"no incident is open"_s);
    QCOMPARE(clock.accessibleName(), u"Time since the first alert"_s);
    QCOMPARE(clock.text(), u"--:--:--"_s);
    QCOMPARE(clock.accessibleDescription(), u"no incident is open"_s);
}

void TestLabels::elidedTextIsInTheToolTip()
{
    ui::ElidedLabel label(u"Images are not loading on item pages"_s, ui::TextRole::Title);
    label.show();
    label.resize(60, label.height());
    QCOMPARE(label.toolTip(), u"Images are not loading on item pages"_s);
    QCOMPARE(label.text(), u"Images are not loading on item pages"_s);
    label.resize(900, label.height());
    QVERIFY(label.toolTip().isEmpty());
    QVERIFY(label.minimumSizeHint().width() < 60);
}

void TestLabels::elidedTextIsNoMarkup()
{
    ui::ElidedLabel label(u"<b>bold</b>\nand more"_s, ui::TextRole::Body);
    QCOMPARE(label.textFormat(), Qt::PlainText);
    QCOMPARE(label.text(), u"<b>bold</b> and more"_s);
    label.show();
    label.resize(20, label.height());
    QCOMPARE(label.toolTip(), u"&lt;b&gt;bold&lt;/b&gt; and more"_s);
}

void TestLabels::sectionsAreCapitalsOnlyToTheEye()
{
    ui::SectionLabel label(u"Notice"_s);
    label.show();
    QCOMPARE(label.text(), u"Notice"_s);
    QCOMPARE(label.font().capitalization(), QFont::AllUppercase);
    QCOMPARE(label.font().pixelSize(), ui::Theme::current().px(ui::TextSize::Faint));
}

void TestLabels::keysAreNamed()
{
    const ui::KeyCap key(u"Alt+1"_s);
    QCOMPARE(key.accessibleName(), u"key Alt+1"_s);
    QVERIFY(key.sizeHint().width() > ui::KeyCap(u"F"_s).sizeHint().width());
}

void TestLabels::headerNoteGivesWay()
{
    ui::PaneHeader header(u"Health"_s);
    const int without = header.minimumSizeHint().width();
    header.setNote(u"live, and a note that is far too long for so small a pane"_s);
    QCOMPARE(header.note(), u"live, and a note that is far too long for so small a pane"_s);
    QVERIFY(header.minimumSizeHint().width() < without + 60);
    QCOMPARE(header.height(), ui::Theme::current().scaled(38));
}

void TestLabels::emptyStateOffersItsAction()
{
    ui::EmptyState empty(u"Nothing"_s, u"There is nothing here."_s, u"Begin"_s);
    empty.show();
    QSignalSpy triggered(&empty, &ui::EmptyState::actionTriggered);
    auto *button = empty.findChild<QPushButton *>();
    QVERIFY(button && button->isVisible());
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(triggered.size(), 1);
    empty.setTexts(u"Nothing"_s, u"There is nothing to do."_s, {});
    QVERIFY(!button->isVisible());
}

QTEST_MAIN(TestLabels)
#include "tst_labels.moc"
