// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lint/lint.h"
#include "lint/phrases.h"

/// The rules of findings(), each on its own. Findings may overlap; findings() keeps the first.
namespace lint {

using Findings = std::vector<Finding>;

[[nodiscard]] Findings findSecrets(const QString &text);
[[nodiscard]] Findings findMailAddresses(const QString &text, const Context &context);
[[nodiscard]] Findings findHosts(const QString &text, const Context &context);
[[nodiscard]] Findings findAddresses(const QString &text, const Context &context);
[[nodiscard]] Findings findPaths(const QString &text);
[[nodiscard]] Findings findStale(const QString &text, const Context &context);
[[nodiscard]] Findings findContradictions(const QString &text, const Context &context,
                                          const Phrases &phrases);
[[nodiscard]] Findings findRelativeTimes(const QString &text, const Context &context,
                                         const Phrases &phrases);
[[nodiscard]] Findings findPromises(const QString &text, const Context &context,
                                    const Phrases &phrases);

} // namespace lint
