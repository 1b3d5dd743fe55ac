// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/projection.h"

#include "ledger/overview.h"

#include <QSet>

namespace ledger {

namespace {

using incident::Incident;

std::vector<QVariantList> &rowsIn(TableRows &rows, Table table)
{
    return rows[std::size_t(table)];
}

QVariantList incidentRow(const Incident &incident)
{
    const Overview overview = overviewOf(incident);
    Values row;
    row.add(incident.id).add(incident.ref).add(incident.kind).add(incident.entry);
    row.add(incident.state).add(incident::isOpen(incident.state));
    row.add(incident.title).add(incident.zone).add(incident.monitor);
    if (incident.severity >= 1 && incident.severity <= 4)
        row.add(incident.severity);
    else
        row.addNull();
    row.add(incident.round);
    row.add(incident.cause.status).add(incident.cause.text).add(incident.cause.trigger);
    row.add(incident.cause.attribution).add(incident.cause.provider);
    row.add(incident.felt()).add(incident.components());
    row.add(overview.planned).add(overview.started).add(overview.ended).add(overview.downtime);
    row.add(incident.opened).add(incident.changed);
    return row.list();
}

QVariantList windowRow(const QString &incident, const incident::Window &window)
{
    Values row;
    row.add(incident).add(window.seq).add(window.round).add(window.planned);
    row.add(window.effect).add(window.felt).add(window.components);
    row.add(window.start).add(window.end).add(window.duration);
    row.add(window.inside).add(window.evidence).add(window.several);
    if (window.several && window.count > 0)
        row.add(window.count);
    else
        row.addNull();
    row.add(window.total);
    return row.list();
}

QVariantList milestoneRow(const QString &incident, const incident::MilestoneRow &milestone)
{
    Values row;
    row.add(incident).add(milestone.round).add(milestone.milestone).add(milestone.at);
    row.add(milestone.source).add(milestone.reason);
    row.add(milestone.author).add(milestone.recorded);
    return row.list();
}

QVariantList postRow(const QString &incident, const incident::PostRevision &post)
{
    Values row;
    row.add(incident).add(post.id).add(post.number).add(post.replaces).add(post.status);
    row.add(post.title).add(post.body).add(post.targets);
    row.add(post.estimate).add(post.nextUpdate);
    row.add(QString::fromUtf8(post.facts)).add(post.written);
    return row.list();
}

QVariantList seenRow(const QString &incident, const QString &revision, const incident::Seen &seen)
{
    Values row;
    row.add(incident).add(revision).add(seen.target).add(seen.remoteId).add(seen.url).add(seen.at);
    return row.list();
}

QVariantList promiseRow(const QString &incident, const incident::Promise &promise)
{
    Values row;
    row.add(incident).add(promise.id).add(promise.kind).add(promise.quote);
    row.add(promise.due).add(promise.trigger).add(promise.revision);
    row.add(promise.status).add(promise.note).add(promise.made);
    return row.list();
}

bool isNew(QSet<QString> &seen, const QString &key)
{
    const auto before = seen.size();
    seen.insert(storable(key));
    return seen.size() > before;
}

void addPosts(TableRows &rows, const Incident &incident)
{
    // Two consoles may have written the same revision: the first one stands.
    QSet<QString> ids;
    for (const incident::PostRevision &post : incident.posts) {
        if (!isNew(ids, post.id))
            continue;
        rowsIn(rows, Table::PostRevision).push_back(postRow(incident.id, post));
        for (const incident::Seen &seen : post.seen)
            rowsIn(rows, Table::PostSeen).push_back(seenRow(incident.id, post.id, seen));
    }
}

} // namespace

TableRows rowsOf(const Incident &incident)
{
    TableRows rows;
    rowsIn(rows, Table::Incident).push_back(incidentRow(incident));
    for (const incident::Window &window : incident.windows)
        rowsIn(rows, Table::Window).push_back(windowRow(incident.id, window));
    for (const incident::MilestoneRow &milestone : incident.milestoneRows) {
        const bool current =
            &milestone == incident.milestoneRow(milestone.milestone, milestone.round);
        if (current && milestone.at.precision() != timing::Precision::Unknown)
            rowsIn(rows, Table::Milestone).push_back(milestoneRow(incident.id, milestone));
    }
    addPosts(rows, incident);
    QSet<QString> promises;
    for (const incident::Promise &promise : incident.promises) {
        if (isNew(promises, promise.id))
            rowsIn(rows, Table::Promise).push_back(promiseRow(incident.id, promise));
    }
    int number = 0;
    for (const incident::Factor &factor : incident.cause.factors) {
        Values row;
        row.add(incident.id).add(++number).add(factor.code).add(factor.role);
        rowsIn(rows, Table::Factor).push_back(row.list());
    }
    return rows;
}

} // namespace ledger
