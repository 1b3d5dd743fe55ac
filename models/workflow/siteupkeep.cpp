// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/siteupkeep.h"

#include "base/whenfinished.h"
#include "outbox/backoff.h"

namespace workflow {

using base::Result;

deploy::Command deployCommand(const settings::Settings &settings)
{
    return {settings.get(settings::siteDeploy),
            std::chrono::seconds(settings.get(settings::siteDeployLimit))};
}

base::Done setDeployCommand(settings::Settings &settings, const QStringList &words,
                            std::chrono::seconds limit)
{
    if (!words.isEmpty()) {
        if (const auto checked = deploy::checkedCommand({words, limit}); !checked)
            return base::passOn(checked);
    }
    if (const base::Done done = settings.set(settings::siteDeployLimit, qint64(limit.count()));
        !done)
        return done;
    return settings.set(settings::siteDeploy, words);
}

SiteUpkeep::SiteUpkeep(settings::Settings &settings, std::shared_ptr<const deploy::Runner> runner,
                       SiteWriter writer, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_runner(std::move(runner))
    , m_writer(std::move(writer))
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &SiteUpkeep::write);
}

void SiteUpkeep::write()
{
    if (m_busy) {
        m_again = true;
        return;
    }
    m_busy = true;
    m_again = false;
    m_retry.stop();
    Q_EMIT begun();
    const auto progress = [this](int done, int all) {
        constexpr int steps = 100;
        if (done != all && done % std::max(1, all / steps) != 0)
            return;
        QMetaObject::invokeMethod(
            this, [this, done, all] { Q_EMIT progressed(done, all); }, Qt::QueuedConnection);
    };
    base::whenFinished(this, m_writer.write(progress),
                       [this](const Result<SiteWritten> &written) { take(written); });
}

void SiteUpkeep::take(const Result<SiteWritten> &written)
{
    m_busy = false;
    if (written) {
        m_attempts = 0;
        Q_EMIT finished(*written);
    } else {
        const base::Retry retry = written.error().retry;
        if (retry.when == base::Retry::When::After)
            m_retry.start(outbox::backOff(++m_attempts, retry, 0));
        Q_EMIT failed(written.error());
    }
    if (m_again)
        write();
}

void SiteUpkeep::stop()
{
    m_again = false;
    m_retry.stop();
    m_writer.stop();
}

std::optional<deploy::Record> SiteUpkeep::lastDeployment() const
{
    return m_runner->last();
}

} // namespace workflow
