// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/enumnames.h"

namespace health {

/// What one look at a thing was worth. Only Ok and Failed say something about the thing itself.
enum class Quality {
    Ok,          ///< it answered as it should
    Failed,      ///< it was asked and did not answer as it should
    NotMeasured, ///< we were not able to look: asleep, stopped, no network of our own
    Paused,      ///< somebody told us not to look
};

inline constexpr int qualityCount = 4;
inline constexpr Quality badQualities[] = {Quality::Failed, Quality::NotMeasured, Quality::Paused};

} // namespace health

template <>
struct base::EnumNames<health::Quality>
{
    static constexpr base::NamedValue<health::Quality> table[] = {
        {health::Quality::Ok, "ok"},
        {health::Quality::Failed, "failed"},
        {health::Quality::NotMeasured, "not_measured"},
        {health::Quality::Paused, "paused"},
    };
};
