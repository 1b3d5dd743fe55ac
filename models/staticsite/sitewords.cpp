// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/sitewords.h"

#include "wording/termwords.h"

#include <QCoreApplication>

namespace staticsite {

using publish::ComponentState;
using publish::Thread;
using publish::Update;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StatusSite)
};

QString downHeadline(const publish::Overview &overview)
{
    return overview.all || overview.components.empty() ? Words::tr("The service is down")
                                                       : Words::tr("Part of the service is down");
}

QString quietHeadline(const publish::Overview &overview)
{
    if (!overview.running.empty())
        return Words::tr("Working again, and being watched");
    return overview.components.empty() ? Words::tr("No trouble is reported")
                                       : Words::tr("Everything is working");
}

} // namespace

QString stateWords(ComponentState state)
{
    switch (state) {
    case ComponentState::Operational:
        return Words::tr("Working");
    case ComponentState::Maintenance:
        return Words::tr("Maintenance");
    case ComponentState::Degraded:
        return Words::tr("Slow or faulty");
    case ComponentState::PartialOutage:
        return Words::tr("Partly down");
    case ComponentState::MajorOutage:
        break;
    }
    return Words::tr("Down");
}

QString dayWords(DayState state)
{
    switch (state) {
    case DayState::Quiet:
        return Words::tr("No trouble reported");
    case DayState::NotRecorded:
        return Words::tr("Not recorded");
    case DayState::Maintenance:
        return Words::tr("Maintenance");
    case DayState::Degraded:
        return Words::tr("Slow or faulty");
    case DayState::PartialOutage:
        return Words::tr("Partly down");
    case DayState::MajorOutage:
        break;
    }
    return Words::tr("Down");
}

QString headline(const publish::Overview &overview)
{
    switch (overview.worst) {
    case ComponentState::Operational:
        return quietHeadline(overview);
    case ComponentState::Maintenance:
        return Words::tr("Maintenance is under way");
    case ComponentState::Degraded:
        return overview.all ? Words::tr("The service is slow or faulty")
                            : Words::tr("Part of the service is slow or faulty");
    case ComponentState::PartialOutage:
        return Words::tr("Some of the service does not work");
    case ComponentState::MajorOutage:
        break;
    }
    return downHeadline(overview);
}

QString statusWords(const Thread &thread, const Update &update)
{
    const bool newest = &update == &thread.updates.back();
    if (thread.cancelled && newest)
        return Words::tr("called off");
    return wording::words(update.status);
}

QString capitalised(const QString &words)
{
    return words.isEmpty() ? words : words.front().toUpper() + words.mid(1);
}

QString statusWords(const Thread &thread)
{
    return statusWords(thread, thread.updates.back());
}

} // namespace staticsite
