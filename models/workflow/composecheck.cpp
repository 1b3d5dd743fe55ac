// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/compose.h"

#include "wording/factspans.h"
#include "workflow/monitorbook.h"

#include <QUrl>

namespace workflow {

using namespace Qt::StringLiterals;

namespace {

/// Names of machines that readers have no use for.
QStringList hostsOf(settings::Settings &settings)
{
    QStringList hosts;
    for (const auto &monitor : MonitorBook(settings).load()) {
        if (const QString host = monitor ? QUrl(monitor->address).host() : QString();
            !host.isEmpty())
            hosts << host;
    }
    return hosts;
}

} // namespace

incident::Facts Compose::toldFacts() const
{
    incident::Facts facts = this->facts();
    const auto before =
        m_draft.replaces.isEmpty() ? std::nullopt : wording::factsFromJson(m_draft.writtenFrom);
    if (before && m_draft.estimate.isEmpty())
        facts.estimate = before->estimate;
    if (before && m_draft.nextUpdate.isEmpty())
        facts.nextUpdate = before->nextUpdate;
    return facts;
}

lint::Context Compose::lintContext() const
{
    lint::Context context;
    context.facts = toldFacts();
    context.now = m_desk.clock().now();
    context.knownHosts = hostsOf(m_desk.settings());
    context.allowed = m_alreadyPublic;
    context.predicted = wording::lastPrediction(m_incident);
    if (m_draft.bodyTouched || m_draft.titleTouched)
        context.writtenFrom = wording::factsFromJson(m_draft.writtenFrom);
    return context;
}

std::vector<PostFinding> Compose::findings() const
{
    return checkPost(m_draft.title, m_draft.body, lintContext(), m_draft.ignored);
}

void Compose::applyFinding(const PostFinding &finding)
{
    if (finding.inTitle)
        setTitle(lint::applyFix(m_draft.title, finding.finding));
    else
        setBody(lint::applyFix(m_draft.body, finding.finding));
}

void Compose::ignoreFinding(const PostFinding &finding)
{
    if (m_draft.ignored.contains(finding.key))
        return;
    m_draft.ignored << finding.key;
    touched();
}

QStringList Compose::changedSinceWritten() const
{
    QStringList names;
    const auto before = wording::factsFromJson(m_draft.writtenFrom);
    if (!m_draft.bodyTouched || !before)
        return names;
    for (const wording::Fact fact : wording::changedFacts(*before, toldFacts()))
        names << wording::factName(fact);
    return names;
}

wording::Style Compose::style() const
{
    const bool alone = m_desk.settings().get(settings::voice) == u"I";
    return {alone ? wording::Voice::I : wording::Voice::We, &m_templates};
}

QString Compose::templateName() const
{
    return wording::templateNameFor(facts());
}

QString Compose::templateProblem() const
{
    const QString name = templateName();
    if (!m_incident.exists() || !m_templates.isBroken(name))
        return {};
    const auto problems = m_templates.problems(name);
    return tr("Your template “%1” cannot be used, so the built-in one was. %2")
        .arg(wording::templateTitle(name), problems.front().located());
}

void Compose::takeTemplates()
{
    regenerate();
    emit refreshed();
    emit changed();
}

} // namespace workflow
