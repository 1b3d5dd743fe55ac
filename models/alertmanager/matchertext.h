// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "alertmanager/alert.h"
#include "base/result.h"

namespace alertmanager {

/// `alertname="SiteDown", job=~"web.*"`, as people write matchers.
[[nodiscard]] QString textOf(const std::vector<Matcher> &matchers);

/// Reads that: names with =, !=, =~ or !~ and a value, which may stand in double quotes, between
/// commas. The braces around them may be there. Input: what is wrong, and where.
[[nodiscard]] base::Result<std::vector<Matcher>> matchersFrom(const QString &text);

} // namespace alertmanager
