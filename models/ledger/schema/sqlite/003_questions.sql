-- SPDX-FileCopyrightText: 2026 The Watchkeeper authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What a window asks again and again of a long history: which incidents are open, and which have
-- events of a kind that few have. The rows of the search are numbered anew when the ledger is
-- opened: the later an incident began, the higher.

CREATE INDEX incident_open ON incident (coalesce(started_lo, started_hi, opened), id)
    WHERE open = 1;

CREATE INDEX event_rare ON event (kind, incident, recorded)
    WHERE kind IN ('follow_up_set', 'remedy_started');

PRAGMA user_version = 3;
