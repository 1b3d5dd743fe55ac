// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition/wordpresskind.h"

#include "app/composition/remotekind.h"
#include "wordpress/address.h"
#include "wordpress/archivefetch.h"
#include "wordpress/connectiontest.h"
#include "wordpress/wordpresspage.h"

#include <QCoreApplication>

namespace app {

using publish::TargetSpec;
using workflow::TestedTarget;

namespace {

class KindWords
{
    Q_DECLARE_TR_FUNCTIONS(app)
};

workflow::TargetForm form()
{
    return {KindWords::tr("WordPress"),
            KindWords::tr("Each incident becomes one post, to which updates are added."),
            KindWords::tr("WordPress site"),
            KindWords::tr("https://blog.example.org/"),
            {},
            KindWords::tr("User name"),
            KindWords::tr("with the role Author or Editor"),
            KindWords::tr("Application password"),
            KindWords::tr("made in the user's profile there; not the one to log in with"),
            KindWords::tr("Category"),
            KindWords::tr("Images = slug of a category, separated by commas")};
}

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
    kind.form = form();
    kind.address = wordpress::siteAddress;
    kind.test = testWith<wordpress::ConnectionTest>(client, vault, testedTarget);
    kind.make = [&client, &vault, &clock](const TargetSpec &target) {
        return std::make_shared<wordpress::WordPressPage>(target, client, passwordOf(vault, target),
                                                          clock);
    };
    return kind;
}

workflow::SiteFetch wordPressFetch(http::Client &client)
{
    return [&client](const QString &address,
                     int mostPages) -> base::Result<std::unique_ptr<importing::Fetch>> {
        const auto site = wordpress::siteAddress(address);
        if (!site)
            return base::passOn(site);
        return std::make_unique<wordpress::ArchiveFetch>(client, *site, mostPages);
    };
}

} // namespace app
