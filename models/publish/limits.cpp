// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/limits.h"

#include <QCoreApplication>

namespace publish {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(publish)
};

/// What is told this long after it began is told with its time.
constexpr auto backdatedFrom = 24h;

QStringList unknownComponents(const Capabilities &target, const Thread &thread)
{
    QStringList unknown;
    if (target.showsComponents && target.components.isEmpty())
        return unknown;
    for (const ComponentEffect &component : thread.components) {
        if (!target.showsComponents || !target.components.contains(component.name))
            unknown << component.name;
    }
    return unknown;
}

QStringList unsaidLengths(const Capabilities &target, const QString &label, const Thread &thread,
                          const Update &update)
{
    QStringList sentences;
    if (target.longestTitle > 0 && thread.title.size() > target.longestTitle)
        sentences << Words::tr("%1 cuts the title after %n character(s).", nullptr,
                               target.longestTitle)
                         .arg(label);
    if (target.longestBody > 0 && update.body.size() > target.longestBody)
        sentences << Words::tr("%1 does not take a text of more than %n character(s). Shorten it.",
                               nullptr, target.longestBody)
                         .arg(label);
    return sentences;
}

QStringList unsaidPlan(const Capabilities &target, const QString &label, const Thread &thread)
{
    if (!thread.isMaintenance())
        return {};
    QStringList sentences;
    const auto span = plannedSpan(thread.planned);
    if (!target.plansWindows)
        sentences
            << Words::tr("%1 has no calendar: the window stands in the text only.").arg(label);
    else if (!span || (!span->until && !target.plansOpenEnds))
        sentences << Words::tr("%1 wants planned work to have a start and an end. Enter them.")
                         .arg(label);
    if (thread.cancelled && !target.cancelsPlans)
        sentences << Words::tr("%1 cannot say “called off”: it shows the work as completed, with "
                               "your text.")
                         .arg(label);
    return sentences;
}

} // namespace

QStringList unsaid(const Capabilities &target, const QString &label, const Thread &thread,
                   const QString &revision)
{
    const Update *update = thread.updateWith(revision);
    if (!update)
        return {};
    QStringList sentences = unsaidLengths(target, label, thread, *update);
    sentences += unsaidPlan(target, label, thread);
    const QStringList unknown = unknownComponents(target, thread);
    if (!unknown.isEmpty())
        sentences
            << Words::tr("%1 does not show the component %2.").arg(label, unknown.join(", "_L1));
    const auto began = thread.started.lo();
    const bool late = !thread.isMaintenance() && began &&
                      *began + backdatedFrom < thread.updates.front().publishedAt;
    if (late && !target.backdates)
        sentences << Words::tr("%1 dates it by the time of the post, not by its start.").arg(label);
    if (!update->edits.empty() && !target.editsUpdates)
        sentences << Words::tr("%1 keeps the text as it was first posted.").arg(label);
    return sentences;
}

QStringList abilities(const Capabilities &target, const QString &label)
{
    QStringList sentences;
    sentences << (target.backdates
                      ? Words::tr("What is told afterwards is dated by when it happened.")
                      : Words::tr("It cannot date back: what is told afterwards is dated by the "
                                  "time of the post."));
    if (!target.plansWindows)
        sentences << Words::tr("It has no calendar: a planned window stands in the text only.");
    else if (!target.plansOpenEnds)
        sentences << Words::tr("Planned work has its window there, and needs a start and an end.");
    else
        sentences << Words::tr("Planned work has its window there.");
    if (!target.cancelsPlans)
        sentences << Words::tr("Work that is called off is shown as completed, with your text.");
    if (target.showsComponents && !target.components.isEmpty())
        sentences
            << Words::tr("It shows these components: %1.").arg(target.components.join(", "_L1));
    else
        sentences << (target.showsComponents
                          ? Words::tr("It shows which components are affected.")
                          : Words::tr("It shows no components until you map them."));
    sentences << postmortemWords(target, label);
    sentences << (target.notifies ? Words::tr("It tells subscribers, if you tick it for a post.")
                                  : Words::tr("It sends no messages by itself."));
    return sentences;
}

QString postmortemWords(const Capabilities &target, const QString &label)
{
    return target.keepsPostmortems
               ? Words::tr("%1 has a place of its own for postmortems, beside the updates.")
                     .arg(label)
               : Words::tr("It has no place for postmortems: one goes to %1 as one more update.")
                     .arg(label);
}

} // namespace publish
