// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "publish/page.h"
#include "publish/statuspage.h"
#include "staticsite/build.h"

#include <functional>
#include <QThreadPool>

namespace staticsite {

/// The page as it stands: its settings, and what has been seen on it. Called in the thread that
/// calls StaticSite, never beside it.
using PageSource = std::function<base::Result<publish::Page>()>;

/// The status page that needs no server: files in a folder, complete in themselves, to be served
/// by anything or opened as they are. Files are written and read in a thread of its own.
class StaticSite final : public publish::StatusPage
{
public:
    StaticSite(QString name, QString folder, PageSource page, const base::Clock &clock);

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

    /// Writes the whole site as it stands, for example when its settings have changed or a new day
    /// has begun. `progress` is called in the thread that writes.
    [[nodiscard]] QFuture<base::Result<BuildReport>> build(const Progress &progress = {});

private:
    template <class T, class Work>
    QFuture<base::Result<T>> inBackground(Work work);

    QString m_name;
    QString m_folder;
    PageSource m_page;
    const base::Clock &m_clock;
    QThreadPool m_pool;
};

} // namespace staticsite
