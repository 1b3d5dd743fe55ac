// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/incidentbuilder.h"

#include "importing/factvalues.h"
#include "importing/understanding.h"
#include "importing/words.h"
#include "timing/arithmetic.h"

#include <algorithm>
#include <QUuid>

namespace importing {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Done;
using base::ErrorKind;
using base::fail;
using incident::PublicStatus;
using incident::Window;
using timing::RoughDuration;
using timing::RoughInstant;

namespace {

/// As long as a post was the last word for less than this, it may still go on.
constexpr base::Span mayStillRun = 24h;

bool isOverStatus(PublicStatus status)
{
    return status == PublicStatus::Resolved || status == PublicStatus::Completed;
}

/// The word for what the kind of incident knows.
PublicStatus forKind(PublicStatus status, bool maintenance)
{
    switch (status) {
    case PublicStatus::Investigating:
    case PublicStatus::Identified:
        return maintenance ? PublicStatus::InProgress : status;
    case PublicStatus::Monitoring:
        return maintenance ? PublicStatus::Verifying : status;
    case PublicStatus::Resolved:
        return maintenance ? PublicStatus::Completed : status;
    case PublicStatus::Scheduled:
    case PublicStatus::InProgress:
        return maintenance ? status : PublicStatus::Investigating;
    case PublicStatus::Verifying:
        return maintenance ? status : PublicStatus::Monitoring;
    case PublicStatus::Completed:
        return maintenance ? status : PublicStatus::Resolved;
    }
    return status;
}

} // namespace

QString idFor(const QString &words)
{
    static const QUuid space(u"{6f0b7c52-3c0e-5d57-9a55-5d3f6c1f8f10}"_s);
    return QUuid::createUuidV5(space, words).toString(QUuid::WithoutBraces);
}

QString incidentIdOf(const ArchivedPost &post)
{
    return idFor(post.identity);
}

IncidentBuilder::IncidentBuilder(const ArchivedPost &post, const reading::PostFacts &facts,
                                 const QTimeZone &zone, Instant now)
    : m_post(post)
    , m_facts(facts)
    , m_now(now)
{
    for (const ArchivedUpdate &update : post.updates)
        m_posted.push_back(update.posted.value_or(Instant()));
    m_command.zone = QString::fromUtf8(zone.id());
}

base::Result<incident::ImportIncident> IncidentBuilder::run()
{
    if (!saysAnything()) {
        return fail(ErrorKind::Input,
                    Words::tr("It tells of no time or length of an outage or of planned work. If "
                              "there was one, write when into a text file and import that."));
    }
    addOrigin();
    addPlans();
    if (const Done done = addWindows(); !done)
        return base::passOn(done);
    addMilestones();
    addPosts();
    addEstimates();
    addPromises();
    m_command.cause = causeOf(m_facts.cause);
    if (const Done done = settleState(); !done)
        return base::passOn(done);
    return m_command;
}

bool IncidentBuilder::saysStages() const
{
    return std::ranges::any_of(
        m_post.updates, [](const ArchivedUpdate &update) { return update.status.has_value(); });
}

bool IncidentBuilder::saysAnything() const
{
    const auto says = [](const reading::FactWindow &window) {
        return window.start.isStated() || window.end.isStated() || window.length.isStated() ||
               window.total.isStated();
    };
    const auto saysWhen = [](const auto &milestone) {
        return milestone.second.at.isStated() || milestone.second.after.isStated();
    };
    return std::ranges::any_of(m_facts.planned, says) ||
           std::ranges::any_of(m_facts.actual, says) ||
           std::ranges::any_of(m_facts.milestones, saysWhen) || !m_facts.estimates.empty() ||
           saysStages();
}

Instant IncidentBuilder::posted(int revision) const
{
    return m_posted[std::min(size_t(std::max(revision, 0)), m_posted.size() - 1)];
}

void IncidentBuilder::addOrigin()
{
    m_command.id = incidentIdOf(m_post);
    m_command.kind = kindOf(m_facts.kind);
    const bool planned = m_facts.kind == reading::Kind::Maintenance &&
                         m_facts.entryMode == reading::EntryMode::Planned;
    m_command.entry = planned ? incident::EntryMode::Planned : incident::EntryMode::Retrospective;
    m_command.title = m_post.title;
    m_command.origin = {m_post.importer, m_post.identity, hashOf(m_post),  m_post.place,
                        m_post.url,      m_post.author,   m_post.original, m_posted.front()};
}

PublicStatus IncidentBuilder::statusOf(size_t update) const
{
    const bool maintenance = m_command.kind == incident::Kind::Maintenance;
    if (const auto &named = m_post.updates[update].status)
        return forKind(*named, maintenance);
    const bool last = update + 1 == m_post.updates.size();
    const bool over =
        !m_command.windows.empty() && !m_endUntold && !m_command.windows.back().window.planned;
    if (last && over)
        return maintenance ? PublicStatus::Completed : PublicStatus::Resolved;
    return maintenance ? PublicStatus::Scheduled : PublicStatus::Investigating;
}

void IncidentBuilder::addPosts()
{
    for (size_t i = 0; i < m_post.updates.size(); ++i) {
        incident::ImportedPost post;
        post.revision.id = idFor(m_post.identity + "/post/"_L1 + QString::number(i));
        post.revision.status = statusOf(i);
        post.revision.title = m_post.title;
        const QString &text = m_post.updates[i].text;
        post.revision.body = text.isEmpty() ? m_post.title : text;
        post.posted = m_posted[i];
        post.url = m_post.url;
        m_command.posts.push_back(std::move(post));
    }
}

void IncidentBuilder::addPlans()
{
    const QStringList components =
        m_post.components.isEmpty() ? m_facts.components : m_post.components;
    std::vector<Window> plans;
    for (const reading::FactWindow &fact : m_facts.planned) {
        Window window = windowOf(fact);
        window.planned = true;
        window.components = components;
        const bool follows = fact.after && size_t(*fact.after) < plans.size();
        if (!window.start.isKnown() && follows) {
            const Window &before = plans[size_t(*fact.after)];
            window.start = timing::plus(before.start, before.duration);
        }
        if (window.inside && !(window.start.lo() && window.end.hi()))
            window.inside = false;
        plans.push_back(window);
        if (m_command.kind == incident::Kind::Maintenance) {
            const bool replaced = fact.status == reading::PlanStatus::Superseded;
            m_command.windows.push_back({window, posted(fact.revision), replaced});
        }
    }
}

Done IncidentBuilder::addWindows()
{
    const QStringList components =
        m_post.components.isEmpty() ? m_facts.components : m_post.components;
    std::vector<reading::FactWindow> facts = m_facts.actual;
    const bool maintenance = m_command.kind == incident::Kind::Maintenance;
    if (facts.empty() && !maintenance) {
        reading::FactWindow felt;
        felt.effect = m_command.kind == incident::Kind::Degradation ? reading::Effect::Degraded
                                                                    : reading::Effect::Partial;
        facts.push_back(felt);
    }
    for (const reading::FactWindow &fact : facts) {
        Window window = windowOf(fact);
        window.components = components;
        if (const Done done = complete(window, fact.revision); !done)
            return done;
        m_command.windows.push_back({window, posted(fact.revision), false});
    }
    return {};
}

/// What the words leave open is bounded by when they were said.
Done IncidentBuilder::complete(Window &window, int revision)
{
    if (window.inside && !(window.start.lo() && window.end.hi())) {
        window.inside = false;
        if (window.several) {
            window.several = false;
            window.duration = incident::RoughDuration();
            m_warnings += Words::tr("It tells of several outages and not in which time they were.");
        }
    }
    const bool bounded = window.duration.hi().has_value() && !window.inside;
    if (!window.end.isKnown() && !(window.start.isKnown() && bounded)) {
        const auto end = toldEnd(revision);
        if (!end)
            return base::passOn(end);
        window.end = *end;
        window.evidence = Words::tr("its end follows from the times of the posts");
    }
    if (!window.start.isKnown() && !bounded) {
        const Instant said = posted(revision);
        window.start = RoughInstant::notAfter(std::min(said, window.end.hi().value_or(said)));
        window.evidence = Words::tr("its times follow from the times of the posts");
    }
    return {};
}

std::optional<RoughInstant> IncidentBuilder::resolvedBetween() const
{
    for (size_t i = 1; i < m_post.updates.size(); ++i) {
        const auto &status = m_post.updates[i].status;
        if (!status || !isOverStatus(*status))
            continue;
        return m_posted[i - 1] == m_posted[i] ? RoughInstant::exact(m_posted[i])
                                              : RoughInstant::between(m_posted[i - 1], m_posted[i]);
    }
    return std::nullopt;
}

base::Result<RoughInstant> IncidentBuilder::toldEnd(int revision)
{
    if (const RoughInstant normal = timeOf(reading::MilestoneName::BackToNormal); normal.isKnown())
        return normal;
    if (const auto resolved = resolvedBetween())
        return *resolved;
    const bool over =
        m_facts.entryMode == reading::EntryMode::Retrospective ||
        m_facts.milestones.contains(reading::MilestoneName::BackToNormal) ||
        (m_post.updates.front().status && isOverStatus(*m_post.updates.front().status));
    if (over || m_command.entry == incident::EntryMode::Planned)
        return RoughInstant::notAfter(over ? m_posted.back() : posted(revision));
    if (m_now - m_posted.back() < mayStillRun) {
        return fail(ErrorKind::Input, Words::tr("It may still be going on. Import it again when a "
                                                "post says that it is over."));
    }
    if (!m_endUntold)
        m_warnings += Words::tr("It does not say when it was over: some time after the last word.");
    m_endUntold = true;
    return RoughInstant::notBefore(m_posted.back());
}

} // namespace importing
