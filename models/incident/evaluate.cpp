// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/checklist.h"

#include "incident/facts.h"
#include "timing/arithmetic.h"

#include <algorithm>
#include <QCoreApplication>

namespace incident {

using namespace std::chrono_literals;

namespace {

constexpr Span cadenceEarly = 20min;
constexpr Span cadenceLate = 60min;
constexpr Span earlyPhase = 2h;
constexpr int samplesThatConfirm = 2;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("checklist", text, nullptr, n);
}

/// What closed a step.
struct Closed
{
    QString evidence;
    std::optional<Instant> at;
};

bool isOver(State state)
{
    return state == State::Restored || state == State::Review || state == State::Closed;
}

std::optional<Instant> publishedAt(const PostRevision &post)
{
    return post.seen.empty() ? std::nullopt : std::optional(post.seen.front().at);
}

/// Answers the questions of one evaluation.
class Evaluation
{
public:
    Evaluation(const Incident &incident, const Surroundings &surroundings)
        : m_incident(incident)
        , m_surroundings(surroundings)
    {}

    [[nodiscard]] StepStatus status(const ChecklistStep &step) const
    {
        StepStatus status{step, StepState::Todo, false, false, {}, {}, {}};
        if (const StepMark *mark =
                m_incident.mark(step.id, step.perRound ? m_incident.round : markedRound(step))) {
            if (mark->state != StepState::Todo) {
                status.state = mark->state;
                status.evidence = mark->reason;
                status.at = mark->recorded;
                return status;
            }
        }
        if (const auto closed = closedBy(step)) {
            status.state = StepState::Done;
            status.automatic = true;
            status.evidence = closed->evidence;
            status.at = closed->at;
            return status;
        }
        const auto since = triggered(step.trigger);
        status.active = since.has_value() && isOpen(m_incident.state);
        if (status.active)
            status.due = dueTime(step, *since);
        return status;
    }

private:
    /// A step that is done once stays done in later rounds.
    [[nodiscard]] int markedRound(const ChecklistStep &step) const
    {
        for (int round = m_incident.round; round > 1; --round) {
            if (m_incident.mark(step.id, round))
                return round;
        }
        return 1;
    }

    [[nodiscard]] std::optional<Instant> milestone(Milestone name) const
    {
        const RoughInstant at = m_incident.milestone(name);
        return at.hi() ? at.hi() : at.lo();
    }

    [[nodiscard]] std::optional<Instant> entered(State state) const
    {
        const auto found = m_incident.stateSince.find(int(state));
        if (found == m_incident.stateSince.end())
            return std::nullopt;
        return found->second;
    }

    [[nodiscard]] std::optional<Instant> triggered(Trigger trigger) const
    {
        switch (trigger) {
        case Trigger::Always:
            return m_incident.opened;
        case Trigger::FirstAlert: {
            const auto alert = milestone(Milestone::FirstAlert);
            return alert ? alert : milestone(Milestone::Detected);
        }
        case Trigger::Active:
            return m_incident.state == State::Suspected ? std::nullopt : activeSince();
        case Trigger::FirstPost:
            return milestone(Milestone::FirstPost);
        case Trigger::Restored:
            return isOver(m_incident.state) ? entered(State::Restored) : std::nullopt;
        case Trigger::Review:
            return m_incident.state == State::Review ? entered(State::Review) : std::nullopt;
        case Trigger::InProgress:
            return entered(State::InProgress);
        case Trigger::Completed:
            return entered(State::Completed);
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Instant> activeSince() const
    {
        const auto active = entered(State::Active);
        return active ? active : std::optional(m_incident.opened);
    }

    [[nodiscard]] std::optional<Instant> dueTime(const ChecklistStep &step, Instant since) const
    {
        if (step.done == DoneWhen::NextUpdate)
            return nextUpdateDue();
        if (step.done == DoneWhen::Watched) {
            const auto normal = milestone(Milestone::BackToNormal);
            return normal ? std::optional(*normal + step.time) : std::nullopt;
        }
        if (step.time == 0s)
            return std::nullopt;
        return since + step.time;
    }

    [[nodiscard]] std::optional<Instant> nextUpdateDue() const
    {
        for (const Promise &promise : m_incident.promises) {
            if (promise.kind == PromiseKind::NextUpdate && promise.status == PromiseStatus::Open &&
                promise.due.hi())
                return promise.due.hi();
        }
        const PostRevision *last = m_incident.lastPublished();
        const auto first = milestone(Milestone::FirstPost);
        if (!last || !first)
            return std::nullopt;
        const Instant told = *publishedAt(*last);
        return told + (told - *first < earlyPhase ? cadenceEarly : cadenceLate);
    }

    [[nodiscard]] std::optional<Closed> byMilestone(Milestone name) const
    {
        const MilestoneRow *row = m_incident.milestoneRow(name);
        if (!row || !row->at.isKnown())
            return std::nullopt;
        const QString by = row->author.isEmpty() ? QString() : tr("by %1").arg(row->author);
        return Closed{row->reason.isEmpty() ? by : row->reason, milestone(name)};
    }

    template <class Predicate>
    [[nodiscard]] std::optional<Closed> byPost(Predicate fits) const
    {
        for (const PostRevision &post : m_incident.posts) {
            if (!post.seen.empty() && fits(post))
                return Closed{tr("seen on %1").arg(post.seen.front().target), publishedAt(post)};
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Closed> byStatus(PublicStatus status) const
    {
        const auto normal = milestone(Milestone::BackToNormal);
        return byPost([&](const PostRevision &post) {
            return post.status == status && (!normal || *publishedAt(post) >= *normal ||
                                             m_incident.entry == EntryMode::Retrospective);
        });
    }

    [[nodiscard]] std::optional<Closed> confirmed() const
    {
        for (const AlertEvidence &alert : m_incident.alerts) {
            if (alert.failingSamples >= samplesThatConfirm && alert.detected >= roundStart())
                return Closed{tr("%n failing samples", alert.failingSamples), alert.detected};
        }
        return byMilestone(Milestone::Detected);
    }

    [[nodiscard]] Instant roundStart() const
    {
        if (m_incident.round == 1)
            return Instant{};
        return m_incident.milestone(Milestone::Started).lo().value_or(Instant{});
    }

    [[nodiscard]] std::optional<Closed> feltAndComponents() const
    {
        if (m_incident.felt().isEmpty() || m_incident.components().isEmpty())
            return std::nullopt;
        return Closed{m_incident.felt(), std::nullopt};
    }

    [[nodiscard]] std::optional<Closed> told() const
    {
        if (!isOver(m_incident.state) && m_incident.state != State::Completed)
            return std::nullopt;
        return byStatus(PublicStatus::Resolved);
    }

    [[nodiscard]] std::optional<Closed> watched(const ChecklistStep &step) const
    {
        const auto normal = milestone(Milestone::BackToNormal);
        if (!normal || !m_surroundings.greenSince)
            return std::nullopt;
        const Instant since = std::max(*normal, *m_surroundings.greenSince);
        if (m_surroundings.now < since + step.time)
            return std::nullopt;
        return Closed{tr("green since back to normal"), since + step.time};
    }

    [[nodiscard]] std::optional<Closed> causeStated() const
    {
        const Cause &cause = m_incident.cause;
        const bool known = cause.status == CauseStatus::Confirmed;
        const bool givenUp = cause.status == CauseStatus::WillNotKnow;
        if (!known && !givenUp)
            return std::nullopt;
        return Closed{known ? cause.text : m_incident.causeReason, std::nullopt};
    }

    [[nodiscard]] std::optional<Closed> promisesDated() const
    {
        if (!isOver(m_incident.state))
            return std::nullopt;
        const bool open = std::ranges::any_of(m_incident.promises, [](const Promise &promise) {
            return promise.status == PromiseStatus::Open && !promise.due.isKnown() &&
                   promise.trigger.isEmpty();
        });
        return open ? std::nullopt : std::optional(Closed{tr("every promise has its time"), {}});
    }

    [[nodiscard]] std::optional<Closed> planBounded() const
    {
        const auto plans = m_incident.plannedWindows();
        const bool bounded = !plans.empty() && std::ranges::all_of(plans, [](const Window &plan) {
            return plan.duration.hi().has_value();
        });
        return bounded ? std::optional(Closed{tr("effect and longest duration are set"), {}})
                       : std::nullopt;
    }

    [[nodiscard]] std::optional<Closed> closedBy(const ChecklistStep &step) const
    {
        switch (step.done) {
        case DoneWhen::Manual:
            return std::nullopt;
        case DoneWhen::Confirmed:
            return confirmed();
        case DoneWhen::Acknowledged:
            return byMilestone(Milestone::Acknowledged);
        case DoneWhen::FeltAndComponents:
            return feltAndComponents();
        case DoneWhen::FirstPost:
            return byMilestone(Milestone::FirstPost);
        case DoneWhen::NextUpdate:
            return told();
        case DoneWhen::Fixed:
            return byMilestone(Milestone::Fixed);
        case DoneWhen::Watched:
            return watched(step);
        case DoneWhen::AllClear:
            return told();
        case DoneWhen::CauseStated:
            return causeStated();
        case DoneWhen::PromisesDated:
            return promisesDated();
        case DoneWhen::PostmortemExported:
            return m_incident.exports.empty() ? std::nullopt
                                              : std::optional(Closed{tr("exported"), {}});
        case DoneWhen::PlanBounded:
            return planBounded();
        case DoneWhen::Announced:
            return byPost(
                [](const PostRevision &post) { return post.status == PublicStatus::Scheduled; });
        case DoneWhen::StartPosted:
            return byPost(
                [](const PostRevision &post) { return post.status == PublicStatus::InProgress; });
        case DoneWhen::CompletionPosted:
            return byPost(
                [](const PostRevision &post) { return post.status == PublicStatus::Completed; });
        }
        return std::nullopt;
    }

    const Incident &m_incident;
    const Surroundings &m_surroundings;
};

} // namespace

std::vector<StepStatus> evaluate(const Incident &incident, const Checklist &checklist,
                                 const Surroundings &surroundings)
{
    const Evaluation evaluation(incident, surroundings);
    std::vector<StepStatus> steps;
    steps.reserve(checklist.steps.size());
    for (const ChecklistStep &step : checklist.steps)
        steps.push_back(evaluation.status(step));
    return steps;
}

std::vector<StepStatus> evaluate(const Incident &incident, const Surroundings &surroundings)
{
    if (incident.checklist.isEmpty())
        return {};
    const auto checklist = checklistFromJson(incident.checklist);
    return checklist ? evaluate(incident, *checklist, surroundings) : std::vector<StepStatus>();
}

const StepStatus *nextStep(const std::vector<StepStatus> &steps)
{
    const StepStatus *next = nullptr;
    for (const StepStatus &status : steps) {
        if (!status.active)
            continue;
        const bool sooner = next && status.due && (!next->due || *status.due < *next->due);
        if (!next || sooner)
            next = &status;
    }
    return next;
}

} // namespace incident
