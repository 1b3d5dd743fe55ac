// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/health/healthmodel.h"

#include <map>

namespace support {

/// A health model that shows what it is given.
class FakeHealthModel final : public ui::HealthModel
{
public:
    struct Entry
    {
        ui::MonitorInfo info;
        std::optional<health::Series> series;
        QList<ui::ChartBand> bands;
        QList<ui::ChartMark> marks;
    };

    void set(const Entry &entry)
    {
        for (Entry &known : m_entries) {
            if (known.info.id == entry.info.id) {
                known = entry;
                emit changed();
                return;
            }
        }
        m_entries.append(entry);
        emit changed();
    }

    void remove(const QString &id)
    {
        m_entries.removeIf([&](const Entry &entry) { return entry.info.id == id; });
        emit changed();
    }

    void setNow(base::InstantMs now) { m_now = now; }
    void setZone(const QTimeZone &zone) { m_zone = zone; }

    [[nodiscard]] QList<ui::MonitorInfo> monitors() const override
    {
        QList<ui::MonitorInfo> all;
        for (const Entry &entry : m_entries)
            all.append(entry.info);
        return all;
    }

    [[nodiscard]] const health::Series *series(const QString &id) const override
    {
        const Entry *entry = find(id);
        return entry && entry->series ? &*entry->series : nullptr;
    }

    [[nodiscard]] QList<ui::ChartBand> bands(const QString &id) const override
    {
        const Entry *entry = find(id);
        return entry ? entry->bands : QList<ui::ChartBand>();
    }

    [[nodiscard]] QList<ui::ChartMark> marks(const QString &id) const override
    {
        const Entry *entry = find(id);
        return entry ? entry->marks : QList<ui::ChartMark>();
    }

    [[nodiscard]] ui::MarkOffer offerFor(const ui::OutageMark &mark) const override
    {
        return {QStringLiteral("Outage of %1").arg(mark.monitor), QStringLiteral("Add it")};
    }

    [[nodiscard]] base::InstantMs now() const override { return m_now; }
    [[nodiscard]] QTimeZone zone() const override { return m_zone; }

private:
    [[nodiscard]] const Entry *find(const QString &id) const
    {
        for (const Entry &entry : m_entries) {
            if (entry.info.id == id)
                return &entry;
        }
        return nullptr;
    }

    QList<Entry> m_entries;
    base::InstantMs m_now{};
    QTimeZone m_zone = QTimeZone::utc();
};

} // namespace support
