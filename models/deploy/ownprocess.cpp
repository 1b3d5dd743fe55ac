// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "deploy/ownprocess.h"

#include <csignal>
#include <QProcessEnvironment>
#include <sys/prctl.h>
#include <unistd.h>

namespace deploy {

using namespace Qt::StringLiterals;

namespace {

QProcessEnvironment cleanEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith("WATCHKEEPER_"_L1))
            environment.remove(name);
    }
    return environment;
}

} // namespace

void prepareOwn(QProcess &process)
{
    process.setProcessEnvironment(cleanEnvironment());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setChildProcessModifier([] {
        ::setpgid(0, 0);
        // Should we die, it would run beside its successor.
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    });
}

void signalOwn(qint64 processId, int signal)
{
    if (processId > 0)
        ::kill(-pid_t(processId), signal);
}

} // namespace deploy
