// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "ui/templates/fieldlist.h"
#include "ui/templates/templateeditor.h"
#include "ui/templates/templatespage.h"
#include "ui/widget/actionbutton.h"

#include <QLabel>
#include <QListWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Office;

namespace {

/// The page on a quiet day.
struct Stage
{
    Office office;
    workflow::Compose compose{*office.desk, {u"site"_s}};
    ui::TemplatesPage page{*office.desk, compose};

    Stage()
    {
        page.resize(1300, 700);
        page.show();
        page.open(u"first_post"_s);
    }

    ui::TemplateEditor &editor() { return *page.findChild<ui::TemplateEditor *>(); }

    [[nodiscard]] bool shows(const QString &text) const
    {
        const auto labels = page.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisibleTo(&page) && label->text().contains(text);
        });
    }

    void press(const QString &text)
    {
        for (ui::ActionButton *button : page.findChildren<ui::ActionButton *>()) {
            if (button->text().startsWith(text))
                button->click();
        }
    }

    QListWidget &named(const QString &accessibleName)
    {
        for (QListWidget *list : page.findChildren<QListWidget *>()) {
            if (list->accessibleName().startsWith(accessibleName))
                return *list;
        }
        qFatal("there is no such list");
    }
};

} // namespace

class TestTemplatesPage : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTypedIsSeenAtOnce()
    {
        Stage stage;
        QVERIFY(stage.shows(u"Images are not loading"_s));
        stage.editor().setPlainText(u"title: Oh: {title}\n\n{We} {are} sorry."_s);
        QVERIFY(stage.shows(u"Oh: Images are not loading"_s));
        QVERIFY(stage.shows(u"We are sorry."_s));
        QVERIFY(!stage.compose.templates().isChanged(u"first_post"_s));
    }

    void savedItIsInForceAndMarked()
    {
        Stage stage;
        const auto incident = stage.office.shopIsDown();
        stage.compose.setIncident(incident.id);
        stage.page.open(u"first_post"_s);
        stage.editor().setPlainText(u"title: T\n\nThe shop is away."_s);
        QVERIFY(stage.named(u"Templates"_s).item(0)->text().contains(u"not saved"_s));
        stage.page.save();
        QVERIFY(stage.named(u"Templates"_s).item(0)->text().contains(u"yours"_s));
        QCOMPARE(stage.compose.draft().body, u"The shop is away."_s);
        stage.press(u"Back to the built-in"_s);
        QVERIFY(stage.compose.draft().body.startsWith(u"Hi,"_s));
        QVERIFY(stage.editor().toPlainText().contains(u"{started.since}"_s));
    }

    void mistakesAreShownWithTheirPlaceAndNotSaved()
    {
        Stage stage;
        stage.editor().setPlainText(u"title: T\n\nHi [{felt}.\nBye {felz}."_s);
        QListWidget &problems = stage.named(u"Problems"_s);
        QCOMPARE(problems.count(), 2);
        QVERIFY(problems.item(0)->text().startsWith(u"Line 3, column 4: "_s));
        QVERIFY(problems.item(1)->text().contains(u"Did you mean “felt”?"_s));
        stage.page.save();
        QVERIFY(stage.shows(u"This cannot be saved yet. Line 3, column 4"_s));
        QVERIFY(!stage.compose.templates().isChanged(u"first_post"_s));
        problems.setCurrentRow(1);
        emit problems.itemActivated(problems.item(1));
        QCOMPARE(stage.editor().textCursor().blockNumber(), 3);
        QCOMPARE(stage.editor().textCursor().positionInBlock(), 4);
    }

    void aFieldIsPutWhereTheCursorIs()
    {
        Stage stage;
        stage.editor().setPlainText(u"title: T\n\nHi ."_s);
        stage.editor().goTo(3, 4);
        emit stage.page.findChild<ui::FieldList *>()->chosen(u"felt"_s);
        QVERIFY(stage.editor().toPlainText().endsWith(u"Hi {felt}."_s));
        QVERIFY(stage.shows(u"pictures are missing"_s));
    }

    void whatIsTypedOutlivesTheWindow()
    {
        Office office;
        workflow::Compose compose(*office.desk, {u"site"_s});
        {
            ui::TemplatesPage page(*office.desk, compose);
            page.open(u"update"_s);
            page.findChild<ui::TemplateEditor *>()->setPlainText(u"title: half a"_s);
        }
        ui::TemplatesPage again(*office.desk, compose);
        again.open(u"update"_s);
        QCOMPARE(again.findChild<ui::TemplateEditor *>()->toPlainText(), u"title: half a"_s);
        QVERIFY(!compose.templates().isChanged(u"update"_s));
    }

    void everyTemplateCanBeChosen()
    {
        Stage stage;
        QListWidget &names = stage.named(u"Templates"_s);
        QCOMPARE(names.count(), int(wording::templateNames().size()));
        for (int row = 0; row < names.count(); ++row) {
            names.setCurrentRow(row);
            QVERIFY(!stage.editor().toPlainText().isEmpty());
            QVERIFY2(!stage.shows(u"it says nothing"_s), qPrintable(names.item(row)->text()));
            QVERIFY(!stage.named(u"Problems"_s).isVisible());
        }
    }
};

QTEST_MAIN(TestTemplatesPage)
#include "tst_templatespage.moc"
