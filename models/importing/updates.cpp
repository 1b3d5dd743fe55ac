// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/archivedpost.h"
#include "importing/postedtime.h"
#include "reading/lexicon.h"
#include "reading/revision.h"
#include "timing/zone.h"

#include <algorithm>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace importing {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using incident::PublicStatus;

namespace {

constexpr qsizetype longestHeading = 120;

/// What a status page writes before an update, or nothing of a status for "Update".
struct Stage
{
    bool isNamed = false;
    std::optional<PublicStatus> status;
    QStringView rest; ///< behind it
};

Stage stageOf(QStringView line)
{
    struct Named
    {
        QLatin1StringView name;
        std::optional<PublicStatus> status;
    };
    static const Named stages[] = {
        {"investigating"_L1, PublicStatus::Investigating},
        {"identified"_L1, PublicStatus::Identified},
        {"monitoring"_L1, PublicStatus::Monitoring},
        {"watching"_L1, PublicStatus::Monitoring},
        {"resolved"_L1, PublicStatus::Resolved},
        {"restored"_L1, PublicStatus::Resolved},
        {"fixed"_L1, PublicStatus::Resolved},
        {"postmortem"_L1, PublicStatus::Resolved},
        {"scheduled"_L1, PublicStatus::Scheduled},
        {"planned"_L1, PublicStatus::Scheduled},
        {"in progress"_L1, PublicStatus::InProgress},
        {"verifying"_L1, PublicStatus::Verifying},
        {"completed"_L1, PublicStatus::Completed},
        {"update"_L1, std::nullopt},
    };
    const QStringView text = line.trimmed();
    for (const Named &stage : stages) {
        if (!text.startsWith(stage.name, Qt::CaseInsensitive))
            continue;
        const QStringView behind = text.sliced(stage.name.size()).trimmed();
        const bool ends = behind.isEmpty() || QStringView(u"-–—:").contains(behind.front());
        if (ends)
            return {true, stage.status, behind.isEmpty() ? behind : behind.sliced(1).trimmed()};
    }
    return {false, std::nullopt, line};
}

/// A day and a time at the beginning of a line.
struct Stamp
{
    Instant at{};
    QStringView rest; ///< of the line
};

/// The day without its year that is nearest to when the post was published.
std::optional<Instant> nearest(int month, int day, QTime time, const QString &zoneName,
                               Instant posted, const QTimeZone &zone)
{
    const int year = timing::toLocal(posted, zone).date().year();
    std::optional<Instant> best;
    for (const int candidate : {year - 1, year, year + 1}) {
        const auto at = inNamedZone(QDate(candidate, month, day), time, zoneName, zone);
        const auto distance = [&](Instant other) {
            return other > posted ? other - posted : posted - other;
        };
        if (at && (!best || distance(*at) < distance(*best)))
            best = at;
    }
    return best;
}

std::optional<Stamp> stampOf(const QString &line, Instant posted, const QTimeZone &zone)
{
    static const QRegularExpression form(
        u"^\\W*(?:(?<iso>\\d{4}-\\d\\d-\\d\\d)|(?<mon>[A-Za-z]{3,9})\\.? (?<day>\\d{1,2})"
        "|(?<day2>\\d{1,2})\\.? (?<mon2>[A-Za-z]{3,9}))(?:st|nd|rd|th)?,?(?: (?<year>\\d{4}))?,?"
        "(?: ?[-–]| at)?[ T](?<time>\\d{1,2}:\\d\\d)(?::\\d\\d)? ?(?<half>[ap]m)?"
        " ?(?<zone>[A-Z]{1,5}|[+-]\\d\\d:?\\d\\d)?(?=$|\\W)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    const auto match = form.match(line.left(longestHeading));
    if (!match.hasMatch())
        return std::nullopt;
    const QString half = match.captured(u"half"_s);
    const QTime time = half.isEmpty()
                           ? QTime::fromString(match.captured(u"time"_s), u"h:mm"_s)
                           : QTime::fromString(match.captured(u"time"_s) + half, u"h:mmap"_s);
    const QString zoneName = match.captured(u"zone"_s);
    const QString iso = match.captured(u"iso"_s);
    const int month = monthNamed(match.captured(u"mon"_s) + match.captured(u"mon2"_s));
    const int day = (match.captured(u"day"_s) + match.captured(u"day2"_s)).toInt();
    const int year = match.captured(u"year"_s).toInt();
    std::optional<Instant> at;
    if (!iso.isEmpty())
        at = inNamedZone(QDate::fromString(iso, Qt::ISODate), time, zoneName, zone);
    else if (year)
        at = inNamedZone(QDate(year, month, day), time, zoneName, zone);
    else if (month)
        at = nearest(month, day, time, zoneName, posted, zone);
    if (!at || !time.isValid())
        return std::nullopt;
    QStringView rest = QStringView(line).sliced(match.capturedEnd(0));
    while (!rest.isEmpty() && QStringView(u"])-–—:|,. ").contains(rest.front()))
        rest = rest.sliced(1);
    return Stamp{*at, rest};
}

/// Cuts at lines that are a day and a time and nothing else, or have a stage behind.
class StampCutter
{
public:
    StampCutter(Instant posted, const QTimeZone &zone)
        : m_posted(posted)
        , m_zone(zone)
    {}

    std::vector<ArchivedUpdate> run(const QString &text)
    {
        for (const QString &line : text.split(u'\n'))
            take(line);
        if (m_updates.empty())
            return {};
        const bool newestFirst = m_updates.front().posted > m_updates.back().posted;
        if (newestFirst)
            std::ranges::reverse(m_updates);
        std::ranges::stable_sort(m_updates, {}, &ArchivedUpdate::posted);
        for (ArchivedUpdate &update : m_updates)
            update.text = update.text.trimmed();
        placeLead();
        return std::move(m_updates);
    }

private:
    void take(const QString &line)
    {
        const auto stamp = line.isEmpty() ? std::nullopt : stampOf(line, m_posted, m_zone);
        const Stage behind = stamp ? stageOf(stamp->rest) : Stage();
        if (stamp && (stamp->rest.isEmpty() || behind.isNamed)) {
            m_updates.push_back(
                {stamp->at, behind.status, behind.isNamed ? behind.rest.toString() : QString()});
            m_expectsStage = !behind.isNamed;
            return;
        }
        if (m_updates.empty()) {
            m_lead += line + u'\n';
            return;
        }
        ArchivedUpdate &update = m_updates.back();
        const Stage stage = m_expectsStage ? stageOf(line) : Stage();
        m_expectsStage = m_expectsStage && line.isEmpty();
        if (stage.isNamed)
            update.status = stage.status;
        update.text += (update.text.isEmpty() ? QString() : u"\n"_s) +
                       (stage.isNamed ? stage.rest.toString() : line);
    }

    /// Text before all of them is the post itself, or stands over the oldest if that is the post.
    void placeLead()
    {
        const QString lead = m_lead.trimmed();
        if (lead.isEmpty())
            return;
        ArchivedUpdate &oldest = m_updates.front();
        if (oldest.posted <= m_posted + 1min)
            oldest.text = lead + u"\n\n"_s + oldest.text;
        else
            m_updates.insert(m_updates.begin(), ArchivedUpdate{m_posted, std::nullopt, lead});
    }

    Instant m_posted;
    const QTimeZone &m_zone;
    QString m_lead;
    std::vector<ArchivedUpdate> m_updates;
    bool m_expectsStage = false;
};

std::vector<ArchivedUpdate> headedUpdates(const QString &text, Instant posted,
                                          const QTimeZone &zone, const std::vector<Instant> &known)
{
    reading::WallTime wallTime(zone);
    std::vector<ArchivedUpdate> updates;
    for (const reading::Revision &revision :
         reading::revisionsOf(reading::english(), text, posted, known, wallTime)) {
        const auto &tokens = revision.tokens;
        const QString words = tokens.empty() ? QString()
                                             : text.sliced(tokens.front().begin,
                                                           tokens.back().end - tokens.front().begin)
                                                   .trimmed();
        if (updates.empty())
            updates.push_back({posted, std::nullopt, words});
        else if (revision.posted && *revision.posted >= updates.back().posted)
            updates.push_back({revision.posted, std::nullopt, words});
        else
            return {{posted, std::nullopt, text.trimmed()}};
    }
    return updates;
}

} // namespace

std::vector<ArchivedUpdate> updatesIn(const QString &text, Instant posted, const QTimeZone &zone,
                                      const std::vector<Instant> &known)
{
    auto stamped =
        known.empty() ? StampCutter(posted, zone).run(text) : std::vector<ArchivedUpdate>();
    return stamped.empty() ? headedUpdates(text, posted, zone, known) : stamped;
}

QString hashOf(const ArchivedPost &post)
{
    QJsonArray updates;
    for (const ArchivedUpdate &update : post.updates) {
        const qint64 posted = update.posted ? update.posted->time_since_epoch().count() : 0;
        updates.append(QJsonObject{{u"posted"_s, posted}, {u"text"_s, update.text}});
    }
    const QJsonObject whole{{u"title"_s, post.title},
                            {u"components"_s, QJsonArray::fromStringList(post.components)},
                            {u"updates"_s, updates}};
    const QByteArray bytes = QJsonDocument(whole).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace importing
