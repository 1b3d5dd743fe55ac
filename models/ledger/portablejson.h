// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "ledger/eventstore.h"

namespace ledger {

/// One event on its way from console to console.
struct PortableEvent
{
    StoredEvent stored;
    QString previous; ///< hash of the event before it in its chain
};

struct PortableIncident
{
    QString incident; ///< id
    std::vector<PortableEvent> events;
};

[[nodiscard]] QByteArray toPortableJson(const PortableIncident &incident, const QString &ref);
/// Errors: Format, with a sentence that says what is wrong with the file.
[[nodiscard]] base::Result<PortableIncident> fromPortableJson(const QByteArray &file);

} // namespace ledger
