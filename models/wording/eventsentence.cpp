// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/eventsentence.h"

#include "base/text.h"
#include "incident/checklist.h"
#include "wording/listwords.h"
#include "wording/postmortem.h"
#include "wording/termwords.h"
#include "wording/windowwords.h"

#include <QCoreApplication>

namespace wording {

using namespace incident;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestSentence = 400;
/// A note is what somebody saw, and a postmortem has it whole.
constexpr qsizetype longestNote = 4000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

/// ": the reason", or nothing.
QString behindColon(const QString &text)
{
    const QString plain = phraseText(text);
    return plain.isEmpty() ? QString() : ": "_L1 + plain;
}

QString quoted(const QString &text)
{
    QString plain = base::oneLine(text, longestSentence);
    if (plain.endsWith(u'.'))
        plain.chop(1);
    return u'“' + plain + u'”';
}

} // namespace

EventSentence::EventSentence(EventWords &memory, const Event &event)
    : m_memory(memory)
    , m_event(event)
    , m_reader{memory.m_zone, event.recorded, false}
{}

QString EventSentence::say()
{
    const QString text =
        std::visit([this](const auto &payload) { return about(payload); }, m_event.payload);
    const bool isNote = std::holds_alternative<Noted>(m_event.payload);
    const qsizetype longest = isNote ? longestNote : longestSentence;
    const QString plain = base::oneLine(withCapital(text), longest);
    // What is cut says so.
    return plain.endsWith(u'…') ? plain : phraseText(plain, longest) + u'.';
}

QString EventSentence::byAuthor() const
{
    // What an imported post tells is not the word of who imported it.
    const bool toldBefore = m_memory.m_origin && m_event.occurred.hi() < m_event.recorded;
    if (toldBefore && m_event.occurred.hi()) {
        const QString author = base::oneLine(m_memory.m_origin->author, longestSentence);
        return author.isEmpty() ? QString() : Words::tr(" by %1", "author").arg(author);
    }
    return m_event.author.isEmpty() ? QString() : Words::tr(" by %1", "author").arg(m_event.author);
}

QString EventSentence::about(const Opened &opened) const
{
    const QString entry =
        opened.entry == EntryMode::Live ? QString() : ", "_L1 + words(opened.entry);
    return Words::tr("%1 opened as %2", "kind, state")
               .arg(words(opened.kind), words(opened.state)) +
           entry + byAuthor() + behindColon(opened.title);
}

QString EventSentence::about(const TitleChanged &changed) const
{
    return Words::tr("Title changed") + byAuthor() + behindColon(changed.title);
}

QString EventSentence::about(const SeverityChanged &changed) const
{
    return Words::tr("Severity set to %1").arg(changed.severity) + byAuthor();
}

QString EventSentence::about(const CauseStated &stated) const
{
    QString text =
        Words::tr("Cause: %1", "its status").arg(words(stated.cause.status)) + byAuthor();
    if (!stated.cause.text.isEmpty())
        text += behindColon(stated.cause.text);
    if (!stated.reason.isEmpty())
        text += " ("_L1 + phraseText(stated.reason) + u')';
    return text;
}

QString EventSentence::about(const StateChanged &changed) const
{
    return Words::tr("State changed to %1").arg(words(changed.to)) + byAuthor() +
           behindColon(changed.reason);
}

QString EventSentence::about(const MilestoneSet &set)
{
    const QString name = words(set.milestone);
    const auto key = std::pair(set.round, int(set.milestone));
    const QString who = set.source == Source::Manual ? byAuthor() : ", "_L1 + words(set.source);
    const bool corrected = !m_memory.m_milestones.insert(key).second;
    QString text;
    if (set.at.precision() == timing::Precision::NotApplicable) {
        text = Words::tr("%1 does not apply, stated", "milestone").arg(name);
    } else if (!set.at.isKnown()) {
        m_memory.m_milestones.erase(key);
        text = Words::tr("%1 taken back", "milestone").arg(name);
    } else {
        const QString at = timeWords(set.at, m_reader, TimeForm::At);
        if (corrected)
            return Words::tr("%1 corrected%2, now %3", "milestone, who, time").arg(name, who, at) +
                   behindColon(set.reason);
        text = Words::tr("%1 stamped %2", "milestone, time").arg(name, at);
    }
    return text + who + behindColon(set.reason);
}

QString EventSentence::about(const WindowSet &set)
{
    const Window &window = set.window;
    const bool corrected = !m_memory.m_windows.insert(window.seq).second;
    const QString number = QString::number(window.seq);
    QString text;
    if (window.planned)
        text = corrected ? Words::tr("Window %1 planned anew").arg(number)
                         : Words::tr("Window %1 planned").arg(number);
    else
        text = corrected ? Words::tr("Window %1 corrected").arg(number)
                         : Words::tr("Window %1 added").arg(number);
    text += byAuthor() + behindColon(windowWords(window, m_reader));
    if (!set.reason.isEmpty())
        text += " ("_L1 + phraseText(set.reason) + u')';
    return text;
}

QString EventSentence::about(const WindowWithdrawn &withdrawn) const
{
    return Words::tr("Window %1 withdrawn").arg(withdrawn.seq) + byAuthor() +
           behindColon(withdrawn.reason);
}

QString EventSentence::about(const Noted &noted) const
{
    const QString text = noted.text.simplified();
    return Words::tr("Note") + byAuthor() + (text.isEmpty() ? QString() : ": "_L1 + text);
}

QString EventSentence::about(const AlertLinked &linked)
{
    const AlertEvidence &alert = linked.alert;
    const bool known = !m_memory.m_alerts.insert(alert.alert).second;
    if (alert.ended.isKnown())
        return Words::tr("Alert of %1 ended %2", "monitor, time")
            .arg(alert.monitor, timeWords(alert.ended, m_reader, TimeForm::At));
    return (known ? Words::tr("Alert of %1 goes on") : Words::tr("Alert of %1"))
               .arg(alert.monitor) +
           behindColon(alert.summary);
}

QString EventSentence::about(const PostRevised &revised)
{
    const PostRevision &post = revised.revision;
    m_memory.m_posts.insert_or_assign(post.id, post.number);
    const auto replaced = m_memory.m_posts.find(post.replaces);
    const QString number = QString::number(post.number);
    const QString text =
        replaced == m_memory.m_posts.end()
            ? Words::tr("Post %1 (%2) written").arg(number, words(post.status))
            : Words::tr("Post %1 (%2) written in place of post %3")
                  .arg(number, words(post.status), QString::number(replaced->second));
    return text + byAuthor() + behindColon(quoted(post.title));
}

QString EventSentence::about(const PostsRetracted &retracted)
{
    m_memory.m_retractions.insert(retracted.id);
    return Words::tr("The posts were retracted from %1%2: %3", "targets, who, reason")
        .arg(listWords(retracted.targets), byAuthor(), phraseText(retracted.reason));
}

QString EventSentence::about(const PostSeen &seen) const
{
    if (m_memory.m_retractions.contains(seen.revision))
        return Words::tr("Readers of %1 do not find the posts any more", "target").arg(seen.target);
    const auto post = m_memory.m_posts.find(seen.revision);
    if (seen.target == importTarget && post != m_memory.m_posts.end())
        return Words::tr("Post %1 was told", "number").arg(post->second);
    return post == m_memory.m_posts.end()
               ? Words::tr("A post was seen on %1", "target").arg(seen.target)
               : Words::tr("Post %1 was seen on %2", "number, target")
                     .arg(QString::number(post->second), seen.target);
}

QString EventSentence::about(const PromiseMade &made)
{
    const Promise &promise = made.promise;
    const QString what = promise.quote.isEmpty() ? words(promise.kind) : quoted(promise.quote);
    m_memory.m_promises.insert_or_assign(promise.id, what);
    QString text = Words::tr("Promise made: %1").arg(what);
    if (promise.due.isKnown())
        text += ", "_L1 +
                Words::tr("due %1", "a time").arg(timeWords(promise.due, m_reader, TimeForm::By));
    else if (!promise.trigger.isEmpty())
        text += ", "_L1 + phraseText(promise.trigger);
    return text;
}

QString EventSentence::about(const PromiseSettled &settled) const
{
    const auto promise = m_memory.m_promises.find(settled.promise);
    const QString what = promise == m_memory.m_promises.end() ? QString() : promise->second;
    return Words::tr("Promise %1", "its status").arg(words(settled.status)) + byAuthor() +
           behindColon(what) +
           (settled.note.isEmpty() ? QString() : " ("_L1 + phraseText(settled.note) + u')');
}

QString EventSentence::about(const ChecklistStarted &started)
{
    const auto checklist = checklistFromJson(started.checklist);
    if (!checklist)
        return Words::tr("Checklist started");
    for (const ChecklistStep &step : checklist->steps)
        m_memory.m_stepTitles.insert_or_assign(step.id, step.title);
    return Words::tr("Checklist started") + behindColon(checklist->title);
}

QString EventSentence::about(const StepMarked &marked) const
{
    const auto title = m_memory.m_stepTitles.find(marked.step);
    const QString name = title == m_memory.m_stepTitles.end() ? marked.step : title->second;
    return Words::tr("Step %1 %2", "title, state").arg(quoted(name), words(marked.state)) +
           (marked.automatic ? QString() : byAuthor()) + behindColon(marked.reason);
}

QString EventSentence::about(const Reopened &reopened) const
{
    return Words::tr("Reopened") + byAuthor() + behindColon(reopened.reason);
}

QString EventSentence::about(const SectionWritten &written) const
{
    if (const auto state = base::fromName<ReviewState>(written.text);
        state && written.section == reviewSection)
        return Words::tr("Postmortem: %1", "state of its review").arg(words(*state)) + byAuthor();
    QString heading = written.section;
    for (const PostmortemSection &section : postmortemSections()) {
        if (section.id == written.section)
            heading = section.heading;
    }
    return Words::tr("Postmortem section %1 written").arg(quoted(heading)) + byAuthor();
}

QString EventSentence::about(const PostmortemExported &exported) const
{
    return Words::tr("Postmortem exported as %1", "file format").arg(exported.format) + byAuthor();
}

QString EventSentence::about(const Imported &imported)
{
    const QString who = byAuthor();
    m_memory.m_origin = imported.origin;
    return Words::tr("Imported%1 from %2", "who, place")
        .arg(who, phraseText(imported.origin.place));
}

QString EventSentence::about(const ImportShown &shown) const
{
    return (shown.targets.isEmpty() ? Words::tr("The imported posts are not shown to readers")
                                    : Words::tr("The imported posts are shown on %1", "targets")
                                          .arg(listWords(shown.targets))) +
           byAuthor();
}

QString EventSentence::about(const UnknownEvent &unknown) const
{
    return Words::tr("An event of a newer version, “%1”, is kept as it is").arg(unknown.kind);
}

} // namespace wording
