// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entry/form.h"
#include "timing/zone.h"
#include "wording/termwords.h"
#include "wording/timewords.h"

#include <QCoreApplication>
#include <QLocale>

namespace entry {

using base::ErrorKind;
using base::fail;
using namespace Qt::StringLiterals;
using incident::Effect;
using incident::Kind;
using incident::Milestone;
using timing::RoughInstant;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(entry)
};

Kind kindOf(Effect effect)
{
    return effect == Effect::Down || effect == Effect::Partial ? Kind::Outage : Kind::Degradation;
}

/// It is over, and nobody knows when: some time before now.
RoughInstant overBy(const incident::Window &window, timing::Instant now)
{
    const auto start = window.start.lo();
    if (!start)
        return RoughInstant::notAfter(now);
    const timing::Instant earliest = *start + window.duration.lo().value_or(timing::Span(0));
    return earliest < now ? RoughInstant::between(earliest, now) : RoughInstant::notAfter(now);
}

QString several(const incident::Window &window)
{
    return window.count > 0 ? Words::tr("%n of them", nullptr, window.count)
                            : Words::tr("several, not counted");
}

} // namespace

QString absoluteText(const RoughInstant &at, const QTimeZone &zone)
{
    const QLocale locale(Words::tr("en_GB"));
    const auto day = [&](timing::Instant instant) {
        return locale.toString(timing::toLocal(instant, zone).date(), u"ddd d MMM yyyy"_s);
    };
    const auto clock = [&](timing::Instant instant) {
        const QTime time = timing::toLocal(instant, zone).time();
        const bool toTheSecond = at.isExact() && time.second() != 0;
        const QString text = time.toString(toTheSecond ? u"HH:mm:ss"_s : u"HH:mm"_s);
        return timing::isRepeated(instant, zone) ? text + timing::offsetText(instant, zone) : text;
    };
    const QString id = QString::fromUtf8(zone.id());
    const auto point = [&](timing::Instant instant) {
        return u"%1, %2"_s.arg(day(instant), clock(instant));
    };
    if (at.lo() && at.hi() && at.lo() != at.hi()) {
        const bool oneDay = day(*at.lo()) == day(*at.hi());
        const QString to = oneDay ? clock(*at.hi()) : point(*at.hi());
        return Words::tr("%1 to %2, %3", "time, time, zone").arg(point(*at.lo()), to, id);
    }
    const auto only = at.lo() ? at.lo() : at.hi();
    return only ? u"%1, %2"_s.arg(point(*only), id) : QString();
}

std::vector<Row> Form::rows() const
{
    const wording::Reader reader{m_context.zone, m_context.reference};
    std::vector<Row> rows;
    const auto time = [&](const QString &name, const RoughInstant &at) {
        if (at.isKnown())
            rows.push_back({name, wording::timeWords(at, reader, wording::TimeForm::Plain),
                            absoluteText(at, m_context.zone)});
    };
    const auto length = [&](const QString &name, const timing::RoughDuration &duration) {
        if (duration.isKnown())
            rows.push_back({name, wording::lengthWords(duration), {}});
    };
    const incident::Window &window = m_entry.window;
    time(window.inside ? Words::tr("Not before") : Words::tr("Start"), window.start);
    if (window.several) {
        rows.push_back({Words::tr("Outages"), several(window), {}});
        length(Words::tr("Each"), window.duration);
        length(Words::tr("In all"), window.total);
    } else {
        length(Words::tr("Length"), lengthOf(Field::Length));
    }
    time(window.inside ? Words::tr("Not after") : Words::tr("End"), window.end);
    if (m_entry.running)
        rows.push_back({Words::tr("End"), Words::tr("it is still going on"), {}});
    rows.push_back({Words::tr("Effect"), wording::words(window.effect), {}});
    for (const incident::Window &then : m_entry.further) {
        rows.push_back(
            {Words::tr("After that"),
             u"%1, %2"_s.arg(wording::words(then.effect), wording::lengthWords(then.duration)),
             absoluteText(then.end, m_context.zone)});
    }
    time(Words::tr("Noticed"), m_entry.detected.at);
    if (!m_entry.noticedVia.isEmpty())
        rows.push_back({Words::tr("Noticed via"), m_entry.noticedVia, {}});
    time(Words::tr("Fixed"), m_entry.fixed.at);
    time(Words::tr("Back to normal"), m_entry.normal.at);
    return rows;
}

base::Result<incident::OpenIncident> Form::command(const Details &details) const
{
    if (!m_entry.questions.empty())
        return fail(ErrorKind::Input, m_entry.questions.front().sentence);
    if (!m_entry.leftovers.empty()) {
        return fail(ErrorKind::Input, Words::tr("“%1” is not understood. Write it in another way, "
                                                "or leave it out.")
                                          .arg(m_entry.leftovers.front().words));
    }
    incident::OpenIncident command;
    command.title = details.title;
    command.severity = details.severity;
    command.reason = details.reason;
    command.entry =
        m_entry.running ? incident::EntryMode::Live : incident::EntryMode::Retrospective;
    command.state = m_entry.running    ? incident::State::Active
                    : m_entry.watching ? incident::State::Monitoring
                                       : incident::State::Restored;
    incident::Window window = m_entry.window;
    window.effect = details.effect.value_or(window.effect);
    if (!m_entry.running && !window.end.isKnown())
        window.end = overBy(window, m_context.reference);
    command.windows = {window};
    command.windows.insert(command.windows.end(), m_entry.further.begin(), m_entry.further.end());
    for (incident::Window &one : command.windows) {
        one.felt = details.felt;
        one.components = details.components;
    }
    command.kind = details.kind.value_or(kindOf(window.effect));
    command.detected = m_entry.detected.at;
    if (m_entry.running && !command.detected.isKnown())
        command.detected = RoughInstant::exact(m_context.reference);
    command.fixed = m_entry.fixed.at;
    // While it is watched, the window says when it ended; the stamp comes when it has held.
    if (command.state == incident::State::Restored)
        command.backToNormal = m_entry.normal.at;
    return command;
}

} // namespace entry
