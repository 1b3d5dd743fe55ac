// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/sharebars.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <QEvent>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Columns, px at normal size: the names before the bars and the words behind them.
constexpr double nameWidth = 150;
constexpr double wordsWidth = 230;
constexpr double leastBarWidth = 120;

} // namespace

ShareBars::ShareBars(const QString &name, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
}

void ShareBars::setBars(std::vector<ShareBar> bars)
{
    m_bars = std::move(bars);
    QStringList lines;
    for (const ShareBar &bar : m_bars)
        lines << u"%1: %2"_s.arg(bar.name, bar.words);
    setAccessibleDescription(lines.join(u'\n'));
    updateGeometry();
    update();
}

int ShareBars::rowHeight() const
{
    return Theme::current().scaled(24);
}

QSize ShareBars::sizeHint() const
{
    const Theme theme = Theme::current();
    return {theme.scaled(nameWidth + wordsWidth + 2 * leastBarWidth),
            rowHeight() * std::max(1, int(m_bars.size()))};
}

QSize ShareBars::minimumSizeHint() const
{
    return {Theme::current().scaled(nameWidth + wordsWidth + leastBarWidth), sizeHint().height()};
}

void ShareBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int height = rowHeight();
    for (int i = 0; i < int(m_bars.size()); ++i)
        paintRow(painter, {0, i * height, width(), height}, m_bars[size_t(i)]);
    if (hasFocus())
        paintFocusRing(painter, QRectF(rect()), radius::pill, Theme::current());
}

void ShareBars::paintRow(QPainter &painter, const QRect &row, const ShareBar &bar) const
{
    const Theme theme = Theme::current();
    double longest = 0;
    for (const ShareBar &other : m_bars)
        longest = std::max(longest, other.most);
    const int left = theme.scaled(nameWidth);
    const int room = row.width() - left - theme.scaled(wordsWidth);
    const auto width = [&](double value) {
        return longest > 0 ? room * value / longest : 0.;
    };
    painter.setFont(theme.font(TextSize::Body));
    painter.setPen(theme.color(ColorRole::Text));
    const QString name =
        painter.fontMetrics().elidedText(bar.name, Qt::ElideRight, left - space::m);
    painter.drawText(row.adjusted(0, 0, left - row.width(), 0), Qt::AlignVCenter, name);

    const QRectF box(left, row.top() + row.height() * 0.25, width(bar.most), row.height() * 0.5);
    if (bar.most > bar.least)
        paintHatching(painter, box, theme.color(ColorRole::Accent), 5);
    painter.fillRect(QRectF(box.left(), box.top(), width(bar.least), box.height()),
                     theme.color(ColorRole::Accent));

    const int end = int(box.right()) + space::s;
    painter.setFont(theme.font(TextSize::Secondary));
    painter.setPen(theme.color(ColorRole::Secondary));
    painter.drawText(
        QRect(end, row.top(), row.right() - end, row.height()), Qt::AlignVCenter,
        painter.fontMetrics().elidedText(bar.words, Qt::ElideRight, row.right() - end));
}

void ShareBars::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace ui
