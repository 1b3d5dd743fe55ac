// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/tokenstyle.h"

#include "ui/theme/paint.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double indicatorSize = 16;
/// Between the border of a field and its words, over what Fusion leaves, px.
constexpr int fieldInset = 5;

struct IndicatorColors
{
    QColor fill;
    QColor border;
    QColor mark;
};

IndicatorColors indicatorColors(const QStyleOption &option, const Theme &theme)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool set = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor panel = theme.color(ColorRole::Panel);
    if (!set) {
        const QColor border = theme.color(enabled ? ColorRole::Faint : ColorRole::Hairline);
        const bool hover = enabled && (option.state & QStyle::State_MouseOver);
        return {panel, hover ? theme.color(ColorRole::Accent) : border, {}};
    }
    const QColor full = theme.color(ColorRole::Up);
    const QColor fill = enabled ? full : mixed(panel, full, 0.5);
    return {fill, fill, panel};
}

void paintCheck(QPainter &painter, const QRectF &box, const QStyleOption &option,
                const QColor &color)
{
    painter.setPen(QPen(color, box.width() / 8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const auto at = [&](double x, double y) {
        return QPointF(box.left() + box.width() * x, box.top() + box.height() * y);
    };
    if (option.state & QStyle::State_NoChange)
        painter.drawLine(at(0.28, 0.5), at(0.72, 0.5));
    else
        painter.drawPolyline(QPolygonF{at(0.25, 0.52), at(0.43, 0.7), at(0.76, 0.31)});
}

QRectF squareIn(const QRectF &rect)
{
    const double side = std::min(rect.width(), rect.height());
    return QRectF(rect.left() + (rect.width() - side) / 2, rect.top() + (rect.height() - side) / 2,
                  side, side);
}

void paintIndicator(QPainter &painter, const QStyleOption &option, bool round)
{
    const Theme theme = Theme::current();
    const IndicatorColors colors = indicatorColors(option, theme);
    const QRectF box = squareIn(option.rect);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double corner = round ? box.width() / 2 : double(radius::pill);
    paintBox(painter, box, corner, colors.fill, colors.border, 1.4);
    if (option.state & (QStyle::State_On | QStyle::State_NoChange)) {
        if (round) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colors.mark);
            painter.drawEllipse(box.center(), box.width() * 0.2, box.width() * 0.2);
        } else {
            paintCheck(painter, box, option, colors.mark);
        }
    }
    painter.restore();
}

void paintChevron(QPainter &painter, const QRectF &box, bool up, bool enabled)
{
    const double reach = Theme::current().scaled(3.5);
    const double rise = up ? -reach / 2 : reach / 2;
    const QPointF middle = box.center();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = Theme::current().color(enabled ? ColorRole::Secondary : ColorRole::Hairline);
    painter.setPen(QPen(ink, lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{middle + QPointF(-reach, -rise), middle + QPointF(0, rise),
                                   middle + QPointF(reach, -rise)});
    painter.restore();
}

void paintFieldFrame(QPainter &painter, const QStyleOption &option, bool focused)
{
    const Theme theme = Theme::current();
    const bool enabled = option.state & QStyle::State_Enabled;
    paintBox(painter, option.rect, radius::card,
             theme.color(enabled ? ColorRole::Panel : ColorRole::Window),
             theme.color(focused ? ColorRole::Accent : ColorRole::Hairline));
}

void paintSpinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QStyle &style,
                  const QWidget *widget)
{
    paintFieldFrame(painter, option, option.state & QStyle::State_HasFocus);
    const auto arrow = [&](QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag step) {
        const QRect box = style.subControlRect(QStyle::CC_SpinBox, &option, part, widget);
        paintChevron(painter, box, part == QStyle::SC_SpinBoxUp, option.stepEnabled & step);
    };
    arrow(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled);
    arrow(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled);
}

void paintComboBox(QPainter &painter, const QStyleOptionComboBox &option, const QStyle &style,
                   const QWidget *widget)
{
    paintFieldFrame(painter, option, option.state & QStyle::State_HasFocus);
    const QRect box =
        style.subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxArrow, widget);
    paintChevron(painter, box, false, option.state & QStyle::State_Enabled);
}

} // namespace

TokenStyle::TokenStyle()
    : QProxyStyle(u"Fusion"_s)
{}

void TokenStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintIndicator(*painter, *option, false);
        return;
    case PE_IndicatorRadioButton:
        paintIndicator(*painter, *option, true);
        return;
    case PE_IndicatorArrowDown:
        paintChevron(*painter, option->rect, false, option->state & State_Enabled);
        return;
    case PE_FrameFocusRect:
        paintFocusRing(*painter, option->rect, radius::pill, Theme::current());
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void TokenStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        spin && control == CC_SpinBox) {
        paintSpinBox(*painter, *spin, *proxy(), widget);
        return;
    }
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        combo && control == CC_ComboBox && combo->frame) {
        paintComboBox(*painter, *combo, *proxy(), widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect TokenStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                 SubControl subControl, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subControlRect(control, option, subControl, widget);
    if (control == CC_SpinBox && subControl == SC_SpinBoxEditField)
        return rect.adjusted(fieldInset, 0, fieldInset, 0);
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        return rect.adjusted(fieldInset, 0, 0, 0);
    if (control == CC_SpinBox && (subControl == SC_SpinBoxUp || subControl == SC_SpinBoxDown))
        return rect.translated(-1, subControl == SC_SpinBoxUp ? 1 : -1);
    if (control == CC_ComboBox && subControl == SC_ComboBoxArrow)
        return rect.translated(-3, 0);
    return rect;
}

QSize TokenStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox) {
        whole.setHeight(std::max(whole.height(), Theme::current().fieldHeight()));
        whole.rwidth() += 2 * fieldInset;
    }
    return whole;
}

int TokenStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                            const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return Theme::current().scaled(indicatorSize);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return space::m;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int TokenStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returnData) const
{
    // Etched text is unreadable on a dark ground.
    if (hint == SH_EtchDisabledText)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

} // namespace ui
