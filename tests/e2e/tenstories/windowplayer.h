// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "player.h"
#include "support/manualclock.h"

#include <functional>
#include <memory>
#include <QTemporaryDir>
#include <QVariant>

class QDialog;

namespace app {
class Window;
class Workplace;
} // namespace app

namespace ui {
enum class IncidentForm;
class MainWindow;
} // namespace ui

namespace tenstories {

/// In the window of the program, by its keys, its menus and its fields.
class WindowPlayer final : public Player
{
public:
    WindowPlayer();
    ~WindowPlayer() override;

    [[nodiscard]] QString play(const Step &step) override;
    [[nodiscard]] Incident incident() const override;
    [[nodiscard]] QString page() const override;

private:
    void act(const Tell &deed);
    void act(const Open &deed);
    void act(const Plan &deed);
    void act(const Phase &deed);
    void act(const Severity &deed);
    void act(const Blame &deed);
    void act(const Mark &deed);
    void act(const Note &deed);
    void act(const Publish &deed);
    void act(const Undertake &deed);
    void act(const Settle &deed);
    void act(const Tick &deed);
    void act(const Leave &deed);
    void act(const Contact &deed);
    void act(const Answer &deed);
    void act(const Start &deed);
    void act(const EndPhase &deed);
    void act(const Finish &deed);
    void act(const Write &deed);
    void act(const Export &deed);
    void act(const Advance &deed);
    void act(const Close &deed);

    using Fields = std::vector<std::pair<QString, QVariant>>;

    /// One of the window's own list of everything.
    void choose(const QString &title);
    void press(Qt::Key key);
    /// What `open` opens is filled in, and its button is pressed.
    void fill(const std::function<void()> &open, const std::function<void(QDialog &)> &fill);
    /// A form with these fields: texts are typed, unless they are empty, and values chosen.
    void form(ui::IncidentForm form, const Fields &fields);
    /// A field of the console, with Enter behind it.
    void writeField(const QString &name, const QString &text);
    void showPostmortem();
    void check(bool done, const QString &what);
    void complain(const QString &sentence);

    QTemporaryDir m_folder;
    support::ManualClock m_clock;
    app::Workplace *m_place = nullptr; ///< the window owns it
    std::unique_ptr<app::Window> m_window;
    ui::MainWindow *m_shell = nullptr;
    QString m_failed;
};

} // namespace tenstories
