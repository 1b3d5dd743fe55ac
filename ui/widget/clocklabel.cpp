// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/clocklabel.h"

#include "ui/theme/theme.h"

#include <cmath>
#include <QFontMetricsF>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Width of the widest digit. Font features come with Qt 6.7; until then each digit gets this cell.
double digitWidth(const QFontMetricsF &metrics)
{
    double widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

double advance(const QFontMetricsF &metrics, QChar letter)
{
    const bool inCell = letter.isDigit() || letter == u'-';
    return inCell ? digitWidth(metrics) : metrics.horizontalAdvance(letter);
}

QString twoDigits(qint64 number)
{
    return u"%1"_s.arg(number, 2, 10, QChar(u'0'));
}

} // namespace

ClockLabel::ClockLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(u"--:--:--"_s);
}

void ClockLabel::setElapsed(std::chrono::seconds elapsed)
{
    const qint64 seconds = std::max<qint64>(0, elapsed.count());
    const qint64 days = seconds / 86400;
    const qint64 hours = seconds / 3600 % 24;
    const qint64 minutes = seconds / 60 % 60;
    QString shown = twoDigits(hours) + u':' + twoDigits(minutes) + u':' + twoDigits(seconds % 60);
    //: Spoken form of a running clock
    QString spoken = tr("%1 h %2 min %3 s").arg(hours).arg(minutes).arg(seconds % 60);
    if (days > 0) {
        //: %1 days, %2 is 03:12:41
        shown = tr("%1 d %2").arg(days).arg(shown);
        spoken = tr("%n days, %1", nullptr, int(days)).arg(spoken);
    }
    setText(shown);
    setAccessibleDescription(spoken);
    updateGeometry();
}

void ClockLabel::setStopped(const QString &spoken)
{
    setText(u"--:--:--"_s);
    setAccessibleDescription(spoken);
    updateGeometry();
}

QFont ClockLabel::clockFont() const
{
    return Theme::current().font(TextSize::Clock, QFont::DemiBold);
}

QSize ClockLabel::sizeHint() const
{
    const QFontMetricsF metrics(clockFont());
    double width = 0;
    for (const QChar letter : text())
        width += advance(metrics, letter);
    return QSize(int(std::ceil(width)), int(std::ceil(metrics.height())));
}

void ClockLabel::paintEvent(QPaintEvent *)
{
    const QFontMetricsF metrics(clockFont());
    QPainter painter(this);
    painter.setFont(clockFont());
    painter.setPen(palette().color(QPalette::WindowText));
    const double baseline = (height() + metrics.ascent() - metrics.descent()) / 2;
    double left = 0;
    for (const QChar letter : text()) {
        const double cell = advance(metrics, letter);
        const double slack = cell - metrics.horizontalAdvance(letter);
        painter.drawText(QPointF(left + slack / 2, baseline), QString(letter));
        left += cell;
    }
}

} // namespace ui
