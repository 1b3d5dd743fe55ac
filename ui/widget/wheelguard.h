// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace ui {

/// Keeps the mouse wheel from changing a box that somebody only scrolls past: without the focus,
/// the wheel belongs to the page. An event filter for the application.
class WheelGuard final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace ui
