// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "wording/standing.h"
#include "workflow/providers.h"
#include "workflow/upstreambook.h"
#include "workflow/upstreams.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace incident;
using support::Office;
using timing::RoughInstant;

namespace {

upstream::Spec host(const QStringList &formerNames = {})
{
    upstream::Spec spec;
    spec.id = u"1"_s;
    spec.name = u"Harbour Hosting"_s;
    spec.kind = upstream::Kind::Provider;
    spec.formerNames = formerNames;
    return spec;
}

/// An outage of the shop that this provider is held to have caused.
Incident theirs(Office &office, const QString &provider)
{
    const Incident shop = office.shopIsDown();
    const Cause cause{CauseStatus::AwaitingProvider, {}, Attribution::Provider, provider, {}};
    return office.desk->run(shop.id, StateCause{cause, {}}).value();
}

ProviderContact word(Office &office, const QString &said)
{
    ProviderContact contact;
    contact.id = office.desk->newId();
    contact.said = said;
    contact.at = RoughInstant::exact(office.clock.now());
    return contact;
}

} // namespace

class TestProviders : public QObject
{
    Q_OBJECT

private slots:
    void theRecordIsFoundByEveryNameItHad()
    {
        Office office;
        workflow::UpstreamBook book(*office.settings);
        QVERIFY(book.put(host({u"Old Dock"_s})));
        upstream::Spec alerts;
        alerts.id = u"2"_s;
        alerts.name = u"Alertmanager"_s;
        alerts.addresses = {u"http://alerts.example.org"_s};
        QVERIFY(book.put(alerts));
        QCOMPARE(workflow::providersOf(*office.desk).size(), std::size_t(1));
        QVERIFY(workflow::providerNamed(*office.desk, u"harbour hosting"_s));
        QVERIFY(workflow::providerNamed(*office.desk, u"OLD DOCK"_s));
        QVERIFY(!workflow::providerNamed(*office.desk, u"Alertmanager"_s));
        QVERIFY(!workflow::providerNamed(*office.desk, {}));
    }

    void wordsAboutWhatWasNotTheirsStay()
    {
        Office office;
        OpenIncident proposal;
        proposal.title = u"Perhaps the mail"_s;
        const QString mail = office.desk->propose(proposal).value().id;
        ProviderContact asked = word(office, u"all is well on their side"_s);
        asked.provider = u"Harbour Hosting"_s;
        asked.reference = u"HH-4711"_s;
        QVERIFY(office.desk->run(mail, LogContact{asked}));
        QVERIFY(office.desk->run(mail, Advance{State::Dismissed, u"a false alarm of ours"_s}));
        const auto history = workflow::historyOf(*office.desk, host()).value();
        QVERIFY(history.cases.empty());
        QCOMPARE(history.words.size(), std::size_t(1));
        QCOMPARE(history.words[0].contact.reference, u"HH-4711"_s);
        QVERIFY(!history.words[0].chase);
        // A ticket leads back to its incident.
        QCOMPARE(office.desk->find({}, u"hh-4711"_s).value().size(), std::size_t(1));
    }

    void everyWordOfEveryIncidentIsInTheLog()
    {
        Office office;
        const Incident first = theirs(office, u"Old Dock"_s);
        QVERIFY(office.desk->run(first.id, LogContact{word(office, u"a fuse"_s)}));
        office.clock.advance(10min);
        const Incident second = theirs(office, u"harbour hosting"_s);
        ProviderContact asked = word(office, u"they look into it"_s);
        asked.chaseAt = RoughInstant::exact(office.clock.now() + 20min);
        QVERIFY(office.desk->run(second.id, LogContact{asked}));
        const Incident other = theirs(office, u"Name Service"_s);
        QVERIFY(office.desk->run(other.id, LogContact{word(office, u"all is well here"_s)}));

        const auto history = workflow::historyOf(*office.desk, host({u"Old Dock"_s})).value();
        QCOMPARE(history.words.size(), std::size_t(2));
        QCOMPARE(history.words[0].ref, second.ref);
        QCOMPARE(history.words[0].author, u"ana"_s);
        QCOMPARE(history.words[0].contact.said, u"they look into it"_s);
        QCOMPARE(history.words[0].chase, office.clock.now() + 20min);
        QCOMPARE(history.words[1].contact.said, u"a fuse"_s);
        QCOMPARE(history.cases.size(), std::size_t(2));
        QCOMPARE(history.cases[0].summary.id, second.id);
        QCOMPARE(history.cases[0].cause, CauseStatus::AwaitingProvider);
        // What is answered is not asked for again.
        QVERIFY(office.desk->run(second.id, LogAnswer{asked.id, u"a switch"_s}));
        const auto later = workflow::historyOf(*office.desk, host()).value();
        QVERIFY(!later.words[0].chase);
        QCOMPARE(later.words.size(), std::size_t(1));
    }

    void whatThePageSaysIsKeptAsProof()
    {
        Office office;
        const Incident shop = theirs(office, u"Harbour Hosting"_s);
        workflow::UpstreamState server;
        server.spec = host();
        server.spec.addresses = {u"https://status.example.org"_s};
        QVERIFY(!workflow::logPage(*office.desk, shop.id, server));
        provider::Status status;
        status.sentence = u"Partial outage"_s;
        status.notices.push_back({{}, u"Storage is slow"_s, u"identified"_s, {}, {}, {}, {}});
        server.status = status;
        const Incident logged = workflow::logPage(*office.desk, shop.id, server).value();
        QCOMPARE(logged.contacts.size(), std::size_t(1));
        QCOMPARE(logged.contacts[0].channel, Channel::StatusPage);
        QCOMPARE(logged.contacts[0].said, u"Partial outage; Storage is slow (identified)"_s);
        QCOMPARE(logged.contacts[0].reference, u"https://status.example.org"_s);
        const auto steps = evaluate(logged, {office.clock.now(), {}});
        const auto checked = std::ranges::find(steps, DoneWhen::ProviderChecked,
                                               [](const StepStatus &one) { return one.step.done; });
        QVERIFY(checked != steps.end());
        QCOMPARE(checked->state, StepState::Done);
        QCOMPARE(checked->link, u"https://status.example.org"_s);
    }

    void theCauseStandsApartFromTheState()
    {
        using wording::standing;
        QCOMPARE(standing(State::Restored, CauseStatus::AwaitingProvider),
                 u"restored, explanation pending"_s);
        QCOMPARE(standing(State::Active, CauseStatus::AwaitingProvider),
                 u"active, waiting for the provider"_s);
        QCOMPARE(standing(State::Restored, CauseStatus::Confirmed), u"restored"_s);
    }
};

QTEST_GUILESS_MAIN(TestProviders)
#include "tst_providers.moc"
