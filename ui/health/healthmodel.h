// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/outageedges.h"
#include "ui/health/healthchart.h"

#include <QObject>

namespace ui {

/// One watched thing as it is shown.
struct MonitorInfo
{
    QString id;
    QString name;
    State state = State::NotMeasured;
    QString words;    ///< in the badge ("down 12 min"); empty: the state's own word
    QString value;    ///< the latest, with its unit ("212 ms"); empty: there is none to show
    QString quantity; ///< what is measured ("response, ms")
    QString finding;  ///< what the last look found, in a sentence; may be empty
    QString details;  ///< of that look: how long its parts took, the certificate; may be empty
    std::optional<ChartThreshold> threshold; ///< over it is slow, or has failed
    std::optional<ChartThreshold> floor;     ///< under it has failed

    bool operator==(const MonitorInfo &) const = default;
};

/// What somebody has laid over the chart of a monitor.
struct OutageMark
{
    QString monitor; ///< MonitorInfo::id
    health::MarkedStretch stretch;
    bool isSlow = false;           ///< it answered all the time, but too slowly
    std::optional<BandEdge> moved; ///< only this edge, of a window that is there already

    bool operator==(const OutageMark &) const = default;
};

/// What taking a mark over would do.
struct MarkOffer
{
    QString sentence; ///< "Outage from 16:08 to 16:09, until 16:20, about 12 min"
    QString action;   ///< on the button: "Add to the incident"

    bool operator==(const MarkOffer &) const = default;
};

/// What the health pane shows. It is asked anew after changed(), and every second for the time.
class HealthModel : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// In the order in which they are shown.
    [[nodiscard]] virtual QList<MonitorInfo> monitors() const = 0;
    /// Null if nothing was measured yet. The series stays until changed() says otherwise.
    [[nodiscard]] virtual const health::Series *series(const QString &id) const = 0;
    [[nodiscard]] virtual QList<ChartBand> bands(const QString &id) const = 0;
    [[nodiscard]] virtual QList<ChartMark> marks(const QString &id) const = 0;
    [[nodiscard]] virtual MarkOffer offerFor(const OutageMark &mark) const = 0;
    [[nodiscard]] virtual base::InstantMs now() const = 0;
    /// Since when there is something that series() does not have yet; nothing: it has all.
    [[nodiscard]] virtual std::optional<base::InstantMs> archivedSince() const { return {}; }
    /// This part of the past is looked at: the series are to reach back to it, soon.
    virtual void wantSince(base::InstantMs) const {}
    [[nodiscard]] virtual QTimeZone zone() const = 0;

signals:
    /// A state, a band or the list itself. Samples alone wait for the next second.
    void changed();
};

} // namespace ui
