// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/text.h"
#include "wording/eventsentence.h"
#include "wording/listwords.h"
#include "wording/termwords.h"

#include <QCoreApplication>

namespace wording {

using namespace incident;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPart = 300;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

/// ": the reason", or nothing.
QString behindColon(const QString &text)
{
    const QString plain = phraseText(base::oneLine(text, longestPart));
    return plain.isEmpty() ? QString() : ": "_L1 + plain;
}

QString named(const std::map<QString, QString> &names, const QString &id)
{
    const auto found = names.find(id);
    return found == names.end() ? QString() : found->second;
}

} // namespace

QString EventSentence::about(const KindChanged &changed) const
{
    return Words::tr("It is now told as %1", "kind").arg(words(changed.kind)) + byAuthor() +
           behindColon(changed.reason);
}

QString EventSentence::about(const Linked &linked) const
{
    const Link &link = linked.link;
    return words(link.relation).arg(link.ref) + byAuthor() + behindColon(link.reason);
}

QString EventSentence::about(const PromiseDated &dated) const
{
    QStringList parts;
    if (dated.due.isKnown())
        parts << Words::tr("due %1", "a time").arg(timeWords(dated.due, m_reader, TimeForm::By));
    if (!dated.trigger.isEmpty())
        parts << phraseText(dated.trigger);
    if (!dated.owner.isEmpty())
        parts << Words::tr("kept by %1", "a person").arg(dated.owner);
    const QString what = named(m_memory.m_promises, dated.promise);
    return Words::tr("Promise settled on its time") + byAuthor() + behindColon(what) +
           (parts.isEmpty() ? QString() : ", "_L1 + parts.join(u", "_s));
}

QString EventSentence::about(const FollowUpSet &set)
{
    const FollowUp &followUp = set.followUp;
    const bool known = !m_memory.m_followUps.insert_or_assign(followUp.id, followUp.title).second;
    QString text = (known ? Words::tr("Follow-up changed") : Words::tr("Follow-up noted")) +
                   byAuthor() + behindColon(followUp.title) + ", "_L1 + words(followUp.kind);
    if (followUp.due.isKnown())
        text += ", "_L1 +
                Words::tr("due %1", "a time").arg(timeWords(followUp.due, m_reader, TimeForm::By));
    if (!followUp.maintenanceRef.isEmpty())
        text += ", "_L1 + Words::tr("planned as %1", "reference").arg(followUp.maintenanceRef);
    return text;
}

QString EventSentence::about(const FollowUpSettled &settled) const
{
    return Words::tr("Follow-up %1", "its status").arg(words(settled.status)) + byAuthor() +
           behindColon(named(m_memory.m_followUps, settled.followUp)) +
           (settled.note.isEmpty() ? QString() : " ("_L1 + phraseText(settled.note) + u')');
}

QString EventSentence::about(const ProviderContacted &contacted) const
{
    const ProviderContact &contact = contacted.contact;
    QString text = Words::tr("Word with %1, by %2", "provider, channel")
                       .arg(contact.provider, words(contact.channel)) +
                   byAuthor() + behindColon(contact.said);
    if (!contact.reference.isEmpty())
        text += " ("_L1 + phraseText(contact.reference) + u')';
    return text;
}

QString EventSentence::about(const ProviderAnswered &answered) const
{
    return Words::tr("Answer of the provider noted") + byAuthor() + behindColon(answered.answer);
}

QString EventSentence::about(const AbortRuleSet &set) const
{
    return Words::tr("The work is given up %1", "a time")
               .arg(timeWords(set.rule.at, m_reader, TimeForm::At)) +
           behindColon(set.rule.rollback);
}

QString EventSentence::about(const AlertsMuted &muted) const
{
    if (muted.mute.components.isEmpty())
        return Words::tr("Alerts are muted no more") + byAuthor();
    const auto until = RoughInstant::exact(muted.mute.until);
    return Words::tr("Alerts of %1 muted until %2", "components, time")
        .arg(listWords(muted.mute.components), timeWords(until, m_reader, TimeForm::Plain));
}

QString EventSentence::about(const RemedyStarted &started)
{
    m_memory.m_remedies.insert_or_assign(started.run.id, started.run.name);
    const QString name = u'“' + started.run.name + u'”';
    return (started.run.dryRun ? Words::tr("Dry run of %1 started") : Words::tr("%1 started"))
               .arg(name) +
           (started.run.automatic ? Words::tr(" by itself") : byAuthor()) +
           behindColon(started.run.command.join(u' '));
}

QString EventSentence::about(const RemedyEnded &ended) const
{
    const QString name = u'“' + named(m_memory.m_remedies, ended.run) + u'”';
    const QString how = ended.timedOut ? Words::tr("%1 took too long and was stopped").arg(name)
                        : ended.exitCode == 0
                            ? Words::tr("%1 ended well").arg(name)
                            : Words::tr("%1 failed with code %2").arg(name).arg(ended.exitCode);
    return how + behindColon(ended.output);
}

} // namespace wording
