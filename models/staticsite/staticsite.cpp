// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/staticsite.h"

#include "staticsite/readback.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDir>
#include <QPromise>
#include <QUrl>

namespace staticsite {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Result;
using publish::Page;
using publish::Receipt;
using publish::SeenProof;
using publish::Thread;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StatusSite)
};

void put(Page &page, const Thread &thread)
{
    const auto known = std::ranges::find(page.threads, thread.key, &Thread::key);
    if (known == page.threads.end())
        page.threads.push_back(thread);
    else
        *known = thread;
}

QString addressOf(const Thread &thread, const QString &siteUrl, const QString &folder)
{
    const QString path = threadPath(thread);
    if (siteUrl.isEmpty())
        return QUrl::fromLocalFile(QDir(folder).absoluteFilePath(path)).toString();
    return siteUrl.endsWith(u'/') ? siteUrl + path : siteUrl + u'/' + path;
}

template <class T>
QFuture<Result<T>> ready(tl::unexpected<base::Error> error)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(Result<T>(std::move(error)));
    promise.finish();
    return promise.future();
}

} // namespace

StaticSite::StaticSite(QString name, QString folder, PageSource page, const base::Clock &clock)
    : m_name(std::move(name))
    , m_folder(std::move(folder))
    , m_page(std::move(page))
    , m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
}

template <class T, class Work>
QFuture<Result<T>> StaticSite::inBackground(Work work)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    m_pool.start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

QString StaticSite::label() const
{
    return Words::tr("Status site");
}

publish::Capabilities StaticSite::capabilities() const
{
    return {.editsUpdates = true,
            .backdates = true,
            .plansWindows = true,
            .plansOpenEnds = true,
            .cancelsPlans = true,
            .showsComponents = true,
            .notifies = false,
            .deadline = 60s};
}

QFuture<Result<Receipt>> StaticSite::publish(const Thread &thread, const QString &revision)
{
    auto page = m_page();
    if (!page)
        return ready<Receipt>(base::passOn(page));
    if (!thread.carries(revision)) {
        return ready<Receipt>(
            base::fail(base::ErrorKind::Refused,
                       Words::tr("A newer wording of this post stands there already.")));
    }
    if (thread.retraction == revision)
        std::erase_if(page->threads, [&](const Thread &other) { return other.key == thread.key; });
    else
        put(*page, thread);
    const Receipt receipt{thread.permalink, addressOf(thread, page->url, m_folder)};
    return inBackground<Receipt>(
        [page = std::move(*page), receipt, folder = m_folder, now = m_clock.now()] {
            const Edition edition(page, now);
            const auto site = SiteFolder::open(folder);
            if (!site)
                return Result<Receipt>(base::passOn(site));
            const auto built = buildChanges(**site, edition);
            return built ? Result<Receipt>(receipt) : Result<Receipt>(base::passOn(built));
        });
}

QFuture<Result<std::optional<Receipt>>> StaticSite::find(const Thread &thread,
                                                         const QString &revision)
{
    using Found = std::optional<Receipt>;
    const auto page = m_page();
    if (!page)
        return ready<Found>(base::passOn(page));
    const Receipt receipt{thread.permalink, addressOf(thread, page->url, m_folder)};
    return inBackground<Found>([thread, revision, receipt, folder = m_folder] {
        const auto html = readSiteFile(folder, threadPath(thread));
        if (!html)
            return Result<Found>(base::passOn(html));
        if (thread.retraction == revision)
            return Result<Found>(*html ? Found() : Found(receipt));
        const bool shown = *html && updateOnPage(**html, revision) && isCompleteSite(folder);
        return Result<Found>(shown ? Found(receipt) : Found());
    });
}

QFuture<Result<SeenProof>> StaticSite::readBack(const Receipt &, const Thread &thread,
                                                const QString &revision)
{
    return inBackground<SeenProof>([thread, revision, folder = m_folder, now = m_clock.now()] {
        const base::Done done = checkWritten(folder, thread, revision);
        if (!done)
            return Result<SeenProof>(base::passOn(done));
        return Result<SeenProof>(SeenProof{folder + u'/' + threadPath(thread), now});
    });
}

QString StaticSite::whoIsNotified() const
{
    return Words::tr(
        "Nobody is sent a message; readers find it on the page, in its feeds and in its "
        "calendar.");
}

QFuture<Result<BuildReport>> StaticSite::build(const Progress &progress)
{
    auto page = m_page();
    if (!page)
        return ready<BuildReport>(base::passOn(page));
    return inBackground<BuildReport>(
        [page = std::move(*page), progress, folder = m_folder, now = m_clock.now()] {
            const Edition edition(page, now);
            const auto site = SiteFolder::open(folder);
            if (!site)
                return Result<BuildReport>(base::passOn(site));
            return buildAll(**site, edition, progress);
        });
}

} // namespace staticsite
