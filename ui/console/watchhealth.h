// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/health/healthmodel.h"
#include "workflow/watch.h"

namespace ui {

/// What the health pane shows, from what is watched: a card for each series, with the windows and
/// posts of the incidents that belong to it.
class WatchHealth final : public HealthModel
{
    Q_OBJECT

public:
    WatchHealth(workflow::Desk &desk, const workflow::Watch &watch, QObject *parent = nullptr);

    [[nodiscard]] QList<MonitorInfo> monitors() const override;
    [[nodiscard]] const health::Series *series(const QString &id) const override;
    [[nodiscard]] QList<ChartBand> bands(const QString &id) const override;
    [[nodiscard]] QList<ChartMark> marks(const QString &id) const override;
    [[nodiscard]] base::InstantMs now() const override;
    [[nodiscard]] QTimeZone zone() const override;

private:
    [[nodiscard]] MonitorInfo infoOf(const workflow::MonitorStatus &status,
                                     const health::Series &series) const;
    void reloadIncidents();
    [[nodiscard]] bool concerns(const incident::Incident &incident, const QString &seriesId) const;

    workflow::Desk &m_desk;
    const workflow::Watch &m_watch;
    std::vector<incident::Incident> m_incidents;
};

} // namespace ui
