// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/sitefiles.h"

#include "staticsite/calendar.h"
#include "staticsite/feeds.h"
#include "staticsite/jsonfiles.h"
#include "staticsite/pages.h"
#include "staticsite/resource.h"
#include "staticsite/searchfiles.h"
#include "staticsite/stylesheet.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace staticsite {

using namespace Qt::StringLiterals;
using publish::Thread;

namespace {

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

void addAssets(std::vector<SiteFile> &files, const Edition &edition)
{
    for (const QString &name : {u"site.js"_s, u"icon.svg"_s}) {
        files.push_back({u"assets/"_s + name, [name] {
                             return resource(name);
                         }});
    }
    files.push_back({u"assets/site.css"_s, [&edition] {
                         return styleSheet(edition.page().look);
                     }});
    const publish::Look &look = edition.page().look;
    if (!look.logo.isEmpty()) {
        files.push_back({u"assets/"_s + look.logoFile, [&look] {
                             return look.logo;
                         }});
    }
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

void addSearch(std::vector<SiteFile> &files, const Edition &edition, const Scope &scope)
{
    std::set<QString> wanted;
    for (const QString &month : scope.months)
        wanted.insert(month.section(u'-', 0, 0));
    for (const QString &year : searchYears(edition)) {
        if (scope.everything || wanted.contains(year)) {
            files.push_back({searchPath(year), [&edition, year] {
                                 return searchYear(edition, year);
                             }});
        }
    }
    files.push_back({u"search/index.json"_s, [&edition] {
                         return searchIndex(edition);
                     }});
}

void addComponents(std::vector<SiteFile> &files, const Edition &edition)
{
    for (const publish::ComponentNow &component : edition.components()) {
        files.push_back({componentPath(component.component.name), [&edition, &component] {
                             return componentPage(edition, component);
                         }});
    }
}

} // namespace

std::vector<SiteFile> filesOf(const Edition &edition, const Scope &scope)
{
    std::vector<SiteFile> files;
    if (scope.everything)
        addAssets(files, edition);
    addThreads(files, edition, scope);
    addMonths(files, edition, scope);
    addSearch(files, edition, scope);
    addComponents(files, edition);
    files.push_back({u"history/index.html"_s, [&] {
                         return historyPage(edition);
                     }});
    files.push_back({u"maintenance/index.html"_s, [&] {
                         return maintenancePage(edition);
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

QString fingerprintOf(const publish::Page &page)
{
    QByteArray all =
        QJsonDocument(QJsonArray{page.id, page.name, page.url, page.zone, page.language,
                                 page.footer, page.look.accent, page.look.accentDark,
                                 page.look.band, page.look.logoFile})
            .toJson(QJsonDocument::Compact);
    all += page.look.logo;
    for (const QString &name : resourceNames())
        all += resource(name);
    return hashOf(all);
}

} // namespace staticsite
