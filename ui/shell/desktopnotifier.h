// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/notifier.h"

#include <memory>
#include <QIcon>

class QSystemTrayIcon;

namespace ui {

/// The icon in the tray, and the notifications of the desktop by its own service; where there is
/// none, those of the tray; where there is no tray, nothing.
class DesktopNotifier final : public Notifier
{
    Q_OBJECT

public:
    DesktopNotifier();
    ~DesktopNotifier() override;

    void setStatus(const QString &sentence, bool isPressing) override;
    void notify(const QString &title, const QString &text, bool isPressing) override;

private slots:
    /// By the service, for any program.
    void take(uint id, const QString &action);

private:
    std::unique_ptr<QSystemTrayIcon> m_tray; ///< null: there is no session for it
    QIcon m_calm;
    QIcon m_pressing;
    bool m_isPressing = false;
    uint m_shown = 0; ///< the id that the service gave; 0: none
};

} // namespace ui
