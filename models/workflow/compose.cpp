// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/compose.h"

#include "ledger/intent.h"
#include "timing/due.h"
#include "timing/zone.h"
#include "workflow/going.h"

#include <QDir>

namespace workflow {

using namespace std::chrono_literals;
using base::Done;
using base::ErrorKind;
using base::Result;
using incident::PublicStatus;

namespace {

/// Well under the second within which a draft has to be safe.
constexpr auto autosaveDelay = 600ms;
constexpr base::Span updateCadence = 20min;
constexpr base::Span updateGrid = 5min;

bool asksForUpdates(PublicStatus status)
{
    return status == PublicStatus::Investigating || status == PublicStatus::Identified ||
           status == PublicStatus::Monitoring;
}

base::Instant nextOnGrid(base::Instant at)
{
    const auto since = at.time_since_epoch();
    return base::Instant((since + updateGrid - 1s) / updateGrid * updateGrid);
}

} // namespace

Compose::Compose(Desk &desk, QStringList targets)
    : m_desk(desk)
    , m_allTargets(std::move(targets))
    , m_templates(QDir(desk.dataDir()).filePath(QStringLiteral("templates")))
{
    m_autosave.setSingleShot(true);
    m_autosave.setInterval(autosaveDelay);
    connect(&m_autosave, &QTimer::timeout, this, [this] { save(); });
    connect(&m_desk, &Desk::changed, this, [this](const QString &incidentId) {
        if (incidentId.isEmpty() || incidentId == m_incident.id)
            reload();
    });
}

Compose::~Compose()
{
    save();
}

void Compose::setIncident(const QString &incidentId)
{
    if (incidentId == m_incident.id && !incidentId.isEmpty())
        return;
    save();
    m_incident = incidentId.isEmpty() ? incident::Incident()
                                      : m_desk.load(incidentId).value_or(incident::Incident());
    const auto stored = m_desk.ledger().drafts().load(draftKey(incidentId));
    const auto draft = stored && *stored ? draftFromJson((*stored)->body) : std::nullopt;
    if (draft && m_incident.exists())
        m_draft = *draft;
    else
        startFresh();
    m_alreadyPublic = alreadyPublic(m_incident);
    // One that has been removed since.
    m_draft.targets.removeIf([this](const QString &name) { return !m_allTargets.contains(name); });
    m_dirty = false;
    regenerate();
    emit refreshed();
    emit changed();
}

void Compose::reload()
{
    if (!m_incident.exists())
        return;
    const auto incident = m_desk.load(m_incident.id);
    if (!incident || *incident == m_incident)
        return;
    m_incident = *incident;
    m_alreadyPublic = alreadyPublic(m_incident);
    regenerate();
    emit refreshed();
    emit changed();
}

void Compose::startFresh()
{
    m_draft = {};
    m_draft.targets = m_allTargets;
}

void Compose::regenerate()
{
    if (!m_incident.exists())
        return;
    // A promise that stands in the words of the author does not move under them.
    const bool isWritten =
        m_draft.bodyTouched && !m_draft.nextUpdate.isEmpty() && asksForUpdates(status());
    if (!m_draft.nextUpdateTouched && !isWritten) {
        m_draft.nextUpdate.clear();
        m_draft.nextUpdateTyped = m_desk.clock().now();
        // What is told when it is over and holds promises nothing by itself.
        const bool goesOn =
            m_incident.entry != incident::EntryMode::Retrospective || m_incident.hasOpenWindow();
        if (goesOn && asksForUpdates(status())) {
            const auto due = nextOnGrid(m_desk.clock().now() + updateCadence);
            m_draft.nextUpdate = timing::fieldText(timing::RoughInstant::exact(due), future());
        }
    }
    if (m_draft.titleTouched && m_draft.bodyTouched)
        return;
    const auto text =
        wording::say(facts(), m_desk.clock().now(), wording::lastPrediction(m_incident), style());
    if (!m_draft.titleTouched)
        m_draft.title = text.title;
    if (!m_draft.bodyTouched)
        m_draft.body = text.body;
}

void Compose::touched()
{
    m_dirty = true;
    if (!m_autosave.isActive())
        m_autosave.start();
    emit changed();
}

/// The words are the author's from here on; the facts that they stand for are kept beside them.
void Compose::takeOver()
{
    if (!m_draft.titleTouched && !m_draft.bodyTouched)
        m_draft.writtenFrom = incident::factsJson(facts());
}

void Compose::setTitle(const QString &title)
{
    if (title == m_draft.title)
        return;
    takeOver();
    m_draft.title = title;
    m_draft.titleTouched = true;
    touched();
}

void Compose::setBody(const QString &body)
{
    if (body == m_draft.body)
        return;
    takeOver();
    m_draft.body = body;
    m_draft.bodyTouched = true;
    touched();
}

void Compose::setStatus(PublicStatus status)
{
    if (status == this->status())
        return;
    m_draft.status = status;
    regenerate();
    touched();
    emit refreshed();
}

void Compose::setText(const QString &title, const QString &body)
{
    setTitle(title);
    setBody(body);
    emit refreshed();
}

void Compose::setEstimate(const QString &text)
{
    if (text == m_draft.estimate)
        return;
    m_draft.estimate = text;
    regenerate();
    touched();
    emit refreshed();
}

void Compose::setNextUpdate(const QString &text)
{
    if (text == m_draft.nextUpdate)
        return;
    m_draft.nextUpdate = text;
    m_draft.nextUpdateTyped = m_desk.clock().now();
    m_draft.nextUpdateTouched = true;
    regenerate();
    touched();
    emit refreshed();
}

void Compose::setTargets(const QStringList &targets)
{
    if (targets == m_draft.targets)
        return;
    m_draft.targets = targets;
    touched();
}

void Compose::setNotify(bool notify)
{
    if (notify == m_draft.notify)
        return;
    m_draft.notify = notify;
    touched();
}

void Compose::setAllTargets(const QStringList &targets)
{
    for (const QString &target : targets) {
        if (!m_allTargets.contains(target))
            m_draft.targets << target;
    }
    m_allTargets = targets;
    m_draft.targets.removeIf([&](const QString &target) { return !targets.contains(target); });
    m_draft.targets.removeDuplicates();
    emit changed();
}

void Compose::rewriteFromFacts()
{
    m_draft.titleTouched = false;
    m_draft.bodyTouched = false;
    m_draft.writtenFrom.clear();
    regenerate();
    touched();
    emit refreshed();
}

Done Compose::editPublished(const QString &revisionId)
{
    const incident::PostRevision *published = m_incident.post(revisionId);
    if (!published)
        return base::fail(ErrorKind::NotFound, tr("There is no such post in this thread."));
    m_draft = {};
    m_draft.replaces = revisionId;
    m_draft.notify = false;
    m_draft.status = published->status;
    m_draft.title = published->title;
    m_draft.body = published->body;
    m_draft.titleTouched = m_draft.bodyTouched = m_draft.nextUpdateTouched = true;
    m_draft.targets = published->targets;
    m_draft.writtenFrom = published->facts;
    touched();
    emit refreshed();
    return {};
}

PublicStatus Compose::status() const
{
    return m_draft.status.value_or(incident::publicStatusOf(m_incident));
}

timing::FieldContext Compose::future() const
{
    return {timing::zoneByName(m_incident.zone).value_or(m_desk.zone()),
            m_draft.nextUpdateTyped.value_or(m_desk.clock().now()), timing::Lean::Future};
}

Result<timing::RoughDuration> Compose::estimate() const
{
    return timing::durationFromField(m_draft.estimate);
}

Result<timing::RoughInstant> Compose::nextUpdate() const
{
    const auto typed = timing::instantFromField(m_draft.nextUpdate, future());
    if (!typed || typed->precision() != timing::Precision::About)
        return typed;
    // "In about 30 minutes" promises one time, and readers are told that one.
    return timing::RoughInstant::exact(
        std::chrono::ceil<std::chrono::minutes>(*timing::dueOf(*typed)));
}

incident::Facts Compose::facts() const
{
    incident::Facts facts = incident::factsOf(m_incident);
    facts.status = status();
    facts.estimate = estimate().value_or(timing::RoughDuration());
    facts.nextUpdate = nextUpdate().value_or(timing::RoughInstant());
    return facts;
}

Result<incident::PostRevision> Compose::revision() const
{
    const auto length = estimate();
    if (!length)
        return base::passOn(length);
    const auto next = nextUpdate();
    if (!next)
        return base::passOn(next);
    auto promised = promises();
    if (!promised)
        return base::passOn(promised);
    incident::PostRevision revision;
    revision.replaces = m_draft.replaces;
    revision.status = status();
    revision.title = m_draft.title.trimmed();
    revision.body = m_draft.body.trimmed();
    revision.targets = m_draft.targets;
    revision.notify = m_draft.notify;
    revision.estimate = *length;
    revision.nextUpdate = *next;
    revision.facts = incident::factsJson(facts());
    revision.promises = *std::move(promised);
    return revision;
}

Result<QString> Compose::publish()
{
    auto revision = this->revision();
    if (!revision)
        return base::passOn(revision);
    revision->id = m_desk.newId();
    ledger::Along along;
    along.dropDraft = draftKey(m_incident.id);
    along.intents =
        intentsFor(m_incident.id, revision->id, revision->targets, m_desk.clock().now());
    m_autosave.stop();
    const auto stored = m_desk.run(m_incident.id, incident::RevisePost{*revision}, along);
    if (!stored) {
        touched();
        return base::passOn(stored);
    }
    m_dirty = false;
    startFresh();
    regenerate();
    emit refreshed();
    emit changed();
    return revision->id;
}

void Compose::discardChanges()
{
    m_autosave.stop();
    m_dirty = false;
    const QString id = m_incident.id;
    m_incident = {};
    setIncident(id);
}

QString Compose::newestRevision(int number) const
{
    QString newest;
    for (const incident::PostRevision &post : m_incident.posts) {
        if (post.number == number)
            newest = post.id;
    }
    return newest;
}

Done Compose::save()
{
    m_autosave.stop();
    if (!m_dirty || !m_incident.exists())
        return {};
    const Done done = m_desk.ledger().drafts().save(draftKey(m_incident.id), toJson(m_draft));
    if (!done) {
        emit saveFailed(done.error());
        return done;
    }
    m_dirty = false;
    emit saved(m_desk.clock().now());
    return {};
}

} // namespace workflow
