// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cachet/content.h"

#include "base/text.h"
#include "timing/zone.h"
#include "wording/termwords.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QRegularExpression>

namespace cachet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using publish::ComponentState;
using publish::PublicStatus;
using publish::Thread;
using publish::Update;

namespace {

constexpr auto backdatedFrom = 5min;

const QRegularExpression &markPattern()
{
    static const QRegularExpression pattern(
        u"\\s*\\[//\\]: # \\(watchkeeper (\\S+) (\\d+) ([0-9a-f]{16}) ([0-9a-f]{16})\\)\\s*$"_s);
    return pattern;
}

QString digestOf(const QString &text)
{
    const QByteArray hash =
        QCryptographicHash::hash(text.simplified().toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(16));
}

int stateOf(ComponentState state, bool three)
{
    switch (state) {
    case ComponentState::Operational:
        return 1;
    case ComponentState::Maintenance:
        return three ? 6 : 2;
    case ComponentState::Degraded:
        return 2;
    case ComponentState::PartialOutage:
        return 3;
    case ComponentState::MajorOutage:
        break;
    }
    return 4;
}

QString timeText(base::Instant at, bool three)
{
    const QString iso = timing::isoUtc(at);
    return three ? iso : iso.left(16).replace(u'T', u' ');
}

} // namespace

std::optional<Mark> markIn(const QString &message)
{
    const auto match = markPattern().match(message);
    if (!match.hasMatch())
        return std::nullopt;
    return Mark{match.captured(1), match.captured(2).toInt(), match.captured(3), match.captured(4)};
}

QString withoutMark(const QString &message)
{
    return QString(message).remove(markPattern());
}

QString marked(const Thread &thread, int number, const QString &text)
{
    return u"%1\n\n[//]: # (watchkeeper %2 %3 %4 %5)"_s.arg(
        text, thread.key, QString::number(number), digestOf(text), digestOf(nameOf(thread)));
}

bool isUntouched(const QString &name, const QString &message)
{
    const auto mark = markIn(message);
    return mark && mark->text == digestOf(withoutMark(message)) &&
           (name.isEmpty() || mark->name == digestOf(name));
}

bool says(const QString &message, const QString &text)
{
    return withoutMark(message).simplified() == text.simplified() && markIn(message);
}

QString nameOf(const Thread &thread)
{
    if (thread.title.size() <= longestName)
        return thread.title;
    return thread.title.left(longestName - 1) + u'…';
}

QString textOf(const Update &update)
{
    static const QRegularExpression web(
        u"\\bhttps?://[A-Za-z0-9][^\\s<>\"'`{}|\\\\^&*\\[\\]()]*"_s);
    QString text;
    qsizetype done = 0;
    auto matches = web.globalMatch(update.body);
    while (matches.hasNext()) {
        const auto match = matches.next();
        text += base::escapeMarkdown(
            QStringView(update.body).sliced(done, match.capturedStart() - done));
        text += match.captured();
        done = match.capturedEnd();
    }
    return text + base::escapeMarkdown(QStringView(update.body).sliced(done));
}

QString scheduleText(const Thread &thread)
{
    QStringList parts;
    for (const Update &update : thread.updates)
        parts << u"**%1**\n\n%2"_s.arg(wording::words(update.status), textOf(update));
    return parts.join(u"\n\n"_s);
}

int statusOf(PublicStatus status)
{
    switch (status) {
    case PublicStatus::Investigating:
        return 1;
    case PublicStatus::Identified:
        return 2;
    case PublicStatus::Resolved:
    case PublicStatus::Completed:
        return 4;
    default:
        return 3;
    }
}

QJsonObject incidentBody(const Thread &thread, const Update &update, bool notify, bool three)
{
    const Update &first = thread.updates.front();
    // The versions contradict each other in what they take for granted: everything is said.
    QJsonObject body{{u"name"_s, nameOf(thread)},
                     {u"status"_s, statusOf(update.status)},
                     {u"message"_s, marked(thread, first.number, textOf(first))},
                     {three ? u"notifications"_s : u"notify"_s, notify},
                     {u"stickied"_s, false},
                     {u"meta"_s, QJsonObject{{u"key"_s, thread.key}}}};
    body.insert(u"visible"_s, three ? QJsonValue(true) : QJsonValue(1));
    const auto began = thread.started.middle();
    if (three && began && *began + backdatedFrom < first.publishedAt)
        body.insert(u"occurred_at"_s, timeText(*began, three));
    return body;
}

QJsonObject updateBody(const Thread &thread, const Update &update)
{
    return {{u"status"_s, statusOf(update.status)},
            {u"message"_s, marked(thread, update.number, textOf(update))}};
}

QJsonObject scheduleBody(const Thread &thread, bool notify, bool three)
{
    const Update &last = thread.updates.back();
    QJsonObject body{{u"name"_s, nameOf(thread)},
                     {u"message"_s, marked(thread, last.number, scheduleText(thread))},
                     {three ? u"notifications"_s : u"notify"_s, notify},
                     {u"meta"_s, QJsonObject{{u"key"_s, thread.key}}}};
    const auto span = publish::plannedSpan(thread.planned);
    if (span)
        body.insert(u"scheduled_at"_s, timeText(span->from, three));
    // Cachet 2 hides what has an end, so it gets one when the work is done; Cachet 3 shows it.
    if (thread.isOver())
        body.insert(u"completed_at"_s, timeText(last.publishedAt, three));
    else if (three && span && span->until)
        body.insert(u"completed_at"_s, timeText(*span->until, three));
    if (!three)
        body.insert(u"status"_s, thread.isOver() ? 2 : thread.isPlanned() ? 0 : 1);
    return body;
}

void addComponents(QJsonObject &body, const Thread &thread, const std::map<QString, QString> &ids,
                   bool three)
{
    QJsonArray components;
    for (const publish::ComponentEffect &component : thread.components) {
        const auto id = ids.find(component.name);
        if (id != ids.end())
            components.append(QJsonObject{{u"id"_s, id->second.toInt()},
                                          {u"status"_s, stateOf(component.state, three)}});
    }
    if (components.isEmpty())
        return;
    if (three || thread.isMaintenance()) {
        body.insert(u"components"_s, components);
    } else {
        body.insert(u"component_id"_s, components[0][u"id"_s]);
        body.insert(u"component_status"_s, components[0][u"status"_s]);
    }
}

} // namespace cachet
