// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace ledger {

/// LedgerText::tr(): the sentences of this folder, in the user's language. The context has the
/// name of the struct because lupdate falls back to that where it loses track of the macro.
struct LedgerText
{
    Q_DECLARE_TR_FUNCTIONS(LedgerText)
};

} // namespace ledger
