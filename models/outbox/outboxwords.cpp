// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outbox/outbox.h"
#include "wording/clockwords.h"

namespace outbox {

using ledger::Intent;
using ledger::IntentState;

namespace {

/// A place's own words may lack their full stop, and more is said behind them.
QString ended(const QString &text)
{
    static constexpr QStringView ends = u".!?…";
    return text.isEmpty() || ends.contains(text.back()) ? text : text + u'.';
}

} // namespace

QString Outbox::labelOf(const QString &target) const
{
    const auto page = m_pages.find(target);
    return page == m_pages.end() ? target : page->second->label();
}

base::Result<std::vector<Waiting>> Outbox::waiting() const
{
    const auto intents = m_queue.unfinished();
    if (!intents)
        return base::passOn(intents);
    std::vector<Waiting> rows;
    std::set<QString> served;
    for (const Intent &intent : *intents) {
        const bool first = ledger::isOpen(intent.state) && served.insert(intent.target).second;
        rows.push_back(waitingOf(intent, first));
    }
    return rows;
}

Waiting Outbox::waitingOf(const Intent &intent, bool first) const
{
    const QString label = labelOf(intent.target);
    if (intent.state == IntentState::Failed) {
        return {intent,
                tr("%1 Try again when this is mended, or cancel it.").arg(ended(intent.lastError)),
                true};
    }
    if (!m_pages.contains(intent.target)) {
        return {intent,
                tr("There is no target “%1” any more. Set it up again, or cancel this post.")
                    .arg(intent.target),
                true};
    }
    const auto flight = m_flights.find(intent.target);
    const Delivery *delivery = flight == m_flights.end() ? nullptr : flight->second.delivery;
    if (delivery && delivery->intent().key == intent.key)
        return {intent, stageWords(delivery->stage(), label), false, true};
    if (m_paused.contains(intent.target))
        return {intent, tr("%1 is paused. It goes out when you resume it.").arg(label), true};
    if (const auto refused = m_refused.find(intent.target); refused != m_refused.end())
        return {intent, tr("%1 Then resume %2.").arg(ended(refused->second), label), true};
    if (!first)
        return {intent, tr("Waits for the post before it to reach %1.").arg(label), false};
    if (isDue(intent))
        return {intent, tr("Goes out next."), false};
    const QString in = wording::countdownClock(intent.nextTry - m_clock.now());
    if (isElsewhere(intent)) {
        return {intent,
                tr("An attempt was broken off, or is being made by another Watchkeeper. It is "
                   "looked after in %1.")
                    .arg(in),
                false};
    }
    return {intent, tr("%1 Next attempt in %2.").arg(ended(intent.lastError), in), false};
}

QString Outbox::stageWords(Delivery::Stage stage, const QString &label)
{
    switch (stage) {
    case Delivery::Stage::Looking:
        return tr("Looking whether %1 has it already.").arg(label);
    case Delivery::Stage::Sending:
        return tr("Being sent to %1.").arg(label);
    case Delivery::Stage::ReadingBack:
        break;
    }
    return tr("Sent; being read back from where readers of %1 see it.").arg(label);
}

} // namespace outbox
