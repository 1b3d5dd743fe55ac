// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/acknowledgements.h"

#include "workflow/upstreams.h"
#include "workflow/watch.h"

#include <algorithm>
#include <QJsonArray>
#include <QJsonDocument>

namespace workflow {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const Acknowledgement &known)
{
    return {{u"alert"_s, known.alert},
            {u"title"_s, known.title},
            {u"note"_s, known.note},
            {u"author"_s, known.author},
            {u"at"_s, double(known.at.time_since_epoch().count())}};
}

Acknowledgement fromJson(const QJsonObject &json)
{
    return {json.value("alert"_L1).toString(), json.value("title"_L1).toString(),
            json.value("note"_L1).toString(), json.value("author"_L1).toString(),
            base::Instant(base::Span(json.value("at"_L1).toInteger()))};
}

} // namespace

QString keyOfMonitor(const QString &monitor)
{
    return u"monitor/"_s + monitor;
}

QString keyOfUpstream(const QString &rule)
{
    return u"upstream/"_s + rule;
}

Acknowledgements::Acknowledgements(Desk &desk)
    : m_desk(desk)
{
    const auto stored =
        QJsonDocument::fromJson(m_desk.settings().get(settings::acknowledged)).array();
    for (const QJsonValue &entry : stored)
        m_all.push_back(fromJson(entry.toObject()));
}

void Acknowledgements::follow(const Watch &watch)
{
    connect(&watch, &Watch::sampled, this, [this, &watch](const QString &monitor) {
        const auto status = watch.status(monitor);
        const bool isWell = status && status->condition == Condition::Up;
        if (isWell && !watch.hasAlert(monitor))
            recovered(keyOfMonitor(monitor));
    });
}

/// An acknowledgement of a rule ends with the last of its alerts.
void Acknowledgements::follow(const Upstreams &upstreams)
{
    connect(&upstreams, &Upstreams::alertVanished, this,
            [this, &upstreams](const upstream::Alert &alert) {
                const auto groups = upstreams.alerts();
                const QString rule = upstream::nameOf(alert);
                if (std::ranges::find(groups, rule, &AlertGroup::name) == groups.end())
                    recovered(keyOfUpstream(rule));
            });
}

base::Done Acknowledgements::acknowledge(const QString &alert, const QString &title,
                                         const QString &note)
{
    if (note.trimmed().isEmpty())
        return base::fail(base::ErrorKind::Input,
                          tr("Say in a few words what you know or do about it."));
    std::erase_if(m_all, [&](const auto &known) { return known.alert == alert; });
    m_all.push_back({alert, title, note.trimmed(), m_desk.author(), m_desk.clock().now()});
    emit changed();
    return store();
}

base::Done Acknowledgements::withdraw(const QString &alert)
{
    std::erase_if(m_all, [&](const auto &known) { return known.alert == alert; });
    emit changed();
    return store();
}

void Acknowledgements::recovered(const QString &alert)
{
    if (of(alert))
        static_cast<void>(withdraw(alert)); // at worst it is there again after a restart
}

std::optional<Acknowledgement> Acknowledgements::of(const QString &alert) const
{
    const auto found = std::ranges::find(m_all, alert, &Acknowledgement::alert);
    return found == m_all.end() ? std::nullopt : std::optional(*found);
}

base::Done Acknowledgements::store()
{
    QJsonArray stored;
    for (const Acknowledgement &known : m_all)
        stored.append(toJson(known));
    return m_desk.settings().set(settings::acknowledged,
                                 QJsonDocument(stored).toJson(QJsonDocument::Compact));
}

} // namespace workflow
