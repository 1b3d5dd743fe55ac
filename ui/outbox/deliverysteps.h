// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/outboxdesk.h"

#include <QLabel>

namespace ui {

/// How far a post has got: queued, sent, accepted, seen, as four points on a line and a word. Green
/// only when it has been seen.
class DeliverySteps final : public QLabel
{
    Q_OBJECT

public:
    explicit DeliverySteps(QWidget *parent = nullptr);

    void setState(ledger::IntentState state);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ledger::IntentState m_state = ledger::IntentState::Queued;
};

} // namespace ui
