// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/eventmembers.h"

namespace incident {

using namespace Qt::StringLiterals;

QJsonObject write(const KindChanged &e)
{
    return {{u"kind"_s, base::toName(e.kind)}, {u"reason"_s, e.reason}};
}

void read(JsonReader &in, KindChanged &e)
{
    in.need("kind"_L1, e.kind);
    in.read("reason"_L1, e.reason);
}

QJsonObject write(const Linked &e)
{
    return {{u"relation"_s, base::toName(e.link.relation)},
            {u"incident"_s, e.link.incident},
            {u"ref"_s, e.link.ref},
            {u"reason"_s, e.link.reason}};
}

void read(JsonReader &in, Linked &e)
{
    in.need("relation"_L1, e.link.relation);
    in.need("incident"_L1, e.link.incident);
    in.read("ref"_L1, e.link.ref);
    in.read("reason"_L1, e.link.reason);
}

QJsonObject write(const PromiseDated &e)
{
    return {{u"promise"_s, e.promise},
            {u"due"_s, timing::toJson(e.due)},
            {u"trigger"_s, e.trigger},
            {u"owner"_s, e.owner}};
}

void read(JsonReader &in, PromiseDated &e)
{
    in.need("promise"_L1, e.promise);
    in.read("due"_L1, e.due);
    in.read("trigger"_L1, e.trigger);
    in.read("owner"_L1, e.owner);
}

QJsonObject write(const FollowUpSet &e)
{
    const FollowUp &followUp = e.followUp;
    return {{u"id"_s, followUp.id},
            {u"title"_s, followUp.title},
            {u"kind"_s, base::toName(followUp.kind)},
            {u"due"_s, timing::toJson(followUp.due)},
            {u"owner"_s, followUp.owner},
            {u"promise"_s, followUp.promise},
            {u"maintenance"_s, followUp.maintenance},
            {u"maintenance_ref"_s, followUp.maintenanceRef}};
}

void read(JsonReader &in, FollowUpSet &e)
{
    FollowUp &followUp = e.followUp;
    in.need("id"_L1, followUp.id);
    in.need("title"_L1, followUp.title);
    in.read("kind"_L1, followUp.kind);
    in.read("due"_L1, followUp.due);
    in.read("owner"_L1, followUp.owner);
    in.read("promise"_L1, followUp.promise);
    in.read("maintenance"_L1, followUp.maintenance);
    in.read("maintenance_ref"_L1, followUp.maintenanceRef);
}

QJsonObject write(const FollowUpSettled &e)
{
    return {
        {u"follow_up"_s, e.followUp}, {u"status"_s, base::toName(e.status)}, {u"note"_s, e.note}};
}

void read(JsonReader &in, FollowUpSettled &e)
{
    in.need("follow_up"_L1, e.followUp);
    in.need("status"_L1, e.status);
    in.read("note"_L1, e.note);
}

QJsonObject write(const ProviderContacted &e)
{
    const ProviderContact &contact = e.contact;
    return {{u"id"_s, contact.id},
            {u"provider"_s, contact.provider},
            {u"channel"_s, base::toName(contact.channel)},
            {u"who"_s, contact.who},
            {u"said"_s, contact.said},
            {u"reference"_s, contact.reference},
            {u"at"_s, timing::toJson(contact.at)},
            {u"chase_at"_s, timing::toJson(contact.chaseAt)}};
}

void read(JsonReader &in, ProviderContacted &e)
{
    ProviderContact &contact = e.contact;
    in.need("id"_L1, contact.id);
    in.read("provider"_L1, contact.provider);
    in.read("channel"_L1, contact.channel);
    in.read("who"_L1, contact.who);
    in.read("said"_L1, contact.said);
    in.read("reference"_L1, contact.reference);
    in.read("at"_L1, contact.at);
    in.read("chase_at"_L1, contact.chaseAt);
}

QJsonObject write(const ProviderAnswered &e)
{
    return {{u"contact"_s, e.contact}, {u"answer"_s, e.answer}};
}

void read(JsonReader &in, ProviderAnswered &e)
{
    in.need("contact"_L1, e.contact);
    in.need("answer"_L1, e.answer);
}

QJsonObject write(const AbortRuleSet &e)
{
    return {{u"at"_s, timing::toJson(e.rule.at)}, {u"rollback"_s, e.rule.rollback}};
}

void read(JsonReader &in, AbortRuleSet &e)
{
    in.need("at"_L1, e.rule.at);
    in.read("rollback"_L1, e.rule.rollback);
}

QJsonObject write(const AlertsMuted &e)
{
    return {{u"components"_s, QJsonArray::fromStringList(e.mute.components)},
            {u"until"_s, secondsOf(e.mute.until)},
            {u"reason"_s, e.mute.reason}};
}

void read(JsonReader &in, AlertsMuted &e)
{
    in.need("components"_L1, e.mute.components);
    in.need("until"_L1, e.mute.until);
    in.read("reason"_L1, e.mute.reason);
}

QJsonObject write(const RemedyStarted &e)
{
    return {{u"id"_s, e.run.id},          {u"name"_s, e.run.name},
            {u"step"_s, e.run.step},      {u"command"_s, QJsonArray::fromStringList(e.run.command)},
            {u"dry_run"_s, e.run.dryRun}, {u"automatic"_s, e.run.automatic}};
}

void read(JsonReader &in, RemedyStarted &e)
{
    in.need("id"_L1, e.run.id);
    in.read("name"_L1, e.run.name);
    in.read("step"_L1, e.run.step);
    in.need("command"_L1, e.run.command);
    in.read("dry_run"_L1, e.run.dryRun);
    in.read("automatic"_L1, e.run.automatic);
}

QJsonObject write(const RemedyEnded &e)
{
    return {{u"run"_s, e.run},
            {u"exit_code"_s, e.exitCode},
            {u"timed_out"_s, e.timedOut},
            {u"output"_s, e.output}};
}

void read(JsonReader &in, RemedyEnded &e)
{
    in.need("run"_L1, e.run);
    in.need("exit_code"_L1, e.exitCode);
    in.read("timed_out"_L1, e.timedOut);
    in.read("output"_L1, e.output);
}

} // namespace incident
