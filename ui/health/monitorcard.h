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
    explicit MonitorCard(QWidget *parent = nullptr);

    /// `summary` is what screen readers say.
    void present(const MonitorInfo &monitor, const ChartContent &content, PictureSource source,
                 const QString &summary);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
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

    /// Where the keyboard goes.
    [[nodiscard]] QWidget *chart() const;

signals:
    void tableRequested();

private:
    MonitorFace *m_face;
};

} // namespace ui
