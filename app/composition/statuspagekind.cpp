// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition/statuspagekind.h"

#include "app/composition/remotekind.h"
#include "statuspage/connectiontest.h"
#include "statuspage/hostedpage.h"

#include <QCoreApplication>

namespace app {

using namespace std::chrono_literals;
using publish::TargetSpec;
using workflow::TestedTarget;

namespace {

class KindWords
{
    Q_DECLARE_TR_FUNCTIONS(app)
};

/// The vendor allows 60 in a minute; others may use the same key.
constexpr int requestsAMinute = 50;

workflow::TargetForm form()
{
    return {KindWords::tr("Atlassian Statuspage"),
            KindWords::tr("Each incident becomes one incident of your page there."),
            KindWords::tr("Interface"),
            QStringLiteral("https://api.statuspage.io/v1"),
            QStringLiteral("https://api.statuspage.io/v1"),
            KindWords::tr("Page id"),
            KindWords::tr("under API info in the menu of your account"),
            KindWords::tr("API key"),
            KindWords::tr("made there too"),
            {},
            KindWords::tr("Images = their name or id there, separated by commas")};
}

TestedTarget testedTarget(TargetSpec target, const statuspage::Connection &connection)
{
    target.readers = connection.readers;
    target.components = connection.components;
    QString sentence = KindWords::tr("%1 can be published to. Readers find it at %2.")
                           .arg(connection.page.isEmpty() ? target.label : connection.page,
                                connection.readers.toString());
    if (!connection.unknownComponents.isEmpty())
        sentence +=
            QLatin1Char(' ') + KindWords::tr("It has no component %1: posts go out without it.")
                                   .arg(connection.unknownComponents.join(QStringLiteral(", ")));
    if (!connection.isPublic)
        sentence += QLatin1Char(' ') +
                    KindWords::tr("It is not public: no post can be seen there, and each waits.");
    return {std::move(target), sentence};
}

} // namespace

workflow::TargetKind statuspageKind(http::Client &client, secret::Vault &vault,
                                    const base::Clock &clock)
{
    workflow::TargetKind kind;
    kind.form = form();
    kind.address = statuspage::interfaceAddress;
    kind.test = testWith<statuspage::ConnectionTest>(client, vault, testedTarget);
    kind.make = pacedPages<statuspage::HostedPage>(client, vault, clock, requestsAMinute);
    return kind;
}

} // namespace app
