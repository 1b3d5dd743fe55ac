// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/missing.h"

#include "incident/checklist.h"
#include "incident/words.h"

namespace incident {

using namespace Qt::StringLiterals;

namespace {

bool says(const QString &reason)
{
    return !reason.trimmed().isEmpty();
}

std::vector<Missing> openWindows(const Incident &incident)
{
    std::vector<Missing> missing;
    for (const Window &window : incident.windows) {
        if (window.isOpen()) {
            missing.push_back({u"window:%1"_s.arg(window.seq),
                               Words::tr("Window %1 is still open. Say when it ended, or stamp "
                                         "“back to normal”.")
                                   .arg(window.seq),
                               false});
        }
    }
    return missing;
}

std::vector<Missing> forReview(const Incident &incident)
{
    std::vector<Missing> missing;
    if (incident.severity == 0)
        missing.push_back({u"severity"_s, Words::tr("Set the severity."), false});
    if (incident.cause.status == CauseStatus::Unknown && !says(incident.causeReason)) {
        missing.push_back(
            {u"cause"_s, Words::tr("State the cause, or say why it is not known."), true});
    }
    const bool told = incident.kind == Kind::NearMiss || incident.lastPublished() ||
                      incident.milestone(Milestone::FirstPost, 1).isKnown();
    if (!told) {
        missing.push_back(
            {u"post"_s, Words::tr("Publish a post, or say why this is not public."), true});
    }
    return missing;
}

std::vector<Missing> forClose(const Incident &incident, Instant now)
{
    std::vector<Missing> missing;
    for (const Promise &promise : incident.promises) {
        if (!promise.isOpen())
            continue;
        missing.push_back({u"promise:"_s + promise.id,
                           Words::tr("The promise “%1” is open: say that it was kept, broken or "
                                     "withdrawn.")
                               .arg(promise.quote),
                           false});
    }
    for (const StepStatus &status : evaluate(incident, Surroundings{now, {}})) {
        if (!status.step.required || status.state != StepState::Todo)
            continue;
        missing.push_back({u"step:"_s + status.step.id,
                           Words::tr("The step “%1” is to do: do it, or say why it is left out.")
                               .arg(status.step.title),
                           false});
    }
    return missing;
}

} // namespace

std::vector<Missing> missingFor(const Incident &incident, State to, Instant now)
{
    switch (to) {
    case State::Restored:
    case State::Verifying:
    case State::Cancelled:
        return openWindows(incident);
    case State::Review:
        return forReview(incident);
    case State::Closed: {
        const bool reviewed = incident.isMaintenance() || incident.state == State::Review;
        std::vector<Missing> missing = reviewed ? std::vector<Missing>() : forReview(incident);
        for (Missing &one : forClose(incident, now))
            missing.push_back(std::move(one));
        return missing;
    }
    default:
        return {};
    }
}

} // namespace incident
