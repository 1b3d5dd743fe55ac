// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/series.h"
#include "incident/incident.h"

#include <QTimeZone>
#include <span>

namespace wording {

/// What was measured around an incident, as it can be drawn and described.
struct PostmortemPicture
{
    /// A moment with its name.
    struct Mark
    {
        base::InstantMs at{};
        QString label;

        bool operator==(const Mark &) const = default;
    };

    QString caption;
    QString summary; ///< the same in a sentence, for whoever does not see it
    QString unit;
    QTimeZone zone;
    health::Interval frame;                        ///< all that is shown
    std::vector<std::vector<health::Point>> lines; ///< without gaps each
    std::vector<base::InstantMs> failures;
    std::vector<health::Interval> windows; ///< in which users felt it, as far as it can have been
    std::vector<Mark> marks;

    bool operator==(const PostmortemPicture &) const = default;
};

/// What to show of an incident: its windows with some time before and after, at most a week.
/// Nothing if it is not known when it was.
[[nodiscard]] std::optional<health::Interval> pictureFrame(const incident::Incident &incident,
                                                           base::Instant now);

/// Pure. `samples` in order of time; nothing without one in the frame.
[[nodiscard]] std::optional<PostmortemPicture> pictureOf(const incident::Incident &incident,
                                                         const health::SeriesInfo &series,
                                                         std::span<const health::Sample> samples,
                                                         const health::Interval &frame,
                                                         const QTimeZone &zone);

/// The colours of a drawing, as "#rrggbb", and its letters.
struct PictureInk
{
    QString ground = QStringLiteral("#ffffff");
    QString text = QStringLiteral("#526071");
    QString grid = QStringLiteral("#dfe3e8");
    QString line = QStringLiteral("#2f5fd0");
    QString trouble = QStringLiteral("#c2362b");
    QString troubleGround = QStringLiteral("#fbe9e7");
    QString family = QStringLiteral("Inter, system-ui, sans-serif"); ///< of fonts, as CSS has it
};

/// Its size in px; everything inside scales with it.
inline constexpr int pictureWidth = 720;
inline constexpr int pictureHeight = 240;

/// One SVG element that needs nothing else.
[[nodiscard]] QString toSvg(const PostmortemPicture &picture, const PictureInk &ink = {});

} // namespace wording
