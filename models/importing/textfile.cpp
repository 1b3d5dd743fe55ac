// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/textfile.h"

#include "base/commalist.h"
#include "base/text.h"
#include "importing/postedtime.h"
#include "importing/words.h"
#include "timing/zone.h"

#include <algorithm>
#include <QRegularExpression>

namespace importing {

using namespace Qt::StringLiterals;
using base::ErrorKind;
using base::Result;

namespace {

constexpr qsizetype longestPost = 1'000'000;
constexpr qsizetype longestTitle = 200;

struct Headers
{
    QString posted;
    QStringList updated;
    QString title;
    QStringList components;
    QString author;
    QString address;
    QString id;
};

bool take(Headers &headers, const QString &line)
{
    static const QRegularExpression form(
        u"^(posted|updated|title|components?|author|address|id)\\s*:\\s*(.*)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(line.left(longestPost).trimmed());
    if (!match.hasMatch())
        return false;
    const QString name = match.captured(1).toLower();
    const QString value = match.captured(2).trimmed();
    if (name == "posted"_L1)
        headers.posted = value;
    else if (name == "updated"_L1)
        headers.updated << value;
    else if (name == "title"_L1)
        headers.title = value;
    else if (name == "author"_L1)
        headers.author = value;
    else if (name == "address"_L1)
        headers.address = value;
    else if (name == "id"_L1)
        headers.id = value;
    else
        headers.components += base::commaList(value);
    return true;
}

/// One part of the file, until it is a post.
class PartReader
{
public:
    PartReader(const QTimeZone &zone, const TextDefaults &defaults)
        : m_zone(zone)
        , m_defaults(defaults)
    {}

    ArchivedPost read(const QString &part)
    {
        QStringList lines = part.split(u'\n');
        while (!lines.isEmpty() && lines.first().trimmed().isEmpty())
            lines.removeFirst();
        while (!lines.isEmpty() && take(m_headers, lines.first()))
            lines.removeFirst();
        if (m_headers.title.isEmpty()) {
            while (!lines.isEmpty() && lines.first().trimmed().isEmpty())
                lines.removeFirst();
            if (!lines.isEmpty())
                m_headers.title = lines.takeFirst();
        }
        m_post.importer = u"text"_s;
        m_post.place = m_defaults.place;
        m_post.title = base::oneLine(m_headers.title, longestTitle);
        m_post.author = m_headers.author;
        m_post.url = m_headers.address;
        m_post.components = m_headers.components;
        m_post.original = part.trimmed();
        const QString body = lines.join(u'\n').trimmed();
        if (body.size() > longestPost)
            m_post.problem = Words::tr("It is longer than 1000000 characters. Cut it into posts.");
        else
            place(body);
        return std::move(m_post);
    }

private:
    void place(const QString &body)
    {
        const QString written = m_headers.posted.isEmpty() ? m_defaults.posted : m_headers.posted;
        m_post.updates = {{std::nullopt, std::nullopt, body}};
        if (written.isEmpty()) {
            m_post.problem = Words::tr("It does not say when it was posted. Write a line such as "
                                       "“Posted: 2025-03-04 14:32” above it.");
            return;
        }
        const auto posted = postedTime(written, m_zone);
        if (!posted) {
            m_post.problem = posted.error().text;
            return;
        }
        m_post.updates = updatesIn(body, *posted, m_zone);
        takeUpdated(body, *posted);
        const QString mark = m_headers.id.isEmpty()
                                 ? timing::isoUtc(*posted) + u' ' + m_post.title.simplified()
                                 : m_headers.id;
        m_post.identity = "text:"_L1 + mark;
    }

    /// Times said beside the text count for more than what stands in it.
    void takeUpdated(const QString &body, Instant posted)
    {
        const QStringList written =
            m_headers.updated.isEmpty() ? m_defaults.updated : m_headers.updated;
        if (written.isEmpty())
            return;
        std::vector<Instant> times;
        for (const QString &text : written) {
            const auto at = postedTime(text, m_zone);
            if (!at) {
                m_post.problem = at.error().text;
                return;
            }
            times.push_back(*at);
        }
        if (!std::ranges::is_sorted(times) || times.front() < posted) {
            m_post.problem = Words::tr("Its times are not in order. Write when it was posted, then "
                                       "each update, oldest first.");
            return;
        }
        auto updates = updatesIn(body, posted, m_zone, times);
        if (updates.size() != times.size() + 1) {
            m_post.warnings +=
                Words::tr("It names %1 times of updates, but its text has %2 "
                          "updates. Begin each with a line such as “UPDATE 14:50:”.")
                    .arg(QString::number(times.size()), QString::number(updates.size() - 1));
            return;
        }
        m_post.updates = std::move(updates);
    }

    const QTimeZone &m_zone;
    const TextDefaults &m_defaults;
    Headers m_headers;
    ArchivedPost m_post;
};

QStringList partsOf(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    static const QRegularExpression rule(u"^-{3,}[ \\t]*$"_s, QRegularExpression::MultilineOption);
    QStringList parts;
    for (const QString &part : text.split(rule)) {
        if (!part.trimmed().isEmpty())
            parts << part;
    }
    return parts;
}

} // namespace

Result<std::vector<ArchivedPost>> readTextFile(const QString &text, const TextDefaults &defaults,
                                               const QTimeZone &zone)
{
    const QStringList parts = partsOf(text);
    if (parts.isEmpty())
        return base::fail(ErrorKind::Input, Words::tr("There is no post in this file."));
    const bool said = !defaults.posted.isEmpty() || !defaults.updated.isEmpty();
    if (said && parts.size() > 1) {
        return base::fail(ErrorKind::Input,
                          Words::tr("This file has several posts. Write a line such as “Posted: "
                                    "2025-03-04 14:32” above each of them."));
    }
    std::vector<ArchivedPost> posts;
    for (const QString &part : parts) {
        ArchivedPost post = PartReader(zone, defaults).read(part);
        const auto same = [&](const ArchivedPost &other) {
            return !other.identity.isEmpty() && other.identity == post.identity;
        };
        if (post.problem.isEmpty() && std::ranges::any_of(posts, same)) {
            post.problem = Words::tr("Another post of this file has the same title and time. Write "
                                     "a line such as “Id: second” above one of them.");
        }
        posts.push_back(std::move(post));
    }
    return posts;
}

} // namespace importing
