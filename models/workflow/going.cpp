// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/going.h"

#include "publish/limits.h"
#include "publish/threadof.h"
#include "workflow/compose.h"

namespace workflow {

std::vector<ledger::Intent> intentsFor(const QString &incident, const QString &revision,
                                       const QStringList &targets, base::Instant now)
{
    std::vector<ledger::Intent> intents;
    for (const QString &target : targets) {
        ledger::Intent intent;
        intent.key = ledger::intentKey(revision, target);
        intent.incident = incident;
        intent.revision = revision;
        intent.target = target;
        intent.queuedAt = intent.nextTry = now;
        intents.push_back(intent);
    }
    return intents;
}

base::Result<QString> retractPosts(Desk &desk, const QString &incident, const QStringList &targets,
                                   const QString &reason)
{
    const QString id = desk.newId();
    ledger::Along along;
    along.intents = intentsFor(incident, id, targets, desk.clock().now());
    const auto stored = desk.run(incident, incident::RetractPosts{id, targets, reason}, along);
    if (!stored)
        return base::passOn(stored);
    return id;
}

QStringList unsaidAt(const publish::StatusPage &page, const Compose &compose)
{
    auto revision = compose.revision();
    if (!revision || !compose.incident().exists())
        return {};
    revision->id = QStringLiteral("draft");
    incident::Incident incident = compose.incident();
    const incident::PostRevision *replaced = incident.post(revision->replaces);
    revision->number = replaced ? replaced->number : int(incident.posts.size()) + 1;
    revision->written = incident.changed;
    incident.posts.push_back(*revision);
    const publish::Thread thread = publish::threadOf(incident, revision->id, page.name());
    return publish::unsaid(page.capabilities(), page.label(), thread, revision->id);
}

} // namespace workflow
