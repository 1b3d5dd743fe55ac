// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "health/series.h"

class QImage;

namespace ui {

/// "images.example.org 2026-11-22 1622.png": only what every file system takes.
[[nodiscard]] QString fileNameFor(const QString &monitor, base::InstantMs at,
                                  const QString &suffix);

/// Both write the whole file or leave what was there. Error Storage: the path cannot be written.
[[nodiscard]] base::Done saveImage(const QImage &image, const QString &path);
/// The samples of a time as CSV; `series` may be null and then gives a file without samples.
[[nodiscard]] base::Done saveSamples(const health::Series *series, base::InstantMs from,
                                     base::InstantMs to, const QString &path);

} // namespace ui
