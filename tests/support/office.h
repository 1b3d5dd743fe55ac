// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/manualclock.h"
#include "workflow/desk.h"

#include <QTemporaryDir>

namespace support {

/// A desk on a fresh data folder, at 16:08 in London on a quiet Sunday.
struct Office
{
    QTemporaryDir folder;
    ManualClock clock{utc("2026-11-22T16:08:00Z")};
    base::IdSource ids{clock};
    std::unique_ptr<ledger::Ledger> ledger;
    std::unique_ptr<settings::Settings> settings;
    std::unique_ptr<workflow::Desk> desk;

    Office() { open(); }

    /// Opens the folder, again if it was open: what is in memory only is gone.
    void open()
    {
        desk.reset();
        ledger.reset();
        ledger = std::move(ledger::Ledger::open(folder.path(), clock, ids).value());
        settings = std::move(settings::Settings::open(folder.path()).value());
        const bool kept = settings->set(settings::zone, QStringLiteral("Europe/London")) &&
                          settings->set(settings::author, QStringLiteral("ana"));
        if (!kept)
            qFatal("the settings cannot be kept");
        desk = std::make_unique<workflow::Desk>(*ledger, *settings, clock, ids, folder.path());
    }

    /// An outage of the shop, noticed now.
    incident::Incident shopIsDown(const QString &felt = QStringLiteral("the shop does not open"))
    {
        workflow::NewIncident request;
        request.title = QStringLiteral("Shop is down");
        request.felt = felt;
        request.components = {QStringLiteral("shop")};
        request.started = timing::RoughInstant::between(clock.now() - std::chrono::minutes(2),
                                                        clock.now() - std::chrono::minutes(1));
        return desk->open(request).value();
    }
};

} // namespace support
