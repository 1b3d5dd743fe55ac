// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/metrics.h"
#include "timing/zone.h"
#include "ui/compose/composepane.h"
#include "ui/compose/findinglist.h"
#include "ui/compose/posteditor.h"
#include "ui/widget/lineedit.h"
#include "ui/widget/noticebar.h"
#include "workflow/preflight.h"

#include <algorithm>

/// The part of the pane that points at what should not be published.
namespace ui {

using namespace Qt::StringLiterals;
using workflow::PostFinding;

namespace {

/// Empty: readers have not been told that it is over, or they know by now that it is not.
QString backAfterAllClear(const incident::Incident &incident, const QTimeZone &zone)
{
    const incident::PostRevision *last = incident.lastPublished();
    if (!last || !incident.isSuperseded(*last) || !incident::isRunning(incident.state))
        return {};
    const auto told = incident::publishedAt(*last).value_or(last->written);
    //: %1 a time of day
    return ComposePane::tr("It is back, and readers were told at %1 that it is over: tell them "
                           "first.")
        .arg(timing::toLocal(told, zone).toString(u"HH:mm"_s));
}

} // namespace

void ComposePane::showFindings()
{
    if (!m_compose.incident().exists())
        return;
    m_findings = m_compose.findings();
    m_list->setFindings(m_findings);
    showMarks();
    showNotice();
}

void ComposePane::showMarks()
{
    std::vector<lint::Finding> inText;
    int current = -1;
    for (std::size_t i = 0; i < m_findings.size(); ++i) {
        if (m_findings[i].inTitle)
            continue;
        if (int(i) == m_list->current())
            current = int(inText.size());
        inText.push_back(m_findings[i].finding);
    }
    m_editor->setMarks(
        wording::factSpans(m_compose.draft().body, m_compose.facts(), m_desk.clock().now()),
        std::move(inText), current);
}

/// A template that cannot be used, else an all-clear or another published update that no longer
/// holds, else short notice.
void ComposePane::showNotice()
{
    m_outdated.clear();
    const QString problem = m_compose.templateProblem();
    const QString back = backAfterAllClear(m_compose.incident(), m_desk.zone());
    const auto outdated = m_compose.draft().replaces.isEmpty() && back.isEmpty()
                              ? workflow::outdatedPost(m_compose.incident())
                              : std::nullopt;
    const QString late = m_compose.status() == incident::PublicStatus::Scheduled
                             ? workflow::shortNotice(m_compose.incident(), m_desk.clock().now())
                             : QString();
    Notice notice;
    if (!problem.isEmpty()) {
        notice = {Notice::Level::Warning, problem, {}, {{tr("edit"), {}}}};
    } else if (!back.isEmpty()) {
        notice = {Notice::Level::Warning, back, {}, {}};
    } else if (outdated) {
        m_outdated = outdated->revision;
        const QString sentence =
            outdated->now.isEmpty()
                ? tr("Published update %1 says “%2”, which is not known any more.")
                      .arg(QString::number(outdated->number), outdated->said)
                : tr("Published update %1 says “%2”; now it is “%3”.")
                      .arg(QString::number(outdated->number), outdated->said, outdated->now);
        notice = {Notice::Level::Info, sentence, {}, {{tr("correct it"), {}}}};
    } else if (!late.isEmpty()) {
        notice = {Notice::Level::Warning, late, {}, {}};
    }
    if (notice != m_notice->notice())
        m_notice->setNotice(notice);
    m_notice->setVisible(!notice.text.isEmpty());
}

void ComposePane::actOnNotice()
{
    if (m_outdated.isEmpty()) {
        editTemplate();
        return;
    }
    if (const auto begun = m_compose.editPublished(m_outdated); !begun)
        emit failed(begun.error());
}

void ComposePane::goToFinding(int index)
{
    if (index < 0 || index >= int(m_findings.size()))
        return;
    const PostFinding &finding = m_findings[std::size_t(index)];
    showMarks();
    if (finding.inTitle) {
        m_title->setFocus();
        m_title->setCursorPosition(int(finding.finding.start));
    } else {
        m_editor->goTo(finding.finding.start);
    }
}

void ComposePane::nextFinding()
{
    m_list->step(1);
}

void ComposePane::previousFinding()
{
    m_list->step(-1);
}

void ComposePane::applyFinding(int index)
{
    if (index < 0 || index >= int(m_findings.size()))
        return;
    m_compose.applyFinding(m_findings[std::size_t(index)]);
    showDraft();
}

void ComposePane::fixFinding()
{
    applyFinding(m_list->current());
}

void ComposePane::ignoreFinding()
{
    const int index = m_list->current();
    if (index < 0 || index >= int(m_findings.size()))
        return;
    m_compose.ignoreFinding(m_findings[std::size_t(index)]);
}

void ComposePane::editTemplate()
{
    if (m_compose.incident().exists())
        emit templateWanted(m_compose.templateName());
}

/// What opens doors is never published by a slip: its author has to say that it is none.
bool ComposePane::holdsSecret()
{
    m_findings = m_compose.findings();
    const auto secret = std::ranges::find_if(m_findings, [](const PostFinding &finding) {
        return finding.finding.kind == lint::Kind::Secret;
    });
    if (secret == m_findings.end())
        return false;
    m_list->setFindings(m_findings);
    m_list->step(int(secret - m_findings.begin()) - m_list->current());
    emit failed(
        {base::ErrorKind::Refused,
         tr("There is a password, token or key in the post. Take it out (Alt+Enter), or say "
            "that it is fine (Alt+I), then publish."),
         {},
         {}});
    return true;
}

} // namespace ui
