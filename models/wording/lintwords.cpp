// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/fieldtext.h"
#include "timing/zone.h"
#include "wording/lintrules.h"
#include "wording/postfields.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace wording {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

/// What the words span, read at the time of writing.
std::optional<RoughInstant> spanOf(const QString &phrase, const QTimeZone &zone, base::Instant now)
{
    QString plain = phrase.toLower().simplified();
    if (plain.startsWith(u"earlier "_s))
        plain = plain.sliced(8);
    const bool ahead = plain.startsWith(u"tomorrow"_s) || plain == u"tonight"_s;
    const timing::FieldContext context{zone, now,
                                       ahead ? timing::Lean::Future : timing::Lean::Past};
    static const QRegularExpression words(u"^(?:an?|half an) "_s);
    if (plain.endsWith(u" ago"_s) && words.match(plain).hasMatch()) {
        const auto length = timing::durationFromField(plain.chopped(4));
        plain = length && length->hi()
                    ? u"%1 min ago"_s.arg(
                          std::chrono::ceil<std::chrono::minutes>(*length->hi()).count())
                    : u"just now"_s;
    }
    const auto at = timing::instantFromField(plain, context);
    return at && at->lo() && at->hi() ? std::optional(*at) : std::nullopt;
}

/// A fact that the words can stand for: one clock time within their span.
std::optional<RoughInstant> factWithin(const RoughInstant &span, const incident::Facts &facts)
{
    std::vector<RoughInstant> known{facts.started, facts.fixed, facts.backToNormal,
                                    facts.nextUpdate};
    for (const auto &window : facts.planned)
        known.push_back(window.start);
    for (const RoughInstant &at : known) {
        const auto middle = at.middle();
        if (middle && isOneTime(forReaders(at)) && *middle >= *span.lo() && *middle <= *span.hi())
            return forReaders(at);
    }
    return std::nullopt;
}

/// "on the morning of 22 November 2026"
QString dayWords(const QString &phrase, const RoughInstant &span, const QTimeZone &zone)
{
    const base::Instant never{};
    const QString date = dateWords(*span.lo(), zone, never);
    const QString plain = phrase.toLower();
    if (plain.contains(u"morning"_s))
        return Words::tr("on the morning of %1").arg(date);
    if (plain.contains(u"afternoon"_s))
        return Words::tr("on the afternoon of %1").arg(date);
    if (plain.contains(u"evening"_s))
        return Words::tr("on the evening of %1").arg(date);
    if (plain.contains(u"night"_s))
        return Words::tr("on the night of %1").arg(date);
    return Words::tr("on %1", "a date").arg(date);
}

bool isDay(const QString &phrase)
{
    static const QRegularExpression expression(
        u"today|yesterday|tomorrow|night|morning|afternoon|evening"_s,
        QRegularExpression::CaseInsensitiveOption);
    return expression.match(phrase).hasMatch();
}

} // namespace

LintFindings findRelativeTimes(const QString &text, const LintContext &context)
{
    static const QRegularExpression expression(
        u"\\b(?:just now|moments? ago|a (?:moment|minute) ago|(?:an|half an) hour ago|"
        "\\d{1,3} (?:minutes?|mins?|hours?) ago|(?:earlier )?this (?:morning|afternoon|evening)|"
        "tonight|last night|earlier today|today|"
        "(?:yesterday|tomorrow)(?: (?:morning|afternoon|evening))?)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    // The day of an archive is never the reader's: its date is always named.
    const Reader reader{readerOf(context.facts, context.now).zone, base::Instant{}, true};
    LintFindings findings;
    for (auto it = expression.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString phrase = match.captured();
        const auto span = spanOf(phrase, reader.zone, context.now);
        if (!span)
            continue;
        const auto fact = factWithin(*span, context.facts);
        QString fix;
        if (fact)
            fix = timeWords(*fact, reader);
        else
            fix = isDay(phrase) ? dayWords(phrase, *span, reader.zone) : timeWords(*span, reader);
        findings.push_back(
            {match.capturedStart(), match.capturedLength(), LintKind::RelativeTime,
             Words::tr("“%1” means nothing to somebody who reads this next year.").arg(phrase), fix,
             Words::tr("say when", "button")});
    }
    return findings;
}

} // namespace wording
