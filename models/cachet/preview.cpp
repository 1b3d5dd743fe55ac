// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cachet/preview.h"

#include "cachet/content.h"
#include "publish/previewwords.h"

#include <algorithm>
#include <QCoreApplication>
#include <QJsonArray>

namespace cachet {

using namespace Qt::StringLiterals;
using publish::Thread;
using publish::Update;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(cachet)
};

/// Its own word for a state of an incident.
QString statusWord(const Thread &thread, const Update &update)
{
    if (thread.isMaintenance())
        return thread.isOver()      ? Words::tr("complete")
               : thread.isPlanned() ? Words::tr("upcoming")
                                    : Words::tr("in progress");
    switch (statusOf(update.status)) {
    case 1:
        return Words::tr("investigating");
    case 2:
        return Words::tr("identified");
    case 4:
        return Words::tr("fixed");
    default:
        return Words::tr("watching");
    }
}

/// The components that a request names: version 2 knows one of an incident.
bool names(const QJsonObject &request, const QString &id)
{
    if (request[u"component_id"_s].toInt() == id.toInt())
        return true;
    const QJsonArray components = request[u"components"_s].toArray();
    return std::ranges::any_of(components, [&](const QJsonValue &component) {
        return component[u"id"_s].toInt() == id.toInt();
    });
}

} // namespace

publish::Preview previewOf(const Thread &thread, const Update &update,
                           const std::map<QString, QString> &ids, bool three)
{
    const bool isEntry = thread.isMaintenance() || &update == &thread.updates.front();
    QJsonObject entry = thread.isMaintenance() ? scheduleBody(thread, update.notify, three)
                                               : incidentBody(thread, update, update.notify, three);
    addComponents(entry, thread, ids, three);
    const QJsonObject request = isEntry ? entry : updateBody(thread, update);
    publish::Preview preview;
    preview.form = publish::Preview::Form::Markdown;
    preview.title = nameOf(thread);
    preview.text = withoutMark(request[u"message"_s].toString());
    preview.source = publish::sourceOf(request);
    preview.facts = publish::known(
        {{Words::tr("Status"), statusWord(thread, update)},
         publish::componentsFact(thread,
                                 [&](const publish::ComponentEffect &component) {
                                     const auto id = ids.find(component.name);
                                     return id != ids.end() && names(request, id->second)
                                                ? base::toName(component.state)
                                                : QString();
                                 }),
         publish::windowFact(thread),
         {Words::tr("Dated"), request[u"occurred_at"_s].toString()},
         {Words::tr("Subscribers"), !isEntry ? Words::tr("as Cachet is set up for updates")
                                             : publish::subscribersFact(update.notify).value}});
    return preview;
}

} // namespace cachet
