// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/pastwork.h"
#include "ui/compose/composepane.h"
#include "ui/history/historyview.h"
#include "ui/maintenance/planform.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"

#include <QComboBox>
#include <QLabel>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using support::Office;

namespace {

ui::FormField *rowOf(QWidget &form, const QString &fieldName)
{
    for (ui::FormField *row : form.findChildren<ui::FormField *>()) {
        if (row->field()->accessibleName() == fieldName)
            return row;
    }
    return nullptr;
}

ui::LineEdit *editOf(const ui::FormField *row)
{
    return qobject_cast<ui::LineEdit *>(row->field());
}

/// What the quiet label under the field shows to somebody who looks at it.
QString shownNote(const ui::FormField *row)
{
    for (const QLabel *label : row->findChildren<QLabel *>()) {
        if (!row->note().isEmpty() && label->text() == row->note())
            return label->isVisible() ? label->text() : QString();
    }
    return {};
}

void type(QLineEdit *edit, const QString &text)
{
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

} // namespace

class TestEstimateNotes : public QObject
{
    Q_OBJECT

private slots:
    void aPlanIsComparedWithEarlierPlans()
    {
        Office office;
        for (const base::Span took : {9min, 10min, 10min, 14min, 8min})
            support::workOnTheShop(office, 10min, took);
        ui::PlanForm form(*office.desk);
        form.show();
        ui::FormField *row = rowOf(form, u"Takes at the most"_s);
        QVERIFY(row);
        QCOMPARE(shownNote(row), QString());
        type(editOf(row), u"10 min"_s);
        QCOMPARE(shownNote(row), u"5 earlier estimates near 10 min took 8 to 14 min; 4 held."_s);
        QCOMPARE(editOf(row)->accessibleDescription(), row->note());
        type(editOf(row), u"2 h"_s);
        QCOMPARE(shownNote(row),
                 u"No earlier estimate like this: too little to tell how good it is."_s);
        type(editOf(row), u"soon"_s);
        QCOMPARE(shownNote(row), QString());
    }

    void thePartsTypedNarrowTheComparison()
    {
        Office office;
        for (int i = 0; i < 5; ++i)
            support::workOnTheShop(office, 10min, 9min);
        ui::PlanForm form(*office.desk);
        form.show();
        ui::LineEdit *parts = editOf(rowOf(form, u"Parts affected"_s));
        type(parts, u"shop"_s);
        ui::FormField *row = rowOf(form, u"Takes at the most"_s);
        type(editOf(row), u"10"_s);
        QCOMPARE(shownNote(row), u"5 earlier estimates near 10 min for shop took 9 min; 5 held."_s);
    }

    void belowFiveItSaysSo()
    {
        Office office;
        support::workOnTheShop(office, 10min, 9min);
        ui::PlanForm form(*office.desk);
        form.show();
        ui::FormField *row = rowOf(form, u"Takes at the most"_s);
        type(editOf(row), u"10 min"_s);
        QCOMPARE(shownNote(row),
                 u"1 earlier estimate near 10 min: too little to tell how good it is."_s);
    }

    void theHistoryIsReadOnceAnOpening()
    {
        Office office;
        ui::PlanForm form(*office.desk);
        form.show();
        ui::FormField *row = rowOf(form, u"Takes at the most"_s);
        type(editOf(row), u"10 min"_s);
        QVERIFY(shownNote(row).startsWith(u"No earlier"_s));
        support::workOnTheShop(office, 10min, 9min);
        type(editOf(row), u"11 min"_s);
        QVERIFY(shownNote(row).startsWith(u"No earlier"_s));
        form.hide();
        form.show();
        QVERIFY(shownNote(row).startsWith(u"1 earlier"_s));
    }

    void whatReadersAreToldIsComparedToo()
    {
        Office office;
        for (const base::Span took : {9min, 10min, 10min, 14min, 8min})
            support::outageOfTheShop(office, 10min, took);
        workflow::Compose compose(*office.desk, {u"site"_s});
        ui::ComposePane pane(*office.desk, compose, {{u"site"_s, u"Status site"_s, {}}});
        pane.resize(700, 800);
        pane.show();
        compose.setIncident(office.shopIsDown().id);
        ui::FormField *row = rowOf(pane, u"We expect"_s);
        QVERIFY(row);
        QCOMPARE(shownNote(row), QString());
        type(editOf(row), u"no more than 10 min"_s);
        QCOMPARE(shownNote(row),
                 u"5 earlier estimates near 10 min for shop took 8 to 14 min; 4 held."_s);
    }

    void theHistoryShowsItsMedians()
    {
        Office office;
        for (const base::Span took : {4min, 6min, 20min})
            support::outageOfTheShop(office, 10min, took);
        ui::HistoryView history(*office.desk);
        history.resize(1200, 700);
        history.show();
        const auto figures = [&] {
            for (const QLabel *label : history.findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().startsWith(u"Medians"_s))
                    return label->text();
            }
            return QString();
        };
        QTRY_COMPARE(figures(),
                     u"Medians of the last 3 incidents: noticed after 1 to 2 min, told after "
                     "0 min, down for 7 to 8 min."_s);
        auto *kind = history.findChild<QComboBox *>();
        kind->setCurrentIndex(kind->findData(int(incident::Kind::Maintenance)));
        emit kind->activated(kind->currentIndex());
        QTRY_COMPARE(figures(), QString());
    }
};

QTEST_MAIN(TestEstimateNotes)
#include "tst_estimatenotes.moc"
