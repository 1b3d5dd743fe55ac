-- SPDX-FileCopyrightText: 2026 The Watchkeeper authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What was measured, in chunks of two hours. This file may be thrown away; the ledger does not need
-- it.

PRAGMA application_id = 1466646898;

CREATE TABLE series (
    key  INTEGER NOT NULL PRIMARY KEY CHECK (key BETWEEN 1 AND 1048575),
    id   TEXT    NOT NULL UNIQUE,
    name TEXT    NOT NULL,
    unit TEXT    NOT NULL,
    step INTEGER NOT NULL CHECK (step > 0)
) STRICT;

-- Finished chunks. id = number of the two hours since 1970 * 1048576 + key of the series, so that
-- rows are only ever added at the end, where they fill their pages, and the oldest go first.
CREATE TABLE chunk (
    id           INTEGER NOT NULL PRIMARY KEY,
    ok           INTEGER NOT NULL,
    failed       INTEGER NOT NULL,
    not_measured INTEGER NOT NULL,
    paused       INTEGER NOT NULL,
    "values"     INTEGER NOT NULL,
    min          REAL    NOT NULL,
    max          REAL    NOT NULL,
    sum          REAL    NOT NULL,
    samples      BLOB    NOT NULL
) STRICT;

-- The chunks that still grow; they move to the table above when their two hours are over.
CREATE TABLE growing (
    id           INTEGER NOT NULL PRIMARY KEY,
    ok           INTEGER NOT NULL,
    failed       INTEGER NOT NULL,
    not_measured INTEGER NOT NULL,
    paused       INTEGER NOT NULL,
    "values"     INTEGER NOT NULL,
    min          REAL    NOT NULL,
    max          REAL    NOT NULL,
    sum          REAL    NOT NULL,
    samples      BLOB    NOT NULL
) STRICT;

PRAGMA user_version = 1;
