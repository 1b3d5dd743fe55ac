// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "incident/command.h"
#include "incident/incident.h"

namespace workflow {

/// The numbers of the updates that may keep a promise: readers have seen them, after it was made.
[[nodiscard]] std::vector<int> updatesSince(const incident::Incident &incident,
                                            const QString &promise);

/// An update keeps a promise. Errors: NotFound if it is none of updatesSince().
[[nodiscard]] base::Result<incident::SettlePromise>
keptByUpdate(const incident::Incident &incident, const QString &promise, int number);

} // namespace workflow
