// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/metrics.h"
#include "staticsite/sitewords.h"
#include "timing/zone.h"
#include "wording/termwords.h"
#include "wording/timewords.h"

#include <QCoreApplication>

namespace staticsite {

using namespace Qt::StringLiterals;
using incident::Window;
using publish::Thread;
using timing::RoughInstant;
using wording::TimeForm;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StatusSite)
};

/// A page is read years later: every time has its date and zone.
wording::Reader readerOf(const Edition &edition)
{
    return {edition.times().zone(), base::Instant(), true};
}

QString frameOf(const Window &window, const Edition &edition)
{
    const auto reader = readerOf(edition);
    if (window.inside)
        return wording::frameWords(window.start, window.end, reader);
    const QString range = wording::rangeWords(window.start, window.end, reader);
    if (!range.isEmpty())
        return range;
    const bool lasts = window.isOpen();
    return wording::timeWords(window.start, reader, lasts ? TimeForm::Since : TimeForm::At);
}

QString withLength(const QString &when, const timing::RoughDuration &length)
{
    const QString words = wording::lengthWords(length);
    if (words.isEmpty())
        return when;
    //: when something was, and how long it took
    return when.isEmpty() ? words : Words::tr("%1, for %2").arg(when, words);
}

RoughInstant endOf(const Thread &thread)
{
    if (thread.backToNormal.isKnown())
        return thread.backToNormal;
    return thread.actual.empty() ? RoughInstant() : thread.actual.back().end;
}

QString overWords(const Thread &thread, const Edition &edition)
{
    const auto reader = readerOf(edition);
    const RoughInstant end = endOf(thread);
    const QString range = wording::rangeWords(thread.started, end, reader);
    if (!range.isEmpty())
        return withLength(range, thread.trouble);
    if (end.isKnown())
        return Words::tr("back to normal %1").arg(wording::timeWords(end, reader));
    if (thread.started.isKnown())
        return withLength(wording::timeWords(thread.started, reader), thread.trouble);
    return Words::tr("reported on %1").arg(edition.timesAmongWords().moment(thread.publishedAt()));
}

} // namespace

QString windowWords(const Window &window, const Edition &edition)
{
    const QString when =
        withLength(frameOf(window, edition),
                   window.isOpen() ? timing::RoughDuration() : incident::lengthOf(window));
    //: what happened: when
    return Words::tr("%1: %2").arg(capitalised(wording::words(window.effect)), when);
}

QStringList planLines(const Thread &thread, const Edition &edition)
{
    QStringList lines;
    for (const Window &window : thread.planned) {
        const QString when = withLength(frameOf(window, edition), window.duration);
        if (!when.isEmpty())
            lines.append(capitalised(when));
    }
    return lines;
}

QString whenWords(const Thread &thread, const Edition &edition)
{
    if (thread.isMaintenance() && (thread.isPlanned() || thread.actual.empty())) {
        //: between the phases of planned work
        const QString plan = planLines(thread, edition).join(Words::tr("; "));
        if (!plan.isEmpty())
            return plan;
    }
    if (thread.isOver())
        return capitalised(overWords(thread, edition));
    return capitalised(
        wording::timeWords(thread.started, readerOf(edition), wording::TimeForm::Since));
}

Markup whenLine(const Thread &thread, const Edition &edition)
{
    const QString words = whenWords(thread, edition);
    if (words.isEmpty())
        return {};
    const auto span = publish::plannedSpan(thread.planned);
    if (thread.isPlanned() && span)
        return edition.times().spanElement(span->from, span->until, words);
    return edition.times().spanElement(thread.started.middle(), endOf(thread).middle(), words);
}

QString nextUpdateWords(const publish::Update &update, const Edition &edition)
{
    const QString by = wording::timeWords(update.nextUpdate, readerOf(edition), TimeForm::By);
    return by.isEmpty() ? by : Words::tr("Next update %1").arg(by);
}

Markup whenMarkup(const RoughInstant &at, const Edition &edition)
{
    const QString words = capitalised(wording::timeWords(at, readerOf(edition)));
    if (words.isEmpty())
        return {};
    if (at.isExact())
        return edition.times().timeElement(*at.lo(), words);
    return edition.times().spanElement(at.lo(), at.hi(), words);
}

} // namespace staticsite
