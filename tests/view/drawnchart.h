// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/manualclock.h"
#include "support/samples.h"
#include "ui/health/healthchart.h"
#include "ui/theme/appearance.h"
#include "view/pixels.h"

#include <memory>
#include <QApplication>

namespace support {

/// A chart alone, drawn from a history of a letter a sample, to be looked at pixel by pixel.
class DrawnChart
{
public:
    static constexpr std::chrono::milliseconds step = std::chrono::seconds(20);

    DrawnChart()
        : appearance(*qApp)
    {
        using namespace Qt::StringLiterals;
        appearance.setChoice(ui::SchemeChoice::Light);
        content.from = utc("2026-11-22T15:00:00Z");
        content.unit = u"ms"_s;
    }

    void draw(QByteArrayView history, ui::HealthChart::Form form = ui::HealthChart::Form::Large)
    {
        content.to = content.now = at(double(history.size()) - 1);
        const auto begin = std::chrono::floor<std::chrono::seconds>(content.from);
        series = std::make_unique<health::Series>(seriesOf(samples(history, begin, step), step));
        chart.reset(ui::makeHealthChart(form));
        chart->resize(460, 230);
        chart->show();
        chart->present(
            content, [this](const health::View &view) { return health::decimate(*series, view); });
    }

    [[nodiscard]] QImage grab() { return chart->grab().toImage(); }
    /// When the n-th sample of the history was taken.
    [[nodiscard]] base::InstantMs at(double n) const
    {
        return content.from + std::chrono::milliseconds(qint64(double(step.count()) * n));
    }
    [[nodiscard]] base::Instant second(double n) const
    {
        return std::chrono::floor<std::chrono::seconds>(at(n));
    }
    [[nodiscard]] static QColor color(ui::ColorRole role)
    {
        return ui::Theme::current().color(role);
    }

    ui::Appearance appearance;
    std::unique_ptr<health::Series> series;
    std::unique_ptr<ui::HealthChart> chart;
    ui::ChartContent content;
};

} // namespace support
