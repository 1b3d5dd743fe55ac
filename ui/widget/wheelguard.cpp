// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/wheelguard.h"

#include <memory>
#include <QAbstractScrollArea>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QScrollBar>

namespace ui {

namespace {

/// Null: the wheel may do there what it likes.
QWidget *guarded(QObject *watched)
{
    const bool isSlider =
        qobject_cast<QAbstractSlider *>(watched) && !qobject_cast<QScrollBar *>(watched);
    const bool isBox =
        qobject_cast<QComboBox *>(watched) || qobject_cast<QAbstractSpinBox *>(watched);
    return isSlider || isBox ? static_cast<QWidget *>(watched) : nullptr;
}

/// Null: it does not stand on one.
QAbstractScrollArea *pageAround(const QWidget *box)
{
    for (QWidget *around = box->parentWidget(); around; around = around->parentWidget()) {
        if (auto *page = qobject_cast<QAbstractScrollArea *>(around))
            return page;
    }
    return nullptr;
}

} // namespace

bool WheelGuard::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPolish = event->type() == QEvent::Polish;
    if (!isPolish && event->type() != QEvent::Wheel)
        return false;
    QWidget *box = guarded(watched);
    if (!box)
        return false;
    if (isPolish) {
        // Otherwise the wheel itself would bring the focus.
        if (box->focusPolicy() == Qt::WheelFocus)
            box->setFocusPolicy(Qt::StrongFocus);
        return false;
    }
    if (box->hasFocus())
        return false;
    if (QAbstractScrollArea *page = pageAround(box)) {
        const std::unique_ptr<QEvent> same(event->clone());
        QCoreApplication::sendEvent(page->viewport(), same.get());
    }
    event->accept();
    return true;
}

} // namespace ui
