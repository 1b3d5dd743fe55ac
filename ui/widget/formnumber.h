// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

namespace ui {

class FormField;

/// The number in the line of a form, as people here write numbers; nothing if the line is empty.
/// False if it is neither: then the row says so.
[[nodiscard]] bool readNumber(FormField *row, std::optional<double> &number);

} // namespace ui
