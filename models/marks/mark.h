// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"

#include <QString>

/// Moments at which something was changed, such as a deployment.
namespace marks {

struct Mark
{
    QString id; ///< the same change always has the same one
    base::Instant at{};
    QString text;   ///< one line
    QString origin; ///< who or what says so: a person, a repository, a series

    bool operator==(const Mark &) const = default;
};

} // namespace marks
