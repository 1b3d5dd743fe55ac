// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace incident {

/// Words::tr() for functions that belong to no class, in the same context as all of this folder.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(incident)
};

} // namespace incident
