// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/edition.h"

#include <QByteArray>

/// The HTML pages. Each is a function of the edition, so that the same edition always gives the
/// same bytes; only those of now, of components and of maintenance depend on the moment.
namespace staticsite {

[[nodiscard]] QByteArray indexPage(const Edition &edition);
[[nodiscard]] QByteArray componentPage(const Edition &edition,
                                       const publish::ComponentNow &component);
[[nodiscard]] QByteArray maintenancePage(const Edition &edition);
[[nodiscard]] QByteArray threadPage(const Edition &edition, const publish::Thread &thread);
[[nodiscard]] QByteArray historyPage(const Edition &edition);
/// `month` as in Edition::months().
[[nodiscard]] QByteArray monthPage(const Edition &edition, const QString &month);

} // namespace staticsite
