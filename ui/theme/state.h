// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QString>

class QPainter;
class QRectF;

namespace ui {

/// State as it is shown everywhere: by colour, by shape and by word.
enum class State {
    Up,          ///< circle
    Degraded,    ///< diamond
    Down,        ///< triangle
    Maintenance, ///< square
    NotMeasured, ///< hatching: we were not watching
    Paused,      ///< two bars: somebody told us not to watch
};

[[nodiscard]] QColor stateColor(State state, const Theme &theme);
[[nodiscard]] QColor stateGround(State state, const Theme &theme);
/// "up", "down", "degraded", "maintenance", "not measured", "paused", in the user's language.
[[nodiscard]] QString stateWord(State state);

/// Draws the shape of the state in its colour, as large as fits into `box`.
void paintState(QPainter &painter, const QRectF &box, State state, const Theme &theme);

} // namespace ui
