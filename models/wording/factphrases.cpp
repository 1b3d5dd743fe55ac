// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/factphrases.h"

#include "wording/listwords.h"
#include "wording/postfields.h"
#include "wording/timewords.h"

namespace wording {

using incident::Facts;
using incident::Window;
using namespace Qt::StringLiterals;

namespace {

class Collector
{
public:
    explicit Collector(const Reader &reader)
        : m_reader(reader)
    {}

    std::map<QString, FactPhrase> take() && { return std::move(m_phrases); }

    void text(const QString &key, Fact fact, const QString &text)
    {
        if (text.size() > 1)
            m_phrases.insert_or_assign(key, FactPhrase{fact, text});
    }

    void time(const QString &key, Fact fact, const RoughInstant &at, bool due = false)
    {
        using enum TimeForm;
        const Reader zoned = m_reader.withZone();
        for (const auto &[suffix, value] :
             {std::pair(u".near"_s, forReaders(at)), std::pair(u".raw"_s, at)}) {
            // "since around 16:08" holds the plain form behind a word of its own.
            text(key + suffix, fact, timeWords(value, m_reader, Plain));
            text(key + suffix + ".at"_L1, fact, timeWords(value, m_reader, At));
            text(key + suffix + ".zone"_L1, fact, timeWords(value, zoned, Plain));
            text(key + suffix + ".zone.at"_L1, fact, timeWords(value, zoned, At));
        }
        if (due) {
            text(key + ".by"_L1, fact, timeWords(at, m_reader, By));
            text(key + ".by.zone"_L1, fact, timeWords(at, zoned, By));
        }
    }

    void length(const QString &key, Fact fact, const RoughDuration &length)
    {
        text(key, fact, lengthWords(length));
        text(key + ".near"_L1, fact, lengthWords(forReaders(length)));
        text(key + ".within"_L1, fact, lengthWords(length, LengthForm::Within));
    }

    void window(const QString &key, Fact fact, const Window &window)
    {
        time(key + ".start"_L1, fact, window.start);
        time(key + ".end"_L1, fact, window.end);
        length(key + ".length"_L1, fact, window.duration);
        text(key + ".felt"_L1, Fact::Felt, phraseText(window.felt));
        if (!window.inside)
            return;
        text(key + ".frame"_L1, fact, frameWords(window.start, window.end, m_reader));
        text(key + ".frame.zone"_L1, fact,
             frameWords(window.start, window.end, m_reader.withZone()));
    }

private:
    Reader m_reader;
    std::map<QString, FactPhrase> m_phrases;
};

} // namespace

std::map<QString, FactPhrase> factPhrases(const Facts &facts, base::Instant now)
{
    Collector all(readerOf(facts, now));
    all.text(u"felt"_s, Fact::Felt, phraseText(facts.felt));
    all.text(u"components"_s, Fact::Components, phraseText(listWords(facts.components)));
    all.text(u"cause"_s, Fact::Cause, inSentence(phraseText(facts.cause.text)));
    all.text(u"provider"_s, Fact::Provider, phraseText(facts.cause.provider));
    all.time(u"started"_s, Fact::Started, facts.started);
    all.time(u"fixed"_s, Fact::Fixed, facts.fixed);
    all.time(u"normal"_s, Fact::BackToNormal, facts.backToNormal);
    all.time(u"next"_s, Fact::NextUpdate, facts.nextUpdate, true);
    all.length(u"duration"_s, Fact::Duration, facts.duration);
    all.length(u"estimate"_s, Fact::Estimate, facts.estimate);
    for (std::size_t i = 0; i < facts.planned.size(); ++i)
        all.window(u"planned.%1"_s.arg(i), Fact::Planned, facts.planned[i]);
    for (std::size_t i = 0; i < facts.actual.size(); ++i)
        all.window(u"actual.%1"_s.arg(i), Fact::Actual, facts.actual[i]);
    return std::move(all).take();
}

} // namespace wording
