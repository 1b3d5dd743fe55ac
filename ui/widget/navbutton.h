// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widget/icon.h"

#include <QRadioButton>

namespace ui {

/// One place of the window in the rail at its left: an icon with its word. Exclusive among
/// siblings.
class NavButton final : public QRadioButton
{
    Q_OBJECT

public:
    NavButton(Icon icon, const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &position) const override;

private:
    Icon m_icon;
};

} // namespace ui
