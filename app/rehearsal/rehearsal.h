// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/rehearsal/practiceprocess.h"
#include "app/window/window.h"

#include <functional>
#include <QElapsedTimer>

namespace app {

struct RehearsalOptions
{
    Breakage scenario = Breakage::Killed;
    bool fast = false;  ///< a look each second and short waits
    bool alone = false; ///< the rehearsal does what the user would do
};

/// Plays the whole main job on the practice service: every step is over only when its result was
/// read back from where it has to show.
class Rehearsal final : public QObject
{
    Q_OBJECT

public:
    using Printer = std::function<void(const QString &step, double seconds, const QString &result)>;

    Rehearsal(Window &window, RehearsalOptions options, Printer print);

    /// Begins; done() tells the end.
    void start();
    [[nodiscard]] QStringList screenshots() const { return m_screenshots; }
    [[nodiscard]] QString postmortemPath() const;

    /// What has to be in a data folder before the window is opened on it.
    [[nodiscard]] static base::Done prepare(const QString &dataDir,
                                            const RehearsalOptions &options);

signals:
    /// Empty: every step was read back.
    void done(const QString &trouble);

private:
    /// What is known when a step is over; nothing while it is not.
    using Outcome = std::optional<QString>;
    struct Step
    {
        QString title;
        QString hint; ///< what the user does now
        std::function<base::Done()> act;
        std::function<Outcome()> outcome;
        bool always = false; ///< the rehearsal acts here also when the user drives
    };

    void addWatchSteps();
    void addFightSteps();
    void addAfterSteps();
    void advance();
    void enter();
    void finish(const QString &trouble);
    void takeScreenshot(const QString &name);
    [[nodiscard]] incident::Incident incident() const;
    [[nodiscard]] Outcome stamped(incident::Milestone milestone) const;
    [[nodiscard]] Outcome published(incident::PublicStatus status) const;
    [[nodiscard]] Outcome startIsRight() const;
    [[nodiscard]] Outcome endIsRight() const;
    [[nodiscard]] base::Done press(ui::StripKey key);
    [[nodiscard]] base::Done publish();
    [[nodiscard]] base::Done run(const incident::Command &command);
    [[nodiscard]] workflow::Condition condition() const;

    Window &m_window;
    Workplace &m_place;
    RehearsalOptions m_options;
    Printer m_print;
    PracticeProcess m_service;
    QString m_monitor;
    QString m_incident;
    std::vector<Step> m_steps;
    size_t m_current = 0;
    QStringList m_screenshots;
    QElapsedTimer m_total;
    QElapsedTimer m_inStep;
    QTimer m_look;
    base::Instant m_brokenAt{};
    base::Instant m_mendedAt{};
};

} // namespace app
