// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "ledger/portable.h"

#include <QByteArray>

/// Incidents as files, whole or not at all.
namespace workflow {

/// As another console takes it in. Errors: those of ledger::exportIncident(), Storage.
[[nodiscard]] base::Done writeIncident(const QString &dataDir, const base::Clock &clock,
                                       const QString &incidentId, const QString &path);

/// What writeIncident() wrote elsewhere. Errors: Input if the file cannot be read, and those of
/// ledger::importIncident().
[[nodiscard]] base::Result<ledger::TakenIn>
takeIncident(const QString &dataDir, const base::Clock &clock, const QString &path);

/// Errors: Storage.
[[nodiscard]] base::Done writeFile(const QString &path, const QByteArray &bytes);

} // namespace workflow
