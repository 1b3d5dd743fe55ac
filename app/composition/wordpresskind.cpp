// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition/wordpresskind.h"

#include "base/whenfinished.h"
#include "wordpress/address.h"
#include "wordpress/connectiontest.h"
#include "wordpress/wordpresspage.h"

#include <QCoreApplication>

namespace app {

using base::Result;
using publish::TargetSpec;
using workflow::TestedTarget;

namespace {

class KindWords
{
    Q_DECLARE_TR_FUNCTIONS(app)
};

TestedTarget testedTarget(TargetSpec target, const wordpress::Connection &connection)
{
    target.api = connection.api;
    QString sentence = KindWords::tr("%1 lets %2 publish.")
                           .arg(connection.site.isEmpty() ? target.label : connection.site,
                                connection.user.isEmpty() ? target.user : connection.user);
    if (!connection.unknownCategories.isEmpty()) {
        sentence +=
            QLatin1Char(' ') + KindWords::tr("It has no category %1: posts go out without it.")
                                   .arg(connection.unknownCategories.join(QStringLiteral(", ")));
    }
    return {std::move(target), sentence};
}

} // namespace

workflow::TargetKind wordPressKind(http::Client &client, secret::Vault &vault,
                                   const base::Clock &clock)
{
    workflow::TargetKind kind;
    kind.address = wordpress::siteAddress;
    kind.test = [&client, &vault](const TargetSpec &target, const secret::Secret &password) {
        const auto promise = std::make_shared<QPromise<Result<TestedTarget>>>();
        promise->start();
        auto *test = new wordpress::ConnectionTest(client, target, password, &vault);
        base::whenFinished(&vault, test->start(),
                           [target, promise](const Result<wordpress::Connection> &connection) {
                               promise->addResult(
                                   connection
                                       ? Result<TestedTarget>(testedTarget(target, *connection))
                                       : Result<TestedTarget>(base::passOn(connection)));
                               promise->finish();
                           });
        return promise->future();
    };
    kind.make = [&client, &vault, &clock](const TargetSpec &target) {
        const auto password = [&vault, key = publish::secretKey(target)] {
            return vault.read(key);
        };
        return std::make_shared<wordpress::WordPressPage>(target, client, password, clock);
    };
    return kind;
}

} // namespace app
