// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/monitorbook.h"

#include "source/address.h"
#include "source/hostlimits.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace workflow {

using source::MonitorSpec;

QList<base::Result<MonitorSpec>> MonitorBook::load() const
{
    QList<base::Result<MonitorSpec>> monitors;
    const auto stored = QJsonDocument::fromJson(m_settings.get(settings::monitors)).array();
    for (const QJsonValue &entry : stored)
        monitors.append(source::specFromJson(entry.toObject()));
    if (m_settings.get(settings::watchHost))
        monitors.append(machineAsSet());
    return monitors;
}

MonitorSpec MonitorBook::machine()
{
    MonitorSpec machine = source::thisMachine();
    machine.id = QStringLiteral("this-machine");
    return machine;
}

MonitorSpec MonitorBook::machineAsSet() const
{
    MonitorSpec machine = MonitorBook::machine();
    machine.expression = m_settings.get(settings::machineLimits);
    source::setLimitHeld(machine, base::Span(m_settings.get(settings::machineLimitHeld)));
    return machine;
}

base::Done MonitorBook::saveMachine(const MonitorSpec &machine)
{
    if (const base::Done kept = m_settings.set(settings::machineLimits, machine.expression); !kept)
        return kept;
    return m_settings.set(settings::machineLimitHeld, qint64(source::limitHeld(machine).count()));
}

base::Done MonitorBook::save(const QList<MonitorSpec> &monitors)
{
    QJsonArray stored;
    for (const MonitorSpec &spec : monitors) {
        if (spec.kind != source::Kind::Host)
            stored.append(source::toJson(spec));
        else if (const base::Done kept = saveMachine(spec); !kept)
            return kept;
    }
    const auto before = QJsonDocument::fromJson(m_settings.get(settings::monitors)).array();
    for (const QJsonValue &entry : before) {
        if (!source::specFromJson(entry.toObject()))
            stored.append(entry);
    }
    return m_settings.set(settings::monitors, QJsonDocument(stored).toJson(QJsonDocument::Compact));
}

} // namespace workflow
