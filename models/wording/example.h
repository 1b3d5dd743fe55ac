// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/facts.h"

namespace wording {

/// Invented facts for which say() takes this template, to show what it says.
[[nodiscard]] incident::Facts exampleFacts(const QString &templateName, const QString &zone,
                                           base::Instant now);

} // namespace wording
