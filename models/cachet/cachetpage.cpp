// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cachet/cachetpage.h"

#include "base/text.h"
#include "cachet/preview.h"
#include "cachet/publication.h"
#include "publish/previewwords.h"

namespace cachet {

CachetPage::CachetPage(publish::TargetSpec target, http::Client &client,
                       publish::PasswordSource token, const base::Clock &clock,
                       publish::Limits limits)
    : RemotePage(std::move(target), client, std::move(token), clock, limits)
{}

publish::Capabilities CachetPage::capabilities() const
{
    QStringList known;
    for (const auto &[component, id] : target().components)
        known << component;
    return {.editsUpdates = true,
            .backdates = target().version == QLatin1String("3"),
            .plansWindows = true,
            .plansOpenEnds = true,
            .showsComponents = !known.isEmpty(),
            .components = known,
            .longestTitle = longestName,
            .notifies = true,
            .deadline = deadline(),
            .lingers = serverPatience};
}

QString CachetPage::whoIsNotified() const
{
    return tr("Cachet mails its subscribers of a new incident; of updates, as it is set up there.");
}

base::Result<publish::Preview> CachetPage::preview(const publish::Thread &thread,
                                                   const QString &revision) const
{
    const publish::Update *update = thread.updateWith(revision);
    if (!update)
        return publish::noSuchRevision();
    return previewOf(thread, *update, target().components, target().version == u"3");
}

QFuture<publish::Answer> CachetPage::carryOut(const publish::Order &order,
                                              const secret::Secret &token)
{
    auto *work = new Publication(client(), Interface(target(), token), order, this);
    return work->start();
}

QString CachetPage::shownText(const publish::Thread &, const publish::Update &update) const
{
    return base::escapeMarkup(update.body);
}

} // namespace cachet
