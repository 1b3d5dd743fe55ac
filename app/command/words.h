// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace app {

/// The translated words of the command line.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(app)
};

} // namespace app
