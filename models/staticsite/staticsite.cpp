// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/staticsite.h"

#include "base/promised.h"
#include "base/whenfinished.h"
#include "publish/previewwords.h"
#include "staticsite/pages.h"
#include "staticsite/readback.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDir>
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

/// Without head, navigation and foot, which are the same on every page.
QString mainPart(const QString &html)
{
    const qsizetype begin = html.indexOf(u'>', html.indexOf("<main"_L1)) + 1;
    return html.sliced(begin, html.indexOf("</main>"_L1) - begin);
}

template <class T>
QFuture<Result<T>> ready(tl::unexpected<base::Error> error)
{
    return base::ready(Result<T>(std::move(error)));
}

/// From before the first file is written until it has been deployed, the folder says that it is
/// due.
template <class T>
Result<T> writeAndDeploy(const QString &path, const deploy::Command &command,
                         const deploy::Runner *runner, const std::stop_token &stop,
                         const std::function<Result<T>(SiteFolder &)> &write)
{
    const auto folder = SiteFolder::open(path);
    if (!folder)
        return base::passOn(folder);
    if (command.isSet()) {
        if (const base::Done due = (*folder)->setDeployDue(true); !due)
            return base::passOn(due);
    }
    const Result<T> written = write(**folder);
    if (!written || !command.isSet())
        return written;
    if (const base::Done deployed = runner->run(command, path, stop); !deployed)
        return base::passOn(deployed);
    if (const base::Done done = (*folder)->setDeployDue(false); !done)
        return base::passOn(done);
    return written;
}

bool isWebPage(const QUrl &address)
{
    return address.scheme() == "https"_L1 || address.scheme() == "http"_L1;
}

} // namespace

StaticSite::StaticSite(QString name, QString folder, PageSource page, const base::Clock &clock,
                       Deployment deployment, PageSource frame)
    : m_name(std::move(name))
    , m_folder(std::move(folder))
    , m_page(std::move(page))
    , m_frame(frame ? std::move(frame) : m_page)
    , m_clock(clock)
    , m_deployment(std::move(deployment))
{
    m_pool.setMaxThreadCount(1);
}

StaticSite::~StaticSite()
{
    m_stop.request_stop();
}

void StaticSite::stop()
{
    m_stop.request_stop();
    m_stop = {};
}

deploy::Command StaticSite::command() const
{
    return m_deployment.runner ? m_deployment.command() : deploy::Command{};
}

template <class T, class Work>
QFuture<Result<T>> StaticSite::inBackground(Work work)
{
    const auto promise = base::promised<Result<T>>();
    m_pool.start(
        [promise, work = std::move(work)]() mutable { base::keep(*promise, Result<T>(work())); });
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
            .deadline = 60s + (command().isSet() ? command().limit : 0s)};
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
        [page = std::move(*page), receipt, folder = m_folder, now = m_clock.now(),
         command = command(), runner = m_deployment.runner, stop = m_stop.get_token()]() mutable {
            const Edition edition(std::move(page), now);
            return writeAndDeploy<Receipt>(
                folder, command, runner.get(), stop, [&](SiteFolder &site) -> Result<Receipt> {
                    const auto built = buildChanges(site, edition);
                    return built ? Result<Receipt>(receipt) : Result<Receipt>(base::passOn(built));
                });
        });
}

QFuture<Result<std::optional<Receipt>>> StaticSite::find(const Thread &thread,
                                                         const QString &revision)
{
    using Found = std::optional<Receipt>;
    // Only where the site is served is asked of it: not one of the threads.
    const auto page = m_frame();
    if (!page)
        return ready<Found>(base::passOn(page));
    const Receipt receipt{thread.permalink, addressOf(thread, page->url, m_folder)};
    const bool deploys = command().isSet();
    return inBackground<Found>([thread, revision, receipt, deploys, folder = m_folder] {
        if (deploys && isDeployDue(folder))
            return Result<Found>(Found());
        const auto html = readSiteFile(folder, threadPath(thread));
        if (!html)
            return Result<Found>(base::passOn(html));
        if (thread.retraction == revision)
            return Result<Found>(*html ? Found() : Found(receipt));
        const bool shown = *html && updateOnPage(**html, revision) && isCompleteSite(folder);
        return Result<Found>(shown ? Found(receipt) : Found());
    });
}

QFuture<Result<SeenProof>> StaticSite::readBack(const Receipt &receipt, const Thread &thread,
                                                const QString &revision)
{
    const auto written =
        inBackground<SeenProof>([thread, revision, folder = m_folder, now = m_clock.now()] {
            const base::Done done = checkWritten(folder, thread, revision);
            if (!done)
                return Result<SeenProof>(base::passOn(done));
            return Result<SeenProof>(SeenProof{folder + u'/' + threadPath(thread), now});
        });
    const QUrl page(receipt.url);
    const bool isServed = command().isSet() && m_deployment.readers && isWebPage(page);
    return isServed ? readServed(written, page, thread, revision) : written;
}

QFuture<Result<SeenProof>> StaticSite::readServed(const QFuture<Result<SeenProof>> &written,
                                                  const QUrl &page, const Thread &thread,
                                                  const QString &revision)
{
    const auto promise = base::promised<Result<SeenProof>>();
    base::whenFinished(&m_context, written, [=, this](const Result<SeenProof> &there) {
        if (!there) {
            base::keep(*promise, there);
            return;
        }
        http::Request request;
        request.url = page;
        request.redirects = 3;
        base::whenFinished(&m_context, m_deployment.readers->send(request),
                           [=, this](const Result<http::Response> &served) {
                               base::keep(*promise, judge(served, thread, revision));
                           });
    });
    return promise->future();
}

Result<SeenProof> StaticSite::judge(const Result<http::Response> &served, const Thread &thread,
                                    const QString &revision) const
{
    if (!served)
        return base::passOn(served);
    if (const base::Done right = checkServed(*served, thread, revision); !right)
        return base::passOn(right);
    return SeenProof{served->finalUrl.toString(), m_clock.now()};
}

QString StaticSite::whoIsNotified() const
{
    return Words::tr(
        "Nobody is sent a message; readers find it on the page, in its feeds and in its "
        "calendar.");
}

Result<publish::Preview> StaticSite::preview(const Thread &thread, const QString &revision) const
{
    auto page = m_frame();
    if (!page)
        return base::passOn(page);
    if (!thread.updateWith(revision))
        return publish::noSuchRevision();
    page->threads = {thread};
    const Edition edition(std::move(*page), m_clock.now());
    const QString html = QString::fromUtf8(threadPage(edition, *edition.thread(thread.key)));
    publish::Preview preview;
    preview.form = publish::Preview::Form::Html;
    preview.text = mainPart(html);
    preview.source = html;
    preview.facts = {{Words::tr("File"), threadPath(thread)},
                     {Words::tr("Also in"), Words::tr("the front page, both feeds, the JSON files "
                                                      "and the month; planned work in the "
                                                      "calendar")}};
    return preview;
}

QFuture<Result<QString>> StaticSite::writePreview(const Thread &thread, const QString &revision,
                                                  const QString &folder)
{
    auto page = m_frame();
    if (!page)
        return ready<QString>(base::passOn(page));
    if (!thread.updateWith(revision))
        return ready<QString>(publish::noSuchRevision());
    page->threads = {thread};
    return inBackground<QString>([page = std::move(*page), folder, path = threadPath(thread),
                                  now = m_clock.now()]() mutable {
        const Edition edition(std::move(page), now);
        const auto site = SiteFolder::open(folder);
        if (!site)
            return Result<QString>(base::passOn(site));
        const auto built = buildAll(**site, edition);
        return built ? Result<QString>(QDir(folder).filePath(path))
                     : Result<QString>(base::passOn(built));
    });
}

QFuture<Result<BuildReport>> StaticSite::build(const Progress &progress)
{
    auto page = m_page();
    if (!page)
        return ready<BuildReport>(base::passOn(page));
    return inBackground<BuildReport>(
        [page = std::move(*page), progress, folder = m_folder, now = m_clock.now(),
         command = command(), runner = m_deployment.runner, stop = m_stop.get_token()]() mutable {
            const Edition edition(std::move(page), now);
            return writeAndDeploy<BuildReport>(folder, command, runner.get(), stop,
                                               [&](SiteFolder &site) -> Result<BuildReport> {
                                                   return buildAll(site, edition, progress, stop);
                                               });
        });
}

} // namespace staticsite
