// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/maintenancework.h"

#include "app/command/incidentjson.h"
#include "app/command/namedincident.h"
#include "app/command/options.h"
#include "app/command/words.h"
#include "workflow/preflight.h"

#include <QJsonArray>
#include <QJsonObject>

namespace app {

using namespace Qt::StringLiterals;
using incident::State;

namespace {

/// Work by name, and when what is said of it happened.
struct Said
{
    NamedIncident named;
    incident::Incident work;
    timing::RoughInstant at; ///< now, if nothing was given
    bool isNow = true;
};

/// The options that all of them share, read; the exit code if something is wrong.
std::variant<int, Said> readSaid(Invocation &call, Options &options)
{
    options.positional(Words::tr("maintenance"), Words::tr("its reference"))
        .value(u"at"_s, Words::tr("when; now if it is left out"));
    if (const auto over = options.read())
        return *over;
    auto named = namedIncident(call, options.argument(0));
    if (!named)
        return call.fail(named.error());
    auto work = named->load();
    if (!work)
        return call.fail(work.error());
    const workflow::Desk &desk = named->desk();
    const timing::FieldContext context{desk.zone(), desk.clock().now(), timing::Lean::Past};
    const auto at = timing::instantFromField(options.get(u"at"_s), context);
    if (!at)
        return call.fail(at.error());
    const bool isNow = !at->isKnown();
    return Said{std::move(*named), std::move(*work),
                isNow ? timing::RoughInstant::exact(desk.clock().now()) : *at, isNow};
}

/// Does `act`, unless the work has come as far already; a time of its own is never passed over.
template <class Act>
int sayOnce(Invocation &call, Options &options, std::initializer_list<State> already, Act act)
{
    auto said = readSaid(call, options);
    if (const int *over = std::get_if<int>(&said))
        return *over;
    Said &now = std::get<Said>(said);
    const bool isDone = now.isNow && now.work.isMaintenance() &&
                        std::ranges::find(already, now.work.state) != already.end();
    return reportIncident(call, isDone ? base::Result<incident::Incident>(now.work) : act(now));
}

template <class MakeCommand>
int change(Invocation &call, const QString &description, std::initializer_list<State> already,
           MakeCommand makeCommand)
{
    Options options(call, description);
    options.value(u"reason"_s, Words::tr("why, or how it was checked"));
    return sayOnce(call, options, already, [&](const Said &said) {
        return said.named.desk().run(said.work.id, makeCommand(said.at, options.get(u"reason"_s)));
    });
}

void sayPreflight(const Invocation &call, const workflow::Preflight &preflight)
{
    if (!preflight.falls.isEmpty())
        call.say(
            Words::tr("With it falls what stands on it: %1.").arg(preflight.falls.join(u", "_s)));
    for (const QString &guarded : preflight.guarded)
        call.say(Words::tr("“%1” is guarded.").arg(guarded));
    if (!preflight.open.empty())
        call.say(Words::tr("Not done yet:"));
    for (const incident::StepStatus &status : preflight.open)
        call.say(u"  [ ] %1  %2"_s.arg(status.step.id, status.step.title));
}

} // namespace

int showPreflight(Invocation &call)
{
    Options options(call, Words::tr("What falls with the work, which of it is guarded, and which "
                                    "steps are not done yet."));
    options.positional(Words::tr("maintenance"), Words::tr("its reference"));
    if (const auto over = options.read())
        return *over;
    const auto named = namedIncident(call, options.argument(0));
    if (!named)
        return call.fail(named.error());
    const auto work = named->load();
    if (!work)
        return call.fail(work.error());
    const workflow::Preflight preflight = workflow::preflightOf(named->desk(), *work);
    sayPreflight(call, preflight);
    QJsonArray open;
    for (const incident::StepStatus &status : preflight.open)
        open.append(QJsonObject{{u"step"_s, status.step.id}, {u"title"_s, status.step.title}});
    call.answer(QJsonObject{{u"falls"_s, QJsonArray::fromStringList(preflight.falls)},
                            {u"guarded"_s, QJsonArray::fromStringList(preflight.guarded)},
                            {u"open"_s, open}});
    return Done;
}

int startMaintenance(Invocation &call)
{
    Options options(call, Words::tr("The work begins. Prints what falls with it, and which steps "
                                    "are not done yet."));
    options.value(u"guarded"_s,
                  Words::tr("name of a guarded part that it touches; may be repeated"));
    const auto start = [&](const Said &said) {
        workflow::Desk &desk = said.named.desk();
        if (said.work.state == State::Scheduled)
            sayPreflight(call, workflow::preflightOf(desk, said.work));
        return workflow::startWork(desk, said.work.id, said.at, options.all(u"guarded"_s));
    };
    return sayOnce(call, options, {State::InProgress, State::AfterEffects}, start);
}

int finishMaintenance(Invocation &call)
{
    Options options(call, Words::tr("The work has ended and was checked."));
    options.value(u"reason"_s, Words::tr("how it was checked"));
    const auto finish = [&](const Said &said) {
        const bool wasFinished = said.work.state == State::Closed &&
                                 said.work.stateSince.contains(int(State::Completed));
        if (wasFinished && said.isNow)
            return base::Result<incident::Incident>(said.work);
        return said.named.desk().run(
            said.work.id, incident::FinishMaintenance{said.at, options.get(u"reason"_s)});
    };
    return sayOnce(call, options, {State::Completed}, finish);
}

int cancelMaintenance(Invocation &call)
{
    return change(call, Words::tr("The work is called off before it began."), {State::Cancelled},
                  [](const auto &, const QString &reason) {
                      return incident::Command(incident::Advance{State::Cancelled, reason});
                  });
}

int endMaintenancePhase(Invocation &call)
{
    return change(call, Words::tr("A phase has ended: the next one begins, or the checking."), {},
                  [](const auto &at, const QString &reason) {
                      return incident::Command(incident::EndPhase{at, reason});
                  });
}

int abortMaintenance(Invocation &call)
{
    return change(call, Words::tr("The work was given up, and everything put back."),
                  {State::Cancelled}, [](const auto &at, const QString &reason) {
                      return incident::Command(incident::AbortMaintenance{at, reason});
                  });
}

} // namespace app
