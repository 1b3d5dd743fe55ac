// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/edition.h"

#include <QJsonObject>

namespace staticsite {

/// The objects of the Statuspage API, with every field that it has.
[[nodiscard]] QJsonObject pageJson(const Edition &edition);
[[nodiscard]] QJsonObject statusJson(const Edition &edition);
/// `position` counts from 1.
[[nodiscard]] QJsonObject componentJson(const Edition &edition,
                                        const publish::ComponentNow &component, int position);
/// An incident, or a maintenance with its two more fields.
[[nodiscard]] QJsonObject threadJson(const Edition &edition, const publish::Thread &thread);

} // namespace staticsite
