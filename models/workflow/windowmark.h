// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/outageedges.h"
#include "incident/incident.h"

#include <QTimeZone>

namespace workflow {

/// A stretch of a chart that somebody says was an outage.
struct WindowMark
{
    enum class Edges {
        Both,
        Start, ///< only the start of `window`, which is there already
        End,   ///< only its end
    };

    QString monitor; ///< by its name, for the evidence
    health::MarkedStretch stretch;
    incident::Effect effect = incident::Effect::Down; ///< of a new window
    Edges edges = Edges::Both;
    int window = 0; ///< with one edge: which window it belongs to
};

/// The window that the mark makes: the one whose edge it moves; else the one of the running round
/// that it overlaps, corrected; else a new one (seq 0), felt as the incident is felt. What was said
/// about its length stays only while it still fits.
[[nodiscard]] incident::Window windowFrom(const incident::Incident &incident,
                                          const WindowMark &mark, const QTimeZone &zone);

/// Where the edges come from, for people: "www: last good 16:08:20, first bad 16:08:40; ..."
[[nodiscard]] QString evidenceOf(const WindowMark &mark, const QTimeZone &zone);

} // namespace workflow
