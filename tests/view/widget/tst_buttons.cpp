// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/appearance.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/chip.h"
#include "ui/widget/navbutton.h"
#include "ui/widget/stampbutton.h"
#include "view/pixels.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using ui::ActionButton;
using ui::ColorRole;
using ui::StampButton;

class TestButtons final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void stampSaysWhatItIs();
    void stampMarksWhatIsNext();
    void stampKeepsItsTitleInLittleRoom();
    void stampIsPressedByKeyboardAndReader();
    void actionSaysItsKeyApart();
    void ampersandsAreWords();
    void kindsLookDifferent();
    void chipsToggle();
    void navigationIsExclusive();
    void everyIconIsDrawn();

private:
    std::unique_ptr<ui::Appearance> m_appearance;
};

static QAccessibleInterface *reader(QWidget &widget)
{
    return QAccessible::queryAccessibleInterface(&widget);
}

void TestButtons::initTestCase()
{
    m_appearance = std::make_unique<ui::Appearance>(*qApp);
    m_appearance->setChoice(ui::SchemeChoice::Light);
}

void TestButtons::stampSaysWhatItIs()
{
    StampButton stamp(u"F"_s, u"Fixed"_s);
    stamp.setSubtitle(u"press when the fix is in"_s);
    QCOMPARE(reader(stamp)->role(), QAccessible::PushButton);
    QCOMPARE(reader(stamp)->text(QAccessible::Name), u"Fixed"_s);
    const QString description = reader(stamp)->text(QAccessible::Description);
    QVERIFY(description.contains(u"press when the fix is in"_s));
    QVERIFY(description.contains(u"Key F"_s));
}

void TestButtons::stampMarksWhatIsNext()
{
    StampButton stamp(u"F"_s, u"Fixed"_s);
    stamp.resize(stamp.sizeHint());
    stamp.show();
    stamp.clearFocus();
    const ui::Theme theme = ui::Theme::current();
    const auto colorAt = [&](int x) {
        return stamp.grab().toImage().pixelColor(x, stamp.height() / 2);
    };
    QCOMPARE(colorAt(0), theme.color(ColorRole::Hairline));
    stamp.setLook(StampButton::Look::Next);
    QCOMPARE(colorAt(0), theme.color(ColorRole::Accent));
    stamp.setLook(StampButton::Look::Done);
    QCOMPARE(colorAt(3), theme.color(ColorRole::Window));
}

void TestButtons::stampKeepsItsTitleInLittleRoom()
{
    StampButton stamp(u"B"_s, u"Back to normal"_s);
    const int titleOnly = stamp.sizeHint().width();
    stamp.setSubtitle(u"a subtitle that is much longer than the title above it"_s);
    QVERIFY(stamp.sizeHint().width() > titleOnly);
    QCOMPARE(stamp.minimumSizeHint().width(), titleOnly);
}

void TestButtons::stampIsPressedByKeyboardAndReader()
{
    StampButton stamp(u"A"_s, u"Acknowledged"_s);
    stamp.show();
    QSignalSpy clicked(&stamp, &QPushButton::clicked);
    QTest::keyClick(&stamp, Qt::Key_Space);
    QCOMPARE(clicked.size(), 1);
    QAccessibleActionInterface *actions = reader(stamp)->actionInterface();
    QVERIFY(actions);
    actions->doAction(QAccessibleActionInterface::pressAction());
    QTRY_COMPARE(clicked.size(), 2);
    stamp.setEnabled(false);
    QTest::keyClick(&stamp, Qt::Key_Space);
    QCOMPARE(clicked.size(), 2);
}

void TestButtons::actionSaysItsKeyApart()
{
    ActionButton button(ActionButton::Kind::Primary, u"Publish"_s);
    button.setKeyHint(u"Ctrl+Enter"_s);
    QVERIFY(button.text().contains(u"Ctrl+Enter"_s));
    QCOMPARE(reader(button)->text(QAccessible::Name), u"Publish"_s);
    QVERIFY(reader(button)->text(QAccessible::Description).contains(u"Ctrl+Enter"_s));
}

void TestButtons::ampersandsAreWords()
{
    ActionButton button(ActionButton::Kind::Secondary, u"Save & close"_s);
    QCOMPARE(button.text(), u"Save && close"_s);
    QVERIFY(button.shortcut().isEmpty());
    QCOMPARE(reader(button)->text(QAccessible::Name), u"Save & close"_s);
}

void TestButtons::kindsLookDifferent()
{
    QWidget window;
    auto *row = new QVBoxLayout(&window);
    QList<ActionButton *> buttons;
    for (const auto kind : {ActionButton::Kind::Primary, ActionButton::Kind::Secondary,
                            ActionButton::Kind::Quiet, ActionButton::Kind::Danger}) {
        buttons.append(new ActionButton(kind, u"Do"_s));
        buttons.last()->setFixedSize(80, 32);
        row->addWidget(buttons.last());
    }
    window.show();
    window.setFocus();
    for (qsizetype i = 0; i < buttons.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j)
            QVERIFY(buttons[i]->grab().toImage() != buttons[j]->grab().toImage());
    }
    const QImage primary = buttons.first()->grab().toImage();
    QVERIFY(support::countOf(primary, primary.rect(),
                             ui::Theme::current().color(ColorRole::Accent)) > 1000);
}

void TestButtons::chipsToggle()
{
    ui::Chip chip(u"Status site"_s);
    chip.setCheckable(true);
    chip.show();
    QSignalSpy toggled(&chip, &QPushButton::toggled);
    const QImage off = chip.grab().toImage();
    QTest::keyClick(&chip, Qt::Key_Space);
    QCOMPARE(toggled.size(), 1);
    QVERIFY(chip.isChecked());
    QVERIFY(chip.grab().toImage() != off);
    QVERIFY(reader(chip)->state().checked);
    QCOMPARE(reader(chip)->text(QAccessible::Name), u"Status site"_s);
    QCOMPARE(chip.size(), chip.sizeHint());
}

void TestButtons::navigationIsExclusive()
{
    QWidget rail;
    auto *column = new QVBoxLayout(&rail);
    auto *now = new ui::NavButton(ui::Icon::Now, u"Now"_s);
    auto *history = new ui::NavButton(ui::Icon::History, u"History"_s);
    column->addWidget(now);
    column->addWidget(history);
    now->setChecked(true);
    rail.show();
    QTest::mouseClick(history, Qt::LeftButton);
    QVERIFY(history->isChecked());
    QVERIFY(!now->isChecked());
    QCOMPARE(reader(*history)->text(QAccessible::Name), u"History"_s);
    const QImage image = now->grab().toImage();
    const QColor ink = ui::Theme::current().color(ColorRole::Secondary);
    QVERIFY2(support::countOf(image, QRect(0, 0, now->width(), 30), ink, 40) > 10,
             "the icon is not drawn");
}

void TestButtons::everyIconIsDrawn()
{
    QList<QImage> seen;
    for (const ui::Icon icon : {ui::Icon::Now, ui::Icon::Owed, ui::Icon::Outbox,
                                ui::Icon::Maintenance, ui::Icon::History, ui::Icon::Settings}) {
        const QImage image = ui::iconPixmap(icon, Qt::red, 20, 2).toImage();
        QCOMPARE(image.size(), QSize(40, 40));
        QVERIFY(support::countOf(image, image.rect(), Qt::red) > 40);
        QVERIFY(!seen.contains(image));
        seen.append(image);
    }
}

QTEST_MAIN(TestButtons)
#include "tst_buttons.moc"
