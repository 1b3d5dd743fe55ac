// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statuspage/content.h"

#include "timing/zone.h"

#include <algorithm>
#include <QCryptographicHash>

namespace statuspage {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using publish::Thread;

namespace {

constexpr auto backdatedFrom = 24h;
const auto updatePrefix = "u"_L1;

} // namespace

Mark markFrom(const QJsonObject &json)
{
    Mark mark;
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        const QString value = entry.value().toString();
        if (entry.key() == "key"_L1)
            mark.key = value;
        else if (entry.key() == "name"_L1)
            mark.name = value;
        else if (entry.key() == "others"_L1)
            mark.others = value.toInt();
        else if (entry.key().startsWith(updatePrefix))
            mark.updates[entry.key().mid(1).toInt()] = value.split(u',', Qt::SkipEmptyParts);
    }
    return mark;
}

QJsonObject toJson(const Mark &mark)
{
    QJsonObject json{{u"key"_s, mark.key}, {u"name"_s, mark.name}};
    if (mark.others > 0)
        json.insert(u"others"_s, QString::number(mark.others));
    for (const auto &[number, digests] : mark.updates)
        json.insert(updatePrefix + QString::number(number), digests.join(u','));
    return json;
}

QString digestOf(const QString &text)
{
    const QByteArray hash =
        QCryptographicHash::hash(text.simplified().toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(16));
}

QString nameOf(const Thread &thread)
{
    if (thread.title.size() <= longestName)
        return thread.title;
    return thread.title.left(longestName - 1) + u'…';
}

QString statusOf(const publish::Update &update)
{
    return base::toName(update.status);
}

bool isBackfill(const Thread &thread)
{
    const publish::Update &first = thread.updates.front();
    const auto began = thread.started.lo();
    return !thread.isMaintenance() && first.status == publish::PublicStatus::Resolved && began &&
           *began + backdatedFrom < first.publishedAt;
}

QJsonObject frameOf(const Thread &thread)
{
    QJsonObject frame{{u"name"_s, nameOf(thread)}};
    if (!thread.isMaintenance()) {
        // Without a word on the impact the vendor derives one, and it may be worse than it is.
        const bool known = thread.impact != publish::Impact::Maintenance;
        frame.insert(u"impact_override"_s,
                     base::toName(known ? thread.impact : publish::Impact::None));
        return frame;
    }
    const auto span = publish::plannedSpan(thread.planned);
    frame.insert(u"impact_override"_s, u"maintenance"_s);
    if (span && span->until) {
        frame.insert(u"scheduled_for"_s, timing::isoUtc(span->from));
        frame.insert(u"scheduled_until"_s, timing::isoUtc(*span->until));
    }
    return frame;
}

QJsonObject componentsOf(const Thread &thread, const std::map<QString, QString> &ids)
{
    QJsonObject components;
    for (const publish::ComponentEffect &component : thread.components) {
        const auto id = ids.find(component.name);
        if (id != ids.end())
            components.insert(id->second, base::toName(component.state));
    }
    return components;
}

Matching match(const RemoteIncident &incident, const Mark &mark)
{
    Matching matching;
    matching.others = incident.updates;
    const auto take = [&](int number, auto fits) {
        const auto found = std::ranges::find_if(matching.others, fits);
        if (found == matching.others.end())
            return false;
        matching.ours[number] = *found;
        matching.others.erase(found);
        return true;
    };
    std::vector<int> missing;
    for (const auto &[number, digests] : mark.updates) {
        const auto shows = [&digests = digests](const RemoteUpdate &update) {
            return digests.contains(digestOf(update.body));
        };
        if (!take(number, shows))
            missing.push_back(number);
    }
    // Reworded by somebody: in the order in which they were posted.
    matching.touched = !missing.empty();
    for (const int number : missing)
        take(number, [](const RemoteUpdate &) { return true; });
    return matching;
}

} // namespace statuspage
