// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "app/composition/workplace.h"
#include "app/platform/stopsignal.h"
#include "source/hostlimits.h"
#include "timing/zone.h"
#include "workflow/marks.h"
#include "workflow/monitorbook.h"
#include "workflow/remedies.h"
#include "workflow/upstreams.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace app {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr auto followInterval = 1s;
constexpr int mostHeld = 3600; ///< seconds over a limit

/// One line for everything that happens, with its time.
class Reporter
{
public:
    Reporter(const Invocation &call, workflow::Desk &desk)
        : m_call(call)
        , m_desk(desk)
    {}

    void tell(const QString &event, const QString &sentence) const
    {
        const QDateTime local = timing::toLocal(m_desk.clock().now(), m_desk.zone());
        m_call.say(u"%1  %2"_s.arg(local.toString(u"HH:mm:ss"_s), sentence));
        m_call.answer(QJsonObject{{u"at"_s, timing::isoUtc(m_desk.clock().now())},
                                  {u"event"_s, event},
                                  {u"sentence"_s, sentence}});
    }

private:
    const Invocation &m_call;
    workflow::Desk &m_desk;
};

void connectUpstreams(Workplace &place, const Reporter &reporter)
{
    workflow::Upstreams &upstreams = place.upstreams();
    QObject::connect(&upstreams, &workflow::Upstreams::alertRaised, &upstreams,
                     [&reporter](const upstream::Alert &alert, const QString &) {
                         reporter.tell(u"alert"_s,
                                       Words::tr("alert: %1").arg(upstream::titleOf(alert)));
                     });
    QObject::connect(&upstreams, &workflow::Upstreams::alertVanished, &upstreams,
                     [&reporter](const upstream::Alert &alert, const QString &) {
                         reporter.tell(
                             u"recovered"_s,
                             Words::tr("%1 fires no longer").arg(upstream::titleOf(alert)));
                     });
    QObject::connect(
        &upstreams, &workflow::Upstreams::failed, &upstreams,
        [&reporter](const base::Error &error) { reporter.tell(u"trouble"_s, error.text); });
}

void connectReporter(Workplace &place, const Reporter &reporter,
                     std::map<QString, workflow::Condition> &known)
{
    workflow::Watch &watch = place.watch();
    QObject::connect(&watch, &workflow::Watch::sampled, &watch,
                     [&watch, &reporter, &known](const QString &monitor) {
                         const auto status = watch.status(monitor);
                         const bool isMachine = status && status->spec.kind == source::Kind::Host;
                         if (!status || (isMachine && status->spec.expression.isEmpty()))
                             return;
                         const auto before = known.find(monitor);
                         if (before != known.end() && before->second == status->condition)
                             return;
                         known[monitor] = status->condition;
                         reporter.tell(u"condition"_s,
                                       u"%1: %2"_s.arg(status->spec.name, status->sentence));
                     });
    QObject::connect(
        &watch, &workflow::Watch::alertRaised, &watch,
        [&place, &reporter](const health::Alert &, const QString &incidentId) {
            const auto incident = place.desk().load(incidentId);
            reporter.tell(
                u"alert"_s,
                incident ? Words::tr("alert: incident %1, %2").arg(incident->ref, incident->title)
                         : Words::tr("alert"));
        });
    QObject::connect(&watch, &workflow::Watch::alertRecovered, &watch,
                     [&reporter](const health::Alert &, const QString &) {
                         reporter.tell(u"recovered"_s, Words::tr("it answers well again"));
                     });
    connectUpstreams(place, reporter);
    QObject::connect(
        &place.publishing(), &workflow::Publishing::delivered, &watch,
        [&reporter](const QString &sentence) { reporter.tell(u"published"_s, sentence); });
    const auto failed = [&reporter](const base::Error &error) {
        reporter.tell(u"trouble"_s, error.text);
    };
    QObject::connect(&watch, &workflow::Watch::failed, &watch, failed);
    QObject::connect(&place.marks(), &workflow::Marks::failed, &watch, failed);
    QObject::connect(&watch, &workflow::Watch::networkChanged, &watch, [&reporter](bool works) {
        reporter.tell(u"network"_s, works ? Words::tr("the network is back")
                                          : Words::tr("this machine has no network: nothing is "
                                                      "measured, alerts stay as they are"));
    });
    QObject::connect(&place.publishing(), &workflow::Publishing::failed, &watch, failed);
}

/// What needs nobody runs here too; what has to be confirmed is said.
void connectRemedies(workflow::Remedies &remedies, const Reporter &reporter)
{
    QObject::connect(&remedies, &workflow::Remedies::started, &remedies,
                     [&reporter](const QString &, const QString &name) {
                         reporter.tell(u"remedy"_s, Words::tr("remedy “%1” runs").arg(name));
                     });
    QObject::connect(&remedies, &workflow::Remedies::offered, &remedies,
                     [&reporter](const QString &, const workflow::CarriedRemedy &carried) {
                         reporter.tell(
                             u"remedy"_s,
                             Words::tr("remedy “%1” may mend %2: run it with incident remedy")
                                 .arg(carried.remedy.name, carried.title));
                     });
    QObject::connect(&remedies, &workflow::Remedies::ended, &remedies,
                     [&reporter](const QString &, const incident::RemedyRun &run) {
                         const bool well = run.exitCode == 0 && !run.timedOut;
                         const QString words = well ? Words::tr("remedy “%1” has run: %2")
                                                    : Words::tr("remedy “%1” has failed: %2");
                         reporter.tell(u"remedy"_s, words.arg(run.name, run.output.simplified()));
                     });
    QObject::connect(
        &remedies, &workflow::Remedies::failed, &remedies,
        [&reporter](const base::Error &error) { reporter.tell(u"trouble"_s, error.text); });
}

void connectRecorder(const workflow::Recorder &recorder, const Reporter &reporter)
{
    QObject::connect(&recorder, &workflow::Recorder::noticed, &recorder,
                     [&reporter](const QString &notice) { reporter.tell(u"trouble"_s, notice); });
    QObject::connect(
        &recorder, &workflow::Recorder::failed, &recorder,
        [&reporter](const base::Error &error) { reporter.tell(u"trouble"_s, error.text); });
}

base::Done setLimits(workflow::Watch &watch, const Options &options)
{
    const QString limits = u"machine-limits"_s;
    const QString held = u"machine-held"_s;
    if (!options.has(limits) && !options.has(held))
        return {};
    const auto status = watch.status(workflow::MonitorBook::machine().id);
    if (!status)
        return base::fail(base::ErrorKind::Input,
                          Words::tr("This machine is not measured. Switch it on in the settings."));
    source::MonitorSpec machine = status->spec;
    if (options.has(limits))
        machine.expression = options.get(limits);
    if (options.has(held)) {
        bool isNumber = false;
        const int seconds = options.get(held).toInt(&isNumber);
        if (!isNumber || seconds < 0 || seconds > mostHeld)
            return base::fail(base::ErrorKind::Input,
                              Words::tr("Give the seconds as a number from 0 to 3600."));
        source::setLimitHeld(machine, base::Span(seconds));
    }
    return watch.replace(machine);
}

} // namespace

int runWatch(Invocation &call)
{
    Options options(call,
                    Words::tr("Watches and publishes without a window, until it is interrupted."));
    options.value(u"add"_s, Words::tr("address to watch from now on"))
        .value(u"part"_s, Words::tr("part of the service that it tells about"))
        .value(u"machine-limits"_s,
               Words::tr("of this machine, such as cpu>90, disk>95; empty: none"))
        .value(u"machine-held"_s, Words::tr("seconds over a limit before there is an alert"));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    const Reporter reporter(call, (*place)->desk());
    std::map<QString, workflow::Condition> known;
    connectReporter(**place, reporter, known);
    workflow::Watch &watch = (*place)->watch();
    for (const QString &unusable : (*place)->startWatching())
        reporter.tell(u"trouble"_s, unusable);
    connectRecorder(*(*place)->recorder(), reporter);
    if (options.has(u"add"_s)) {
        const auto added = watch.addAddress(options.get(u"add"_s), options.get(u"part"_s));
        if (!added)
            return call.fail(added.error());
    }
    if (const base::Done limited = setLimits(watch, options); !limited)
        return call.fail(limited.error());
    (*place)->startPublishing();
    workflow::Remedies remedies((*place)->desk());
    connectRemedies(remedies, reporter);
    remedies.follow(watch);
    remedies.watch();
    QTimer follow;
    QObject::connect(&follow, &QTimer::timeout, &watch,
                     [&place] { (*place)->desk().followOthers(); });
    follow.start(followInterval);
    StopSignal stop;
    QObject::connect(&stop, &StopSignal::raised, qApp, &QCoreApplication::quit);
    return QCoreApplication::exec();
}

} // namespace app
