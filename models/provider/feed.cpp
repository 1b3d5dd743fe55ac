// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/feed.h"

#include "base/text.h"
#include "http/words.h"
#include "importing/encoding.h"
#include "importing/feed.h"
#include "importing/postedtime.h"

#include <algorithm>
#include <QCoreApplication>
#include <QRegularExpression>

namespace provider {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using importing::FeedEntry;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(provider)
};

constexpr qint64 largestFeed = 4 * 1024 * 1024;
constexpr qsizetype longestText = 500;
constexpr auto fresh = 24h;

/// As pages name the state of an incident or of planned work; the newest words of an entry come
/// first. Empty: it has none.
QString stateOf(const FeedEntry &entry)
{
    static const QRegularExpression word(
        u"\\b(investigating|identified|monitoring|update|resolved|post-?mortem|completed|"
        "scheduled|in progress|verifying)\\b\\s*(?:[-–—:\\]]|$)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    for (const QString &text : {entry.text, entry.title}) {
        const auto found = word.match(text);
        if (found.hasMatch())
            return found.captured(1).toLower().replace(u' ', u'_');
    }
    return {};
}

bool isOver(const QString &state)
{
    return state == "resolved"_L1 || state == "completed"_L1 || state.startsWith("post"_L1);
}

std::optional<base::InstantMs> timeOf(const QString &written)
{
    const auto at = importing::postedTime(written, QTimeZone::utc());
    return at ? std::optional<base::InstantMs>(*at) : std::nullopt;
}

Notice noticeFrom(const FeedEntry &entry, const QString &state)
{
    const bool planned = state == "in_progress"_L1 || state == "verifying"_L1;
    Notice notice;
    notice.id = entry.id;
    notice.title = base::oneLine(entry.title, longestText);
    notice.status = state;
    notice.impact = planned ? Impact::Maintenance : Impact::Minor;
    notice.startedAt = timeOf(entry.published);
    notice.latest = base::oneLine(entry.text, longestText);
    return notice;
}

} // namespace

http::Request feedRequest(const QUrl &feed)
{
    http::Request request;
    request.url = feed;
    request.headers = {{"Accept", "application/atom+xml, application/rss+xml, application/xml"}};
    request.byteCap = largestFeed;
    request.redirects = 3;
    return request;
}

base::Result<Status> statusFromFeed(const http::Response &response, base::InstantMs now)
{
    const QString place = http::placeOf(response.finalUrl);
    const base::Error noFeed{
        ErrorKind::Format,
        Words::tr("%1 has neither a status summary nor a feed. Enter the address of the status "
                  "page, or of its feed.")
            .arg(place),
        {},
        {}};
    if (!response.isSuccess())
        return tl::make_unexpected(noFeed);
    const auto text = importing::decoded(
        response.body, importing::charsetOf(http::headerValue(response.headers, "Content-Type")));
    const auto feed = text ? importing::readFeed(text->text) : base::passOn(text);
    if (!feed)
        return tl::make_unexpected(noFeed);
    Status status;
    status.page = base::oneLine(feed->title, longestText);
    for (const FeedEntry &entry : feed->entries) {
        const auto at = timeOf(entry.updated.isEmpty() ? entry.published : entry.updated);
        const QString state = stateOf(entry);
        if (!at || now - *at > fresh || isOver(state) || state == "scheduled"_L1)
            continue;
        status.notices.push_back(noticeFrom(entry, state));
        status.impact = std::max(status.impact, status.notices.back().impact);
    }
    status.sentence = status.notices.empty() ? Words::tr("Nothing that is not over.")
                                             : status.notices.front().title;
    return status;
}

} // namespace provider
