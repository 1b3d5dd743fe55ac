// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/office.h"
#include "ui/console/consoleview.h"

/// The console on an office that watches nothing yet, without a window around it.
struct ConsoleStage
{
    support::Office office;
    source::SourceSet sources{office.clock};
    workflow::Watch watch{sources, *office.desk};
    workflow::Compose compose{*office.desk, {QStringLiteral("site")}};
    ui::ConsoleView console{{*office.desk,
                             watch,
                             compose,
                             {{QStringLiteral("site"), QStringLiteral("Status site"), {}}}}};

    ConsoleStage()
    {
        console.resize(1300, 700);
        console.show();
        console.strip().show();
    }

    /// The one that is shown.
    [[nodiscard]] incident::Incident incident() const
    {
        return office.desk->load(console.incidentId()).value();
    }
};
