// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "ui/compose/composepane.h"
#include "ui/compose/findinglist.h"
#include "ui/compose/posteditor.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using support::Office;

namespace {

/// The pane on an outage of the shop.
struct Stage
{
    Office office;
    workflow::Compose compose{*office.desk, {u"site"_s}};
    ui::ComposePane pane{*office.desk, compose, {{u"site"_s, u"Status site"_s, {}}}};
    incident::Incident incident = office.shopIsDown();

    Stage()
    {
        pane.resize(456, 640);
        pane.show();
        compose.setIncident(incident.id);
    }

    ui::PostEditor &editor() { return *pane.findChild<ui::PostEditor *>(); }
    ui::FindingList &list() { return *pane.findChild<ui::FindingList *>(); }

    void write(const QString &text) { editor().setPlainText(text); }

    void correctStart(base::Span ago)
    {
        incident::Stamp stamp;
        stamp.milestone = incident::Milestone::Started;
        stamp.at = timing::RoughInstant::exact(office.clock.now() - ago);
        stamp.reason = u"seen in the log"_s;
        QVERIFY(office.desk->run(incident.id, stamp));
    }

    void endIt()
    {
        const auto normal = timing::RoughInstant::exact(office.clock.now());
        QVERIFY(office.desk->run(incident.id, incident::Stamp{incident::Milestone::BackToNormal,
                                                              normal,
                                                              incident::Source::Manual,
                                                              {}}));
    }

    [[nodiscard]] bool shows(const QString &text) const
    {
        const auto labels = pane.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisibleTo(&pane) && label->text().contains(text);
        });
    }
};

} // namespace

class TestComposeFindings : public QObject
{
    Q_OBJECT

private slots:
    void aCleanPostHasNoList()
    {
        Stage stage;
        QVERIFY(!stage.list().isVisible());
    }

    void findingsAreListedAndFixedByKey()
    {
        Stage stage;
        stage.write(u"db-1.int is down. Write to ana@example.org."_s);
        QVERIFY(stage.list().isVisible());
        QVERIFY(stage.shows(u"Internal host name: db-1.int."_s));
        QVERIFY(stage.shows(u"1 of 2"_s));
        stage.pane.nextFinding();
        QCOMPARE(stage.list().current(), 1);
        QCOMPARE(stage.editor().textCursor().position(),
                 int(stage.compose.draft().body.indexOf(u"ana@"_s)));
        stage.pane.nextFinding();
        QCOMPARE(stage.list().current(), 0);
        stage.pane.previousFinding();
        stage.pane.ignoreFinding();
        QVERIFY(!stage.shows(u"ana@example.org"_s));
        QCOMPARE(stage.list().current(), 0);
        stage.pane.fixFinding();
        QCOMPARE(stage.editor().toPlainText(), u"is down. Write to ana@example.org."_s);
        QVERIFY(!stage.list().isVisible());
    }

    void aFixCanBeUndoneInTheText()
    {
        Stage stage;
        const QString text = u"We restart db-1.int now."_s;
        stage.write(text);
        stage.pane.fixFinding();
        QCOMPARE(stage.editor().toPlainText(), u"We restart now."_s);
        stage.editor().undo();
        QCOMPARE(stage.editor().toPlainText(), text);
        QCOMPARE(stage.compose.draft().body, text);
    }

    void aCorrectedFactOffersTheNewWording()
    {
        Stage stage;
        stage.write(u"The shop has been down since around 16:06, sorry."_s);
        QVERIFY(!stage.list().isVisible());
        stage.correctStart(25min);
        QVERIFY(stage.shows(u"“around 16:06” no longer holds: the start has been corrected."_s));
        QVERIFY(stage.shows(u"changed since you wrote: start"_s));
        stage.pane.fixFinding();
        QCOMPARE(stage.editor().toPlainText(), u"The shop has been down since 15:43, sorry."_s);
        QVERIFY(!stage.list().isVisible());
    }

    void theTitleIsLookedAtToo()
    {
        Stage stage;
        stage.compose.setTitle(u"db-1.int is down"_s);
        QVERIFY(stage.shows(u"In the title: Internal host name: db-1.int."_s));
        stage.pane.fixFinding();
        QCOMPARE(stage.compose.draft().title, u"is down"_s);
    }

    void aSecretIsNotPublishedByASlip()
    {
        Stage stage;
        QSignalSpy failed(&stage.pane, &ui::ComposePane::failed);
        stage.compose.setBody(u"The shop is down. Log in with password=swordfish9 meanwhile."_s);
        stage.pane.publish();
        QCOMPARE(failed.size(), 1);
        QVERIFY(stage.office.desk->load(stage.incident.id).value().posts.empty());
        stage.pane.ignoreFinding();
        stage.pane.publish();
        QCOMPARE(stage.office.desk->load(stage.incident.id).value().posts.size(), size_t(1));
    }

    void aPublishedUpdateThatNoLongerHoldsIsPointedAt()
    {
        Stage stage;
        const QString revision = stage.compose.publish().value();
        QVERIFY(stage.office.desk->run(stage.incident.id,
                                       incident::RecordSeen{revision, u"site"_s, u"1"_s, {}, {}}));
        QVERIFY(!stage.shows(u"Published update"_s));
        stage.correctStart(25min);
        QVERIFY(stage.shows(u"Published update 1 says “"_s));
        QCoreApplication::processEvents();
        for (QPushButton *button : stage.pane.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().contains(u"correct it"_s))
                button->click();
        }
        QCOMPARE(stage.compose.draft().replaces, revision);
        QVERIFY(stage.shows(u"no longer holds"_s));
    }

    void whatWasSaidOfAnEarlierRoundStands()
    {
        Stage stage;
        const QString revision = stage.compose.publish().value();
        QVERIFY(stage.office.desk->run(stage.incident.id,
                                       incident::RecordSeen{revision, u"site"_s, u"1"_s, {}, {}}));
        stage.office.clock.advance(10min);
        stage.endIt();
        stage.office.clock.advance(20min);
        QVERIFY(stage.office.desk->reopen(stage.incident.id, {}, u"it is down once more"_s));
        QCOMPARE(stage.compose.incident().round, 2);
        QVERIFY(!stage.shows(u"Published update"_s));
    }

    /// Until readers know better they believe the all-clear.
    void anAllClearThatHoldsNoLongerIsCorrectedFirst()
    {
        Stage stage;
        stage.office.clock.advance(10min);
        stage.endIt();
        QCOMPARE(stage.compose.status(), incident::PublicStatus::Resolved);
        const auto publish = [&stage] {
            const QString revision = stage.compose.publish().value();
            QVERIFY(stage.office.desk->run(
                stage.incident.id, incident::RecordSeen{revision, u"site"_s, u"1"_s, {}, {}}));
        };
        publish();
        QVERIFY(!stage.shows(u"It is back"_s));
        stage.office.clock.advance(20min);
        QVERIFY(stage.office.desk->reopen(stage.incident.id, {}, u"it is down once more"_s));
        QVERIFY(stage.shows(u"It is back, and readers were told at 16:18 that it is over"_s));
        publish();
        QVERIFY(!stage.shows(u"It is back, and"_s));
    }

    void aBrokenTemplateIsSaidAndDoesNotStop()
    {
        Stage stage;
        QSignalSpy wanted(&stage.pane, &ui::ComposePane::templateWanted);
        QVERIFY(stage.compose.templates().save(u"first_post"_s, u"title: {title\n\nHi."_s));
        stage.compose.takeTemplates();
        QVERIFY(stage.shows(u"Line 1, column 8"_s));
        stage.pane.editTemplate();
        QCOMPARE(wanted.takeFirst().first().toString(), u"first_post"_s);
        stage.pane.publish();
        QCOMPARE(stage.office.desk->load(stage.incident.id).value().posts.size(), size_t(1));
    }
};

QTEST_MAIN(TestComposeFindings)
#include "tst_composefindings.moc"
