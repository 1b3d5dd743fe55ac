// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statuspage/postmortem.h"

#include "statuspage/answers.h"
#include "statuspage/content.h"

namespace statuspage {

using namespace Qt::StringLiterals;
using http::Method;
using publish::Receipt;

PostmortemErrand::PostmortemErrand(http::Client &client, Interface interface, publish::Order order,
                                   QObject *parent)
    : Errand(client, std::move(order), jsonFrom, parent)
    , m_interface(std::move(interface))
{}

void PostmortemErrand::begin()
{
    const QString incident = thread().url.section(u'/', -1);
    const QString missing = tr("No post of this incident stands on %1. Publish one there first.");
    if (incident.isEmpty())
        return refuse(missing.arg(label()));
    ask(m_interface.request(Method::Get, u"incidents/"_s + incident),
        [this, incident, missing](const QJsonDocument &found) {
            if (markFrom(incidentFrom(found.object()).mark).key != thread().key)
                refuse(missing.arg(label()));
            else
                write(incident);
        });
}

void PostmortemErrand::write(const QString &incident)
{
    const QString route = u"incidents/%1/postmortem"_s.arg(incident);
    const auto done = [this, incident](const QJsonDocument &) {
        finish(std::optional(Receipt{incident, thread().url}));
    };
    const publish::PostmortemText &text = *order().postmortem;
    if (text.body.isEmpty())
        return put(route + u"/revert"_s, {}, done);
    // Whom to tell is said: it tells everybody unless it is told not to.
    const QJsonObject publication{{u"notify_subscribers"_s, text.notify},
                                  {u"notify_twitter"_s, false}};
    put(route, {{u"body_draft"_s, text.body}},
        [this, route, publication, done](const QJsonDocument &) {
            put(route + u"/publish"_s, publication, done);
        });
}

void PostmortemErrand::put(const QString &route, const QJsonObject &postmortem, const Then &then)
{
    ask(m_interface.request(Method::Put, route, {}, {{u"postmortem"_s, postmortem}}), then);
}

} // namespace statuspage
