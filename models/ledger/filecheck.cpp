// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/filecheck.h"

#include "base/promised.h"
#include "ledger/backup.h"
#include "ledger/database.h"
#include "ledger/sqlerror.h"

namespace ledger {

using namespace Qt::StringLiterals;

base::Done checkPages(Database &database)
{
    const auto verdict = database.row(u"PRAGMA quick_check(1)"_s);
    if (!verdict)
        return base::passOn(verdict);
    if (!*verdict || (*verdict)->text(0) != "ok"_L1)
        return base::fail(base::ErrorKind::Format, damagedText(database.path()),
                          *verdict ? (*verdict)->text(0) : QString());
    return {};
}

base::Error withAdvice(base::Error error, const QString &dataDir)
{
    error.text += u' ' + restoreAdvice(dataDir);
    return error;
}

FileCheck::FileCheck(const QString &dataDir, std::chrono::milliseconds lockWait)
{
    const auto promise = base::promised<base::Done>();
    m_verdict = promise->future();
    m_thread = std::thread([promise, dataDir, lockWait] {
        base::Done done;
        {
            const auto database =
                Database::open(ledgerPath(dataDir), Database::Access::ReadOnly, lockWait);
            done = database ? checkPages(**database) : base::passOn(database);
        }
        if (!done && isDamage(done.error()))
            done = tl::make_unexpected(withAdvice(done.error(), dataDir));
        base::keep(*promise, std::move(done));
    });
}

FileCheck::~FileCheck()
{
    m_thread.join();
}

} // namespace ledger
