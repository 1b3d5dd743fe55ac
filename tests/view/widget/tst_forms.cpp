// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/appearance.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"
#include "ui/widget/noticebar.h"
#include "view/pixels.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using ui::ColorRole;
using ui::FormField;
using ui::LineEdit;
using ui::Notice;
using ui::NoticeBar;

class TestForms final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void fieldTakesItsName();
    void errorIsSeenAndSaid();
    void errorKeepsTheHint();
    void errorGoesWithWhatItWasSaidOf();
    void anAnswerGoesWithWhatItWasSaidOf();
    void columnsOfRowsAgree();
    void suffixNeverLiesUnderTheText();
    void noticeShowsTwoActionsAtMost();
    void noticeIsNoMarkup();
    void levelsLookDifferent();

private:
    std::unique_ptr<ui::Appearance> m_appearance;
};

void TestForms::initTestCase()
{
    m_appearance = std::make_unique<ui::Appearance>(*qApp);
    m_appearance->setChoice(ui::SchemeChoice::Light);
}

void TestForms::fieldTakesItsName()
{
    auto *field = new LineEdit;
    const FormField row(u"Started"_s, field);
    QCOMPARE(field->accessibleName(), u"Started"_s);
    QCOMPARE(row.focusProxy(), field);
    auto *named = new LineEdit;
    named->setAccessibleName(u"Start of the outage"_s);
    const FormField other(u"Started"_s, named);
    QCOMPARE(named->accessibleName(), u"Start of the outage"_s);
}

void TestForms::errorIsSeenAndSaid()
{
    auto *field = new LineEdit;
    FormField row(u"Fixed"_s, field);
    row.resize(400, row.sizeHint().height());
    row.show();
    const auto border = [&] {
        return field->grab().toImage().pixelColor(field->width() / 2, 0);
    };
    const ui::Theme theme = ui::Theme::current();
    field->clearFocus();
    QCOMPARE(border(), theme.color(ColorRole::Hairline));
    const int height = row.sizeHint().height();

    row.setError(u"This is before the start."_s);
    QCOMPARE(border(), theme.color(ColorRole::Down));
    QCOMPARE(field->accessibleDescription(), u"This is before the start."_s);
    QVERIFY(row.sizeHint().height() > height);

    row.setError({});
    QCOMPARE(border(), theme.color(ColorRole::Hairline));
    QCOMPARE(field->accessibleDescription(), QString());
    QCOMPARE(row.sizeHint().height(), height);
}

void TestForms::errorGoesWithWhatItWasSaidOf()
{
    auto *field = new QLineEdit;
    FormField row(u"Address"_s, field);
    row.show();
    field->setText(u"http://shop.exmple.org"_s);
    row.setError(u"The name of shop.exmple.org cannot be found."_s);
    QTest::keyClick(field, Qt::Key_Backspace);
    QVERIFY(row.error().isEmpty());
    QVERIFY(field->property("invalid").toString().isEmpty());
}

void TestForms::anAnswerGoesWithWhatItWasSaidOf()
{
    auto *field = new QLineEdit;
    FormField row(u"Address"_s, field);
    row.show();
    row.setNote(u"With http:// or https://."_s);
    row.setError(u"It refuses the connection."_s);
    row.setAnswer(u"It answers."_s);
    QCOMPARE(row.error(), QString());
    QCOMPARE(row.note(), u"It answers."_s);
    row.setError(u"It refuses the connection."_s);
    QCOMPARE(row.note(), u"With http:// or https://."_s);
    row.setAnswer(u"It answers."_s);
    QTest::keyClick(field, Qt::Key_X);
    QCOMPARE(row.note(), u"With http:// or https://."_s);
}

void TestForms::errorKeepsTheHint()
{
    auto *field = new LineEdit;
    field->setSuffix(u"London"_s);
    FormField row(u"Next update by"_s, field);
    row.setHint(u"in 22 min"_s);
    row.setError(u"This time is over."_s);
    QCOMPARE(row.hint(), u"in 22 min"_s);
    QCOMPARE(row.error(), u"This time is over."_s);
    row.setError({});
    // The suffix is part of what the field says, and comes back.
    QCOMPARE(field->accessibleDescription(), u"London"_s);
}

void TestForms::columnsOfRowsAgree()
{
    QWidget form;
    auto *column = new QVBoxLayout(&form);
    auto *hinted = new FormField(u"Started"_s, new LineEdit);
    hinted->setHint(u"between, from the chart, and some more words that wrap"_s);
    auto *sided = new FormField(u"Back to normal"_s, new LineEdit);
    sided->setSide(new LineEdit);
    auto *wide = new FormField(u"Title"_s, new LineEdit);
    wide->setWide(true);
    for (FormField *row : {hinted, sided, wide})
        column->addWidget(row);
    form.resize(420, 300);
    form.show();
    QCoreApplication::processEvents();
    QCOMPARE(sided->field()->geometry().left(), hinted->field()->geometry().left());
    QCOMPARE(wide->field()->geometry().left(), hinted->field()->geometry().left());
    QVERIFY(std::abs(sided->field()->width() - hinted->field()->width()) <= 1);
    QCOMPARE(wide->field()->geometry().right(), wide->rect().right());
}

void TestForms::suffixNeverLiesUnderTheText()
{
    LineEdit field;
    QCOMPARE(field.textMargins().right(), 0);
    field.setSuffix(u"London"_s);
    const int room = field.textMargins().right();
    QVERIFY(room >= QFontMetrics(ui::Theme::current().font(ui::TextSize::Faint))
                        .horizontalAdvance(u"London"_s));
    field.setSuffix({});
    QCOMPARE(field.textMargins().right(), 0);
}

void TestForms::noticeShowsTwoActionsAtMost()
{
    NoticeBar bar;
    bar.setNotice({Notice::Level::Warning,
                   u"A host name:"_s,
                   u"img-cache-2.int"_s,
                   {{u"remove"_s, u"Alt+1"_s}, {u"keep"_s, {}}, {u"third"_s, {}}}});
    bar.show();
    QSignalSpy triggered(&bar, &NoticeBar::actionTriggered);
    const auto buttons = bar.findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 2);
    QCOMPARE(buttons[0]->accessibleName(), u"remove"_s);
    QVERIFY(buttons[0]->accessibleDescription().contains(u"Alt+1"_s));
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    QTest::keyClick(buttons[0], Qt::Key_Space);
    QCOMPARE(triggered, (QList<QVariantList>{{1}, {0}}));
    QCOMPARE(bar.accessibleName(), u"A host name: img-cache-2.int"_s);

    bar.setNotice({Notice::Level::Info, u"All is well."_s, {}, {}});
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(bar.findChildren<QPushButton *>().isEmpty());
}

void TestForms::noticeIsNoMarkup()
{
    NoticeBar bar;
    bar.setNotice({Notice::Level::Error, u"<i>a</i>"_s, u"<img src=x>"_s, {}});
    const auto *label = bar.findChild<QLabel *>();
    QVERIFY(!label->text().contains(u"<i>"_s));
    QVERIFY(!label->text().contains(u"<img"_s));
    bar.setNotice({Notice::Level::Error, u"<i>a</i>"_s, {}, {}});
    QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestForms::levelsLookDifferent()
{
    const ui::Theme theme = ui::Theme::current();
    const auto border = [](Notice::Level level) {
        NoticeBar bar;
        bar.setNotice({level, u"Something."_s, {}, {}});
        bar.resize(200, 40);
        bar.show();
        return bar.grab().toImage().pixelColor(100, 0);
    };
    QCOMPARE(border(Notice::Level::Info), theme.color(ColorRole::Maintenance));
    QCOMPARE(border(Notice::Level::Warning), theme.color(ColorRole::Degraded));
    QCOMPARE(border(Notice::Level::Error), theme.color(ColorRole::Down));
}

QTEST_MAIN(TestForms)
#include "tst_forms.moc"
