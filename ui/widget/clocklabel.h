// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <QLabel>

namespace ui {

/// A running time in large digits of one width, so that nothing jumps when it ticks. Screen readers
/// take the time from its accessible description; the name says what is measured.
class ClockLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ClockLabel(QWidget *parent = nullptr);

    /// "00:12:41"; from a day on "1 d 03:12:41". Less than 0 counts as 0.
    void setElapsed(std::chrono::seconds elapsed);
    /// No clock runs: "--:--:--", and `spoken` for screen readers.
    void setStopped(const QString &spoken);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont clockFont() const;
};

} // namespace ui
