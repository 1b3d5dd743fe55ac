// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/undertakings.h"

#include "importing/factvalues.h"
#include "lint/phrases.h"

#include <algorithm>

namespace workflow {

using namespace Qt::StringLiterals;
using incident::PromiseKind;
using lint::PromisePhrase;
using timing::RoughInstant;

namespace {

constexpr QStringView sentenceEnds = u".!?\n";

/// Where the sentence around a place ends: before its full stop.
qsizetype endOfSentence(const QString &text, qsizetype from)
{
    for (qsizetype at = from; at < text.size(); ++at) {
        const bool isLast = at + 1 == text.size() || text[at + 1].isSpace();
        if (text[at] == u'\n' || (sentenceEnds.contains(text[at]) && isLast))
            return at;
    }
    return text.size();
}

RoughInstant dueOf(const PromisePhrase &phrase)
{
    if (!phrase.dueTo)
        return {};
    return phrase.dueFrom && *phrase.dueFrom < *phrase.dueTo
               ? RoughInstant::between(*phrase.dueFrom, *phrase.dueTo)
               : RoughInstant::exact(*phrase.dueTo);
}

/// "as soon as we know more", without the comma before it.
QString triggerIn(const QString &text, qsizetype begin, qsizetype end)
{
    QString words = text.mid(begin, end - begin).simplified();
    while (!words.isEmpty() && !words.front().isLetterOrNumber())
        words.remove(0, 1);
    return words;
}

/// Where the sentence around a place begins.
qsizetype beginOfSentence(const QString &text, qsizetype from)
{
    for (qsizetype at = from; at > 0; --at) {
        if (sentenceEnds.contains(text[at - 1]))
            return at;
    }
    return 0;
}

/// "and will pass it on" without what joins it to the words before.
QString quoteOf(const QString &text, const PromisePhrase &phrase)
{
    QString quote = text.mid(phrase.start, phrase.length).simplified();
    for (const QLatin1StringView joint : {"and "_L1, "but "_L1, "so "_L1}) {
        if (quote.startsWith(joint, Qt::CaseInsensitive))
            return quote.mid(joint.size());
    }
    return quote;
}

/// By what is undertaken, else by what the sentence is about.
PromiseKind kindOf(const PromisePhrase &phrase, const QString &undertaken, const QString &sentence)
{
    if (phrase.kind == PromisePhrase::Tell)
        return PromiseKind::NextUpdate;
    if (phrase.kind == PromisePhrase::Watch)
        return PromiseKind::Monitor;
    const PromiseKind kind = importing::promiseKindOf(undertaken);
    const bool isTheirs = importing::promiseKindOf(sentence) == PromiseKind::RelayProvider;
    if (kind == PromiseKind::Investigate && isTheirs)
        return PromiseKind::RelayProvider;
    return kind == PromiseKind::NextUpdate ? PromiseKind::Investigate : kind;
}

} // namespace

std::vector<incident::Promise> undertakingsIn(const QString &body, const lint::Context &context)
{
    const incident::Facts &facts = context.facts;
    std::vector<incident::Promise> promises;
    for (const PromisePhrase &phrase : lint::phrasesOf(body, context).promises) {
        const qsizetype behind = phrase.start + phrase.length;
        const qsizetype end = std::max(behind, std::min(endOfSentence(body, behind), phrase.reach));
        incident::Promise promise;
        const qsizetype begin = beginOfSentence(body, phrase.start);
        promise.quote = quoteOf(body, phrase);
        promise.kind = kindOf(phrase, body.mid(phrase.start, end - phrase.start),
                              body.mid(begin, end - begin));
        promise.due = dueOf(phrase);
        if (!promise.due.isKnown() && phrase.isBound)
            promise.trigger = triggerIn(body, behind, end);
        // An update without a time is kept by the next one, whatever it says.
        const bool stands = promise.kind == PromiseKind::NextUpdate
                                ? facts.nextUpdate.isKnown() || !promise.due.isKnown()
                                : promise.kind == PromiseKind::RelayProvider &&
                                      facts.cause.status == incident::CauseStatus::AwaitingProvider;
        if (!stands)
            promises.push_back(std::move(promise));
    }
    return promises;
}

} // namespace workflow
