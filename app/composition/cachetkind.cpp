// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition/cachetkind.h"

#include "app/composition/remotekind.h"
#include "cachet/cachetpage.h"
#include "cachet/connectiontest.h"
#include "http/address.h"

#include <QCoreApplication>

namespace app {

using publish::TargetSpec;
using workflow::TestedTarget;

namespace {

class KindWords
{
    Q_DECLARE_TR_FUNCTIONS(app)
};

/// Cachet allows 300 in a minute unless it is told otherwise.
constexpr int requestsAMinute = 250;

workflow::TargetForm form()
{
    return {KindWords::tr("Cachet"),
            KindWords::tr("Each incident becomes one incident there; planned work, a schedule."),
            KindWords::tr("Cachet site"),
            KindWords::tr("https://status.example.org/"),
            {},
            {},
            {},
            KindWords::tr("Token"),
            KindWords::tr("made there, with the rights to manage and delete incidents"),
            {},
            KindWords::tr("Images = their name or number there, separated by commas")};
}

TestedTarget testedTarget(TargetSpec target, const cachet::Connection &connection)
{
    target.api = connection.api;
    target.version = connection.version;
    target.components = connection.components;
    QString sentence = KindWords::tr("%1 runs Cachet %2 and can be published to.")
                           .arg(target.label, connection.version);
    if (!connection.unknownComponents.isEmpty())
        sentence +=
            QLatin1Char(' ') + KindWords::tr("It has no component %1: posts go out without it.")
                                   .arg(connection.unknownComponents.join(QStringLiteral(", ")));
    return {std::move(target), sentence};
}

} // namespace

workflow::TargetKind cachetKind(http::Client &client, secret::Vault &vault,
                                const base::Clock &clock)
{
    workflow::TargetKind kind;
    kind.form = form();
    kind.address = http::typedAddress;
    kind.test = testWith<cachet::ConnectionTest>(client, vault, testedTarget);
    kind.make = pacedPages<cachet::CachetPage>(client, vault, clock, requestsAMinute);
    return kind;
}

} // namespace app
