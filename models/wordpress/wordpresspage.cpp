// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wordpress/wordpresspage.h"

#include "publish/previewwords.h"
#include "wordpress/content.h"
#include "wordpress/publication.h"

namespace wordpress {

using namespace Qt::StringLiterals;

WordPressPage::WordPressPage(publish::TargetSpec target, http::Client &client,
                             publish::PasswordSource password, const base::Clock &clock,
                             publish::Limits limits)
    : RemotePage(std::move(target), client, std::move(password), clock, limits)
{}

publish::Capabilities WordPressPage::capabilities() const
{
    QStringList filed;
    for (const auto &[component, category] : target().components)
        filed << component;
    return {.editsUpdates = true,
            .backdates = true,
            .plansWindows = false,
            .cancelsPlans = true,
            .showsComponents = !filed.isEmpty(),
            .components = filed,
            .notifies = false,
            .deadline = deadline(),
            .lingers = serverPatience};
}

QString WordPressPage::whoIsNotified() const
{
    return tr(
        "WordPress sends no message by itself; its feeds show the post, and newsletter plugins "
        "of the site may mail a new one.");
}

base::Result<publish::Preview> WordPressPage::preview(const publish::Thread &thread,
                                                      const QString &revision) const
{
    if (!thread.updateWith(revision))
        return publish::noSuchRevision();
    const Content content = contentOf(thread);
    publish::Preview preview;
    preview.form = publish::Preview::Form::Html;
    preview.title = thread.title;
    preview.text = content.html;
    preview.source = tr("Title: %1").arg(content.title) + u"\n\n"_s + content.html;
    preview.facts = publish::known({{tr("Its address ends in"), slugOf(thread)},
                                    {tr("Filed under"), filedUnder(thread, target()).join(u", "_s)},
                                    {tr("Subscribers"), tr("WordPress itself sends no message")}});
    return preview;
}

QFuture<publish::Answer> WordPressPage::carryOut(const publish::Order &order,
                                                 const secret::Secret &password)
{
    auto *work = new Publication(client(), Interface(target(), password), order, this);
    return work->start();
}

QString WordPressPage::shownText(const publish::Thread &thread, const publish::Update &update) const
{
    return updateHtml(thread, update);
}

} // namespace wordpress
