// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/appearance.h"
#include "ui/theme/textrole.h"
#include "view/contrast.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::ColorRole;
using ui::Scheme;
using ui::SchemeChoice;

class TestAppearance final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void followsTheSystemUntilTold();
    void switchesAnOpenWindow();
    void scalesAnOpenWindow();
    void checkBoxIsSeen_data();
    void checkBoxIsSeen();
    void checkedDiffersFromUnchecked();
    void fieldsAreOfOneHeight();
    void focusIsSeen();
    void tonesColourWords();

private:
    std::unique_ptr<ui::Appearance> m_appearance;
};

void TestAppearance::init()
{
    if (!m_appearance)
        m_appearance = std::make_unique<ui::Appearance>(*qApp);
    m_appearance->setTextPercent(100);
    m_appearance->setSystemScheme(Scheme::Light);
    m_appearance->setChoice(SchemeChoice::System);
}

void TestAppearance::followsTheSystemUntilTold()
{
    QSignalSpy changed(m_appearance.get(), &ui::Appearance::changed);
    m_appearance->setSystemScheme(Scheme::Dark);
    QCOMPARE(ui::Theme::current().scheme(), Scheme::Dark);
    m_appearance->setChoice(SchemeChoice::Light);
    QCOMPARE(ui::Theme::current().scheme(), Scheme::Light);
    m_appearance->setSystemScheme(Scheme::Dark);
    QCOMPARE(ui::Theme::current().scheme(), Scheme::Light);
    m_appearance->setChoice(SchemeChoice::Dark);
    QCOMPARE(ui::Theme::current(), m_appearance->theme());
    QVERIFY(changed.size() >= 3);
}

void TestAppearance::switchesAnOpenWindow()
{
    QLineEdit field;
    field.show();
    const auto ground = [&] {
        return QColor(field.grab().toImage().pixel(field.width() / 2, field.height() / 2));
    };
    QCOMPARE(ground(), ui::tokenColor(ColorRole::Panel, Scheme::Light));
    m_appearance->setChoice(SchemeChoice::Dark);
    QCOMPARE(ground(), ui::tokenColor(ColorRole::Panel, Scheme::Dark));
    m_appearance->setChoice(SchemeChoice::Light);
    QCOMPARE(ground(), ui::tokenColor(ColorRole::Panel, Scheme::Light));
}

void TestAppearance::scalesAnOpenWindow()
{
    const std::unique_ptr<QLabel> label(ui::makeLabel(u"Title"_s, ui::TextRole::Title));
    label->show();
    const ui::Theme before = ui::Theme::current();
    QCOMPARE(label->font().pixelSize(), before.px(ui::TextSize::Title));
    m_appearance->setTextPercent(150);
    QVERIFY(ui::Theme::current().px(ui::TextSize::Title) > before.px(ui::TextSize::Title));
    QCOMPARE(label->font().pixelSize(), ui::Theme::current().px(ui::TextSize::Title));
    QCOMPARE(ui::Theme::current(), m_appearance->theme());
}

void TestAppearance::checkBoxIsSeen_data()
{
    QTest::addColumn<int>("choice");
    QTest::addRow("light") << int(SchemeChoice::Light);
    QTest::addRow("dark") << int(SchemeChoice::Dark);
}

/// The strongest contrast with `ground` along the line that crosses the indicator's left border.
static double borderContrast(const QImage &image, const QColor &ground)
{
    double strongest = 0;
    for (int x = 0; x < 6; ++x)
        strongest = std::max(strongest,
                             support::contrast(QColor(image.pixel(x, image.height() / 2)), ground));
    return strongest;
}

void TestAppearance::checkBoxIsSeen()
{
    QFETCH(int, choice);
    m_appearance->setChoice(SchemeChoice(choice));
    QCheckBox box;
    box.show();
    const QColor ground = ui::Theme::current().color(ColorRole::Window);
    const double ratio = borderContrast(box.grab().toImage(), ground);
    QVERIFY2(ratio >= 3, qPrintable(u"an unchecked box has only %1:1"_s.arg(ratio)));
}

void TestAppearance::checkedDiffersFromUnchecked()
{
    m_appearance->setChoice(SchemeChoice::Dark);
    QCheckBox box;
    box.show();
    const int middle = box.height() / 2;
    // A little right of the left border: inside the box, beside the mark.
    const auto inside = [&] {
        return QColor(box.grab().toImage().pixel(3, middle - 4));
    };
    const QColor unchecked = inside();
    box.setChecked(true);
    QVERIFY(support::contrast(inside(), unchecked) >= 3);
}

void TestAppearance::fieldsAreOfOneHeight()
{
    QLineEdit line;
    QComboBox combo;
    QSpinBox spin;
    for (QWidget *field : {static_cast<QWidget *>(&line), static_cast<QWidget *>(&combo),
                           static_cast<QWidget *>(&spin)}) {
        field->show();
        field->adjustSize();
        QCOMPARE(field->height(), ui::Theme::current().fieldHeight());
    }
}

void TestAppearance::focusIsSeen()
{
    QPushButton button(u"Press"_s);
    QCheckBox box(u"Tick"_s);
    for (QWidget *widget : {static_cast<QWidget *>(&button), static_cast<QWidget *>(&box)}) {
        widget->show();
        widget->clearFocus();
        const QImage without = widget->grab().toImage();
        widget->activateWindow();
        widget->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(widget->hasFocus());
        QVERIFY(widget->grab().toImage() != without);
        widget->hide();
    }
}

void TestAppearance::tonesColourWords()
{
    const std::unique_ptr<QLabel> label(ui::makeLabel(u"due"_s, ui::TextRole::Secondary));
    label->show();
    const ui::Theme theme = ui::Theme::current();
    QCOMPARE(label->palette().color(QPalette::WindowText), theme.color(ColorRole::Secondary));
    ui::setTone(label.get(), ui::Tone::Down);
    QCOMPARE(label->palette().color(QPalette::WindowText), theme.color(ColorRole::Down));
    ui::setTone(label.get(), ui::Tone::Normal);
    QCOMPARE(label->palette().color(QPalette::WindowText), theme.color(ColorRole::Secondary));
}

QTEST_MAIN(TestAppearance)
#include "tst_appearance.moc"
