// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/compose.h"

#include "timing/due.h"
#include "timing/zone.h"
#include "wording/postfields.h"

#include <algorithm>

/// What a post promises besides the next update: found in its text, shown to its author, and kept
/// in mind once readers have seen it.
namespace workflow {

using base::Done;
using base::ErrorKind;
using incident::Promise;

namespace {

bool holds(const QString &text, const QString &quote)
{
    return text.simplified().contains(quote, Qt::CaseInsensitive);
}

/// It is kept in mind already.
bool isKnown(const incident::Incident &incident, const Promise &promise)
{
    return std::ranges::any_of(incident.promises, [&](const Promise &other) {
        return other.isOpen() && other.kind == promise.kind && other.quote == promise.quote;
    });
}

} // namespace

std::vector<Undertaking> Compose::undertakings() const
{
    std::vector<Undertaking> undertakings;
    if (!m_incident.exists())
        return undertakings;
    // What the program says by itself stands in the fields.
    wording::Style plain = style();
    plain.templates = nullptr;
    const QString own =
        wording::say(facts(), m_desk.clock().now(), wording::lastPrediction(m_incident), plain)
            .body;
    const incident::PostRevision *corrected =
        m_draft.replaces.isEmpty() ? nullptr : m_incident.post(m_draft.replaces);
    for (Promise &promise : undertakingsIn(m_draft.body, lintContext())) {
        // What a correction says again was settled when it was said first.
        const bool isSettled = corrected && holds(corrected->body, promise.quote);
        if (!isSettled && !holds(own, promise.quote) && !isKnown(m_incident, promise))
            undertakings.push_back(chosen(std::move(promise)));
    }
    return undertakings;
}

/// With what the author has said about it.
Undertaking Compose::chosen(Promise promise) const
{
    Undertaking undertaking{std::move(promise), false, {}, {}};
    const auto choice =
        std::ranges::find(m_draft.promises, undertaking.promise.quote, &PromiseChoice::quote);
    if (choice == m_draft.promises.end())
        return undertaking;
    undertaking.isDropped = choice->isDropped;
    undertaking.typedDue = choice->due;
    const auto due = timing::instantFromField(
        choice->due, {future().zone, choice->typed.value_or(now()), timing::Lean::Future});
    if (!due) {
        undertaking.problem = due.error().text;
    } else if (due->isKnown()) {
        undertaking.promise.due = *due;
        if (const auto at = timing::dueOf(*due); at && *at <= now())
            undertaking.problem = tr("This is past. Say a later time.");
    }
    return undertaking;
}

PromiseChoice &Compose::choiceOf(const QString &quote)
{
    const auto known = std::ranges::find(m_draft.promises, quote, &PromiseChoice::quote);
    return known != m_draft.promises.end() ? *known : m_draft.promises.emplace_back(quote);
}

void Compose::dropPromise(const QString &quote, bool isDropped)
{
    choiceOf(quote).isDropped = isDropped;
    touched();
}

void Compose::datePromise(const QString &quote, const QString &due)
{
    PromiseChoice &choice = choiceOf(quote);
    if (choice.due == due)
        return;
    choice.due = due;
    choice.typed = now();
    touched();
}

QString Compose::dueWords(const Promise &promise) const
{
    if (!promise.due.isKnown())
        return promise.trigger;
    return wording::timeWords(promise.due, wording::readerOf(facts(), now()),
                              wording::TimeForm::By);
}

base::Result<std::vector<Promise>> Compose::promises() const
{
    std::vector<Promise> promises;
    for (Undertaking &undertaking : undertakings()) {
        if (undertaking.isDropped)
            continue;
        if (!undertaking.problem.isEmpty()) {
            return base::fail(ErrorKind::Input,
                              tr("When “%1” falls due cannot be kept: %2")
                                  .arg(undertaking.promise.quote, undertaking.problem));
        }
        undertaking.promise.id = QString::number(promises.size() + 1);
        promises.push_back(std::move(undertaking.promise));
    }
    return promises;
}

} // namespace workflow
