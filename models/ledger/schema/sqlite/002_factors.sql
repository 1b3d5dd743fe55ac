-- SPDX-FileCopyrightText: 2026 The Watchkeeper authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What was in the events and in no table yet: several stretches told as one window, and what else
-- played a part in a cause. The rows are made anew when the ledger is opened.

ALTER TABLE "window" ADD COLUMN several INTEGER NOT NULL DEFAULT 0 CHECK (several IN (0, 1));
-- How many of them; NULL = one, or nobody counted.
ALTER TABLE "window" ADD COLUMN several_count INTEGER CHECK (several_count > 0);
-- Their sum as stated.
ALTER TABLE "window" ADD COLUMN total_lo INTEGER;
ALTER TABLE "window" ADD COLUMN total_hi INTEGER;
ALTER TABLE "window" ADD COLUMN total_precision TEXT NOT NULL DEFAULT 'unknown';

-- Beyond the trigger, which stands with its incident.
CREATE TABLE factor (
    incident TEXT    NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
    n        INTEGER NOT NULL CHECK (n > 0),
    code     TEXT    NOT NULL,
    role     TEXT    NOT NULL,
    PRIMARY KEY (incident, n)
) STRICT;

CREATE INDEX factor_by_code ON factor (code);

PRAGMA user_version = 2;
