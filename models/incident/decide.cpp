// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/decide.h"

#include "incident/decider.h"
#include "incident/fold.h"

namespace incident {

using base::Done;
using base::ErrorKind;
using base::fail;

Decider::Decider(const Incident &incident, const Occasion &occasion)
    : m_incident(incident)
    , m_occasion(occasion)
    , m_id(incident.id)
{}

void Decider::add(Payload payload, std::optional<RoughInstant> occurred)
{
    NewEvent event{std::move(payload), occurred.value_or(RoughInstant::exact(m_occasion.now))};
    apply(m_incident,
          Event{{}, m_id, event.payload, event.occurred, m_occasion.now, m_occasion.author});
    m_events.push_back(std::move(event));
}

void Decider::enter(State state, const QString &reason)
{
    if (m_incident.state != state)
        add(StateChanged{state, reason});
}

Done Decider::ask(const QStringList &odd, const QString &reason)
{
    if (odd.isEmpty() || isReason(reason))
        return {};
    return fail(ErrorKind::NeedsReason, odd.first());
}

bool isReason(const QString &reason)
{
    return !reason.trimmed().isEmpty();
}

base::Result<std::vector<NewEvent>> decide(const Incident &incident, const Command &command,
                                           const Occasion &occasion)
{
    const bool opens = std::holds_alternative<OpenIncident>(command) ||
                       std::holds_alternative<ImportIncident>(command);
    if (!opens && !incident.exists()) {
        return fail(ErrorKind::NotFound,
                    QCoreApplication::translate(
                        "incident", "There is no such incident. Look for it in the history."));
    }
    Decider decider(incident, occasion);
    if (const Done done = std::visit(decider, command); !done)
        return base::passOn(done);
    return decider.takeEvents();
}

} // namespace incident
