// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/database.h"

#include <span>

namespace ledger {

/// One step of the schema: the file `NNN_name.sql`. Its script sets PRAGMA user_version itself.
struct Migration
{
    int version = 0;
    QString name;
    QString script;
};

/// "application_id" of every ledger, so that another program's file is never taken for one.
inline constexpr qint64 applicationId = 1466649703; // "WkLg"

/// Where the schema of this dialect is built in.
inline const QString builtInSchema = QStringLiteral(":/ledger/schema/sqlite");

/// The steps in a folder, from 1 on without a gap. Errors: Internal.
[[nodiscard]] base::Result<std::vector<Migration>> migrationsIn(const QString &folder);

/// What a file is, before anything is done with it.
struct SchemaState
{
    qint64 application = 0;
    int version = 0;
    bool isEmpty = false; ///< no table at all
};

/// Errors: Format for a file that is no database, or a damaged one.
[[nodiscard]] base::Result<SchemaState> schemaStateOf(Database &database);

/// Whether a file with this state can be opened here: a ledger (or an empty file), and not from a
/// newer version. Errors: Refused, with the reason.
[[nodiscard]] base::Done checkSchema(const SchemaState &state, const QString &path, int newest);

/// Runs the steps above the file's version, each in one transaction: a file is always at one
/// version, whole. Errors: Storage; Internal if a step does not do what it says.
[[nodiscard]] base::Done migrate(Database &database, std::span<const Migration> migrations);

} // namespace ledger
