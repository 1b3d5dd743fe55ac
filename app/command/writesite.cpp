// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/writesite.h"

#include "app/command/words.h"
#include "app/platform/stopsignal.h"
#include "base/whenfinished.h"

#include <cstdio>
#include <QEventLoop>
#include <unistd.h>

namespace app {

namespace {

/// Called in the thread that writes.
void tellTerminal(int done, int all)
{
    constexpr int step = 50;
    if (done == all || done % step == 0)
        std::fputs(qUtf8Printable(Words::tr("\r%1 of %2 files").arg(done).arg(all)), stderr);
    if (done == all)
        std::fputc('\n', stderr);
}

} // namespace

base::Result<staticsite::BuildReport> writeSite(staticsite::StaticSite &site)
{
    base::Result<staticsite::BuildReport> report;
    QEventLoop loop;
    StopSignal interrupted;
    QObject::connect(&interrupted, &StopSignal::raised, &loop, [&site] { site.stop(); });
    const bool isWatched = isatty(STDERR_FILENO) == 1;
    base::whenFinished(&loop, site.build(isWatched ? tellTerminal : staticsite::Progress()),
                       [&](const base::Result<staticsite::BuildReport> &built) {
                           report = built;
                           loop.quit();
                       });
    loop.exec();
    return report;
}

} // namespace app
