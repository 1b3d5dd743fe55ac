// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/checklist/checklistspage.h"
#include "ui/checklist/stepform.h"
#include "ui/checklist/steplist.h"
#include "ui/incident/remedyform.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/lineedit.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using incident::Checklist;
using ui::LineEdit;
using workflow::ChecklistBook;

namespace {

constexpr int patience = 30'000; // a busy machine

struct Stage
{
    QTemporaryDir folder;
    ui::ChecklistsPage page{folder.path()};

    Stage()
    {
        page.resize(1300, 700);
        page.show();
        page.open(u"unplanned"_s);
    }

    template <class W>
    W &named(const QString &accessibleName)
    {
        for (W *widget : page.findChildren<W *>()) {
            if (widget->accessibleName().startsWith(accessibleName))
                return *widget;
        }
        qFatal("there is no %s", qPrintable(accessibleName));
    }

    ui::ActionButton &button(const QString &text)
    {
        for (ui::ActionButton *button : page.findChildren<ui::ActionButton *>()) {
            if (button->text().startsWith(text))
                return *button;
        }
        qFatal("there is no button %s", qPrintable(text));
    }

    QListWidget &steps() { return named<QListWidget>(u"Steps"_s); }
    QListWidget &lists() { return named<QListWidget>(u"Checklists"_s); }

    void type(const QString &field, const QString &text) { named<LineEdit>(field).setText(text); }

    void choose(const QString &box, int value)
    {
        auto &choice = named<QComboBox>(box);
        choice.setCurrentIndex(choice.findData(value));
    }

    [[nodiscard]] Checklist saved(const QString &name) const
    {
        return ChecklistBook(folder.path()).load(name).value();
    }
};

/// Presses that button of the question that comes up.
void answerWith(QMessageBox::StandardButton answer)
{
    QTimer::singleShot(0, qApp, [answer] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (!box)
            qFatal("there is no question");
        box->button(answer)->click();
    });
}

} // namespace

class TestChecklistsPage : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldOfAStepIsKept()
    {
        Stage stage;
        stage.steps().setCurrentRow(1);
        stage.type(u"Step"_s, u"Look at the search"_s);
        stage.type(u"Under it"_s, u"closes by hand"_s);
        stage.type(u"Heading"_s, u"Search"_s);
        stage.type(u"Id"_s, u"S1"_s);
        stage.choose(u"Begins"_s, int(incident::Trigger::Monitoring));
        stage.choose(u"Done when"_s, int(incident::DoneWhen::Fixed));
        stage.choose(u"Unit of the time"_s, 60);
        stage.named<QSpinBox>(u"Due after"_s).setValue(7);
        stage.named<QPlainTextEdit>(u"Text"_s).setPlainText(u"Two lines\nto read"_s);
        stage.type(u"Runbook"_s, u"https://wiki.example.org/search"_s);
        incident::Remedy remedy;
        remedy.name = u"restart"_s;
        remedy.command = {u"/bin/echo"_s, u"a b"_s, QString(), u"two\nlines"_s};
        remedy.dryRun = {u"/bin/true"_s};
        remedy.timeLimit = base::Span(90);
        remedy.automatic = true;
        remedy.atMostPerHour = 2;
        auto &form = *stage.page.findChild<ui::RemedyForm *>();
        form.setRemedy(remedy);
        emit form.edited();
        stage.page.save();

        const incident::ChecklistStep step = stage.saved(u"unplanned"_s).steps.at(1);
        QCOMPARE(step.title, u"Look at the search"_s);
        QCOMPARE(step.hint, u"closes by hand"_s);
        QCOMPARE(step.group, u"Search"_s);
        QCOMPARE(step.id, u"S1"_s);
        QCOMPARE(step.trigger, incident::Trigger::Monitoring);
        QCOMPARE(step.done, incident::DoneWhen::Fixed);
        QCOMPARE(step.time, base::Span(420));
        QCOMPARE(step.businessDays, 0);
        QCOMPARE(step.text, u"Two lines\nto read"_s);
        QCOMPARE(step.runbook, u"https://wiki.example.org/search"_s);
        QVERIFY(step.remedy == remedy);
        // Every other step is as it was.
        Checklist before = incident::Checklist(stage.saved(u"unplanned"_s));
        stage.button(u"Back to the built-in"_s).click();
        QVERIFY(!ChecklistBook(stage.folder.path()).isOwn(u"unplanned"_s));
        const Checklist builtIn = stage.saved(u"unplanned"_s);
        QCOMPARE(before.steps.size(), builtIn.steps.size());
        before.steps[1] = builtIn.steps[1];
        QVERIFY(before.steps == builtIn.steps);
    }

    void stepsAreAddedCopiedMovedAndTakenOutByKey()
    {
        Stage stage;
        QVERIFY(QTest::qWaitForWindowActive(&stage.page, patience));
        const int before = stage.steps().count();
        stage.steps().setFocus();
        stage.steps().setCurrentRow(0);
        QTest::keyClick(&stage.steps(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(stage.steps().count(), before + 1);
        QCOMPARE(stage.steps().currentRow(), 1);
        QVERIFY(stage.steps().item(1)->text().startsWith(u"X1"_s));
        QTest::keyClick(&stage.steps(), Qt::Key_Up, Qt::AltModifier);
        QVERIFY(stage.steps().item(0)->text().startsWith(u"X1"_s));
        QCOMPARE(stage.steps().currentRow(), 0);
        QTest::keyClick(&stage.steps(), Qt::Key_Down, Qt::AltModifier);
        QVERIFY(stage.steps().item(1)->text().startsWith(u"X1"_s));
        QTest::keyClick(&stage.steps(), Qt::Key_Delete);
        QCOMPARE(stage.steps().count(), before);
        QVERIFY(!stage.button(u"Save"_s).isEnabled());
        QTest::keyClick(&stage.steps(), Qt::Key_Insert);
        QCOMPARE(stage.steps().count(), before + 1);
        QVERIFY(stage.named<LineEdit>(u"Step"_s).hasFocus());
    }

    void mistakesAreSaidWhileTypingAndStandInTheWay()
    {
        Stage stage;
        auto &problems = stage.named<QListWidget>(u"Problems"_s);
        QVERIFY(problems.isHidden());
        stage.steps().setCurrentRow(2);
        stage.type(u"Step"_s, {});
        stage.type(u"Id"_s, u"U1"_s);
        QCOMPARE(problems.count(), 2);
        QVERIFY(problems.item(0)->text().startsWith(u"Step 3, “title”: it has to be"_s));
        QVERIFY(problems.item(1)->text().contains(u"another step is “U1” already"_s));
        QVERIFY(stage.steps().item(2)->text().contains(u"has a mistake"_s));
        stage.page.save();
        QVERIFY(!ChecklistBook(stage.folder.path()).isOwn(u"unplanned"_s));
        stage.steps().setCurrentRow(0);
        problems.setCurrentRow(1);
        emit problems.itemActivated(problems.item(1));
        QCOMPARE(stage.steps().currentRow(), 2);
        stage.type(u"Step"_s, u"It has a title"_s);
        stage.type(u"Id"_s, u"U3"_s);
        QVERIFY(problems.isHidden());
        stage.page.save();
        QVERIFY(ChecklistBook(stage.folder.path()).isOwn(u"unplanned"_s));
    }

    void changesAreAskedAbout()
    {
        Stage stage;
        stage.type(u"Title"_s, u"Ours"_s);
        QVERIFY(stage.lists().item(0)->text().contains(u"not saved"_s));
        answerWith(QMessageBox::Cancel);
        stage.lists().setCurrentRow(1);
        QCOMPARE(stage.lists().currentRow(), 0);
        QCOMPARE(stage.named<LineEdit>(u"Title"_s).text(), u"Ours"_s);
        answerWith(QMessageBox::Save);
        stage.lists().setCurrentRow(1);
        QCOMPARE(stage.lists().currentRow(), 1);
        QCOMPARE(stage.saved(u"unplanned"_s).title, u"Ours"_s);
        stage.type(u"Title"_s, u"Never mind"_s);
        answerWith(QMessageBox::Discard);
        QVERIFY(stage.page.mayLeave());
        QVERIFY(!ChecklistBook(stage.folder.path()).isOwn(u"maintenance"_s));
        QVERIFY(stage.page.mayLeave());
    }

    void aNewListIsForWhatItSays()
    {
        Stage stage;
        stage.button(u"New list"_s).click();
        stage.type(u"Title"_s, u"Search is down"_s);
        stage.type(u"Parts"_s, u"search, index"_s);
        for (QCheckBox *box : stage.page.findChildren<QCheckBox *>()) {
            if (box->text() == u"outage"_s)
                box->setChecked(true);
        }
        stage.page.save();
        const auto lists = ChecklistBook(stage.folder.path()).entries();
        QCOMPARE(lists.size(), std::size_t(5));
        const Checklist list = stage.saved(lists.back().name);
        QCOMPARE(list.title, u"Search is down"_s);
        QCOMPARE(list.components, (QStringList{u"search"_s, u"index"_s}));
        QCOMPARE(list.kinds, std::vector{incident::Kind::Outage});
        stage.button(u"Remove this list"_s).click();
        QCOMPARE(ChecklistBook(stage.folder.path()).entries().size(), std::size_t(4));
    }

    void whatIsTypedStaysUnderTheCursor()
    {
        Stage stage;
        auto &title = stage.named<LineEdit>(u"Step"_s);
        title.setFocus();
        title.setCursorPosition(4);
        QTest::keyClicks(&title, u"abc"_s);
        QCOMPARE(title.cursorPosition(), 7);
        QCOMPARE(title.text(), u"Makeabc sure it is real"_s);
    }

    void everyControlHasAName()
    {
        const Stage stage;
        for (const QWidget *widget : stage.page.findChildren<QWidget *>()) {
            const bool isControl = widget->focusPolicy() != Qt::NoFocus &&
                                   widget->isVisibleTo(&stage.page) &&
                                   !widget->objectName().startsWith(u"qt_"_s);
            if (!isControl || qobject_cast<const QAbstractButton *>(widget))
                continue;
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestChecklistsPage)
#include "tst_checklistspage.moc"
