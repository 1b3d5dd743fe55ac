// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/readback.h"

#include "staticsite/edition.h"
#include "staticsite/markup.h"
#include "staticsite/sitefolder.h"

#include <algorithm>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace staticsite {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Done;
using base::ErrorKind;
using publish::Thread;
using publish::Update;

namespace {

tl::unexpected<base::Error> notThere(const QString &file)
{
    base::Error error{ErrorKind::Format,
                      QCoreApplication::translate(
                          "StatusSite",
                          "The post was written, but “%1” does not show it as it should be. It "
                          "will be written again.")
                          .arg(file),
                      {},
                      {base::Retry::When::After, 5s}};
    return tl::make_unexpected(std::move(error));
}

/// The text that readers see. White space is what browsers make of it.
QString plainText(QString html)
{
    static const QRegularExpression tag(u"<[^>]*>"_s);
    html.replace(tag, u" "_s);
    html.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1).replace("&quot;"_L1, "\""_L1);
    html.replace("&#39;"_L1, "'"_L1).replace("&amp;"_L1, "&"_L1);
    return html.simplified();
}

QString between(const QString &text, QLatin1StringView before, QLatin1StringView after)
{
    const qsizetype start = text.indexOf(before);
    if (start < 0)
        return {};
    const qsizetype from = start + before.size();
    const qsizetype end = text.indexOf(after, from);
    return end < 0 ? QString() : text.sliced(from, end - from);
}

bool shows(const QByteArray &html, const Update &update)
{
    const UpdateOnPage wanted{base::toName(update.status),
                              plainText(bodyMarkup(update.body).html())};
    return updateOnPage(html, update.revision) == wanted;
}

Done checkPage(const QString &root, const Thread &thread, const Update &update)
{
    const QString file = threadPath(thread);
    const auto html = readSiteFile(root, file);
    if (!html)
        return base::passOn(html);
    return *html && shows(**html, update) ? Done() : notThere(file);
}

QJsonObject entryWith(const QJsonArray &entries, const QString &id)
{
    for (const QJsonValue &entry : entries) {
        if (entry.toObject().value(u"id"_s).toString() == id)
            return entry.toObject();
    }
    return {};
}

Done checkList(const QString &root, const Thread &thread, const Update &update)
{
    const bool planned = thread.isMaintenance();
    const QString file =
        planned ? u"api/v2/scheduled-maintenances.json"_s : u"api/v2/incidents.json"_s;
    const auto json = readSiteFile(root, file);
    if (!json)
        return base::passOn(json);
    const QJsonDocument document = QJsonDocument::fromJson(json->value_or(QByteArray()));
    if (!document.isObject())
        return notThere(file);
    const QString list = planned ? u"scheduled_maintenances"_s : u"incidents"_s;
    const QJsonObject entry = entryWith(document.object().value(list).toArray(), thread.key);
    if (entry.isEmpty())
        return {};
    const QJsonObject shown = entryWith(entry.value(u"incident_updates"_s).toArray(), update.key);
    if (shown.value(u"body"_s).toString() != wellFormed(update.body) ||
        shown.value(u"status"_s).toString() != base::toName(update.status))
        return notThere(file);
    return {};
}

} // namespace

std::optional<UpdateOnPage> updateOnPage(const QByteArray &html, const QString &revision)
{
    const QString page = QString::fromUtf8(html);
    const QString mark = u"data-revision=\"%1\""_s.arg(Markup::escaped(revision).html());
    const qsizetype at = page.indexOf(mark);
    if (at < 0)
        return std::nullopt;
    const qsizetype end = page.indexOf("</article>"_L1, at);
    const QString article = page.sliced(at, (end < 0 ? page.size() : end) - at);
    const QString body = between(article, "<div class=\"body\" dir=\"auto\">"_L1, "</div>"_L1);
    return UpdateOnPage{between(article, "data-status=\""_L1, "\""_L1), plainText(body)};
}

namespace {

Done checkGone(const QString &root, const Thread &thread)
{
    const auto page = readSiteFile(root, threadPath(thread));
    if (!page)
        return base::passOn(page);
    return !*page && isCompleteSite(root) ? Done() : Done(notThere(threadPath(thread)));
}

} // namespace

Done checkWritten(const QString &root, const Thread &thread, const QString &revision)
{
    if (thread.retraction == revision && !revision.isEmpty())
        return checkGone(root, thread);
    const Update *update = thread.updateWith(revision);
    if (!update)
        return notThere(threadPath(thread));
    if (const Done page = checkPage(root, thread, *update); !page)
        return page;
    return checkList(root, thread, *update);
}

Done checkServed(const http::Response &page, const Thread &thread, const QString &revision)
{
    constexpr int notFound = 404;
    constexpr int gone = 410;
    const bool retracted = thread.retraction == revision && !revision.isEmpty();
    const Update *update = thread.updateWith(revision);
    const bool isRight = retracted ? page.status == notFound || page.status == gone
                                   : page.isSuccess() && update && shows(page.body, *update);
    if (isRight)
        return {};
    base::Error error{
        ErrorKind::Format,
        QCoreApplication::translate(
            "StatusSite",
            "The status site was deployed, but readers at %1 do not see this post yet. It is "
            "looked for again; check where the deploy command puts the files, and caches.")
            .arg(page.finalUrl.host()),
        {},
        {base::Retry::When::After, 60s}};
    return tl::make_unexpected(std::move(error));
}

} // namespace staticsite
