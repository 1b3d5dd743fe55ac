// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/health/healthmodel.h"
#include "ui/widget/card.h"

#include <QPushButton>

namespace ui {

class MonitorFace;

/// A small card; pressing it asks for the large one.
class MonitorCard final : public QPushButton
{
    Q_OBJECT

public:
    /// How much room a card takes.
    enum class Density {
        Normal,
        Compact, ///< for a wall of many
    };

    explicit MonitorCard(Density density, QWidget *parent = nullptr);

    /// `summary` is what screen readers say.
    void present(const MonitorInfo &monitor, const ChartContent &content, PictureSource source,
                 const QString &summary);
    void setOverlay(const ChartOverlay &overlay, const QString &reading);

    [[nodiscard]] HealthChart *chart() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// The pointer is over this moment of the chart; nothing: it has left.
    void pointed(std::optional<base::InstantMs> at);

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    MonitorFace *m_face;
};

/// The large card.
class MonitorPanel final : public Card
{
    Q_OBJECT

public:
    explicit MonitorPanel(QWidget *parent = nullptr);

    void present(const MonitorInfo &monitor, const ChartContent &content, PictureSource source,
                 const QString &summary);

    void setOverlay(const ChartOverlay &overlay);

    /// Where the keyboard goes.
    [[nodiscard]] HealthChart *chart() const;

private:
    MonitorFace *m_face;
};

} // namespace ui
