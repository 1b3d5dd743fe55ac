// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"

#include <QString>

namespace incident {

/// The same wall time so many days of Monday to Friday later. `zone` is an IANA name; UTC if this
/// machine does not know it.
[[nodiscard]] base::Instant afterBusinessDays(base::Instant from, int days, const QString &zone);

} // namespace incident
