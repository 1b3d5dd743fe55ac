// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wordpress/wordpresspage.h"

#include "base/whenfinished.h"
#include "wordpress/markup.h"

namespace wordpress {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;
using base::ErrorKind;
using base::Result;
using publish::Receipt;
using publish::SeenProof;
using publish::Thread;

namespace {

/// A keyring may have to be started first.
constexpr auto keyringTime = 45s;
constexpr qint64 longestPage = 8 * 1024 * 1024;
constexpr int pageRedirects = 3;

/// Nobody but a person can open a keyring or type a password.
Error passwordError(const Error &error, const QString &label)
{
    Error shown = error;
    if (error.kind != ErrorKind::Timeout && error.kind != ErrorKind::Cancelled) {
        shown.kind = ErrorKind::Auth;
        shown.retry = {};
    }
    shown.text = u"%1: %2"_s.arg(label, error.text);
    return shown;
}

template <class T>
std::shared_ptr<QPromise<T>> promised()
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    return promise;
}

template <class T>
void keep(QPromise<T> &promise, T value)
{
    promise.addResult(std::move(value));
    promise.finish();
}

Order orderOf(Order::Task task, const Thread &thread, const QString &revision = {})
{
    Order order;
    order.task = task;
    order.thread = thread;
    order.revision = revision;
    return order;
}

} // namespace

WordPressPage::WordPressPage(publish::TargetSpec target, http::Client &client,
                             PasswordSource password, const base::Clock &clock, Limits limits)
    : m_target(std::move(target))
    , m_client(client)
    , m_password(std::move(password))
    , m_clock(clock)
    , m_limits(limits)
{}

publish::Capabilities WordPressPage::capabilities() const
{
    const auto whole = std::chrono::ceil<std::chrono::seconds>(m_limits.whole);
    return {.editsUpdates = true,
            .backdates = true,
            .plansWindows = false,
            .showsComponents = !m_target.componentCategories.empty(),
            .notifies = false,
            .deadline = keyringTime + whole};
}

QString WordPressPage::whoIsNotified() const
{
    return tr(
        "WordPress sends no message by itself; its feeds show the post, and newsletter plugins "
        "of the site may mail a new one.");
}

void WordPressPage::overwriteNext(const QString &threadKey)
{
    m_overwrite.insert(threadKey);
}

QFuture<Publication::Answer> WordPressPage::carryOut(Order order)
{
    order.target = m_target;
    order.limits = m_limits;
    const auto promise = promised<Publication::Answer>();
    base::whenFinished(
        this, m_password(), [this, order, promise](const Result<secret::Secret> &password) {
            if (!password) {
                const Error error = passwordError(password.error(), m_target.label);
                return keep(*promise, Publication::Answer(tl::make_unexpected(error)));
            }
            auto *work = new Publication(m_client, Interface(m_target, *password), order, this);
            base::whenFinished(this, work->start(), [promise](const Publication::Answer &answer) {
                keep(*promise, answer);
            });
        });
    return promise->future();
}

QFuture<Result<Receipt>> WordPressPage::publish(const Thread &thread, const QString &revision)
{
    const auto promise = promised<Result<Receipt>>();
    if (!thread.updateWith(revision)) {
        keep(*promise,
             Result<Receipt>(base::fail(ErrorKind::Refused,
                                        tr("A newer wording of this post stands there already."))));
        return promise->future();
    }
    Order order = orderOf(Order::Task::Publish, thread, revision);
    order.overwrite = m_overwrite.erase(thread.key) > 0;
    base::whenFinished(this, carryOut(order), [promise](const Publication::Answer &answer) {
        keep(*promise, answer ? Result<Receipt>(**answer) : Result<Receipt>(base::passOn(answer)));
    });
    return promise->future();
}

QFuture<Result<std::optional<Receipt>>> WordPressPage::find(const Thread &thread,
                                                            const QString &revision)
{
    return carryOut(orderOf(Order::Task::Find, thread, revision));
}

QFuture<base::Done> WordPressPage::retract(const Thread &thread)
{
    const auto promise = promised<base::Done>();
    base::whenFinished(this, carryOut(orderOf(Order::Task::Retract, thread)),
                       [promise](const Publication::Answer &answer) {
                           keep(*promise, answer ? base::Done() : base::Done(base::passOn(answer)));
                       });
    return promise->future();
}

QFuture<Result<SeenProof>> WordPressPage::readBack(const Receipt &receipt, const Thread &thread,
                                                   const QString &revision)
{
    // As any reader: without a password, and from whatever stands before the site.
    http::Request request;
    request.url = QUrl(receipt.url);
    request.deadline = m_limits.request;
    request.byteCap = longestPage;
    request.redirects = pageRedirects;
    request.headers = {{"Accept", "text/html"}, {"Cache-Control", "no-cache"}};
    const publish::Update *update = thread.updateWith(revision);
    const QString wanted = update ? readable(updateHtml(thread, *update)) : QString();
    const auto promise = promised<Result<SeenProof>>();
    base::whenFinished(
        this, m_client.send(request),
        [this, promise, receipt, wanted](const Result<http::Response> &response) {
            if (!response)
                return keep(*promise, Result<SeenProof>(base::passOn(response)));
            const QString page = QString::fromUtf8(response->body);
            const bool isShown =
                response->isSuccess() && !wanted.isEmpty() && readable(page).contains(wanted);
            if (isShown)
                return keep(*promise, Result<SeenProof>(SeenProof{receipt.url, m_clock.now()}));
            const Error error{
                ErrorKind::Network,
                tr("%1 has taken the post, but readers do not see it yet (status %2). "
                   "A cache may hold it back, or the site may not be public.")
                    .arg(m_target.label)
                    .arg(response->status),
                {},
                {base::Retry::When::After, 10s}};
            keep(*promise, Result<SeenProof>(tl::make_unexpected(error)));
        });
    return promise->future();
}

} // namespace wordpress
