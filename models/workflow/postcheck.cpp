// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/postcheck.h"

#include "wording/factspans.h"

#include <algorithm>

namespace workflow {

namespace {

void add(const QString &text, const lint::Context &context, const QStringList &ignored,
         bool inTitle, std::vector<PostFinding> &findings)
{
    for (const lint::Finding &finding : lint::findings(text, context)) {
        const QString key = lint::keyOf(text, finding);
        if (!ignored.contains(key))
            findings.push_back({finding, inTitle, key});
    }
}

bool isReplaced(const incident::Incident &incident, const incident::PostRevision &post)
{
    return std::ranges::any_of(incident.posts, [&](const incident::PostRevision &other) {
        return other.replaces == post.id && !other.seen.empty();
    });
}

} // namespace

std::vector<PostFinding> checkPost(const QString &title, const QString &body,
                                   const lint::Context &context, const QStringList &ignored)
{
    std::vector<PostFinding> findings;
    add(title, context, ignored, true, findings);
    add(body, context, ignored, false, findings);
    return findings;
}

QStringList alreadyPublic(const incident::Incident &incident)
{
    QStringList known;
    for (const incident::PostRevision &post : incident.posts) {
        if (post.seen.empty())
            continue;
        for (const lint::Finding &finding : lint::findings(post.body, {})) {
            if (lint::isLeak(finding.kind) && finding.kind != lint::Kind::Secret)
                known << post.body.mid(finding.start, finding.length);
        }
    }
    return known;
}

std::optional<OutdatedPost> outdatedPost(const incident::Incident &incident)
{
    for (auto post = incident.posts.rbegin(); post != incident.posts.rend(); ++post) {
        // What was said of an earlier round is still true of that.
        if (post->seen.empty() || isReplaced(incident, *post) || post->round < incident.round)
            continue;
        const auto before = wording::factsFromJson(post->facts);
        if (!before)
            continue;
        // What was expected then was expected; a later update says something else.
        incident::Facts after = incident::factsOf(incident);
        after.estimate = before->estimate;
        after.nextUpdate = before->nextUpdate;
        after.felt = before->felt;
        after.cause = before->cause;
        if (after.status == incident::PublicStatus::Completed)
            after.planned = before->planned;
        const auto stale = wording::staleSpans(post->body, *before, after, post->written);
        if (stale.empty())
            continue;
        const wording::FactSpan &span = stale.front().span;
        return OutdatedPost{post->id, post->number, post->body.mid(span.start, span.length),
                            stale.front().replacement};
    }
    return std::nullopt;
}

} // namespace workflow
