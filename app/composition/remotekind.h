// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/promised.h"
#include "base/whenfinished.h"
#include "http/pacedclient.h"
#include "publish/remotepage.h"
#include "workflow/targets.h"

/// What the kinds of targets behind a programming interface have in common. All that is given must
/// outlive what is made with it.
namespace app {

/// A trial by Test, an object that answers with a connection and deletes itself; `tested` says what
/// there is to say of it.
template <class Test, class Tested>
[[nodiscard]] auto testWith(http::Client &client, secret::Vault &vault, Tested tested)
{
    return [&client, &vault, tested](const publish::TargetSpec &target,
                                     const secret::Secret &password) {
        using Result = base::Result<workflow::TestedTarget>;
        const auto promise = base::promised<Result>();
        auto *test = new Test(client, target, password, &vault);
        base::whenFinished(&vault, test->start(),
                           [target, tested, promise](const auto &connection) {
                               base::keep(*promise, connection ? Result(tested(target, *connection))
                                                               : Result(base::passOn(connection)));
                           });
        return promise->future();
    };
}

[[nodiscard]] inline publish::PasswordSource passwordOf(secret::Vault &vault,
                                                        const publish::TargetSpec &target)
{
    return [&vault, key = publish::secretKey(target)] {
        return vault.read(key);
    };
}

template <class Page>
struct Held
{
    Held(http::Client &client, int requestsAMinute, const publish::TargetSpec &target,
         publish::PasswordSource password, const base::Clock &clock, publish::Limits limits)
        : paced(client, requestsAMinute, std::chrono::minutes(1))
        , page(target, paced, std::move(password), clock, limits)
    {}

    http::PacedClient paced;
    Page page;
};

/// Pages that keep to a limit of requests, each to its own.
template <class Page>
[[nodiscard]] auto pacedPages(http::Client &client, secret::Vault &vault, const base::Clock &clock,
                              int requestsAMinute)
{
    return [&client, &vault, &clock, requestsAMinute](
               const publish::TargetSpec &target) -> std::shared_ptr<publish::StatusPage> {
        // What has to wait for its turn may wait as long as the window is.
        const publish::Limits limits{std::chrono::seconds(12), std::chrono::seconds(105)};
        const auto held = std::make_shared<Held<Page>>(client, requestsAMinute, target,
                                                       passwordOf(vault, target), clock, limits);
        return {held, &held->page};
    };
}

} // namespace app
