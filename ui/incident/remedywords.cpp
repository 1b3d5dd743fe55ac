// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/incident/remedywords.h"

#include "wording/clockwords.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Remedy)
};

} // namespace

QString outcomeWords(const incident::RemedyRun &run)
{
    if (run.timedOut) {
        const base::Span length = run.ended ? *run.ended - run.started : base::Span();
        //: %1 the name of a command, %2 a length: 60 s
        return Words::tr("“%1” took too long and was ended after %2.")
            .arg(run.name, wording::shortLength(length));
    }
    if (run.exitCode < 0)
        return Words::tr("“%1” could not be started.").arg(run.name);
    if (run.exitCode > 0)
        return Words::tr("“%1” failed with code %2.").arg(run.name).arg(run.exitCode);
    if (run.dryRun)
        return Words::tr("“%1” was tried without effect, and it works.").arg(run.name);
    return run.automatic ? Words::tr("“%1” has run by itself.").arg(run.name)
                         : Words::tr("“%1” has run.").arg(run.name);
}

} // namespace ui
