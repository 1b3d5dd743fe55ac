// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/outbox/deliverycard.h"

#include "ui/outbox/deliverysteps.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/elidedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

using ledger::IntentState;

DeliveryCard::DeliveryCard(QWidget *parent)
    : Card(parent)
    , m_title(new ElidedLabel({}, TextRole::Strong))
    , m_what(makeLabel({}, TextRole::Secondary))
    , m_steps(new DeliverySteps)
    , m_sentence(makeLabel({}, TextRole::Body))
    , m_send(new ActionButton(ActionButton::Kind::Secondary, tr("Try now")))
    , m_difference(new ActionButton(ActionButton::Kind::Primary, tr("Show the difference…")))
    , m_withdraw(new ActionButton(ActionButton::Kind::Danger, tr("Withdraw")))
{
    m_sentence->setWordWrap(true);
    m_withdraw->setToolTip(tr("Only what has not reached the place can be withdrawn"));
    auto *heading = new QHBoxLayout;
    heading->setSpacing(space::s);
    heading->addWidget(m_title, 1);
    heading->addWidget(m_what);
    heading->addSpacing(space::l);
    heading->addWidget(m_steps);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::s);
    actions->addStretch(1);
    for (ActionButton *button : {m_withdraw, m_send, m_difference})
        actions->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::m, space::s, space::m, space::s);
    layout->setSpacing(space::s);
    layout->addLayout(heading);
    layout->addWidget(m_sentence);
    layout->addLayout(actions);
    connect(m_send, &QPushButton::clicked, this, &DeliveryCard::sendWanted);
    connect(m_difference, &QPushButton::clicked, this, &DeliveryCard::differenceWanted);
    connect(m_withdraw, &QPushButton::clicked, this, &DeliveryCard::withdrawalWanted);
}

void DeliveryCard::setEntry(const workflow::OutboxEntry &entry)
{
    m_entry = entry;
    setAccessibleName(tr("%1, %2, to %3").arg(entry.title, entry.what, entry.label));
    m_title->setText(entry.title);
    m_what->setText(entry.what);
    m_steps->setState(entry.state);
    m_sentence->setText(entry.sentence);
    setTone(m_sentence, entry.needsPerson ? Tone::Degraded : Tone::Normal);
    m_send->setEnabled(!entry.isBusy && !entry.isPaused);
    m_difference->setVisible(entry.foreign.has_value());
    m_withdraw->setEnabled(!entry.isBusy && entry.state != IntentState::Accepted);
    m_send->setAccessibleName(tr("Try now: %1").arg(entry.title));
    m_withdraw->setAccessibleName(tr("Withdraw: %1").arg(entry.title));
}

} // namespace ui
