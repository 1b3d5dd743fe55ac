// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QScrollArea>

namespace ui {

/// As high as what is in it while there is room, and scrolled where there is none: in a small
/// window nothing is squeezed until it cannot be read.
class FittingScroll final : public QScrollArea
{
    Q_OBJECT

public:
    /// `least`, `most`: its height in px where there is little room, and where there is much; 0: as
    /// much as is in it. Takes the content.
    FittingScroll(QWidget *content, int least, int most = 0, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int m_least;
    int m_most;
};

} // namespace ui
