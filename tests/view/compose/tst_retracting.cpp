// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "ui/compose/composepane.h"
#include "ui/compose/retractdialog.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Office;

/// Taking posts back: asked for, with a reason, at the places that are chosen.
class TestRetracting : public QObject
{
    Q_OBJECT

private slots:
    void nothingPublicNothingToTakeBack()
    {
        Office office;
        const auto incident = office.shopIsDown();
        workflow::Compose compose(*office.desk, {u"site"_s});
        ui::ComposePane pane(*office.desk, compose, {{u"site"_s, u"Status site"_s, {}}});
        compose.setIncident(incident.id);
        pane.takeBack();
        QVERIFY(!pane.findChild<ui::RetractDialog *>());
    }

    void aReasonIsAskedForAndThenItIsQueued()
    {
        Office office;
        const auto incident = office.shopIsDown();
        workflow::Compose compose(*office.desk, {u"site"_s, u"blog"_s});
        ui::ComposePane pane(*office.desk, compose,
                             {{u"site"_s, u"Status site"_s, {}}, {u"blog"_s, u"Blog"_s, {}}});
        compose.setIncident(incident.id);
        const QString revision = compose.publish().value();
        for (const QString &target : {u"site"_s, u"blog"_s})
            QVERIFY(office.desk->run(incident.id,
                                     incident::RecordSeen{revision, target, u"7"_s, {}, {}}));
        QSignalSpy published(&pane, &ui::ComposePane::published);
        pane.takeBack();
        auto *dialog = pane.findChild<ui::RetractDialog *>();
        QVERIFY(dialog);
        dialog->accept();
        QVERIFY(dialog->isVisible());
        QVERIFY(dialog->findChild<ui::FormField *>()->error().contains(u"Say why"_s));
        const auto places = dialog->findChildren<QCheckBox *>();
        QCOMPARE(places.size(), 2);
        for (QCheckBox *place : places)
            place->setChecked(place->text() == u"Blog"_s);
        dialog->findChild<ui::LineEdit *>()->setText(u"It was a drill."_s);
        dialog->accept();
        QCOMPARE(published.size(), 1);
        const auto after = office.desk->load(incident.id).value();
        QCOMPARE(after.retractions.size(), size_t(1));
        QCOMPARE(after.retractions.front().targets, QStringList{u"blog"_s});
        QCOMPARE(after.retractions.front().reason, u"It was a drill."_s);
        QCOMPARE(office.desk->ledger().outbox().all()->back().target, u"blog"_s);
    }
};

QTEST_MAIN(TestRetracting)
#include "tst_retracting.moc"
