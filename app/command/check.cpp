// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "base/clock.h"
#include "source/address.h"
#include "source/prober.h"
#include "source/verdictwords.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QJsonObject>

namespace app {

using namespace Qt::StringLiterals;

namespace {

void print(const Invocation &call, const source::ProbeVerdict &verdict)
{
    call.say(verdict.sentence);
    for (const QString &line :
         {source::phasesText(verdict.phases), source::certificateText(verdict)}) {
        if (!line.isEmpty())
            call.say(line);
    }
    call.answer(source::toJson(verdict));
}

} // namespace

int runCheck(Invocation &call)
{
    Options options(
        call, Words::tr("Looks at one address once: the verdict, the times, the certificate."));
    options
        .positional(Words::tr("address"),
                    Words::tr("https://example.org/, tcp://db:5432, tls://mail:465"))
        .value(u"contains"_s, Words::tr("text that the answer must contain"))
        .value(u"timeout"_s, Words::tr("seconds"), u"10"_s);
    if (const auto over = options.read())
        return *over;
    auto spec = source::specFromAddress(options.argument(0));
    if (!spec)
        return call.fail(spec.error());
    bool isNumber = false;
    const int seconds = options.get(u"timeout"_s).toInt(&isNumber);
    if (!isNumber || seconds < 1)
        return call.usage(Words::tr("The timeout is a number of seconds, 1 or more."));
    spec->timeout = std::chrono::seconds(seconds);
    spec->interval = std::max(spec->interval, spec->timeout);
    spec->bodyContains = options.get(u"contains"_s);

    const base::SystemClock clock;
    source::Prober prober(clock);
    QFutureWatcher<base::Result<source::ProbeVerdict>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(prober.probe(*spec));
    if (!watcher.isFinished())
        loop.exec();
    const auto verdict = watcher.result();
    if (!verdict)
        return call.fail(verdict.error());
    print(call, *verdict);
    if (verdict->quality == health::Quality::Ok)
        return Done;
    return call.fail({base::ErrorKind::Network, verdict->sentence, {}, {}});
}

} // namespace app
