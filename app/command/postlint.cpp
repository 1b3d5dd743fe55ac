// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/postlint.h"

#include "app/command/words.h"

#include <QJsonArray>
#include <QJsonObject>

namespace app {

using namespace Qt::StringLiterals;
using workflow::Compose;
using workflow::PostFinding;

namespace {

/// More rounds than this, and a fix makes what it is to mend.
constexpr int mostRounds = 200;

const QString &textOf(const Compose &compose, const PostFinding &finding)
{
    return finding.inTitle ? compose.draft().title : compose.draft().body;
}

QJsonObject toJson(const Compose &compose, const PostFinding &found, int number)
{
    const lint::Finding &finding = found.finding;
    const bool secret = finding.kind == lint::Kind::Secret;
    return {{u"number"_s, number},
            {u"kind"_s, base::toName(finding.kind)},
            {u"part"_s, found.inTitle ? u"title"_s : u"text"_s},
            {u"start"_s, finding.start},
            {u"length"_s, finding.length},
            {u"words"_s,
             secret ? QString() : textOf(compose, found).mid(finding.start, finding.length)},
            {u"sentence"_s, finding.sentence},
            {u"fix"_s, finding.fix},
            {u"fix_label"_s, finding.fixLabel}};
}

using Step = void (Compose::*)(const PostFinding &);

/// One finding by its number, or one after the other until none is left.
base::Done settle(Compose &compose, const QString &which, Step step)
{
    if (which == u"all") {
        for (int round = 0; round < mostRounds; ++round) {
            const auto left = compose.findings();
            if (left.empty())
                return {};
            (compose.*step)(left.front());
        }
        return {};
    }
    const auto findings = compose.findings();
    bool isNumber = false;
    const int number = which.toInt(&isNumber);
    if (!isNumber || number < 1 || number > int(findings.size()))
        return base::fail(
            base::ErrorKind::Input,
            Words::tr("There is no finding %1. See “post lint” for their numbers.").arg(which));
    (compose.*step)(findings[std::size_t(number - 1)]);
    return {};
}

} // namespace

int lintDraft(const Invocation &call, const Options &options, Compose &compose)
{
    const bool changes = options.has(u"fix"_s) || options.has(u"ignore"_s);
    for (const auto &[name, step] : {std::pair(u"ignore"_s, Step(&Compose::ignoreFinding)),
                                     std::pair(u"fix"_s, Step(&Compose::applyFinding))}) {
        if (!options.has(name))
            continue;
        if (const base::Done done = settle(compose, options.get(name), step); !done) {
            compose.discardChanges();
            return call.fail(done.error());
        }
    }
    if (changes) {
        if (const base::Done saved = compose.save(); !saved)
            return call.fail(saved.error());
    }
    QJsonArray answer;
    for (const PostFinding &finding : compose.findings()) {
        const int number = int(answer.size()) + 1;
        call.say(u"%1. %2 [%3]"_s.arg(QString::number(number), finding.finding.sentence,
                                      finding.finding.fixLabel));
        answer.append(toJson(compose, finding, number));
    }
    if (answer.isEmpty())
        call.say(Words::tr("Nothing to point at."));
    call.answer(answer);
    if (!changes)
        compose.discardChanges();
    return Done;
}

} // namespace app
