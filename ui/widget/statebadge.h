// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/state.h"

#include <QLabel>

namespace ui {

/// A pill with the shape of a state and a word.
class StateBadge final : public QLabel
{
    Q_OBJECT

public:
    enum class Size {
        Normal, ///< beside a name
        Large,  ///< in the incident strip
        Bare,   ///< shape and words without a ground, for status bars and lists
    };

    explicit StateBadge(QWidget *parent = nullptr);

    /// An empty `words` shows the state's own word.
    void setState(State state, const QString &words = {});
    void setBadgeSize(Size size);
    [[nodiscard]] State state() const { return m_state; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont textFont() const;
    [[nodiscard]] int shapeSize() const;
    [[nodiscard]] int sidePadding() const;

    State m_state = State::NotMeasured;
    Size m_size = Size::Normal;
};

} // namespace ui
