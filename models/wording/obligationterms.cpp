// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/termwords.h"

#include <QCoreApplication>

namespace wording {

using namespace incident;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

} // namespace

QString words(FollowUpKind kind)
{
    switch (kind) {
    case FollowUpKind::Corrective:
        return Words::tr("corrective");
    case FollowUpKind::Preventive:
        return Words::tr("preventive");
    case FollowUpKind::Detective:
        return Words::tr("detective");
    case FollowUpKind::Process:
        break;
    }
    return Words::tr("process");
}

QString words(FollowUpStatus status)
{
    switch (status) {
    case FollowUpStatus::Open:
        return Words::tr("open", "follow-up");
    case FollowUpStatus::Done:
        return Words::tr("done", "follow-up");
    case FollowUpStatus::Dropped:
        break;
    }
    return Words::tr("dropped", "follow-up");
}

QString words(Channel channel)
{
    switch (channel) {
    case Channel::StatusPage:
        return Words::tr("status page");
    case Channel::Phone:
        return Words::tr("phone");
    case Channel::Ticket:
        return Words::tr("ticket");
    case Channel::Chat:
        return Words::tr("chat");
    case Channel::Mail:
        return Words::tr("mail");
    case Channel::Other:
        break;
    }
    return Words::tr("other means");
}

QString words(Relation relation)
{
    switch (relation) {
    case Relation::SplitFrom:
        return Words::tr("Split off from %1");
    case Relation::SplitInto:
        return Words::tr("A part goes on as %1");
    case Relation::MergedInto:
        return Words::tr("Goes on in %1");
    case Relation::TookOver:
        return Words::tr("Takes over %1");
    case Relation::RecurrenceOf:
        return Words::tr("The same trouble as %1 once before");
    case Relation::CameBackAs:
        return Words::tr("Came back as %1");
    case Relation::BrokenBy:
        return Words::tr("Broken by the maintenance %1");
    case Relation::Broke:
        return Words::tr("Broke something: %1");
    case Relation::PlannedFor:
        break;
    }
    return Words::tr("Planned for %1");
}

} // namespace wording
