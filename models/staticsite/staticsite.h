// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "deploy/runner.h"
#include "http/client.h"
#include "publish/page.h"
#include "publish/statuspage.h"
#include "staticsite/build.h"

#include <functional>
#include <QObject>
#include <QThreadPool>

namespace staticsite {

/// The page as it stands: its settings, and what has been seen on it. Called in the thread that
/// calls StaticSite, never beside it.
using PageSource = std::function<base::Result<publish::Page>()>;

/// How the files get to where they are served, if that is not the folder itself.
struct Deployment
{
    std::shared_ptr<const deploy::Runner> runner; ///< null: never
    std::function<deploy::Command()> command;     ///< as the settings are now; may be unset
    http::Client *readers = nullptr; ///< reads the page where readers do, if its address is known
};

/// The status page that needs no server: files in a folder, complete in themselves, to be served
/// by anything or opened as they are. Files are written and read in a thread of its own.
class StaticSite final : public publish::StatusPage
{
public:
    /// `frame` is the page without its threads, for previews: it takes no longer with a long
    /// history. Without it they are made from the whole page.
    StaticSite(QString name, QString folder, PageSource page, const base::Clock &clock,
               Deployment deployment = {}, PageSource frame = {});
    /// Ends what is being done, in a moment.
    ~StaticSite() override;
    StaticSite(const StaticSite &) = delete;
    StaticSite &operator=(const StaticSite &) = delete;

    [[nodiscard]] QString name() const override { return m_name; }
    [[nodiscard]] QString label() const override;
    [[nodiscard]] publish::Capabilities capabilities() const override;
    [[nodiscard]] QFuture<base::Result<publish::Receipt>> publish(const publish::Thread &thread,
                                                                  const QString &revision) override;
    [[nodiscard]] QFuture<base::Result<std::optional<publish::Receipt>>>
    find(const publish::Thread &thread, const QString &revision) override;
    [[nodiscard]] QFuture<base::Result<publish::SeenProof>>
    readBack(const publish::Receipt &receipt, const publish::Thread &thread,
             const QString &revision) override;
    [[nodiscard]] QString whoIsNotified() const override;
    [[nodiscard]] base::Result<publish::Preview> preview(const publish::Thread &thread,
                                                         const QString &revision) const override;
    [[nodiscard]] QFuture<base::Result<QString>> writePreview(const publish::Thread &thread,
                                                              const QString &revision,
                                                              const QString &folder) override;

    /// Writes the whole site as it stands, for example when its settings have changed or a new day
    /// has begun, and deploys it. `progress` is called in the thread that writes.
    [[nodiscard]] QFuture<base::Result<BuildReport>> build(const Progress &progress = {});
    /// Ends a build() with Cancelled, and a deployment with Refused.
    void stop();

private:
    template <class T, class Work>
    QFuture<base::Result<T>> inBackground(Work work);
    [[nodiscard]] deploy::Command command() const;
    [[nodiscard]] QFuture<base::Result<publish::SeenProof>>
    readServed(const QFuture<base::Result<publish::SeenProof>> &written, const QUrl &page,
               const publish::Thread &thread, const QString &revision);
    [[nodiscard]] base::Result<publish::SeenProof> judge(const base::Result<http::Response> &served,
                                                         const publish::Thread &thread,
                                                         const QString &revision) const;

    QString m_name;
    QString m_folder;
    PageSource m_page;
    PageSource m_frame;
    const base::Clock &m_clock;
    Deployment m_deployment;
    std::stop_source m_stop;
    QObject m_context; ///< of what is continued in the thread that calls
    QThreadPool m_pool;
};

} // namespace staticsite
