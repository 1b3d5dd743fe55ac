// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/going.h"

#include "base/promised.h"
#include "publish/limits.h"
#include "publish/threadof.h"
#include "workflow/compose.h"

#include <algorithm>

namespace workflow {

namespace {

const auto draftRevision = QStringLiteral("draft");

/// The thread as it would stand at a target if the draft were published now.
base::Result<publish::Thread> threadWithDraft(const publish::StatusPage &page,
                                              const Compose &compose)
{
    auto revision = compose.revision();
    if (!revision)
        return base::passOn(revision);
    if (!compose.incident().exists())
        return base::fail(base::ErrorKind::NotFound, Desk::tr("Nothing is being written."));
    revision->id = draftRevision;
    incident::Incident incident = compose.incident();
    const incident::PostRevision *replaced = incident.post(revision->replaces);
    const auto updates = std::ranges::count_if(
        incident.posts, [](const auto &post) { return post.replaces.isEmpty(); });
    revision->number = replaced ? replaced->number : int(updates) + 1;
    revision->written = compose.now();
    incident.posts.push_back(*revision);
    return publish::threadOf(incident, draftRevision, page.name());
}

} // namespace

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
    const auto thread = threadWithDraft(page, compose);
    return thread ? publish::unsaid(page.capabilities(), page.label(), *thread, draftRevision)
                  : QStringList();
}

base::Result<publish::Preview> previewAt(const publish::StatusPage &page, const Compose &compose)
{
    const auto thread = threadWithDraft(page, compose);
    if (!thread)
        return base::passOn(thread);
    return page.preview(*thread, draftRevision);
}

QFuture<base::Result<QString>> writePreviewAt(publish::StatusPage &page, const Compose &compose,
                                              const QString &folder)
{
    const auto thread = threadWithDraft(page, compose);
    if (!thread)
        return base::ready(base::Result<QString>(base::passOn(thread)));
    return page.writePreview(*thread, draftRevision, folder);
}

} // namespace workflow
