// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "workflow/compose.h"
#include "workflow/monitorbook.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using incident::PublicStatus;
using support::Office;
using workflow::Compose;

class TestCompose : public QObject
{
    Q_OBJECT

private slots:
    void writesFromTheFacts()
    {
        Office office;
        const auto incident = office.shopIsDown();
        Compose compose(*office.desk, {u"site"_s});
        compose.setIncident(incident.id);
        QCOMPARE(compose.status(), PublicStatus::Investigating);
        QVERIFY(compose.draft().body.contains(u"the shop does not open"_s));
        QCOMPARE(compose.draft().nextUpdate, u"16:30"_s);
        QVERIFY(compose.draft().body.contains(u"16:30"_s));
    }

    void factsChangeTheTextUntilSomebodyWrites()
    {
        Office office;
        const auto incident = office.shopIsDown();
        Compose compose(*office.desk, {u"site"_s});
        compose.setIncident(incident.id);
        const QString first = compose.draft().body;
        compose.setEstimate(u"no more than 30 min"_s);
        QVERIFY(compose.draft().body != first);
        compose.setBody(u"My own words."_s);
        compose.setEstimate(u"10 min"_s);
        QCOMPARE(compose.draft().body, u"My own words."_s);
        compose.rewriteFromFacts();
        QVERIFY(compose.draft().body != u"My own words."_s);
    }

    void whatIsTypedIsSavedByItselfAndFoundAgain()
    {
        Office office;
        const auto incident = office.shopIsDown();
        {
            Compose compose(*office.desk, {u"site"_s});
            compose.setIncident(incident.id);
            QSignalSpy saved(&compose, &Compose::saved);
            compose.setBody(u"Half a sent"_s);
            QVERIFY(saved.wait(5000));
        }
        office.open();
        Compose again(*office.desk, {u"site"_s});
        again.setIncident(incident.id);
        QCOMPARE(again.draft().body, u"Half a sent"_s);
        QVERIFY(again.draft().bodyTouched);
    }

    void publishingStoresOnceAndQueuesOnce()
    {
        Office office;
        const auto incident = office.shopIsDown();
        Compose compose(*office.desk, {u"site"_s});
        compose.setIncident(incident.id);
        compose.setBody(u"The shop is down. We are on it."_s);
        QVERIFY(compose.save());
        const auto revision = compose.publish();
        QVERIFY(revision);
        const auto stored = office.desk->load(incident.id).value();
        QCOMPARE(stored.posts.size(), size_t(1));
        QCOMPARE(stored.posts.front().body, u"The shop is down. We are on it."_s);
        const auto intents = office.ledger->outbox().all().value();
        QCOMPARE(intents.size(), size_t(1));
        QCOMPARE(intents.front().revision, *revision);
        QVERIFY(!office.ledger->drafts().load(workflow::draftKey(incident.id)).value());
    }

    /// Readers are told the time that somebody meant, and the countdown ends there.
    void aboutThirtyMinutesAreThirty()
    {
        Office office;
        Compose compose(*office.desk, {u"site"_s});
        compose.setIncident(office.shopIsDown().id);
        compose.setNextUpdate(u"in about 30 min"_s);
        const auto due = timing::RoughInstant::exact(office.clock.now() + 30min);
        QCOMPARE(compose.nextUpdate().value(), due);
        QVERIFY2(compose.draft().body.contains(u"by 16:38"_s), qPrintable(compose.draft().body));
        const QString id = compose.publish().value();
        const auto stored = office.desk->load(compose.incidentId()).value();
        QCOMPARE(stored.post(id)->nextUpdate, due);
    }

    /// "16:45" is that of the day on which it was typed, also in a draft that is taken up later.
    void aPromisedTimeStaysOnItsDay()
    {
        Office office;
        const auto incident = office.shopIsDown();
        const auto meant = [](const Compose &compose) {
            return compose.nextUpdate().value().lo();
        };
        std::optional<base::Instant> typed;
        {
            Compose compose(*office.desk, {u"site"_s});
            compose.setIncident(incident.id);
            compose.setNextUpdate(u"by 16:45"_s);
            typed = compose.nextUpdate().value().hi();
            QVERIFY(typed && *typed - office.clock.now() < 1h);
            office.clock.advance(2h);
            QCOMPARE(compose.nextUpdate().value().hi(), typed);
            QVERIFY(compose.save());
        }
        Compose later(*office.desk, {u"site"_s});
        later.setIncident(incident.id);
        QCOMPARE(later.draft().nextUpdate, u"by 16:45"_s);
        QCOMPARE(later.nextUpdate().value().hi(), typed);
        const auto published = later.publish();
        QVERIFY(!published);
        QVERIFY2(published.error().text.contains(u"past"_s), qPrintable(published.error().text));
        later.setNextUpdate(u"in 20 min"_s);
        const auto due = meant(later);
        office.clock.advance(5min);
        QCOMPARE(meant(later), due);
    }

    void aFieldThatCannotBeReadStopsThePostAndKeepsTheDraft()
    {
        Office office;
        const auto incident = office.shopIsDown();
        Compose compose(*office.desk, {u"site"_s});
        compose.setIncident(incident.id);
        compose.setBody(u"Words."_s);
        compose.setNextUpdate(u"soonish"_s);
        QVERIFY(!compose.publish());
        QCOMPARE(compose.draft().body, u"Words."_s);
        QVERIFY(office.desk->load(incident.id).value().posts.empty());
    }

    void thePostMayNotSayItIsOverWhileItIsNot()
    {
        Office office;
        const auto incident = office.shopIsDown();
        Compose compose(*office.desk, {u"site"_s});
        compose.setIncident(incident.id);
        compose.setStatus(PublicStatus::Resolved);
        const auto published = compose.publish();
        QVERIFY(!published);
        QCOMPARE(published.error().kind, base::ErrorKind::Refused);
    }

    void anotherIncidentHasItsOwnDraft()
    {
        Office office;
        const auto first = office.shopIsDown();
        const auto second = office.shopIsDown(u"search finds nothing"_s);
        Compose compose(*office.desk, {u"site"_s});
        compose.setIncident(first.id);
        compose.setBody(u"First."_s);
        compose.setIncident(second.id);
        QVERIFY(compose.draft().body.contains(u"search finds nothing"_s));
        compose.setIncident(first.id);
        QCOMPARE(compose.draft().body, u"First."_s);
    }

    void internalNamesAreFound()
    {
        Office office;
        const auto incident = office.shopIsDown();
        Compose compose(*office.desk, {u"site"_s});
        compose.setIncident(incident.id);
        compose.setBody(u"We rebuild db-1.int now."_s);
        const auto findings = compose.findings();
        QVERIFY(!findings.empty());
        compose.applyFinding(findings.front());
        QCOMPARE(compose.draft().body, u"We rebuild now."_s);
        compose.setTitle(u"db-1.int is slow"_s);
        QVERIFY(compose.findings().front().inTitle);
        compose.applyFinding(compose.findings().front());
        QVERIFY(!compose.draft().title.contains(u"db-1"_s));
    }

    void monitoredMachinesAreInternalNames()
    {
        Office office;
        const auto incident = office.shopIsDown();
        source::MonitorSpec spec;
        spec.id = u"m"_s;
        spec.name = u"m"_s;
        spec.address = u"http://ananke-2:8080/"_s;
        QVERIFY(workflow::MonitorBook(*office.settings).save({spec}));
        Compose compose(*office.desk, {u"site"_s});
        compose.setIncident(incident.id);
        compose.setBody(u"We have restarted ananke-2."_s);
        QCOMPARE(int(compose.findings().size()), 1);
    }

    void whatIsIgnoredStaysIgnoredInThisDraft()
    {
        Office office;
        const auto incident = office.shopIsDown();
        {
            Compose compose(*office.desk, {u"site"_s});
            compose.setIncident(incident.id);
            compose.setBody(u"Write to ana@example.org or to ben@example.org."_s);
            QCOMPARE(int(compose.findings().size()), 2);
            compose.ignoreFinding(compose.findings().front());
            QVERIFY(compose.save());
        }
        Compose again(*office.desk, {u"site"_s});
        again.setIncident(incident.id);
        QCOMPARE(int(again.findings().size()), 1);
        again.setBody(u"Please do write. Ask ANA@example.org."_s);
        QVERIFY(again.findings().empty());
        QVERIFY(again.publish());
        again.setBody(u"Write to ana@example.org."_s);
        QCOMPARE(int(again.findings().size()), 1);
    }

    void aFactCorrectedLaterMarksTheAuthorsWords()
    {
        Office office;
        const auto incident = office.shopIsDown();
        Compose compose(*office.desk, {u"site"_s});
        compose.setIncident(incident.id);
        const QString mine = compose.draft().body + u" Really."_s;
        QVERIFY(mine.contains(u"around 16:06"_s));
        compose.setBody(mine);
        QVERIFY(compose.findings().empty());
        QVERIFY(compose.changedSinceWritten().isEmpty());
        incident::Stamp stamp;
        stamp.milestone = incident::Milestone::Started;
        stamp.at = timing::RoughInstant::exact(office.clock.now() - 25min);
        stamp.reason = u"seen in the log"_s;
        QVERIFY(office.desk->run(incident.id, stamp));
        const auto findings = compose.findings();
        QVERIFY(!findings.empty());
        QCOMPARE(findings.front().finding.kind, lint::Kind::Stale);
        QVERIFY(!compose.changedSinceWritten().isEmpty());
        compose.applyFinding(findings.front());
        QVERIFY2(compose.draft().body.contains(u"15:43"_s), qPrintable(compose.draft().body));
        QVERIFY(!compose.draft().body.contains(u"16:06"_s));
        // It outlives the program.
        QVERIFY(compose.save());
        Compose again(*office.desk, {u"site"_s});
        again.setIncident(incident.id);
        QVERIFY(again.findings().empty());
    }

    void templatesOfTheFolderAreUsed()
    {
        Office office;
        const auto incident = office.shopIsDown();
        Compose compose(*office.desk, {u"site"_s});
        compose.setIncident(incident.id);
        QCOMPARE(compose.templateName(), u"first_post"_s);
        QVERIFY(compose.templates().save(u"first_post"_s, u"title: T\n\n{We} {are} on it."_s));
        compose.takeTemplates();
        QCOMPARE(compose.draft().body, u"We are on it."_s);
        QVERIFY(office.settings->set(settings::voice, u"I"_s));
        compose.takeTemplates();
        QCOMPARE(compose.draft().body, u"I am on it."_s);
        QVERIFY(compose.templateProblem().isEmpty());
        QVERIFY(compose.templates().save(u"first_post"_s, u"title: T\n\n{We are on it."_s));
        compose.takeTemplates();
        QVERIFY(compose.draft().body.startsWith(u"Hi, "_s));
        QVERIFY(compose.templateProblem().contains(u"Line 3, column 1"_s));
        QVERIFY(compose.publish());
    }

    void aCorrectionReplacesItsPost()
    {
        Office office;
        const auto incident = office.shopIsDown();
        Compose compose(*office.desk, {u"site"_s});
        compose.setIncident(incident.id);
        const QString first = compose.publish().value();
        QVERIFY(compose.editPublished(first));
        compose.setBody(u"Corrected words."_s);
        QVERIFY(compose.publish());
        const auto posts = office.desk->load(incident.id).value().posts;
        QCOMPARE(posts.size(), size_t(2));
        QCOMPARE(posts.back().replaces, first);
        QCOMPARE(posts.back().number, posts.front().number);
    }
};

QTEST_GUILESS_MAIN(TestCompose)
#include "tst_compose.moc"
