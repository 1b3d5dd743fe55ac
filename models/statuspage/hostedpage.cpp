// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statuspage/hostedpage.h"

#include "base/text.h"
#include "statuspage/publication.h"

namespace statuspage {

HostedPage::HostedPage(publish::TargetSpec target, http::Client &client,
                       publish::PasswordSource key, const base::Clock &clock,
                       publish::Limits limits)
    : RemotePage(std::move(target), client, std::move(key), clock, limits)
{}

publish::Capabilities HostedPage::capabilities() const
{
    QStringList known;
    for (const auto &[component, id] : target().components)
        known << component;
    return {.editsUpdates = true,
            .backdates = true,
            .plansWindows = true,
            .showsComponents = !known.isEmpty(),
            .components = known,
            .longestTitle = longestName,
            .longestBody = longestBody,
            .notifies = true,
            .deadline = deadline(),
            .lingers = serverPatience};
}

QString HostedPage::whoIsNotified() const
{
    return tr("Statuspage tells all subscribers of the page, by mail, text message or webhook.");
}

QFuture<publish::Answer> HostedPage::carryOut(const publish::Order &order,
                                              const secret::Secret &key)
{
    auto *work = new Publication(client(), Interface(target(), key), order, this);
    return work->start();
}

QString HostedPage::shownText(const publish::Thread &, const publish::Update &update) const
{
    return base::escapeMarkup(update.body);
}

} // namespace statuspage
