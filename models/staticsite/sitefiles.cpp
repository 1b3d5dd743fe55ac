// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/sitefiles.h"

#include "incident/valuesjson.h"
#include "staticsite/calendar.h"
#include "staticsite/feeds.h"
#include "staticsite/jsonfiles.h"
#include "staticsite/pages.h"
#include "staticsite/resource.h"
#include "timing/json.h"
#include "timing/zone.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace staticsite {

using namespace Qt::StringLiterals;
using publish::Thread;

namespace {

const QStringList &assets()
{
    static const QStringList names{u"site.css"_s, u"site.js"_s, u"icon.svg"_s};
    return names;
}

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

void addAssets(std::vector<SiteFile> &files)
{
    for (const QString &name : assets())
        files.push_back({u"assets/"_s + name, [name] {
                             return resource(name);
                         }});
}

void addThreads(std::vector<SiteFile> &files, const Edition &edition, const Scope &scope)
{
    for (const Thread *thread : edition.threads()) {
        if (scope.everything || scope.threads.contains(thread->key)) {
            files.push_back({threadPath(*thread), [&edition, thread] {
                                 return threadPage(edition, *thread);
                             }});
        }
    }
}

void addMonths(std::vector<SiteFile> &files, const Edition &edition, const Scope &scope)
{
    for (const auto &[month, threads] : edition.months()) {
        if (scope.everything || scope.months.contains(month)) {
            files.push_back({monthPath(month), [&edition, month = month] {
                                 return monthPage(edition, month);
                             }});
        }
    }
}

} // namespace

std::vector<SiteFile> filesOf(const Edition &edition, const Scope &scope)
{
    std::vector<SiteFile> files;
    if (scope.everything)
        addAssets(files);
    addThreads(files, edition, scope);
    addMonths(files, edition, scope);
    files.push_back({u"history/index.html"_s, [&] {
                         return historyPage(edition);
                     }});
    files.push_back({u"maintenance.ics"_s, [&] {
                         return maintenanceCalendar(edition);
                     }});
    files.push_back({u"feed.atom"_s, [&] {
                         return atomFeed(edition);
                     }});
    files.push_back({u"feed.rss"_s, [&] {
                         return rssFeed(edition);
                     }});
    files.push_back({u"index.html"_s, [&] {
                         return indexPage(edition);
                     }});
    for (const JsonFile &json : jsonFiles())
        files.push_back({json.path, [&edition, write = json.write] {
                             return write(edition);
                         }});
    return files;
}

std::set<QString> pathsOf(const Edition &edition)
{
    std::set<QString> paths;
    for (const SiteFile &file : filesOf(edition, Scope{true, {}, {}}))
        paths.insert(file.path);
    return paths;
}

QString stampOf(const Thread &thread)
{
    QJsonArray parts{thread.permalink, thread.cancelled, timing::toJson(thread.started),
                     timing::toJson(thread.fixed), timing::toJson(thread.backToNormal)};
    for (const publish::Update &update : thread.updates) {
        for (const QString &part : {update.revision, base::toName(update.status), update.title,
                                    update.body, timing::isoUtc(update.changedAt())})
            parts.append(part);
        parts.append(timing::toJson(update.nextUpdate));
    }
    for (const publish::ComponentEffect &effect : thread.components)
        parts.append(effect.name + u'=' + base::toName(effect.state));
    for (const auto *windows : {&thread.planned, &thread.actual}) {
        for (const incident::Window &window : *windows)
            parts.append(incident::toJson(window));
    }
    return hashOf(QJsonDocument(parts).toJson(QJsonDocument::Compact));
}

QString fingerprintOf(const publish::Page &page)
{
    QByteArray all = QJsonDocument(QJsonArray{page.id, page.name, page.url, page.zone,
                                              page.language, page.footer})
                         .toJson(QJsonDocument::Compact);
    for (const QString &name : resourceNames())
        all += resource(name);
    return hashOf(all);
}

} // namespace staticsite
