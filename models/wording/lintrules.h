// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/lint.h"

/// The rules of lint(), each on its own. Findings may overlap; lint() keeps the first.
namespace wording {

using LintFindings = std::vector<LintFinding>;

[[nodiscard]] LintFindings findSecrets(const QString &text);
[[nodiscard]] LintFindings findMailAddresses(const QString &text, const LintContext &context);
[[nodiscard]] LintFindings findHosts(const QString &text, const LintContext &context);
[[nodiscard]] LintFindings findPaths(const QString &text);
[[nodiscard]] LintFindings findRelativeTimes(const QString &text, const LintContext &context);
[[nodiscard]] LintFindings findContradictions(const QString &text, const LintContext &context);

} // namespace wording
