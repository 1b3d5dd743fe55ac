// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/jsonfiles.h"

#include "staticsite/jsonobjects.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace staticsite {

using namespace Qt::StringLiterals;
using incident::PublicStatus;
using publish::Thread;

namespace {

/// As many as the API gives on its first page.
constexpr qsizetype listLength = 50;

template <class Wanted>
QJsonArray threadsJson(const Edition &edition, Wanted wanted)
{
    QJsonArray threads;
    for (const Thread *thread : edition.threads()) {
        if (threads.size() == listLength)
            break;
        if (wanted(*thread))
            threads.append(threadJson(edition, *thread));
    }
    return threads;
}

bool isIncident(const Thread &thread)
{
    return !thread.isMaintenance();
}

bool isUnresolved(const Thread &thread)
{
    return isIncident(thread) && !thread.isOver();
}

bool isMaintenance(const Thread &thread)
{
    return thread.isMaintenance();
}

bool isComing(const Thread &thread)
{
    return isMaintenance(thread) && !thread.isOver();
}

bool isActive(const Thread &thread)
{
    return isComing(thread) && !thread.isPlanned();
}

bool isUpcoming(const Thread &thread)
{
    return isComing(thread) && thread.isPlanned();
}

QJsonArray componentsJson(const Edition &edition)
{
    QJsonArray components;
    for (const auto &component : edition.overview().components)
        components.append(componentJson(edition, component, int(components.size()) + 1));
    return components;
}

QByteArray file(const Edition &edition, QJsonObject members)
{
    members.insert(u"page"_s, pageJson(edition));
    return jsonBytes(members);
}

template <bool (*wanted)(const Thread &)>
QByteArray incidents(const Edition &edition)
{
    return file(edition, {{u"incidents"_s, threadsJson(edition, wanted)}});
}

template <bool (*wanted)(const Thread &)>
QByteArray maintenances(const Edition &edition)
{
    return file(edition, {{u"scheduled_maintenances"_s, threadsJson(edition, wanted)}});
}

QByteArray status(const Edition &edition)
{
    return file(edition, {{u"status"_s, statusJson(edition)}});
}

QByteArray components(const Edition &edition)
{
    return file(edition, {{u"components"_s, componentsJson(edition)}});
}

QByteArray summary(const Edition &edition)
{
    return file(edition, {{u"components"_s, componentsJson(edition)},
                          {u"incidents"_s, threadsJson(edition, isUnresolved)},
                          {u"scheduled_maintenances"_s, threadsJson(edition, isComing)},
                          {u"status"_s, statusJson(edition)}});
}

} // namespace

QByteArray jsonBytes(const QJsonObject &members)
{
    QByteArray json = QJsonDocument(members).toJson(QJsonDocument::Compact);
    // These stand only inside texts. Spelt out, no program that takes the file for HTML is misled.
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    return json + '\n';
}

const std::vector<JsonFile> &jsonFiles()
{
    static const std::vector<JsonFile> files{
        {u"api/v2/components.json"_s, components},
        {u"api/v2/incidents.json"_s, incidents<isIncident>},
        {u"api/v2/incidents/unresolved.json"_s, incidents<isUnresolved>},
        {u"api/v2/scheduled-maintenances.json"_s, maintenances<isMaintenance>},
        {u"api/v2/scheduled-maintenances/active.json"_s, maintenances<isActive>},
        {u"api/v2/scheduled-maintenances/upcoming.json"_s, maintenances<isUpcoming>},
        {u"api/v2/status.json"_s, status},
        {u"api/v2/summary.json"_s, summary},
    };
    return files;
}

} // namespace staticsite
