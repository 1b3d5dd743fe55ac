// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/businessdays.h"
#include "lint/rules.h"
#include "lint/words.h"
#include "wording/postfields.h"

namespace lint {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using timing::RoughInstant;
using wording::TimeForm;

namespace {

constexpr Span usualUpdate = 20min;
constexpr Span usualWatch = 30min;
constexpr Span grid = 5min;
constexpr int usualDays = 5;

Instant nextOnGrid(Instant at)
{
    return Instant((at.time_since_epoch() + grid - 1s) / grid * grid);
}

/// What binds the promise: the field if it says so, else what is usual.
QString binding(const PromisePhrase &promise, const Context &context, const wording::Reader &reader)
{
    const auto clock = [&](Instant at) {
        return wording::timeWords(RoughInstant::exact(at), reader, TimeForm::Plain);
    };
    const auto &next = context.facts.nextUpdate;
    switch (promise.kind) {
    case PromisePhrase::Tell:
        if (next.hi() && *next.hi() > context.now)
            return wording::timeWords(next, reader, TimeForm::By);
        return Words::tr("by %1", "a time").arg(clock(nextOnGrid(context.now + usualUpdate)));
    case PromisePhrase::Watch:
        return Words::tr("until %1", "a time").arg(clock(nextOnGrid(context.now + usualWatch)));
    case PromisePhrase::Act:
        break;
    }
    const Instant due = incident::afterBusinessDays(context.now, usualDays, context.facts.zone);
    return Words::tr("by %1", "a date").arg(wording::dateWords(due, reader.zone, context.now));
}

} // namespace

Findings findPromises(const QString &text, const Context &context, const Phrases &phrases)
{
    const wording::Reader reader = wording::readerOf(context.facts, context.now);
    Findings findings;
    for (const PromisePhrase &promise : phrases.promises) {
        if (promise.isBound)
            continue;
        const QString said = text.mid(promise.start, promise.length);
        const QString words = binding(promise, context, reader);
        findings.push_back({promise.start, promise.length, Kind::Promise,
                            Words::tr("A promise without a date: “%1”.").arg(said.simplified()),
                            said + u' ' + words, Words::tr("add “%1”", "button").arg(words)});
    }
    return findings;
}

} // namespace lint
