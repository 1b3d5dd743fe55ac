// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/standing.h"

#include "incident/incident.h"
#include "wording/termwords.h"

#include <QCoreApplication>

namespace wording {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

} // namespace

QString standing(incident::State state, incident::CauseStatus cause)
{
    if (cause != incident::CauseStatus::AwaitingProvider)
        return words(state);
    //: %1 the state of an incident that is over, such as "restored"
    return incident::isRunning(state) ? Words::tr("%1, waiting for the provider").arg(words(state))
                                      : Words::tr("%1, explanation pending").arg(words(state));
}

} // namespace wording
