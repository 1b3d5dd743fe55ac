// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/feedposts.h"

#include "base/text.h"
#include "importing/postedtime.h"
#include "importing/words.h"

#include <algorithm>
#include <map>
#include <QCryptographicHash>
#include <QUrl>
#include <set>

namespace importing {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTitle = 200;

QString withoutFragment(const QString &link)
{
    return link.section(u'#', 0, 0);
}

/// The same whether the feed came from its address or from a file.
QString identityOf(const Feed &feed, const FeedEntry &entry, bool isPart)
{
    const QString page = withoutFragment(entry.link);
    if (isPart)
        return "feed:"_L1 + page;
    if (!entry.id.isEmpty()) {
        const QString scheme = QUrl(entry.id).scheme();
        const bool worldwide =
            scheme == "http"_L1 || scheme == "https"_L1 || scheme == "tag"_L1 || scheme == "urn"_L1;
        const QString home = QUrl(feed.home).host();
        return "feed:"_L1 +
               (worldwide ? entry.id : (home.isEmpty() ? feed.title : home) + u' ' + entry.id);
    }
    if (!page.isEmpty())
        return "feed:"_L1 + page;
    const QByteArray words = (entry.title + u'\n' + entry.text).toUtf8();
    return "feed:"_L1 + entry.published + u' ' +
           QString::fromLatin1(QCryptographicHash::hash(words, QCryptographicHash::Sha256).toHex());
}

QString titleOf(const FeedEntry &entry)
{
    const QString title = entry.title.isEmpty() ? entry.text.section(u'\n', 0, 0) : entry.title;
    return base::oneLine(title, longestTitle);
}

/// The post of one entry.
ArchivedPost postOf(const FeedEntry &entry, const QTimeZone &zone)
{
    ArchivedPost post;
    post.importer = u"feed"_s;
    post.title = titleOf(entry);
    post.author = entry.author;
    post.url = entry.link;
    post.original = entry.text;
    post.updates = {{std::nullopt, std::nullopt, entry.text}};
    const QString written = entry.published.isEmpty() ? entry.updated : entry.published;
    if (written.isEmpty()) {
        post.problem = Words::tr("The feed does not say when it was posted. Copy it into a text "
                                 "file with a line “Posted: 2025-03-04 14:32” and import that.");
        return post;
    }
    const auto posted = postedTime(written, zone);
    if (!posted) {
        post.problem =
            Words::tr("The feed gives a time that cannot be read: %1. Copy the post into "
                      "a text file with a line “Posted: 2025-03-04 14:32” and import "
                      "that.")
                .arg(base::oneLine(written, longestTitle));
        return post;
    }
    if (entry.published.isEmpty())
        post.warnings += Words::tr("The feed gives only the time of its last change.");
    post.updates = updatesIn(entry.text, *posted, zone);
    return post;
}

/// One post from entries that are its updates.
ArchivedPost joined(std::vector<ArchivedPost> parts)
{
    const auto posted = [](const ArchivedPost &part) {
        return part.updates.front().posted.value_or(Instant::max());
    };
    std::ranges::stable_sort(parts, {}, posted);
    ArchivedPost post = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const ArchivedPost &part = parts[i];
        post.original += u"\n\n"_s + part.original;
        if (post.problem.isEmpty())
            post.problem = part.problem;
        post.warnings += part.warnings;
        post.updates.insert(post.updates.end(), part.updates.begin(), part.updates.end());
    }
    std::ranges::stable_sort(post.updates, {}, &ArchivedUpdate::posted);
    post.warnings.removeDuplicates();
    return post;
}

} // namespace

std::vector<ArchivedPost> postsOf(const Feed &feed, const QString &place, const QTimeZone &zone)
{
    std::map<QString, int> pages;
    for (const FeedEntry &entry : feed.entries)
        ++pages[withoutFragment(entry.link)];
    std::map<QString, std::vector<ArchivedPost>> parts;
    std::vector<QString> order;
    std::set<QString> seen;
    for (const FeedEntry &entry : feed.entries) {
        const QString page = withoutFragment(entry.link);
        const bool isPart = !page.isEmpty() && page != withoutFragment(feed.home) &&
                            (entry.link.contains(u'#') || pages[page] > 1);
        const QString identity = identityOf(feed, entry, isPart);
        const bool isKnown = parts.contains(identity);
        // Pages of a feed overlap when something is posted while they are fetched.
        if ((isKnown && !isPart) || !seen.insert(entry.published + entry.link + entry.text).second)
            continue;
        if (!isKnown)
            order.push_back(identity);
        ArchivedPost post = postOf(entry, zone);
        post.identity = identity;
        post.place = place;
        parts[identity].push_back(std::move(post));
    }
    std::vector<ArchivedPost> posts;
    for (const QString &identity : order)
        posts.push_back(joined(std::move(parts[identity])));
    std::ranges::stable_sort(posts, {}, [](const ArchivedPost &post) {
        return post.updates.front().posted.value_or(Instant::min());
    });
    return posts;
}

} // namespace importing
