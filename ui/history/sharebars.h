// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace ui {

/// One bar: what it is of, how long it is, and the words behind it.
struct ShareBar
{
    QString name;
    double least = 0; ///< what it is at least; drawn full. 0 or more
    double most = 0;  ///< what it may be at the most; the rest is hatched
    QString words;

    bool operator==(const ShareBar &) const = default;
};

/// Bars that lie under each other and are compared by their length. What is not certain of a value
/// is hatched, as everywhere. Screen readers get the words, a bar a line.
class ShareBars final : public QWidget
{
    Q_OBJECT

public:
    explicit ShareBars(const QString &name, QWidget *parent = nullptr);

    void setBars(std::vector<ShareBar> bars);
    [[nodiscard]] const std::vector<ShareBar> &bars() const { return m_bars; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;
    void paintRow(QPainter &painter, const QRect &row, const ShareBar &bar) const;

    std::vector<ShareBar> m_bars;
};

} // namespace ui
