// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

/// What users may choose of the looks of the status page: nothing that makes it hard to read, and
/// nothing that runs.
namespace publish {

/// A colour as red, green and blue, 0 to 255.
struct Colour
{
    int red = 0;
    int green = 0;
    int blue = 0;

    bool operator==(const Colour &) const = default;
};

enum class Ground { Light, Dark };

/// Reads "#2f5fd0", "2f5fd0" or "#26d". Errors: Input.
[[nodiscard]] base::Result<Colour> colourFromText(const QString &text);
/// "#2f5fd0"
[[nodiscard]] QString toText(const Colour &colour);

/// As WCAG 2 defines it, 1 to 21.
[[nodiscard]] double contrast(const Colour &one, const Colour &other);

/// The colour of links, checked: at least 4.5 to 1 against everything of that ground that links
/// stand on. Empty stays empty. Errors: Input, saying how far it is off.
[[nodiscard]] base::Result<QString> checkedAccent(const QString &text, Ground ground);
/// The ground of the head. Text on it is black or white, whichever reads better.
[[nodiscard]] base::Result<QString> checkedBand(const QString &text);
/// Black or white.
[[nodiscard]] QString textOn(const QString &band);

/// What the logo is to be called on the site: "logo.png", "logo.jpg", "logo.webp" or "logo.svg",
/// as its bytes say. Errors: Input, if it is no such image, is larger than logoLimit, or is a
/// drawing that holds more than a drawing (scripts, links, styles, pages).
[[nodiscard]] base::Result<QString> logoFileFor(const QByteArray &bytes);

inline constexpr qsizetype logoLimit = 256 * 1024; ///< bytes

} // namespace publish
