// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/intent.h"

namespace ledger {

QString intentKey(const QString &revision, const QString &target)
{
    return revision + u'@' + target;
}

} // namespace ledger
