// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statuspage/hostedpage.h"

#include "base/text.h"
#include "publish/previewwords.h"
#include "statuspage/postmortem.h"
#include "statuspage/preview.h"
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
            .keepsPostmortems = true,
            .notifies = true,
            .deadline = deadline(),
            .lingers = serverPatience};
}

QString HostedPage::whoIsNotified() const
{
    return tr("Statuspage tells all subscribers of the page, by mail, text message or webhook.");
}

base::Result<publish::Preview> HostedPage::preview(const publish::Thread &thread,
                                                   const QString &revision) const
{
    const publish::Update *update = thread.updateWith(revision);
    if (!update)
        return publish::noSuchRevision();
    return previewOf(thread, *update, target().components);
}

QFuture<publish::Answer> HostedPage::carryOut(const publish::Order &order,
                                              const secret::Secret &key)
{
    if (order.postmortem)
        return (new PostmortemErrand(client(), Interface(target(), key), order, this))->start();
    auto *work = new Publication(client(), Interface(target(), key), order, this);
    return work->start();
}

QString HostedPage::shownText(const publish::Thread &, const publish::Update &update) const
{
    return base::escapeMarkup(update.body);
}

} // namespace statuspage
