// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widget/card.h"
#include "workflow/outboxdesk.h"

class QLabel;

namespace ui {

class ActionButton;
class DeliverySteps;
class ElidedLabel;

/// One post that waits: what it is, how far it has got, what it waits for, and what can be done.
class DeliveryCard final : public Card
{
    Q_OBJECT

public:
    explicit DeliveryCard(QWidget *parent = nullptr);

    void setEntry(const workflow::OutboxEntry &entry);
    [[nodiscard]] const workflow::OutboxEntry &entry() const { return m_entry; }

signals:
    void sendWanted();
    void differenceWanted();
    void withdrawalWanted();

private:
    workflow::OutboxEntry m_entry;
    ElidedLabel *m_title;
    QLabel *m_what;
    DeliverySteps *m_steps;
    QLabel *m_sentence;
    ActionButton *m_send;
    ActionButton *m_difference;
    ActionButton *m_withdraw;
};

} // namespace ui
