// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/database.h"

namespace ledger {

/// All or nothing: rolled back unless committed. Inside another one it joins that.
class Transaction
{
public:
    enum class Kind {
        Write, ///< waits for, and then keeps, the right to write
        Read,  ///< one unchanging view of the file
    };

    [[nodiscard]] static base::Result<Transaction> begin(Database &database,
                                                         Kind kind = Kind::Write);
    [[nodiscard]] base::Done commit();

    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

private:
    explicit Transaction(Database *database)
        : m_database(database)
    {}

    Database *m_database; ///< null: joined another one, or done
};

} // namespace ledger
