// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/command/invocation.h"
#include "app/composition/workplace.h"

namespace app {

/// An incident by name, with the folder it is in.
struct NamedIncident
{
    std::unique_ptr<Workplace> place;
    QString id;

    [[nodiscard]] workflow::Desk &desk() const { return place->desk(); }
    /// As it is now. Errors: those of the ledger.
    [[nodiscard]] base::Result<incident::Incident> load() const { return desk().load(id); }
};

/// `name` as Ledger::resolveId() takes it. Errors: its own, and those of the folder.
[[nodiscard]] base::Result<NamedIncident> namedIncident(const Invocation &call,
                                                        const QString &name);

/// Prints what a command has made of an incident; the exit code.
[[nodiscard]] int reportIncident(const Invocation &call,
                                 const base::Result<incident::Incident> &changed);

} // namespace app
