// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace ui {

/// Where the desktop shows something outside of our window. Nothing that is told here may be told
/// nowhere else: a desktop may have no such place.
class Notifier : public QObject
{
    Q_OBJECT

public:
    /// Takes the place of what stood there.
    virtual void setStatus(const QString &sentence, bool isPressing) = 0;
    /// `isPressing`: it stays until somebody has seen it, where the desktop can do that. All texts
    /// are plain.
    virtual void notify(const QString &title, const QString &text, bool isPressing) = 0;

signals:
    /// Somebody has pressed the icon.
    void summoned();
    /// Somebody has pressed a notification.
    void pressed();
};

} // namespace ui
