// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/values.h"

namespace incident {

/// The codes that Cause::trigger and Factor::code may hold: "change.deploy", "network.routing", …
[[nodiscard]] QStringList factorCodes();
/// "latent:change.deploy" and back. Nothing if the part played is none of those known; the code is
/// not looked at.
[[nodiscard]] std::optional<Factor> factorFromText(QStringView text);
[[nodiscard]] QString factorText(const Factor &factor);

/// The code of a mistake made by hand, which always asks for a postmortem.
inline constexpr QLatin1StringView operatorChange{"change.operator"};

} // namespace incident
