// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/health/healthmodel.h"
#include "ui/health/monitorcard.h"
#include "ui/health/timeframe.h"

#include <map>
#include <QObject>

namespace ui {

/// The small cards of a model, one for each monitor, as monitors come and go.
class MonitorDeck final : public QObject
{
    Q_OBJECT

public:
    /// `model` outlives the deck; the cards become children of `parent`.
    MonitorDeck(const HealthModel &model, MonitorCard::Density density, QWidget *parent);

    /// Makes the cards that are missing and removes those without a monitor.
    void sync(const QList<MonitorInfo> &monitors);
    /// Fills every card but that of `except`.
    void fill(const QList<MonitorInfo> &monitors, const TimeFrame &frame,
              const QString &except = {});
    /// The same crosshair on every card but that of `except`.
    void point(const std::optional<base::InstantMs> &cursor, const QString &except = {});

    /// Only of a monitor that sync() was given.
    [[nodiscard]] MonitorCard *card(const QString &id) const { return m_cards.at(id); }

signals:
    void chosen(const QString &id);
    void pointed(std::optional<base::InstantMs> at);
    /// `at` is a global position.
    void menuRequested(const QString &id, const QPoint &at);

private:
    void add(const QString &id);

    const HealthModel &m_model;
    MonitorCard::Density m_density;
    QWidget *m_parent;
    std::map<QString, MonitorCard *> m_cards;
};

} // namespace ui
