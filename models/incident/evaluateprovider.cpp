// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/evaluation.h"
#include "timing/due.h"

#include <algorithm>

namespace incident {

using namespace std::chrono_literals;

namespace {

constexpr Span chaseWhileDown = 30min;
constexpr Span chaseLater = 24h;

Closing wordOf(const ProviderContact &contact)
{
    return {contact.said, contact.at.lo(),
            contact.reference.startsWith(QLatin1String("http")) ? contact.reference : QString()};
}

} // namespace

bool Evaluation::isOutside() const
{
    return m_incident.providerSince.has_value();
}

bool Evaluation::isProviderStep(const ChecklistStep &step) const
{
    switch (step.done) {
    case DoneWhen::ProviderChecked:
    case DoneWhen::ProviderContacted:
    case DoneWhen::ProviderAnswered:
    case DoneWhen::ExposureNoted:
        return true;
    default:
        return step.trigger == Trigger::Provider;
    }
}

Evaluation::MaybeClosing Evaluation::providerChecked() const
{
    const auto look =
        std::ranges::find(m_incident.contacts, Channel::StatusPage, &ProviderContact::channel);
    return look == m_incident.contacts.end() ? std::nullopt : MaybeClosing(wordOf(*look));
}

Evaluation::MaybeClosing Evaluation::providerContacted() const
{
    const auto spoken =
        std::ranges::find_if(m_incident.contacts, [](const ProviderContact &contact) {
            return contact.channel != Channel::StatusPage && !contact.reference.isEmpty();
        });
    return spoken == m_incident.contacts.end() ? std::nullopt : MaybeClosing(wordOf(*spoken));
}

Evaluation::MaybeClosing Evaluation::providerAnswered() const
{
    if (m_incident.cause.status == CauseStatus::AwaitingProvider)
        return std::nullopt;
    const ProviderContact *last = nullptr;
    for (const ProviderContact &contact : m_incident.contacts) {
        if (contact.channel == Channel::StatusPage)
            continue;
        if (!contact.answered)
            return std::nullopt;
        last = &contact;
    }
    return last ? MaybeClosing(Closing{last->answer, last->answered}) : std::nullopt;
}

Evaluation::MaybeClosing Evaluation::exposureNoted() const
{
    if (m_incident.followUps.empty())
        return std::nullopt;
    return Closing{m_incident.followUps.back().title, m_incident.followUps.back().made};
}

Evaluation::MaybeInstant Evaluation::chaseDue(Instant since) const
{
    Instant asked = since;
    for (const ProviderContact &contact : m_incident.contacts) {
        if (contact.channel == Channel::StatusPage)
            continue;
        if (const auto agreed = timing::dueOf(contact.chaseAt); agreed && !contact.answered)
            return agreed;
        asked = std::max(asked, contact.answered.value_or(contact.at.hi().value_or(asked)));
    }
    return asked + (m_incident.hasOpenWindow() ? chaseWhileDown : chaseLater);
}

} // namespace incident
