// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

class QPainter;

namespace ui {

class Theme;

/// A key as it stands on the keyboard, beside what it does.
class KeyCap final : public QLabel
{
    Q_OBJECT

public:
    explicit KeyCap(const QString &key, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    /// For widgets that draw a key cap inside themselves.
    [[nodiscard]] static QSize sizeOf(const QString &key, const Theme &theme);
    static void paint(QPainter &painter, const QRect &box, const QString &key, const Theme &theme);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace ui
