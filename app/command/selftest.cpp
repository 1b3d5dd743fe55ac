// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "app/composition/workplace.h"
#include "source/address.h"

#include <QDir>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QJsonArray>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>

namespace app {

using namespace Qt::StringLiterals;

namespace {

struct Finding
{
    QString what;
    bool works = false;
    QString why; ///< what to do if it does not work, or a detail if it does
};

template <class T>
base::Result<T> wait(const QFuture<base::Result<T>> &future)
{
    QFutureWatcher<base::Result<T>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!watcher.isFinished())
        loop.exec();
    return watcher.result();
}

Finding databaseFinding(const QString &folder)
{
    const auto place = Workplace::open(folder);
    if (!place)
        return {Words::tr("ledger"), false, place.error().text};
    workflow::NewIncident request;
    request.title = Words::tr("self-test");
    const auto opened = (*place)->desk().open(request);
    if (!opened)
        return {Words::tr("ledger"), false, opened.error().text};
    const auto report = (*place)->ledger().check();
    if (!report)
        return {Words::tr("ledger"), false, report.error().text};
    return {Words::tr("ledger"), report->isSound(), report->advice};
}

Finding siteFinding(const QString &folder)
{
    const auto place = Workplace::open(folder);
    if (!place)
        return {Words::tr("status page"), false, place.error().text};
    const auto built = wait((*place)->site().build());
    return {Words::tr("status page"), built.has_value(), built ? QString() : built.error().text};
}

Finding probeFinding()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        return {Words::tr("probes"), false,
                Words::tr("This machine does not let a program listen on loopback.")};
    const base::SystemClock clock;
    source::Prober prober(clock);
    const auto spec = source::specFromAddress(u"tcp://127.0.0.1:%1"_s.arg(server.serverPort()));
    if (!spec)
        return {Words::tr("probes"), false, spec.error().text};
    const auto verdict = wait(prober.probe(*spec));
    if (!verdict)
        return {Words::tr("probes"), false, verdict.error().text};
    return {Words::tr("probes"), verdict->quality == health::Quality::Ok, verdict->sentence};
}

Finding tlsFinding()
{
    return {Words::tr("https"), QSslSocket::supportsSsl(),
            QSslSocket::supportsSsl()
                ? QSslSocket::sslLibraryVersionString()
                : Words::tr("Install the TLS library that Qt uses (libssl3).")};
}

Finding folderFinding(const QString &folder)
{
    const QFileInfo info(folder);
    const bool exists = info.exists();
    const bool usable = exists ? info.isDir() && info.isWritable()
                               : QFileInfo(info.absolutePath()).isWritable() ||
                                     !QFileInfo::exists(info.absolutePath());
    return {Words::tr("data folder"), usable,
            usable ? QDir::toNativeSeparators(folder)
                   : Words::tr("%1 cannot be written. Choose another with --data.")
                         .arg(QDir::toNativeSeparators(folder))};
}

} // namespace

int runSelfTest(Invocation &call)
{
    Options options(call,
                    Words::tr("Says what works on this machine and what does not, and why. Touches "
                              "nothing of yours."));
    if (const auto over = options.read())
        return *over;
    const QTemporaryDir scratch;
    const Finding findings[] = {folderFinding(call.dataDir()), databaseFinding(scratch.path()),
                                siteFinding(scratch.path()), probeFinding(), tlsFinding()};
    QJsonArray answer;
    QStringList broken;
    for (const Finding &finding : findings) {
        call.say(u"%1  %2  %3"_s.arg(finding.works ? Words::tr("works ") : Words::tr("broken"))
                     .arg(finding.what, -12)
                     .arg(finding.why));
        answer.append(QJsonObject{
            {u"what"_s, finding.what}, {u"works"_s, finding.works}, {u"why"_s, finding.why}});
        if (!finding.works)
            broken << u"%1: %2"_s.arg(finding.what, finding.why);
    }
    call.answer(answer);
    if (broken.isEmpty())
        return Done;
    return call.fail({base::ErrorKind::Storage, broken.join(u' '), {}, {}});
}

} // namespace app
