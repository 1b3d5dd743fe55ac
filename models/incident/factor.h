// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace incident {

/// The codes that Cause::trigger and Factor::code may hold: "change.deploy", "network.routing", …
[[nodiscard]] QStringList factorCodes();

/// The code of a mistake made by hand, which always asks for a postmortem.
inline constexpr QLatin1StringView operatorChange{"change.operator"};

} // namespace incident
