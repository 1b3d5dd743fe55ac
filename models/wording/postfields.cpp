// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/postfields.h"

#include "incident/metrics.h"
#include "timing/arithmetic.h"
#include "timing/zone.h"
#include "wording/listwords.h"
#include "wording/verdict.h"

#include <algorithm>

#include <QCoreApplication>

namespace wording {

using incident::Facts;
using incident::Window;
using namespace Qt::StringLiterals;
using timing::RoughDuration;
using timing::RoughInstant;

namespace {

/// As readers take "straight away".
constexpr Span atOnce = std::chrono::minutes(2);

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

class Filler
{
public:
    Filler(const Facts &facts, base::Instant now)
        : m_facts(facts)
        , m_reader(readerOf(facts, now))
    {}

    TemplateFields take() && { return std::move(m_fields); }

    void fill(const std::optional<Prediction> &predicted)
    {
        texts();
        flags();
        milestones();
        if (m_facts.kind == incident::Kind::Maintenance)
            maintenance();
        else if (predicted)
            prediction(*predicted);
    }

    void speak(Voice voice)
    {
        const bool solo = voice == Voice::I;
        flag(u"solo"_s, solo);
        put(u"We"_s, solo ? Words::tr("I") : Words::tr("We"));
        put(u"we"_s, solo ? Words::tr("I") : Words::tr("we"));
        put(u"us"_s, solo ? Words::tr("me") : Words::tr("us"));
        put(u"Our"_s, solo ? Words::tr("My") : Words::tr("Our"));
        put(u"our"_s, solo ? Words::tr("my") : Words::tr("our"));
        put(u"mine"_s, solo ? Words::tr("mine") : Words::tr("ours"));
        put(u"are"_s, solo ? Words::tr("am") : Words::tr("are"));
        put(u"were"_s, solo ? Words::tr("was") : Words::tr("were"));
    }

private:
    void put(const QString &name, const QString &text, const QString &zoned = {})
    {
        if (!text.isEmpty())
            m_fields.values.insert_or_assign(name,
                                             FieldValue{text, zoned == text ? QString() : zoned});
    }

    void putTime(const QString &name, const RoughInstant &stated, TimeForm form)
    {
        const RoughInstant at = forReaders(stated);
        put(name, timeWords(at, m_reader, form), timeWords(at, m_reader.withZone(), form));
    }

    void putRange(const QString &name, const RoughInstant &from, const RoughInstant &to)
    {
        const RoughInstant start = forReaders(from);
        const RoughInstant end = forReaders(to);
        put(name, rangeWords(start, end, m_reader), rangeWords(start, end, m_reader.withZone()));
    }

    void flag(const QString &name, bool holds)
    {
        if (holds)
            m_fields.flags.insert(name);
    }

    void texts()
    {
        put(u"title"_s, phraseText(m_facts.title));
        put(u"felt"_s, phraseText(m_facts.felt));
        put(u"components"_s, phraseText(listWords(m_facts.components)));
        put(u"components.start"_s, withCapital(phraseText(listWords(m_facts.components))));
        put(u"cause"_s, inSentence(phraseText(m_facts.cause.text)));
        put(u"provider"_s, phraseText(m_facts.cause.provider));
        put(u"zone"_s, zoneWords(m_reader.zone));
    }

    void flags();
    void milestones();
    void maintenance();
    void prediction(const Prediction &predicted);
    void unlisted(const Window &window);
    [[nodiscard]] bool isUnlisted() const
    {
        return m_facts.actual.size() == 1 && m_facts.actual.front().several;
    }
    void verdict(const RoughDuration &expected, const RoughDuration &actual);

    const Facts &m_facts;
    Reader m_reader;
    TemplateFields m_fields;
};

void Filler::flags()
{
    using enum incident::State;
    flag(base::toName(m_facts.kind), true);
    flag(base::toName(m_facts.entry), true);
    const bool phase = m_facts.kind == incident::Kind::Maintenance && !m_facts.planned.empty();
    const incident::Effect effect = phase ? m_facts.planned.front().effect : m_facts.effect;
    flag(effect == incident::Effect::None ? u"no_effect"_s : base::toName(effect), true);
    if (m_facts.cause.status != incident::CauseStatus::Unknown)
        flag(base::toName(m_facts.cause.status), true);
    flag(u"first"_s, m_facts.updatesBefore == 0);
    flag(u"again"_s, m_facts.round > 1);
    flag(u"ours"_s, m_facts.cause.attribution == incident::Attribution::Own);
    flag(u"provider_fault"_s, m_facts.cause.attribution == incident::Attribution::Provider);
    flag(u"change"_s, m_facts.cause.trigger.startsWith(u"change."_s));
    flag(u"watching"_s, m_facts.state == Monitoring);
    flag(u"several"_s, m_facts.actual.size() > 1 || isUnlisted());
    flag(u"unlisted"_s, isUnlisted());
    flag(u"begun"_s, !m_facts.actual.empty());
}

void Filler::milestones()
{
    const auto &actual = m_facts.actual;
    const RoughInstant start = m_facts.started.isKnown() || actual.empty()
                                   ? m_facts.started
                                   : incident::startOf(actual.front());
    const RoughInstant end =
        m_facts.backToNormal.isKnown() || actual.empty() ? m_facts.backToNormal : actual.back().end;
    putTime(u"started.at"_s, start, TimeForm::At);
    putTime(u"started.since"_s, start, TimeForm::Since);
    putTime(u"fixed.at"_s, m_facts.fixed, TimeForm::At);
    putTime(u"fixed.since"_s, m_facts.fixed, TimeForm::Since);
    putTime(u"normal.at"_s, end, TimeForm::At);
    putTime(u"normal.since"_s, end, TimeForm::Since);
    if (isUnlisted())
        unlisted(actual.front());
    // With a length to tell, a range of frames says less than the start and the length do.
    else if ((isOneTime(forReaders(start)) && isOneTime(forReaders(end))) ||
             !m_facts.duration.isKnown())
        putRange(u"trouble.range"_s, start, end);
    const RoughDuration unnoticed = timing::difference(m_facts.detected, start);
    if (unnoticed.hi() && *unnoticed.hi() <= atOnce && *unnoticed.hi() >= Span(0))
        put(u"noticed"_s, Words::tr("straight away"));
    put(u"duration"_s, lengthWords(forReaders(m_facts.duration)));
    if (!actual.empty() && !isUnlisted())
        put(u"windows"_s, QString::number(actual.size()));
    put(u"estimate"_s, lengthWords(m_facts.estimate));
    put(u"estimate.within"_s, lengthWords(m_facts.estimate, LengthForm::Within));
    putTime(u"next_update.at"_s, m_facts.nextUpdate, TimeForm::At);
    putTime(u"next_update.by"_s, m_facts.nextUpdate, TimeForm::By);
}

/// "from 5 minutes to 40, this afternoon"
void Filler::unlisted(const Window &window)
{
    if (window.count > 0)
        put(u"windows"_s, QString::number(window.count));
    put(u"each.length"_s, lengthWords(window.duration));
    if (window.start.precision() == timing::Precision::Daypart)
        putTime(u"trouble.frame"_s, window.start, TimeForm::At);
    else
        put(u"trouble.frame"_s, frameWords(window.start, window.end, m_reader),
            frameWords(window.start, window.end, m_reader.withZone()));
}

void Filler::maintenance()
{
    const auto &planned = m_facts.planned;
    if (!planned.empty()) {
        const Window &first = planned.front();
        flag(u"planned.inside"_s, first.inside);
        if (first.inside)
            put(u"planned.when"_s, frameWords(first.start, first.end, m_reader),
                frameWords(first.start, first.end, m_reader.withZone()));
        // An end that only follows from start and length is told by the length.
        else if (isOneTime(forReaders(first.start)) && isOneTime(forReaders(first.end)))
            putRange(u"planned.when"_s, first.start, first.end);
        else
            putTime(u"planned.when"_s, first.start, TimeForm::At);
        const RoughDuration length = first.inside ? first.duration : incident::lengthOf(first);
        put(u"planned.length"_s, lengthWords(length));
        put(u"planned.felt"_s, phraseText(first.felt));
    }
    if (m_facts.actual.empty())
        return;
    const RoughInstant start = incident::startOf(m_facts.actual.front());
    putTime(u"actual.start"_s, start, TimeForm::At);
    putRange(u"actual.range"_s, start, incident::endOf(m_facts.actual.back()));
    put(u"took.length"_s, lengthWords(forReaders(m_facts.duration)));

    RoughDuration expected;
    for (const Window &window : planned) {
        const RoughDuration length = window.inside ? window.duration : incident::lengthOf(window);
        expected = &window == &planned.front() ? length : timing::sum(expected, length);
    }
    put(u"predicted.length"_s, lengthWords(expected));
    verdict(expected, m_facts.duration);
}

void Filler::prediction(const Prediction &predicted)
{
    const RoughDuration took = timing::notNegative(
        timing::difference(m_facts.backToNormal, RoughInstant::exact(predicted.made)));
    putTime(u"predicted.at"_s, RoughInstant::exact(predicted.made), TimeForm::At);
    put(u"predicted.length"_s, lengthWords(predicted.length));
    put(u"took.length"_s, lengthWords(forReaders(took)));
    verdict(predicted.length, took);
}

void Filler::verdict(const RoughDuration &expected, const RoughDuration &actual)
{
    const Verdict verdict = verdictOn(expected, actual);
    flag(u"sooner"_s, verdict == Verdict::Sooner);
    flag(u"as_expected"_s, verdict == Verdict::Expected);
    flag(u"longer"_s, verdict == Verdict::Later);
}

} // namespace

TemplateFields postFields(const Facts &facts, base::Instant now,
                          const std::optional<Prediction> &predicted, Voice voice)
{
    Filler filler(facts, now);
    filler.fill(predicted);
    filler.speak(voice);
    return std::move(filler).take();
}

Reader readerOf(const Facts &facts, base::Instant now)
{
    return {timing::zoneByName(facts.zone).value_or(QTimeZone::utc()), now, false};
}

} // namespace wording
