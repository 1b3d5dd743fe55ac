// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statuspage/preview.h"

#include "publish/previewwords.h"
#include "statuspage/changes.h"

#include <QCoreApplication>

namespace statuspage {

using namespace Qt::StringLiterals;
using publish::Thread;
using publish::Update;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(statuspage)
};

/// The request that carries the update there.
QJsonObject requestFor(const Thread &thread, const Update &update,
                       const std::map<QString, QString> &ids, bool tell)
{
    if (!update.edits.empty())
        return {{u"incident_update"_s, rewording(update, tell)}};
    Mark mark;
    mark.key = thread.key;
    mark.name = digestOf(nameOf(thread));
    mark.updates[update.number] = {digestOf(update.body)};
    QJsonObject incident = withUpdate(thread, update, mark, tell);
    addComponents(incident, thread, ids);
    const bool isFirst = &update == &thread.updates.front();
    return {{u"incident"_s, isFirst ? creation(thread, incident) : incident}};
}

} // namespace

publish::Preview previewOf(const Thread &thread, const Update &update,
                           const std::map<QString, QString> &ids)
{
    const bool tell = tellsSubscribers(thread, update, update.revision);
    const QJsonObject request = requestFor(thread, update, ids, tell);
    const QJsonObject incident = request[u"incident"_s].toObject();
    const QJsonObject components = incident[u"components"_s].toObject();
    publish::Preview preview;
    preview.title = nameOf(thread);
    preview.text = update.body;
    preview.source = publish::sourceOf(request);
    preview.facts =
        publish::known({{Words::tr("Status"), statusOf(update)},
                        publish::componentsFact(thread,
                                                [&](const publish::ComponentEffect &component) {
                                                    const auto id = ids.find(component.name);
                                                    return id == ids.end()
                                                               ? QString()
                                                               : components[id->second].toString();
                                                }),
                        publish::windowFact(thread),
                        {Words::tr("Dated"), incident[u"backfill_date"_s].toString()},
                        publish::subscribersFact(tell)});
    return preview;
}

} // namespace statuspage
