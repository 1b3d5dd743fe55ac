// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/providers.h"

#include "incident/waiting.h"
#include "timing/due.h"
#include "workflow/upstreambook.h"
#include "workflow/upstreams.h"

#include <algorithm>
#include <QCoreApplication>
#include <set>
#include <utility>

namespace workflow {

using namespace Qt::StringLiterals;
using incident::Incident;
using upstream::Spec;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(workflow::Providers)
};

/// Those that are looked through; older ones are in the history.
constexpr int mostCases = 200;

base::Result<std::vector<ProviderWord>> wordsIn(const Desk &desk, const Incident &incident,
                                                const Spec &provider)
{
    const auto events = desk.ledger().events(incident.id);
    if (!events)
        return base::passOn(events);
    std::vector<ProviderWord> words;
    for (const incident::ProviderContact &contact : incident.contacts) {
        if (!upstream::isCalled(provider, contact.provider))
            continue;
        ProviderWord word{incident.id, incident.ref, contact, {}, {}};
        for (const incident::Event &event : *events) {
            const auto *logged = std::get_if<incident::ProviderContacted>(&event.payload);
            if (logged && logged->contact.id == contact.id)
                word.author = event.author;
        }
        if (incident::isWaiting(contact) && incident::isOpen(incident.state)) {
            word.chase = timing::dueOf(contact.chaseAt);
            if (!word.chase)
                word.chase = chaseOf(incident, desk.clock().now());
        }
        words.push_back(std::move(word));
    }
    return words;
}

/// Incidents in which its name, or one that it had, stands anywhere.
base::Result<std::vector<ledger::Summary>> mentionsOf(const Desk &desk, const Spec &provider)
{
    QStringList names = provider.formerNames;
    names.prepend(provider.name);
    std::vector<ledger::Summary> found;
    std::set<QString> known;
    for (const QString &name : std::as_const(names)) {
        ledger::Filter filter;
        filter.text = name;
        filter.limit = mostCases;
        const auto hits = desk.ledger().list(filter);
        if (!hits)
            return base::passOn(hits);
        for (const ledger::Summary &summary : *hits) {
            if (known.insert(summary.id).second)
                found.push_back(summary);
        }
    }
    return found;
}

} // namespace

std::vector<Spec> providersOf(Desk &desk)
{
    std::vector<Spec> providers = UpstreamBook(desk.settings()).usable();
    std::erase_if(providers,
                  [](const Spec &spec) { return spec.kind != upstream::Kind::Provider; });
    return providers;
}

std::optional<Spec> providerNamed(Desk &desk, const QString &name)
{
    const std::vector<Spec> providers = providersOf(desk);
    const auto found = std::ranges::find_if(
        providers, [&](const Spec &spec) { return upstream::isCalled(spec, name); });
    return found == providers.end() ? std::nullopt : std::optional(*found);
}

base::Result<ProviderHistory> historyOf(const Desk &desk, const Spec &provider)
{
    const auto mentions = mentionsOf(desk, provider);
    if (!mentions)
        return base::passOn(mentions);
    ProviderHistory history;
    for (const ledger::Summary &summary : *mentions) {
        const auto incident = desk.load(summary.id);
        if (!incident)
            return base::passOn(incident);
        // Its own are those that it was held to be behind. It is asked about others, too.
        if (upstream::isCalled(provider, incident->cause.provider))
            history.cases.push_back({summary, incident->cause.status});
        const auto words = wordsIn(desk, *incident, provider);
        if (!words)
            return base::passOn(words);
        history.words.insert(history.words.end(), words->begin(), words->end());
    }
    std::ranges::stable_sort(history.cases, std::greater{}, [](const ProviderCase &one) {
        return one.summary.started.middle().value_or(one.summary.opened);
    });
    std::ranges::stable_sort(history.words, std::greater{}, [](const ProviderWord &word) {
        return word.contact.at.hi().value_or(base::Instant{});
    });
    return history;
}

std::optional<base::Instant> chaseOf(const Incident &incident, base::Instant now)
{
    for (const incident::StepStatus &status : incident::evaluate(incident, {now, {}})) {
        if (status.step.done == incident::DoneWhen::ProviderAnswered && status.active)
            return status.due;
    }
    return std::nullopt;
}

QString pageWords(const UpstreamState &server)
{
    if (!server.status)
        return {};
    QStringList words;
    if (!server.status->sentence.isEmpty())
        words << server.status->sentence;
    for (const provider::Notice &notice : server.status->notices) {
        //: %1 the title of an incident of a provider, %2 its state such as "identified"
        words << (notice.status.isEmpty() ? notice.title
                                          : Words::tr("%1 (%2)").arg(notice.title, notice.status));
    }
    return words.join(u"; "_s);
}

base::Result<Incident> logPage(Desk &desk, const QString &incidentId, const UpstreamState &server)
{
    incident::ProviderContact look;
    look.id = desk.newId();
    look.provider = server.spec.name;
    look.channel = incident::Channel::StatusPage;
    look.said = pageWords(server);
    look.reference = server.spec.addresses.value(0);
    if (look.said.isEmpty()) {
        return base::fail(
            base::ErrorKind::Refused,
            Words::tr("The status page of %1 has not answered yet.").arg(server.spec.name));
    }
    return desk.run(incidentId, incident::LogContact{look});
}

} // namespace workflow
