// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/lookalikes.h"

#include "wording/factorwords.h"
#include "wording/listwords.h"
#include "workflow/desk.h"

#include <algorithm>
#include <map>

#include <QRegularExpression>
#include <QSet>

namespace workflow {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using incident::Incident;

namespace {

constexpr int mostWords = 8;
constexpr qsizetype shortestWord = 4;
/// A word that is in more incidents than this says nothing.
constexpr int commonFrom = 40;
constexpr double leastScore = 0.3;
/// A note this long before the fix may tell of it.
constexpr auto noteBefore = 30min;

// Of the 0..1 of a score.
constexpr double weightOfParts = 0.45;
constexpr double weightOfKind = 0.15;

QSet<QString> partsOf(const QStringList &components)
{
    QSet<QString> parts;
    for (const QString &component : components)
        parts.insert(component.toLower());
    return parts;
}

/// What somebody said about it, without the words that everything is described with.
QStringList wordsOf(const Incident &incident)
{
    static const QSet<QString> common = {
        u"down"_s,  u"does"_s,   u"from"_s, u"with"_s,  u"have"_s,   u"that"_s,   u"this"_s,
        u"they"_s,  u"when"_s,   u"were"_s, u"been"_s,  u"slow"_s,   u"some"_s,   u"open"_s,
        u"error"_s, u"errors"_s, u"page"_s, u"pages"_s, u"cannot"_s, u"answer"_s, u"work"_s};
    static const QRegularExpression between(u"[^\\p{L}\\p{N}]+"_s);
    QStringList words;
    const QString said = (incident.title + u' ' + incident.felt()).toLower();
    for (const QString &word : said.split(between, Qt::SkipEmptyParts)) {
        if (word.size() >= shortestWord && !common.contains(word) && !words.contains(word))
            words += word;
        if (words.size() == mostWords)
            break;
    }
    return words;
}

class Search
{
public:
    Search(const ledger::Ledger &ledger, const Incident &incident)
        : m_ledger(ledger)
        , m_incident(incident)
        , m_parts(partsOf(incident.components()))
    {}

    base::Done run()
    {
        double possible = 0;
        for (const QString &word : wordsOf(m_incident)) {
            const auto hits = m_ledger.search(word, commonFrom);
            if (!hits)
                return base::passOn(hits);
            if (hits->size() >= size_t(commonFrom))
                continue;
            // A rare word tells more.
            const double weight = 1.0 / double(std::max<size_t>(hits->size(), 2));
            possible += weight;
            for (const ledger::Hit &hit : *hits)
                add(hit.summary, weight, word);
        }
        if (auto done = addSameParts(); !done)
            return done;
        for (auto &[id, found] : m_found)
            found.score = score(found, possible);
        return {};
    }

    [[nodiscard]] std::vector<Lookalike> best(int limit) const
    {
        std::vector<Lookalike> all;
        for (const auto &[id, found] : m_found) {
            if (found.score >= leastScore)
                all.push_back(found);
        }
        // Of those that are as much alike the latest, also if it was written down long afterwards.
        std::ranges::stable_sort(all, std::greater{}, [](const Lookalike &one) {
            const ledger::Summary &summary = one.summary;
            return std::pair(one.score, summary.started.middle().value_or(summary.opened));
        });
        if (all.size() > size_t(limit))
            all.resize(size_t(limit));
        return all;
    }

private:
    void add(const ledger::Summary &summary, double weight, const QString &word)
    {
        const bool unlike =
            summary.id == m_incident.id || summary.state == incident::State::Dismissed ||
            (summary.kind == incident::Kind::Maintenance) != m_incident.isMaintenance();
        if (unlike)
            return;
        Lookalike &found = m_found[summary.id];
        found.summary = summary;
        found.score += weight;
        if (!word.isEmpty())
            found.because += word;
    }

    base::Done addSameParts()
    {
        for (const QString &component : m_incident.components()) {
            ledger::Filter filter;
            filter.component = component;
            filter.limit = commonFrom;
            const auto same = m_ledger.list(filter);
            if (!same)
                return base::passOn(same);
            for (const ledger::Summary &summary : *same)
                add(summary, 0, {});
        }
        return {};
    }

    double score(Lookalike &found, double possible) const
    {
        const QSet<QString> parts = partsOf(found.summary.components);
        const QSet<QString> both = parts & m_parts;
        const QSet<QString> either = parts | m_parts;
        const double ofParts = either.isEmpty() ? 0 : double(both.size()) / double(either.size());
        const double ofWords = possible > 0 ? std::min(1.0, found.score / possible) : 0;
        for (const QString &part : both)
            found.because.append(part);
        found.because.removeDuplicates();
        const bool sameKind = found.summary.kind == m_incident.kind;
        return ofParts * weightOfParts + (sameKind ? weightOfKind : 0) * (ofParts + ofWords) / 2 +
               ofWords * (1 - weightOfParts - weightOfKind);
    }

    const ledger::Ledger &m_ledger;
    const Incident &m_incident;
    QSet<QString> m_parts;
    std::map<QString, Lookalike> m_found;
};

QString lastNoteBefore(std::span<const incident::Event> events, base::Instant fixed)
{
    QString text;
    for (const incident::Event &event : events) {
        const auto *note = std::get_if<incident::Noted>(&event.payload);
        const base::Instant at = event.occurred.middle().value_or(event.recorded);
        if (note && at <= fixed && fixed - at <= noteBefore)
            text = note->text;
    }
    return text;
}

} // namespace

QString whatFixed(const Incident &incident, std::span<const incident::Event> events)
{
    QStringList said;
    const incident::MilestoneRow *fixed =
        incident.milestoneRow(incident::Milestone::Fixed, incident.round);
    if (fixed && !fixed->reason.isEmpty())
        said += wording::phraseText(fixed->reason);
    const auto at = incident.milestone(incident::Milestone::Fixed).middle();
    const auto over = incident.milestone(incident::Milestone::BackToNormal).middle();
    if (const auto end = at ? at : over; end && said.isEmpty()) {
        if (const QString note = lastNoteBefore(events, *end); !note.isEmpty())
            said += wording::phraseText(note);
    }
    if (!incident.cause.text.isEmpty())
        said += Desk::tr("cause: %1").arg(wording::phraseText(incident.cause.text));
    else if (!incident.cause.trigger.isEmpty())
        said += Desk::tr("cause: %1").arg(wording::factorWords(incident.cause.trigger));
    return wording::withCapital(said.join(u"; "_s));
}

base::Result<std::vector<Lookalike>> lookalikesOf(const ledger::Ledger &ledger,
                                                  const Incident &incident, int limit)
{
    Search search(ledger, incident);
    if (const auto done = search.run(); !done)
        return base::passOn(done);
    std::vector<Lookalike> best = search.best(limit);
    for (Lookalike &lookalike : best) {
        const auto events = ledger.events(lookalike.summary.id);
        const auto earlier = ledger.load(lookalike.summary.id);
        if (events && earlier)
            lookalike.fixedBy = whatFixed(*earlier, *events);
    }
    return best;
}

} // namespace workflow
