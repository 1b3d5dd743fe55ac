// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition/workplace.h"

#include "workflow/sitepage.h"

#include <QDir>
#include <QRandomGenerator>

namespace app {

using namespace Qt::StringLiterals;
using base::Done;
using base::Result;

Workplace::Workplace(QString dataDir)
    : m_dataDir(std::move(dataDir))
    , m_ids(m_clock)
    , m_outboxLock(QDir(m_dataDir).filePath(u"outbox.lock"_s))
{
    // A process that died is recognised by its number; no age makes a living one stale.
    m_outboxLock.setStaleLockTime(0);
}

Workplace::~Workplace() = default;

Result<std::unique_ptr<Workplace>> Workplace::open(const QString &dataDir, ledger::OpenMode mode)
{
    std::unique_ptr<Workplace> place(new Workplace(dataDir));
    auto ledger = ledger::Ledger::open(dataDir, place->m_clock, place->m_ids, mode);
    if (!ledger)
        return base::passOn(ledger);
    place->m_ledger = std::move(*ledger);
    auto settings = settings::Settings::open(dataDir);
    if (!settings)
        return base::passOn(settings);
    place->m_settings = std::move(*settings);
    if (mode == ledger::OpenMode::ReadWrite) {
        if (const Done done = place->introduceSite(); !done)
            return base::passOn(done);
    }
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

workflow::Watch &Workplace::watch()
{
    if (!m_watch) {
        m_sources = std::make_unique<source::SourceSet>(m_clock);
        m_watch = std::make_unique<workflow::Watch>(*m_sources, *m_desk);
    }
    return *m_watch;
}

workflow::Compose &Workplace::compose()
{
    if (!m_compose)
        m_compose = std::make_unique<workflow::Compose>(*m_desk, QStringList{siteTarget});
    return *m_compose;
}

workflow::Publishing &Workplace::publishing()
{
    if (!m_publishing) {
        m_publishing = std::make_unique<workflow::Publishing>(
            *m_desk, m_ids, [] { return QRandomGenerator::global()->generateDouble(); });
        static_cast<void>(site());
        m_publishing->setPage(m_site);
    }
    return *m_publishing;
}

staticsite::StaticSite &Workplace::site()
{
    if (!m_site)
        m_site = siteIn(siteFolder());
    return *m_site;
}

std::shared_ptr<staticsite::StaticSite> Workplace::siteIn(const QString &folder)
{
    return std::make_shared<staticsite::StaticSite>(
        siteTarget, folder, [this] { return workflow::sitePage(*m_desk, siteTarget); }, m_clock);
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
    publishing().start(alone ? outbox::Company::Alone : outbox::Company::Possible);
}

} // namespace app
