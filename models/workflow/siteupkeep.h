// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "deploy/runner.h"
#include "settings/deliverytable.h"
#include "settings/settings.h"

#include <functional>
#include <QFuture>
#include <QTimer>

namespace workflow {

/// The program that brings the site to where it is served.
[[nodiscard]] deploy::Command deployCommand(const settings::Settings &settings);
/// No words: nothing is deployed any more. Errors: Input, Storage.
[[nodiscard]] base::Done setDeployCommand(settings::Settings &settings, const QStringList &words,
                                          std::chrono::seconds limit);

/// What writing the whole status site has come to.
struct SiteWritten
{
    int files = 0;
    int changed = 0;
    int removed = 0;

    bool operator==(const SiteWritten &) const = default;
};

/// Who writes it.
struct SiteWriter
{
    using Progress = std::function<void(int done, int all)>;

    /// `progress` may be called in another thread.
    std::function<QFuture<base::Result<SiteWritten>>(const Progress &progress)> write;
    /// Ends what is being written or deployed.
    std::function<void()> stop;
};

/// The status site as a whole: written anew and deployed when something else than a post has
/// changed, and by which command. What fails for a while is tried again.
class SiteUpkeep final : public QObject
{
    Q_OBJECT

public:
    SiteUpkeep(settings::Settings &settings, std::shared_ptr<const deploy::Runner> runner,
               SiteWriter writer, QObject *parent = nullptr);

    /// Writes the site now, or once more when it is being written already.
    void write();
    /// Ends what is being written or deployed, also for a post. It is not tried again by itself.
    void stop();
    [[nodiscard]] bool isBusy() const { return m_busy; }

    [[nodiscard]] settings::Settings &settings() { return m_settings; }
    /// How the last deployment went, also one for a post; nothing if there was none.
    [[nodiscard]] std::optional<deploy::Record> lastDeployment() const;

Q_SIGNALS:
    void begun();
    /// In steps of about a hundredth.
    void progressed(int done, int all);
    void finished(const workflow::SiteWritten &written);
    void failed(const base::Error &error);

private:
    void take(const base::Result<SiteWritten> &written);

    settings::Settings &m_settings;
    std::shared_ptr<const deploy::Runner> m_runner;
    SiteWriter m_writer;
    QTimer m_retry;
    int m_attempts = 0;
    bool m_busy = false;
    bool m_again = false;
};

} // namespace workflow
