// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace deploy {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Deploy)
};

} // namespace deploy
