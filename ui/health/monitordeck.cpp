// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/monitordeck.h"

#include "ui/health/chartsource.h"
#include "ui/health/healthsummary.h"

#include <algorithm>

namespace ui {

MonitorDeck::MonitorDeck(const HealthModel &model, MonitorCard::Density density, QWidget *parent)
    : QObject(parent)
    , m_model(model)
    , m_density(density)
    , m_parent(parent)
{}

void MonitorDeck::sync(const QList<MonitorInfo> &monitors)
{
    std::erase_if(m_cards, [&](const auto &entry) {
        const bool gone =
            std::ranges::find(monitors, entry.first, &MonitorInfo::id) == monitors.end();
        if (gone)
            entry.second->deleteLater();
        return gone;
    });
    for (const MonitorInfo &monitor : monitors) {
        if (!m_cards.contains(monitor.id))
            add(monitor.id);
    }
}

void MonitorDeck::add(const QString &id)
{
    auto *card = new MonitorCard(m_density, m_parent);
    connect(card, &QPushButton::clicked, this, [this, id] { emit chosen(id); });
    connect(card, &MonitorCard::pointed, this, &MonitorDeck::pointed);
    card->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(card, &QWidget::customContextMenuRequested, this,
            [this, card, id](QPoint at) { emit menuRequested(id, card->mapToGlobal(at)); });
    m_cards.emplace(id, card);
}

void MonitorDeck::fill(const QList<MonitorInfo> &monitors, const TimeFrame &frame,
                       const QString &except)
{
    for (const MonitorInfo &monitor : monitors) {
        if (monitor.id == except)
            continue;
        const ChartContent content = contentOf(m_model, monitor, frame);
        m_cards.at(monitor.id)
            ->present(monitor, content, sourceOf(m_model, monitor.id),
                      summaryOf(monitor, m_model.series(monitor.id), content));
    }
}

void MonitorDeck::point(const std::optional<base::InstantMs> &cursor, const QString &except)
{
    for (const auto &[id, card] : m_cards) {
        if (id == except)
            continue;
        ChartOverlay overlay;
        QString reading;
        if (const health::Series *series = cursor ? m_model.series(id) : nullptr) {
            const auto sample = sampleNear(*series, *cursor);
            overlay.cursor = cursor;
            if (sample && sample->quality == health::Quality::Ok)
                overlay.value = sample->value;
            reading = readingText(sample, series->info().unit);
        }
        card->setOverlay(overlay, reading);
    }
}

} // namespace ui
