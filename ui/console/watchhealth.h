// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/health/healthmodel.h"
#include "workflow/marks.h"
#include "workflow/watch.h"
#include "workflow/windowmark.h"

#include <QHash>

namespace ui {

/// What the health pane shows, from what is watched: a card for each series, with the windows and
/// posts of the incidents that belong to it.
class WatchHealth final : public HealthModel
{
    Q_OBJECT

public:
    WatchHealth(workflow::Desk &desk, const workflow::Watch &watch, QObject *parent = nullptr);

    /// The edges of its windows may be dragged, and what is marked belongs to it. One that does not
    /// exist: none.
    void setShown(const incident::Incident &incident);
    /// What was deployed is marked on every chart from now on. `marks` outlives this.
    void setMarks(const workflow::Marks &marks);
    /// What a stretch of a chart means for an incident.
    [[nodiscard]] workflow::WindowMark windowMark(const OutageMark &mark) const;
    /// The parts that the monitor of a series stands for.
    [[nodiscard]] QStringList componentsOf(const QString &seriesId) const;

    [[nodiscard]] QList<MonitorInfo> monitors() const override;
    [[nodiscard]] const health::Series *series(const QString &id) const override;
    [[nodiscard]] QList<ChartBand> bands(const QString &id) const override;
    [[nodiscard]] QList<ChartMark> marks(const QString &id) const override;
    [[nodiscard]] MarkOffer offerFor(const OutageMark &mark) const override;
    [[nodiscard]] base::InstantMs now() const override;
    [[nodiscard]] std::optional<base::InstantMs> archivedSince() const override;
    void wantSince(base::InstantMs at) const override;
    [[nodiscard]] QTimeZone zone() const override;

private:
    [[nodiscard]] MonitorInfo infoOf(const workflow::MonitorStatus &status,
                                     const health::Series &series) const;
    void followCondition(const QString &monitor);
    void reloadIncidents();
    [[nodiscard]] std::optional<workflow::MonitorStatus> statusOf(const QString &seriesId) const;
    [[nodiscard]] ChartBand bandOf(const incident::Incident &incident,
                                   const incident::Window &window) const;
    [[nodiscard]] bool hasBand(const incident::Incident &incident,
                               const incident::Window &window) const;
    [[nodiscard]] bool concerns(const incident::Incident &incident, const source::MonitorSpec &spec,
                                const QString &seriesId) const;
    void readMonitors();

    [[nodiscard]] bool mayHaveRaised(const QString &seriesId,
                                     const incident::Incident &incident) const;

    workflow::Desk &m_desk;
    const workflow::Watch &m_watch;
    QHash<QString, workflow::Condition> m_conditions; ///< of each monitor, as it was last
    QHash<QString, QString> m_monitorOf;              ///< by series: charts ask for it all the time
    std::vector<incident::Incident> m_incidents;
    incident::Incident m_shown;
    const workflow::Marks *m_marks = nullptr;
};

} // namespace ui
