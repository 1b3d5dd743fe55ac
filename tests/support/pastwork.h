// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/office.h"

namespace support {

/// Work on the shop that was planned for at most `planned`, and took `took`; a day passes.
inline void workOnTheShop(Office &office, base::Span planned, base::Span took)
{
    workflow::NewMaintenance request;
    request.title = QStringLiteral("Shop upgrade");
    request.components = {QStringLiteral("shop")};
    request.start = timing::RoughInstant::exact(office.clock.now());
    request.expected = timing::RoughDuration::atMost(planned);
    const QString id = office.desk->plan(request).value().id;
    const auto now = [&] {
        return timing::RoughInstant::exact(office.clock.now());
    };
    office.desk->run(id, incident::StartMaintenance{now()}).value();
    office.clock.advance(took);
    office.desk->run(id, incident::FinishMaintenance{now(), {}}).value();
    office.clock.advance(std::chrono::hours(24));
}

/// An outage of the shop for which readers were told "no more than `told`", and that went on for
/// `took` from then on; a day passes.
inline void outageOfTheShop(Office &office, base::Span told, base::Span took)
{
    const incident::Incident incident = office.shopIsDown();
    incident::PostRevision revision;
    revision.id = office.desk->newId();
    revision.status = incident::PublicStatus::Investigating;
    revision.title = QStringLiteral("The shop is down");
    revision.body = QStringLiteral("We are on it.");
    revision.targets = {QStringLiteral("site")};
    revision.estimate = timing::RoughDuration::atMost(told);
    office.desk->run(incident.id, incident::RevisePost{revision}).value();
    office.desk
        ->run(incident.id, incident::RecordSeen{revision.id, QStringLiteral("site"), {}, {}, {}})
        .value();
    office.clock.advance(took);
    office.desk->stampNow(incident.id, incident::Milestone::BackToNormal).value();
    office.clock.advance(std::chrono::hours(24));
}

} // namespace support
