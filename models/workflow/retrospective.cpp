// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/retrospective.h"

#include <QCoreApplication>

namespace workflow {

using base::Result;
using incident::Incident;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(workflow)
};

} // namespace

Result<Incident> storeRetrospective(Desk &desk, const entry::Form &form,
                                    const entry::Details &details, const incident::Cause &cause)
{
    const auto command = form.command(details);
    if (!command)
        return base::passOn(command);
    std::vector<incident::Command> following;
    if (cause.status != incident::CauseStatus::Unknown)
        following.push_back(incident::StateCause{cause, details.reason});
    if (const QString via = form.entry().noticedVia; !via.isEmpty())
        following.push_back(incident::AddNote{Words::tr("Noticed via %1.").arg(via), {}});
    return desk.record(*command, following);
}

} // namespace workflow
