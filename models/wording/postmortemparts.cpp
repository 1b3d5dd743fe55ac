// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/postmortemparts.h"

#include "incident/checklist.h"
#include "incident/metrics.h"
#include "wording/factorwords.h"
#include "wording/listwords.h"
#include "wording/termwords.h"
#include "wording/windowwords.h"

#include <algorithm>

#include <QCoreApplication>

namespace wording {

using namespace incident;
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

QString orUnknown(const QString &text)
{
    return text.isEmpty() ? Words::tr("unknown") : text;
}

/// "16:08", "around 16:08", "between 16:08 and 16:09"
QString cellTime(const RoughInstant &at, const Reader &reader)
{
    if (at.precision() == timing::Precision::NotApplicable)
        return Words::tr("does not apply");
    const bool oneMinute = at.lo() && at.hi() && publicMinute(*at.lo()) == publicMinute(*at.hi());
    return orUnknown(timeWords(at, reader, oneMinute ? TimeForm::Plain : TimeForm::At));
}

QString lengthText(const RoughDuration &length)
{
    if (length.precision() == timing::Precision::NotApplicable)
        return Words::tr("does not apply");
    return orUnknown(lengthWords(length));
}

/// A sum of nothing is nothing, where something was written down at all.
QString sumText(const Incident &incident, const RoughDuration &sum, bool ofDowntime)
{
    const auto belongs = [&](const Window &window) {
        const bool down = window.effect == Effect::Down || window.effect == Effect::Partial;
        return !window.planned && window.effect != Effect::None && down == ofDowntime;
    };
    const bool written = !incident.actualWindows(1).empty();
    return written && std::ranges::none_of(incident.windows, belongs) ? Words::tr("none")
                                                                      : lengthText(sum);
}

QString causeText(const Incident &incident)
{
    const QString status = words(incident.cause.status);
    const QString text = phraseText(incident.cause.text);
    const QString reason = phraseText(incident.causeReason);
    QString cause = text.isEmpty() ? status : text + " ("_L1 + status + u')';
    if (!reason.isEmpty())
        cause += "; "_L1 + reason;
    return cause;
}

QString faultText(const Cause &cause)
{
    const QString whose = words(cause.attribution);
    return cause.provider.isEmpty() ? whose : whose + ": "_L1 + phraseText(cause.provider);
}

} // namespace

std::vector<PostmortemFact> postmortemFacts(const Incident &incident, const Reader &reader)
{
    std::vector<PostmortemFact> facts{
        {Words::tr("Kind"), withCapital(words(incident.kind)) + ", "_L1 + words(incident.entry)},
        {Words::tr("State"), withCapital(words(incident.state))},
        {Words::tr("Severity"),
         incident.severity ? QString::number(incident.severity) : Words::tr("not set")},
        {Words::tr("What users felt"), orUnknown(phraseText(incident.felt()))},
        {Words::tr("Components"), orUnknown(listWords(incident.components()))},
    };
    for (int round = 1; round <= incident.round; ++round) {
        const QString which = incident.round > 1 ? Words::tr(", round %1").arg(round) : QString();
        const auto add = [&](Milestone name) {
            facts.push_back({withCapital(words(name)) + which,
                             cellTime(incident.milestone(name, round), reader)});
        };
        for (const Milestone name : {Milestone::Started, Milestone::FirstAlert, Milestone::Detected,
                                     Milestone::Acknowledged, Milestone::FirstPost,
                                     Milestone::Fixed, Milestone::BackToNormal}) {
            const bool live = name != Milestone::FirstAlert && name != Milestone::Acknowledged;
            if (!incident.isMaintenance() && (live || incident.milestone(name, round).isKnown()))
                add(name);
        }
    }
    facts.push_back({Words::tr("Cause"), causeText(incident)});
    if (incident.cause.attribution != Attribution::Unknown)
        facts.push_back({Words::tr("Whose it was"), faultText(incident.cause)});
    if (!incident.cause.trigger.isEmpty())
        facts.push_back({Words::tr("Trigger"), factorWords(incident.cause.trigger)});
    return facts;
}

PostmortemPart windowsPart(const Incident &incident, const Reader &reader)
{
    PostmortemPart part{Words::tr("Windows"), {}, {}};
    part.table.columns = {Words::tr("Window"),    Words::tr("When"), Words::tr("Length"),
                          Words::tr("Effect"),    Words::tr("Felt"), Words::tr("Components"),
                          Words::tr("Where from")};
    for (const Window &window : incident.windows) {
        QString name = QString::number(window.seq);
        if (window.planned)
            name += ", "_L1 + Words::tr("planned");
        if (incident.round > 1)
            name += Words::tr(", round %1").arg(window.round);
        const QString length =
            window.isOpen() ? Words::tr("still open") : lengthText(lengthOf(window));
        part.table.rows.push_back({name, orUnknown(windowTimes(window, reader)), length,
                                   words(window.effect), phraseText(window.felt),
                                   listWords(window.components), phraseText(window.evidence)});
    }
    if (part.table.rows.empty())
        part.note = Words::tr("No window was written down.");
    return part;
}

PostmortemPart figuresPart(const Incident &incident)
{
    PostmortemPart part{Words::tr("Figures"), {}, {}};
    if (incident.isMaintenance() || incident.kind == Kind::NearMiss) {
        part.note = Words::tr("Planned work and near misses have no incident figures.");
        return part;
    }
    const Metrics metrics = metricsOf(incident);
    part.table.columns = {Words::tr("Figure"), Words::tr("Value"), Words::tr("From what")};
    const auto row = [&](const QString &name, const QString &value, const QString &what) {
        part.table.rows.push_back({name, value, what});
    };
    const auto add = [&](const QString &name, const RoughDuration &value, const QString &what) {
        row(name, lengthText(value), what);
    };
    add(Words::tr("Time to detect"), metrics.detect, Words::tr("from the start to noticing it"));
    add(Words::tr("Time to acknowledge"), metrics.acknowledge,
        Words::tr("from the first alert to the acknowledgement"));
    add(Words::tr("Time to tell"), metrics.tell, Words::tr("from noticing it to the first post"));
    add(Words::tr("Time to restore"), metrics.restore,
        Words::tr("from the start to the end of the first window"));
    row(Words::tr("Downtime"), sumText(incident, metrics.downtime, true),
        Words::tr("sum of the windows that were down or partly down"));
    row(Words::tr("Impaired"), sumText(incident, metrics.impaired, false),
        Words::tr("sum of the other windows"));
    add(Words::tr("All-clear lag"), metrics.allClearLag,
        Words::tr("from back to normal to the closing post"));
    if (metrics.running)
        part.note = Words::tr("It is still running: sums are of what has ended.");
    return part;
}

PostmortemPart timelinePart(std::span<const Event> events, const Reader &reader)
{
    PostmortemPart part{Words::tr("Timeline"), {}, {}};
    part.table.columns = {Words::tr("Happened"), Words::tr("Written down"), Words::tr("What")};
    auto rows = timelineOf(events, reader.zone);
    std::ranges::stable_sort(rows, {}, [](const TimelineRow &row) {
        return row.occurred.middle().value_or(row.recorded);
    });
    for (const TimelineRow &row : rows) {
        QString written = timeWords(RoughInstant::exact(row.recorded), reader, TimeForm::Plain);
        if (row.addedLater)
            written += ", "_L1 + Words::tr("added later");
        const QString happened = cellTime(row.occurred, reader);
        part.table.rows.push_back({happened, written, row.sentence});
    }
    if (part.table.rows.empty())
        part.note = Words::tr("Nothing was written down.");
    return part;
}

PostmortemPart promisesPart(const Incident &incident, const Reader &reader)
{
    PostmortemPart part{Words::tr("Promises"), {}, {}};
    part.table.columns = {Words::tr("Promise"), Words::tr("Kind"), Words::tr("Due"),
                          Words::tr("Status"), Words::tr("Note")};
    auto promises = incident.promises;
    const auto isClosed = [](const Promise &promise) {
        return promise.status != PromiseStatus::Open;
    };
    std::ranges::stable_sort(promises, {}, isClosed);
    for (const Promise &promise : promises) {
        const QString due = promise.due.isKnown() ? timeWords(promise.due, reader, TimeForm::By)
                                                  : phraseText(promise.trigger);
        part.table.rows.push_back({phraseText(promise.quote), words(promise.kind), due,
                                   words(promise.status), phraseText(promise.note)});
    }
    const auto open = std::ranges::count_if(promises, std::not_fn(isClosed));
    if (promises.empty())
        part.note = Words::tr("Nothing was promised.");
    else if (open == 0)
        part.note = Words::tr("No promise is open.");
    else
        part.note = open == 1 ? Words::tr("1 promise is open.")
                              : Words::tr("%n promises are open.", nullptr, int(open));
    return part;
}

PostmortemPart followUpsPart(const Incident &incident, const Reader &reader)
{
    PostmortemPart part{Words::tr("What follows"), {}, {}};
    part.table.columns = {Words::tr("To be done"), Words::tr("Kind"),  Words::tr("Who"),
                          Words::tr("Due"),        Words::tr("State"), Words::tr("Planned work"),
                          Words::tr("Note")};
    for (const FollowUp &followUp : incident.followUps) {
        const QString due =
            followUp.due.isKnown() ? timeWords(followUp.due, reader, TimeForm::By) : QString();
        part.table.rows.push_back({phraseText(followUp.title), words(followUp.kind), followUp.owner,
                                   due, words(followUp.status), followUp.maintenanceRef,
                                   phraseText(followUp.note)});
    }
    return part;
}

PostmortemPart checklistPart(const Incident &incident, const Reader &reader, base::Instant now)
{
    PostmortemPart part{Words::tr("Checklist"), {}, {}};
    part.table.columns = {Words::tr("Step"), Words::tr("State"), Words::tr("When"),
                          Words::tr("On what grounds")};
    for (const StepStatus &status : evaluate(incident, Surroundings{now, {}})) {
        // What was for somebody else's trouble would only hide what was done.
        const bool isTheirs = status.step.trigger == Trigger::Provider && !incident.providerSince;
        if (isTheirs || (status.state == StepState::NotApplicable && status.automatic))
            continue;
        QString state = words(status.state);
        if (status.state != StepState::Todo && !status.automatic)
            state += ", "_L1 + Words::tr("by hand", "step");
        const QString when =
            status.at ? timeWords(RoughInstant::exact(*status.at), reader, TimeForm::Plain)
                      : QString();
        part.table.rows.push_back({status.step.title, state, when, phraseText(status.evidence)});
    }
    if (part.table.rows.empty())
        part.note = Words::tr("No checklist was run.");
    return part;
}

} // namespace wording
