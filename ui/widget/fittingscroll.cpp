// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/fittingscroll.h"

#include <algorithm>
#include <QEvent>

namespace ui {

FittingScroll::FittingScroll(QWidget *content, int least, int most, QWidget *parent)
    : QScrollArea(parent)
    , m_least(least)
    , m_most(most)
{
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    // The ground of what it stands in shows through.
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setFocusPolicy(Qt::NoFocus);
}

QSize FittingScroll::sizeHint() const
{
    const QSize inside = widget()->sizeHint();
    return {inside.width(), m_most > 0 ? std::min(m_most, inside.height()) : inside.height()};
}

QSize FittingScroll::minimumSizeHint() const
{
    return {widget()->minimumSizeHint().width(), std::min(m_least, sizeHint().height())};
}

bool FittingScroll::eventFilter(QObject *watched, QEvent *event)
{
    const bool isHandled = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return isHandled;
}

} // namespace ui
