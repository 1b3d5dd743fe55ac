// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/composition/workplace.h"
#include "ui/shell/desktopnotifier.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/appearance.h"
#include "ui/widget/wheelguard.h"

#include <memory>
#include <QTimer>

namespace app {

/// The window on one data folder, with everything behind it running.
class Window final : public QObject
{
    Q_OBJECT

public:
    Window(std::unique_ptr<Workplace> place, QApplication &application);
    ~Window() override;

    /// What measures and publishes begins once the ledger is found sound.
    void show();
    /// In front of everything else, for whoever starts the program twice.
    void comeForward();
    [[nodiscard]] Workplace &place() { return *m_place; }
    [[nodiscard]] ui::MainWindow &window() { return *m_window; }

signals:
    /// The ledger is damaged, or cannot be written: nothing was done with it.
    void unusable(const base::Error &error);

private:
    void beginWork();
    void choose(const QString &theme);

    std::unique_ptr<Workplace> m_place;
    ui::Appearance m_appearance;
    ui::WheelGuard m_wheel;
    ui::DesktopNotifier m_notifier;
    std::unique_ptr<ui::MainWindow> m_window;
    QTimer m_follow;
    QTimer m_midnight;
};

/// Runs the window until it is closed; the exit code.
[[nodiscard]] int runWindow(QApplication &application, const QString &dataDir);

} // namespace app
