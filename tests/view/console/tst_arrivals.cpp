// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/elidedlabel.h"
#include "ui/widget/noticebar.h"
#include "ui/widget/reasonbar.h"
#include "view/consolestage.h"
#include "workflow/alertlink.h"

#include <algorithm>
#include <QTest>

using namespace Qt::StringLiterals;
using incident::State;

namespace {

/// The console while something else than the shop breaks.
struct Stage : ConsoleStage
{
    /// An alert of the search has come.
    ledger::Summary suspect()
    {
        incident::AlertEvidence alert;
        alert.alert = u"a1"_s;
        alert.started = timing::RoughInstant::exact(office.clock.now());
        alert.detected = office.clock.now();
        const auto proposed = workflow::proposeFrom(*office.desk, alert,
                                                    {u"search"_s, u"m1"_s, false, u"its samples"_s},
                                                    u"Search: not available"_s);
        const auto open = office.desk->openIncidents();
        return *std::ranges::find(open, proposed.value().id, &ledger::Summary::id);
    }
};

} // namespace

class TestArrivals : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSuspectedElsewhereLeadsThere()
    {
        Stage stage;
        const QString shop = stage.office.shopIsDown().id;
        stage.office.shopIsDown(u"the blog is gone"_s);
        stage.console.showIncident(shop);
        const ledger::Summary arrived = stage.suspect();
        const auto *notice = stage.console.findChild<ui::NoticeBar *>();
        QVERIFY(!notice->isVisible());
        stage.console.tellArrival(arrived);
        QVERIFY(notice->isVisible());
        QVERIFY(notice->notice().text.contains(arrived.ref));
        QCOMPARE(stage.console.incidentId(), shop);
        // Whichever is the next in the list: this is the one that is meant.
        stage.console.showNextIncident();
        QCOMPARE(stage.console.incidentId(), arrived.id);
        QVERIFY(!notice->isVisible());
    }

    void whatIsShownIsNotAnnounced()
    {
        Stage stage;
        const ledger::Summary arrived = stage.suspect();
        QCOMPARE(stage.console.incidentId(), arrived.id);
        stage.console.tellArrival(arrived);
        QVERIFY(!stage.console.findChild<ui::NoticeBar *>()->isVisible());
    }

    void whatIsNothingIsDismissedWithAReason()
    {
        Stage stage;
        const ledger::Summary arrived = stage.suspect();
        stage.console.dismiss();
        QCOMPARE(stage.office.desk->load(arrived.id)->state, State::Suspected);
        auto *reason = stage.console.findChild<ui::ReasonBar *>();
        QVERIFY(reason->isVisible());
        emit reason->given(QString());
        QCOMPARE(stage.office.desk->load(arrived.id)->state, State::Suspected);
        stage.console.dismiss();
        emit reason->given(u"a test of the alert"_s);
        QCOMPARE(stage.office.desk->load(arrived.id)->state, State::Dismissed);
    }

    void theTitleIsReadOnASmallScreen()
    {
        Stage stage;
        for (int i = 0; i < 3; ++i)
            stage.office.shopIsDown();
        stage.console.showIncident(stage.suspect().id);
        stage.console.strip().resize(1366, 84);
        QCoreApplication::processEvents();
        int titles = 0;
        for (const auto *label : stage.console.strip().findChildren<ui::ElidedLabel *>()) {
            if (label->text() != u"Search: not available"_s)
                continue;
            ++titles;
            QVERIFY2(label->width() >= 150, qPrintable(QString::number(label->width())));
        }
        QCOMPARE(titles, 1);
    }
};

QTEST_MAIN(TestArrivals)
#include "tst_arrivals.moc"
