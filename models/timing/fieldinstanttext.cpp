// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/fieldtext.h"
#include "timing/zone.h"

#include <QLocale>
#include <QStringList>

namespace timing {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// From the shortest, which leans on the context, to the one that leans on nothing.
QStringList pointTexts(Instant at, const FieldContext &context)
{
    const QDateTime local = toLocal(at, context.zone);
    QString time = local.toString(local.time().second() ? u"HH:mm:ss"_s : u"HH:mm"_s);
    if (isRepeated(at, context.zone))
        time += offsetText(at, context.zone);
    QStringList texts;
    if (local.date() == toLocal(context.reference, context.zone).date())
        texts += time;
    texts += QLocale::c().toString(local.date(), u"d MMM "_s) + time;
    texts += local.toString(u"yyyy-MM-dd "_s) + time;
    texts += isoUtc(at);
    return texts;
}

/// "16:08 to 16:09", from the shortest to the fullest.
QStringList rangeTexts(Instant lo, Instant hi, const FieldContext &context)
{
    FieldContext fromLo = context;
    fromLo.reference = lo;
    const QStringList seconds = pointTexts(hi, fromLo);
    QStringList texts;
    for (const QString &first : pointTexts(lo, context)) {
        for (const QString &second : seconds)
            texts += first + " to "_L1 + second;
    }
    return texts;
}

QStringList loosely(Instant lo, Instant hi, const FieldContext &context)
{
    const auto width = hi - lo;
    return width == 30min ? pointTexts(lo + 15min, context) : rangeTexts(lo, hi, context);
}

QStringList candidates(const RoughInstant &at, const FieldContext &context, QString &prefix)
{
    switch (at.precision()) {
    case Precision::Exact:
        return pointTexts(*at.lo(), context);
    case Precision::AtLeast:
        prefix = u"after "_s;
        return pointTexts(*at.lo(), context);
    case Precision::AtMost:
        prefix = u"before "_s;
        return pointTexts(*at.hi(), context);
    case Precision::About:
        prefix = u"around "_s;
        return loosely(*at.lo(), *at.hi(), context);
    case Precision::Daypart:
        prefix = u"some time "_s;
        return rangeTexts(*at.lo(), *at.hi(), context);
    default:
        return rangeTexts(*at.lo(), *at.hi(), context);
    }
}

} // namespace

QString fieldText(const RoughInstant &at, const FieldContext &context)
{
    if (at.precision() == Precision::NotApplicable)
        return u"n/a"_s;
    if (!at.isKnown())
        return {};
    QString prefix;
    const QStringList texts = candidates(at, context, prefix);
    for (const QString &text : texts) {
        const auto read = instantFromField(prefix + text, context);
        if (read && *read == at)
            return prefix + text;
    }
    return prefix + texts.constLast();
}

} // namespace timing
