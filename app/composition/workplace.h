// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/ledger.h"
#include "secret/keychainstore.h"
#include "settings/settings.h"
#include "source/sourceset.h"
#include "staticsite/staticsite.h"
#include "workflow/archiveimport.h"
#include "workflow/compose.h"
#include "workflow/publishing.h"
#include "workflow/recorder.h"
#include "workflow/targets.h"
#include "workflow/watch.h"

#include <memory>
#include <QLockFile>

namespace workflow {
class Acknowledgements;
class LoginClient;
class Logins;
class Marks;
class MetricBrowser;
class NetworkRoute;
class SiteHistory;
class SiteUpkeep;
class Upstreams;
} // namespace workflow

namespace app {

/// What the time is unless somebody says otherwise.
[[nodiscard]] const base::Clock &machineClock();

/// Everything that works on one data folder, put together. The only place that constructs
/// implementations; what is not asked for is not made.
class Workplace
{
public:
    /// The clock outlives it. Errors: those of the ledger and of the settings.
    [[nodiscard]] static base::Result<std::unique_ptr<Workplace>>
    open(const QString &dataDir, ledger::OpenMode mode = ledger::OpenMode::ReadWrite,
         const base::Clock &clock = machineClock());

    ~Workplace();
    Workplace(const Workplace &) = delete;
    Workplace &operator=(const Workplace &) = delete;

    [[nodiscard]] const base::Clock &clock() const { return m_clock; }
    [[nodiscard]] settings::Settings &settings() { return *m_settings; }
    [[nodiscard]] ledger::Ledger &ledger() { return *m_ledger; }
    [[nodiscard]] workflow::Desk &desk() { return *m_desk; }
    [[nodiscard]] workflow::Watch &watch();
    /// Who watches for us, and our providers.
    [[nodiscard]] workflow::Upstreams &upstreams();
    [[nodiscard]] workflow::Acknowledgements &acknowledgements();
    /// Who we are at servers that are asked.
    [[nodiscard]] workflow::Logins &logins();
    /// Asks them, with those logins.
    [[nodiscard]] http::Client &knownClient();
    /// Looks through what a Prometheus has.
    [[nodiscard]] workflow::MetricBrowser &metricBrowser();
    /// What was deployed, and when.
    [[nodiscard]] workflow::Marks &marks();
    [[nodiscard]] workflow::Compose &compose();
    [[nodiscard]] workflow::Publishing &publishing();
    [[nodiscard]] workflow::ArchiveImport &archiveImport();
    [[nodiscard]] staticsite::StaticSite &site();
    /// Where posts go beside the site.
    [[nodiscard]] workflow::Targets &targets();

    [[nodiscard]] QString defaultSiteFolder() const;
    [[nodiscard]] QString siteFolder() const;
    /// The same page in another folder.
    [[nodiscard]] std::shared_ptr<staticsite::StaticSite> siteIn(const QString &folder);
    /// The proxy, and whom to trust.
    [[nodiscard]] workflow::NetworkRoute &networkRoute();
    /// The site as a whole.
    [[nodiscard]] workflow::SiteUpkeep &siteUpkeep();
    /// After the folder, the name or the address of the page was changed.
    void renewSite();
    /// Watches what the settings name and keeps the samples. A monitor that cannot be used is left
    /// out and named in the answer.
    QStringList startWatching();
    /// Null until startWatching().
    [[nodiscard]] workflow::Recorder *recorder() { return m_recorder.get(); }
    /// Begins to publish what waits, also what another process left over.
    void startPublishing();

private:
    Workplace(QString dataDir, const base::Clock &clock);

    [[nodiscard]] base::Done introduceSite();
    [[nodiscard]] QStringList targetNames();
    [[nodiscard]] staticsite::Deployment deployment();
    [[nodiscard]] workflow::SiteHistory &siteHistory();
    /// Of everything that asks servers.
    [[nodiscard]] http::Client &client();

    const base::Clock &m_clock;
    QString m_dataDir;
    base::IdSource m_ids;
    std::unique_ptr<settings::Settings> m_settings;
    std::unique_ptr<ledger::Ledger> m_ledger;
    std::unique_ptr<workflow::Desk> m_desk;
    secret::KeychainStore m_keyring{QStringLiteral("watchkeeper")};
    secret::Vault m_vault{m_keyring};
    std::unique_ptr<http::Client> m_client;
    std::unique_ptr<workflow::Logins> m_logins;
    std::unique_ptr<workflow::LoginClient> m_knownClient;
    std::unique_ptr<source::SourceSet> m_sources;
    std::unique_ptr<workflow::Watch> m_watch;
    std::unique_ptr<workflow::Recorder> m_recorder;
    std::unique_ptr<workflow::Upstreams> m_upstreams;
    std::unique_ptr<workflow::Acknowledgements> m_acknowledgements;
    std::unique_ptr<workflow::Marks> m_marks;
    std::unique_ptr<workflow::MetricBrowser> m_metricBrowser;
    std::unique_ptr<workflow::Compose> m_compose;
    std::unique_ptr<workflow::ArchiveImport> m_archiveImport;
    std::shared_ptr<const deploy::Runner> m_deployer;
    std::unique_ptr<workflow::SiteHistory> m_siteHistory;
    std::shared_ptr<staticsite::StaticSite> m_site;
    std::unique_ptr<workflow::SiteUpkeep> m_siteUpkeep;
    std::unique_ptr<workflow::NetworkRoute> m_networkRoute;
    std::unique_ptr<workflow::Publishing> m_publishing;
    std::unique_ptr<workflow::Targets> m_targets;
    QLockFile m_outboxLock;
};

/// The name of the embedded site as a publishing target.
inline const QString siteTarget = QStringLiteral("site");

} // namespace app
