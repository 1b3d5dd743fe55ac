// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/process.h"

#include "base/redactor.h"

#include <cstdio>
#include <cstdlib>
#include <QMessageLogContext>
#include <QString>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace app {

namespace {

void log(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    // The display-less platform says so of every window; nobody can do anything about it.
    const bool idle = message.startsWith(QLatin1StringView("This plugin does not support"));
    if (type == QtDebugMsg || idle)
        return;
    const QByteArray line = "watchkeeper: " + base::redact(message).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
    if (type == QtFatalMsg)
        std::abort();
}

} // namespace

void installLog()
{
    qInstallMessageHandler(log);
}

void forbidCoreDumps()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
}

} // namespace app
