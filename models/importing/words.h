// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace importing {

/// The translated words of this folder.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(importing)
};

} // namespace importing
