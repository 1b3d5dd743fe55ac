// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timing/fieldscan.h"
#include "timing/fieldtext.h"

namespace timing {

/// "this afternoon", "yesterday evening", "last night", "today": the hours that the words span, cut
/// at the reference on the side where it cannot lie; of what is ahead also a day alone ("Friday",
/// "27 Nov"). Nothing if no such words begin here.
[[nodiscard]] std::optional<RoughInstant> scanDaypart(FieldScan &scan, const FieldContext &context);

} // namespace timing
