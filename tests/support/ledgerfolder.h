// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/ledger.h"
#include "support/manualclock.h"

#include <QTemporaryDir>

namespace support {

/// A data folder of its own, with a clock that stands, for tests that link ledger.
class LedgerFolder
{
public:
    ManualClock clock{utc("2026-11-22T16:08:00Z")};
    base::IdSource ids{clock};

    [[nodiscard]] QString path() const { return m_dir.path() + QStringLiteral("/data"); }
    [[nodiscard]] QString file() const { return path() + QStringLiteral("/ledger.db"); }
    /// A path beside the data folder.
    [[nodiscard]] QString beside(const QString &name) const { return m_dir.filePath(name); }

    [[nodiscard]] base::Result<std::unique_ptr<ledger::Ledger>>
    tryOpen(ledger::OpenMode mode = ledger::OpenMode::ReadWrite)
    {
        return ledger::Ledger::open(path(), clock, ids, mode, std::chrono::milliseconds(300));
    }

    [[nodiscard]] std::unique_ptr<ledger::Ledger>
    open(ledger::OpenMode mode = ledger::OpenMode::ReadWrite)
    {
        auto ledger = tryOpen(mode);
        if (!ledger)
            qFatal("%s (%s)", qPrintable(ledger.error().text), qPrintable(ledger.error().detail));
        return std::move(*ledger);
    }

private:
    QTemporaryDir m_dir;
};

/// A Decide that answers with these payloads, occurred now.
template <class... Payloads>
[[nodiscard]] ledger::Decide happens(Payloads... payloads)
{
    return [=](const incident::Incident &) -> base::Result<std::vector<incident::NewEvent>> {
        return std::vector<incident::NewEvent>{{payloads, timing::RoughInstant()}...};
    };
}

/// The event that opens an outage.
[[nodiscard]] inline incident::Opened opened(const QString &ref, const QString &title)
{
    incident::Opened opened;
    opened.ref = ref;
    opened.title = title;
    opened.zone = QStringLiteral("Europe/London");
    return opened;
}

} // namespace support
