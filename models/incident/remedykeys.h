// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace incident {

/// The keys that remedyFromJson() reads; it lets others be. Where somebody writes by hand they are
/// refused, for a slip would go unnoticed.
[[nodiscard]] QStringList remedyKeys();

} // namespace incident
