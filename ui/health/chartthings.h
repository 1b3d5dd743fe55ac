// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/health/chartscene.h"

/// What stands on a chart beside the values, to be found by pointing and by stepping.
namespace ui {

/// A mark, or an edge of a band.
struct ChartThing
{
    base::InstantMs at{};
    QString words;

    bool operator==(const ChartThing &) const = default;
};

/// In order of time.
[[nodiscard]] QList<ChartThing> thingsOf(const ChartContent &content);

/// The words of everything that lies there, the nearest marks first. Reaches a little further than
/// what is drawn, so that a mark of a few px can be hit.
[[nodiscard]] QStringList wordsAt(const ChartScene &scene, QPointF place);
[[nodiscard]] std::optional<BandEdge> edgeAt(const ChartScene &scene, QPointF place);

} // namespace ui
