// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition/workplace.h"

#include "app/composition/cachetkind.h"
#include "app/composition/statuspagekind.h"
#include "app/composition/wordpresskind.h"
#include "base/promised.h"
#include "base/whenfinished.h"
#include "http/networkclient.h"
#include "prometheus/figure.h"
#include "workflow/acknowledgements.h"
#include "workflow/loginclient.h"
#include "workflow/marks.h"
#include "workflow/metricbrowser.h"
#include "workflow/networkroute.h"
#include "workflow/sitehistory.h"
#include "workflow/sitepage.h"
#include "workflow/siteupkeep.h"
#include "workflow/upstreams.h"

#include <QDir>
#include <QRandomGenerator>
#include <QRegularExpression>

namespace app {

using namespace Qt::StringLiterals;
using base::Done;
using base::Result;

namespace {

/// For machines without a keyring. What is taken here is not handed on to other processes.
void takePassword(secret::Vault &vault, const QString &name, const QString &key)
{
    static const QRegularExpression other(u"[^A-Z0-9]+"_s);
    const QByteArray variable =
        "WATCHKEEPER_PASSWORD_" + QString(name.toUpper()).replace(other, u"_"_s).toLatin1();
    const secret::Secret password(qgetenv(variable.constData()));
    if (password.isEmpty())
        return;
    qunsetenv(variable.constData());
    static_cast<void>(vault.keep(key, password, secret::Keep::Session));
}

void takePasswords(secret::Vault &vault, const std::vector<publish::TargetSpec> &targets)
{
    for (const publish::TargetSpec &target : targets)
        takePassword(vault, target.name, publish::secretKey(target));
}

void takeLogins(secret::Vault &vault, const std::vector<workflow::Login> &logins)
{
    for (const workflow::Login &login : logins)
        takePassword(vault, login.place.authority(), workflow::Logins::secretKey(login));
}

workflow::SiteWritten writtenOf(const staticsite::BuildReport &report)
{
    return {report.made, report.changed, report.removed};
}

} // namespace

const base::Clock &machineClock()
{
    static const base::SystemClock clock;
    return clock;
}

Workplace::Workplace(QString dataDir, const base::Clock &clock)
    : m_clock(clock)
    , m_dataDir(std::move(dataDir))
    , m_ids(m_clock)
    , m_deployer(
          std::make_shared<deploy::Runner>(QDir(m_dataDir).filePath(u"deployment.json"_s), m_clock))
    , m_outboxLock(QDir(m_dataDir).filePath(u"outbox.lock"_s))
{
    // A process that died is recognised by its number; no age makes a living one stale.
    m_outboxLock.setStaleLockTime(0);
}

Workplace::~Workplace() = default;

Result<std::unique_ptr<Workplace>> Workplace::open(const QString &dataDir, ledger::OpenMode mode,
                                                   const base::Clock &clock)
{
    std::unique_ptr<Workplace> place(new Workplace(dataDir, clock));
    auto ledger = ledger::Ledger::open(dataDir, place->m_clock, place->m_ids, mode);
    if (!ledger)
        return base::passOn(ledger);
    place->m_ledger = std::move(*ledger);
    auto settings = settings::Settings::open(dataDir);
    if (!settings)
        return base::passOn(settings);
    place->m_settings = std::move(*settings);
    if (mode != ledger::OpenMode::ReadOnly) {
        if (const Done done = place->introduceSite(); !done)
            return base::passOn(done);
    }
    if (const Done trusted = place->networkRoute().trustAuthorities(); !trusted)
        qWarning("%s", qUtf8Printable(trusted.error().text));
    place->m_desk = std::make_unique<workflow::Desk>(*place->m_ledger, *place->m_settings,
                                                     place->m_clock, place->m_ids, dataDir);
    return place;
}

/// The page keeps its identity for ever, whatever it is called later.
Done Workplace::introduceSite()
{
    if (!m_settings->get(settings::siteId).isEmpty())
        return {};
    if (const Done done = m_settings->set(settings::siteId, m_ids.next()); !done)
        return done;
    return m_settings->set(settings::siteSince, qint64(m_clock.now().time_since_epoch().count()));
}

http::Client &Workplace::client()
{
    if (m_client)
        return *m_client;
    auto client = std::make_unique<http::NetworkClient>();
    const auto takeProxy = [this, client = client.get()] {
        client->setProxy(networkRoute().proxy(), [this] { return networkRoute().password(); });
        // A proxy that refused us looked like a target that does.
        for (const QString &target : m_targets ? targetNames() : QStringList())
            m_publishing->outbox().trustAgain(target);
    };
    takeProxy();
    QObject::connect(&networkRoute(), &workflow::NetworkRoute::proxyChanged, client.get(),
                     takeProxy);
    m_client = std::move(client);
    return *m_client;
}

workflow::NetworkRoute &Workplace::networkRoute()
{
    if (!m_networkRoute)
        m_networkRoute =
            std::make_unique<workflow::NetworkRoute>(*m_settings, m_vault, m_clock, m_dataDir);
    const char *const variable = "WATCHKEEPER_PROXY_PASSWORD";
    if (const secret::Secret password(qgetenv(variable)); !password.isEmpty()) {
        qunsetenv(variable);
        static_cast<void>(m_networkRoute->keepPassword(password, secret::Keep::Session));
    }
    return *m_networkRoute;
}

workflow::Watch &Workplace::watch()
{
    if (!m_watch) {
        m_sources = std::make_unique<source::SourceSet>(m_clock);
        const auto figure = [this](const source::MonitorSpec &spec) {
            return prometheus::makeFigureSource(spec, m_clock, knownClient());
        };
        const auto trial = [this](const source::MonitorSpec &spec) {
            return prometheus::tryFigure(knownClient(), m_clock, spec);
        };
        m_sources->setFactory(source::Kind::Prometheus, figure, trial);
        m_sources->setFactory(source::Kind::Exposition, figure, trial);
        m_watch = std::make_unique<workflow::Watch>(*m_sources, *m_desk);
        const auto takeReferences = [this] {
            m_sources->setReferenceHosts(m_settings->get(settings::referenceHosts));
        };
        takeReferences();
        QObject::connect(m_settings.get(), &settings::Settings::changed, m_sources.get(),
                         [takeReferences](const QString &key) {
                             if (key == QLatin1StringView(settings::referenceHosts.key))
                                 takeReferences();
                         });
    }
    return *m_watch;
}

workflow::Upstreams &Workplace::upstreams()
{
    if (!m_upstreams)
        m_upstreams = std::make_unique<workflow::Upstreams>(knownClient(), *m_desk);
    return *m_upstreams;
}

workflow::Acknowledgements &Workplace::acknowledgements()
{
    if (!m_acknowledgements) {
        m_acknowledgements = std::make_unique<workflow::Acknowledgements>(*m_desk);
        m_acknowledgements->follow(watch());
        m_acknowledgements->follow(upstreams());
    }
    return *m_acknowledgements;
}

workflow::Logins &Workplace::logins()
{
    if (!m_logins) {
        m_logins = std::make_unique<workflow::Logins>(*m_settings, m_vault);
        takeLogins(m_vault, m_logins->list());
    }
    return *m_logins;
}

http::Client &Workplace::knownClient()
{
    if (!m_knownClient)
        m_knownClient = std::make_unique<workflow::LoginClient>(client(), logins());
    return *m_knownClient;
}

workflow::MetricBrowser &Workplace::metricBrowser()
{
    if (!m_metricBrowser)
        m_metricBrowser = std::make_unique<workflow::MetricBrowser>(knownClient(), m_clock);
    return *m_metricBrowser;
}

workflow::Marks &Workplace::marks()
{
    if (!m_marks)
        m_marks = std::make_unique<workflow::Marks>(*m_desk, knownClient());
    return *m_marks;
}

QStringList Workplace::startWatching()
{
    marks().start();
    static_cast<void>(acknowledgements());
    const QStringList unusable = watch().start() + upstreams().start();
    m_recorder = std::make_unique<workflow::Recorder>(*m_sources, *m_watch, *m_desk);
    m_recorder->start();
    return unusable;
}

workflow::Compose &Workplace::compose()
{
    if (!m_compose)
        m_compose = std::make_unique<workflow::Compose>(*m_desk, targetNames());
    return *m_compose;
}

workflow::Publishing &Workplace::publishing()
{
    if (!m_publishing) {
        m_publishing = std::make_unique<workflow::Publishing>(
            *m_desk, m_ids, [] { return QRandomGenerator::global()->generateDouble(); });
        static_cast<void>(site());
        m_publishing->setPage(m_site);
        static_cast<void>(targets());
    }
    return *m_publishing;
}

workflow::Targets &Workplace::targets()
{
    if (m_targets)
        return *m_targets;
    workflow::Publishing &publishing = this->publishing();
    if (m_targets)
        return *m_targets;
    m_targets = std::make_unique<workflow::Targets>(
        *m_desk, publishing, m_vault,
        std::map<QString, workflow::TargetKind>{
            {u"wordpress"_s, wordPressKind(client(), m_vault, m_clock)},
            {u"statuspage"_s, statuspageKind(client(), m_vault, m_clock)},
            {u"cachet"_s, cachetKind(client(), m_vault, m_clock)}});
    takePasswords(m_vault, m_targets->list());
    if (const Done done = m_targets->start(); !done)
        qWarning("%s", qUtf8Printable(done.error().text));
    QObject::connect(m_targets.get(), &workflow::Targets::changed, m_targets.get(), [this] {
        if (m_compose)
            m_compose->setAllTargets(targetNames());
    });
    QObject::connect(&m_keyring, &secret::KeychainStore::cameBack, m_targets.get(), [this] {
        for (const publish::TargetSpec &target : m_targets->list())
            m_publishing->outbox().trustAgain(target.name);
    });
    return *m_targets;
}

QStringList Workplace::targetNames()
{
    QStringList names{siteTarget};
    for (const publish::TargetSpec &target : targets().list())
        names << target.name;
    return names;
}

workflow::ArchiveImport &Workplace::archiveImport()
{
    if (!m_archiveImport)
        m_archiveImport =
            std::make_unique<workflow::ArchiveImport>(*m_desk, client(), wordPressFetch(client()));
    return *m_archiveImport;
}

staticsite::StaticSite &Workplace::site()
{
    if (!m_site)
        m_site = std::make_shared<staticsite::StaticSite>(
            siteTarget, siteFolder(), [this] { return siteHistory().page(); }, m_clock,
            deployment(),
            [this] { return base::Result<publish::Page>(workflow::sitePageOf(*m_desk, {})); });
    return *m_site;
}

workflow::SiteHistory &Workplace::siteHistory()
{
    if (!m_siteHistory)
        m_siteHistory = std::make_unique<workflow::SiteHistory>(*m_desk, siteTarget);
    return *m_siteHistory;
}

staticsite::Deployment Workplace::deployment()
{
    return {m_deployer, [this] { return workflow::deployCommand(*m_settings); }, &client()};
}

workflow::SiteUpkeep &Workplace::siteUpkeep()
{
    if (m_siteUpkeep)
        return *m_siteUpkeep;
    const auto write = [this](const workflow::SiteWriter::Progress &progress) {
        using Written = Result<workflow::SiteWritten>;
        const auto promise = base::promised<Written>();
        base::whenFinished(m_siteUpkeep.get(), site().build(progress),
                           [promise](const Result<staticsite::BuildReport> &report) {
                               base::keep(*promise, report.transform(writtenOf));
                           });
        return promise->future();
    };
    m_siteUpkeep = std::make_unique<workflow::SiteUpkeep>(*m_settings, m_deployer,
                                                          workflow::SiteWriter{write, [this] {
                                                                                   site().stop();
                                                                               }});
    return *m_siteUpkeep;
}

std::shared_ptr<staticsite::StaticSite> Workplace::siteIn(const QString &folder)
{
    return std::make_shared<staticsite::StaticSite>(
        siteTarget, folder, [this] { return siteHistory().page(); }, m_clock);
}

QString Workplace::defaultSiteFolder() const
{
    return QDir(m_dataDir).filePath(u"site"_s);
}

QString Workplace::siteFolder() const
{
    const QString chosen = m_settings->get(settings::siteFolder);
    return chosen.isEmpty() ? defaultSiteFolder() : QDir(chosen).absolutePath();
}

void Workplace::renewSite()
{
    m_site.reset();
    static_cast<void>(site());
    if (m_publishing)
        m_publishing->setPage(m_site);
}

void Workplace::startPublishing()
{
    const bool alone = m_outboxLock.isLocked() || m_outboxLock.tryLock();
    siteHistory().readAhead();
    publishing().start(alone ? outbox::Company::Alone : outbox::Company::Possible);
}

} // namespace app
