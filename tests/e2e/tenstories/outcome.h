// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "deeds.h"

namespace tenstories {

/// What is not as the story ends; empty if all is.
[[nodiscard]] QStringList differences(const Outcome &expected, const Incident &incident,
                                      const QString &page);

/// The facts of an incident, without what every telling has of its own: ids, addresses, order of
/// entry. Two tellings of one story give the same lines.
[[nodiscard]] QStringList factsOf(const Incident &incident);

} // namespace tenstories
