// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/remotepage.h"

#include "base/promised.h"
#include "base/whenfinished.h"
#include "publish/readable.h"

#include <algorithm>

namespace publish {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

/// A keyring may have to be started first.
constexpr auto keyringTime = 45s;
constexpr qint64 longestPage = 8 * 1024 * 1024;
constexpr int pageRedirects = 3;
constexpr auto nextLook = 10s;

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

} // namespace

RemotePage::RemotePage(TargetSpec target, http::Client &client, PasswordSource password,
                       const base::Clock &clock, Limits limits)
    : m_target(std::move(target))
    , m_client(client)
    , m_password(std::move(password))
    , m_clock(clock)
    , m_limits(limits)
{}

std::chrono::seconds RemotePage::deadline() const
{
    return keyringTime + std::chrono::ceil<std::chrono::seconds>(m_limits.whole);
}

void RemotePage::overwriteNext(const QString &threadKey)
{
    m_overwrite.insert(threadKey);
}

std::optional<ForeignEdit> RemotePage::foreignEdit(const QString &threadKey) const
{
    const auto found = m_foreign.find(threadKey);
    return found == m_foreign.end() ? std::nullopt : std::optional(found->second);
}

QUrl RemotePage::readersAddress(const Receipt &receipt) const
{
    return QUrl(receipt.url);
}

QFuture<Answer> RemotePage::carryOut(Order::Task task, const Thread &thread,
                                     const QString &revision)
{
    Order order;
    order.task = task;
    order.thread = thread;
    order.revision = revision;
    order.overwrite = task == Order::Task::Publish && m_overwrite.erase(thread.key) > 0;
    return carryOutWith(std::move(order));
}

QFuture<Answer> RemotePage::carryOutWith(Order order)
{
    order.target = m_target;
    order.limits = m_limits;
    order.foreign = std::make_shared<std::optional<ForeignEdit>>();
    const auto promise = base::promised<Answer>();
    base::whenFinished(this, m_password(),
                       [this, order, promise](const Result<secret::Secret> &password) {
                           if (!password) {
                               const Error error = passwordError(password.error(), m_target.label);
                               return base::keep(*promise, Answer(tl::make_unexpected(error)));
                           }
                           base::whenFinished(this, carryOut(order, *password),
                                              [this, order, promise](const Answer &answer) {
                                                  noteEdits(order, answer);
                                                  base::keep(*promise, answer);
                                              });
                       });
    return promise->future();
}

/// What a look or an attempt has met of somebody else's replaces what was known of it.
void RemotePage::noteEdits(const Order &order, const Answer &answer)
{
    const bool wasThere = order.task == Order::Task::Publish || answer;
    if (wasThere && !order.postmortem)
        m_foreign.erase(order.thread.key);
    if (*order.foreign)
        m_foreign[order.thread.key] = **order.foreign;
}

QFuture<Result<Receipt>> RemotePage::publish(const Thread &thread, const QString &revision)
{
    const bool retracts = !thread.retraction.isEmpty() && thread.retraction == revision;
    if (!retracts && !thread.updateWith(revision)) {
        return base::ready(Result<Receipt>(base::fail(
            ErrorKind::Refused, tr("A newer wording of this post stands there already."))));
    }
    const auto promise = base::promised<Result<Receipt>>();
    const auto task = retracts ? Order::Task::Retract : Order::Task::Publish;
    base::whenFinished(
        this, carryOut(task, thread, revision), [promise, url = thread.url](const Answer &answer) {
            base::keep(*promise, answer ? Result<Receipt>(answer->value_or(Receipt{{}, url}))
                                        : Result<Receipt>(base::passOn(answer)));
        });
    return promise->future();
}

QFuture<base::Done> RemotePage::putPostmortem(const Thread &thread, const PostmortemText &text)
{
    if (!capabilities().keepsPostmortems)
        return StatusPage::putPostmortem(thread, text);
    Order order;
    order.thread = thread;
    order.postmortem = text;
    const auto promise = base::promised<base::Done>();
    base::whenFinished(this, carryOutWith(std::move(order)), [promise](const Answer &answer) {
        base::keep(*promise, answer ? base::Done() : base::passOn(answer));
    });
    return promise->future();
}

QFuture<Result<std::optional<Receipt>>> RemotePage::find(const Thread &thread,
                                                         const QString &revision)
{
    if (thread.retraction.isEmpty() || thread.retraction != revision)
        return carryOut(Order::Task::Find, thread, revision);
    const auto promise = base::promised<Answer>();
    base::whenFinished(
        this, carryOut(Order::Task::Find, thread, {}),
        [promise, url = thread.url](const Answer &answer) {
            if (!answer)
                return base::keep(*promise, answer);
            const bool gone = !answer->has_value();
            base::keep(*promise, Answer(gone ? std::optional(Receipt{{}, url}) : std::nullopt));
        });
    return promise->future();
}

QFuture<Result<SeenProof>> RemotePage::readBack(const Receipt &receipt, const Thread &thread,
                                                const QString &revision)
{
    const bool retracted = thread.retraction == revision && !thread.retraction.isEmpty();
    if (retracted && receipt.url.isEmpty())
        return base::ready(Result<SeenProof>(SeenProof{m_target.label, m_clock.now()}));
    // As any reader: without a password, and from whatever stands before the site.
    http::Request request;
    request.url = readersAddress(receipt);
    request.deadline = m_limits.request;
    request.byteCap = longestPage;
    request.redirects = pageRedirects;
    request.headers = {{"Accept", "text/html"}, {"Cache-Control", "no-cache"}};
    const auto promise = base::promised<Result<SeenProof>>();
    base::whenFinished(
        this, m_client.send(request),
        [this, promise, receipt, thread, revision](const Result<http::Response> &response) {
            base::keep(*promise, response ? judge(*response, receipt, thread, revision)
                                          : Result<SeenProof>(base::passOn(response)));
        });
    return promise->future();
}

Result<SeenProof> RemotePage::judge(const http::Response &page, const Receipt &receipt,
                                    const Thread &thread, const QString &revision) const
{
    const QString shown = readable(QString::fromUtf8(page.body));
    const auto stands = [&](const Update &update) {
        const QString wanted = readable(shownText(thread, update));
        return !wanted.isEmpty() && shown.contains(wanted);
    };
    const SeenProof proof{receipt.url, m_clock.now()};
    const base::Retry retry{base::Retry::When::After, nextLook};
    if (!thread.retraction.isEmpty() && thread.retraction == revision) {
        const bool gone = page.status == 404 || page.status == 410 ||
                          (page.isSuccess() && std::ranges::none_of(thread.updates, stands));
        if (gone)
            return proof;
        return tl::make_unexpected(Error{ErrorKind::Network,
                                         tr("%1 has taken the post away, but readers still find "
                                            "it. A cache may hold it.")
                                             .arg(m_target.label),
                                         {},
                                         retry});
    }
    const Update *update = thread.updateWith(revision);
    if (page.isSuccess() && update && stands(*update))
        return proof;
    return tl::make_unexpected(
        Error{ErrorKind::Network,
              tr("%1 has taken the post, but readers do not see it yet (status %2). "
                 "A cache may hold it back, or the site may not be public.")
                  .arg(m_target.label)
                  .arg(page.status),
              {},
              retry});
}

} // namespace publish
