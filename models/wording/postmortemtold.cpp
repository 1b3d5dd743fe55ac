// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/arithmetic.h"
#include "wording/listwords.h"
#include "wording/postmortemparts.h"
#include "wording/termwords.h"
#include "wording/verdict.h"

#include <QCoreApplication>

namespace wording {

using namespace incident;
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

QString headingOf(const Incident &incident, const PostRevision &post, const Reader &reader)
{
    QStringList targets;
    for (const Seen &seen : post.seen) {
        const bool imported = seen.target == importTarget && incident.origin;
        const QString place = imported ? phraseText(incident.origin->place) : seen.target;
        if (!targets.contains(place))
            targets += place;
    }
    const QString at =
        timeWords(RoughInstant::exact(post.seen.front().at), reader, TimeForm::Plain);
    QString heading = Words::tr("%1. %2, %3, on %4", "number, state, time, targets")
                          .arg(QString::number(post.number), withCapital(words(post.status)), at,
                               listWords(targets));
    if (incident.isSuperseded(post))
        heading += ", "_L1 + Words::tr("superseded: it came back");
    return heading;
}

QString predictedOf(const Incident &incident, const PostRevision &post)
{
    if (!post.estimate.isKnown())
        return {};
    const QString expected = Words::tr("Expected: %1.").arg(lengthWords(post.estimate));
    const RoughDuration took = timing::notNegative(
        timing::difference(incident.milestone(Milestone::BackToNormal, post.round),
                           RoughInstant::exact(post.written)));
    if (!took.isKnown())
        return expected;
    const Verdict verdict = verdictOn(post.estimate, took);
    const QString actual = lengthWords(took);
    if (verdict == Verdict::Expected)
        return expected + u' ' + Words::tr("It took %1 from then, as expected.").arg(actual);
    if (verdict == Verdict::Later)
        return expected + u' ' + Words::tr("It took longer: %1 from then.").arg(actual);
    if (verdict == Verdict::Sooner)
        return expected + u' ' + Words::tr("It took less: %1 from then.").arg(actual);
    return expected + u' ' + Words::tr("It took %1 from then.").arg(actual);
}

} // namespace

std::vector<PostmortemPost> toldPart(const Incident &incident, const Reader &reader)
{
    std::vector<PostmortemPost> told;
    for (const PostRevision &post : incident.posts) {
        // What readers never saw was not told.
        if (!post.seen.empty())
            told.push_back({headingOf(incident, post, reader), post.title, post.body.trimmed(),
                            predictedOf(incident, post)});
    }
    return told;
}

std::optional<PostmortemPost> originalPart(const Incident &incident, const Reader &reader)
{
    if (!incident.origin)
        return std::nullopt;
    const Origin &origin = *incident.origin;
    const QString at = timeWords(RoughInstant::exact(origin.posted), reader, TimeForm::Plain);
    QString heading =
        Words::tr("Imported from %1, posted %2", "place, time").arg(phraseText(origin.place), at);
    if (!origin.author.isEmpty())
        heading += Words::tr(" by %1", "author").arg(phraseText(origin.author));
    return PostmortemPost{heading, origin.url, origin.original.trimmed(), {}};
}

} // namespace wording
