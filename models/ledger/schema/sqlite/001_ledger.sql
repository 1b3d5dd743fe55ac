-- SPDX-FileCopyrightText: 2026 The Watchkeeper authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Times are UTC seconds. What people know roughly stands in three columns: _lo, _hi (inclusive,
-- NULL = not bounded) and _precision. Lists stand as JSON arrays. Constraints use no function of
-- SQLite that an untrusted schema may not call (json_valid is one).

PRAGMA application_id = 1466649703;

-- Every installation that wrote events, with the head of its chain.
CREATE TABLE console (
    id      TEXT    NOT NULL PRIMARY KEY,
    created INTEGER NOT NULL,
    seq     INTEGER NOT NULL CHECK (seq >= 0),
    hash    TEXT    NOT NULL
) STRICT;

-- Which of them this file belongs to.
CREATE TABLE this_console (
    one     INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    console TEXT    NOT NULL REFERENCES console (id)
) STRICT;

-- What has happened. Only ever appended to.
CREATE TABLE event (
    id                 TEXT    NOT NULL PRIMARY KEY,
    incident           TEXT    NOT NULL,
    console            TEXT    NOT NULL REFERENCES console (id),
    console_seq        INTEGER NOT NULL CHECK (console_seq > 0),
    kind               TEXT    NOT NULL,
    payload            TEXT    NOT NULL,
    occurred_lo        INTEGER,
    occurred_hi        INTEGER,
    occurred_precision TEXT    NOT NULL,
    recorded           INTEGER NOT NULL,
    author             TEXT    NOT NULL,
    hash               TEXT    NOT NULL CHECK (length(hash) = 64),
    UNIQUE (console, console_seq)
) STRICT;

CREATE INDEX event_by_incident ON event (incident, recorded, id);

CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event BEGIN
    SELECT RAISE(ABORT, 'events are never changed');
END;

CREATE TRIGGER event_is_not_removed BEFORE DELETE ON event BEGIN
    SELECT RAISE(ABORT, 'events are never removed');
END;

-- What was being typed.
CREATE TABLE draft (
    key   TEXT    NOT NULL PRIMARY KEY,
    body  TEXT    NOT NULL,
    saved INTEGER NOT NULL
) STRICT;

-- What is still to be published, in the order in which it was asked for.
CREATE TABLE outbox (
    n          INTEGER NOT NULL PRIMARY KEY,
    key        TEXT    NOT NULL UNIQUE,
    incident   TEXT    NOT NULL,
    revision   TEXT    NOT NULL,
    target     TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    attempts   INTEGER NOT NULL CHECK (attempts >= 0),
    queued_at  INTEGER NOT NULL,
    next_try   INTEGER NOT NULL,
    last_error TEXT    NOT NULL,
    remote_id  TEXT    NOT NULL,
    url        TEXT    NOT NULL
) STRICT;

CREATE INDEX outbox_by_incident ON outbox (incident, n);
CREATE INDEX outbox_open ON outbox (next_try) WHERE state IN ('queued', 'sent', 'accepted');

-- Everything below derives from event and can be made again from it.

-- The version of the rules by which the rows below were made; 0 = they have to be made again.
CREATE TABLE projection (
    one     INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    version INTEGER NOT NULL
) STRICT;

INSERT INTO projection (one, version) VALUES (1, 0);

CREATE TABLE incident (
    id                 TEXT    NOT NULL PRIMARY KEY,
    ref                TEXT    NOT NULL,
    kind               TEXT    NOT NULL,
    entry              TEXT    NOT NULL,
    state              TEXT    NOT NULL,
    open               INTEGER NOT NULL CHECK (open IN (0, 1)),
    title              TEXT    NOT NULL,
    zone               TEXT    NOT NULL,
    monitor            TEXT    NOT NULL,
    severity           INTEGER CHECK (severity BETWEEN 1 AND 4),
    round              INTEGER NOT NULL,
    cause_status       TEXT    NOT NULL,
    cause_text         TEXT    NOT NULL,
    cause_trigger      TEXT    NOT NULL,
    attribution        TEXT    NOT NULL,
    provider           TEXT    NOT NULL,
    felt               TEXT    NOT NULL,
    components         TEXT    NOT NULL,
    planned            INTEGER NOT NULL CHECK (planned IN (0, 1)),
    started_lo         INTEGER,
    started_hi         INTEGER,
    started_precision  TEXT    NOT NULL,
    ended_lo           INTEGER,
    ended_hi           INTEGER,
    ended_precision    TEXT    NOT NULL,
    downtime_lo        INTEGER,
    downtime_hi        INTEGER,
    downtime_precision TEXT    NOT NULL,
    opened             INTEGER NOT NULL,
    changed            INTEGER NOT NULL
) STRICT;

CREATE INDEX incident_by_ref ON incident (ref);
CREATE INDEX incident_by_start ON incident (coalesce(started_lo, started_hi, opened), id);

CREATE TABLE "window" (
    incident           TEXT    NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
    seq                INTEGER NOT NULL,
    round              INTEGER NOT NULL,
    planned            INTEGER NOT NULL CHECK (planned IN (0, 1)),
    effect             TEXT    NOT NULL,
    felt               TEXT    NOT NULL,
    components         TEXT    NOT NULL,
    start_lo           INTEGER,
    start_hi           INTEGER,
    start_precision    TEXT    NOT NULL,
    end_lo             INTEGER,
    end_hi             INTEGER,
    end_precision      TEXT    NOT NULL,
    duration_lo        INTEGER,
    duration_hi        INTEGER,
    duration_precision TEXT    NOT NULL,
    inside             INTEGER NOT NULL CHECK (inside IN (0, 1)),
    evidence           TEXT    NOT NULL,
    PRIMARY KEY (incident, seq)
) STRICT;

-- The current statement of each milestone of each round; none for what was taken back.
CREATE TABLE milestone (
    incident     TEXT    NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
    round        INTEGER NOT NULL,
    name         TEXT    NOT NULL,
    at_lo        INTEGER,
    at_hi        INTEGER,
    at_precision TEXT    NOT NULL,
    source       TEXT    NOT NULL,
    reason       TEXT    NOT NULL,
    author       TEXT    NOT NULL,
    recorded     INTEGER NOT NULL,
    PRIMARY KEY (incident, round, name)
) STRICT;

CREATE TABLE post_revision (
    incident              TEXT    NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
    id                    TEXT    NOT NULL,
    number                INTEGER NOT NULL,
    replaces              TEXT    NOT NULL,
    status                TEXT    NOT NULL,
    title                 TEXT    NOT NULL,
    body                  TEXT    NOT NULL,
    targets               TEXT    NOT NULL,
    estimate_lo           INTEGER,
    estimate_hi           INTEGER,
    estimate_precision    TEXT    NOT NULL,
    next_update_lo        INTEGER,
    next_update_hi        INTEGER,
    next_update_precision TEXT    NOT NULL,
    facts                 TEXT    NOT NULL,
    written               INTEGER NOT NULL,
    PRIMARY KEY (incident, id)
) STRICT;

-- Where a revision was read back from.
CREATE TABLE post_seen (
    incident  TEXT    NOT NULL,
    revision  TEXT    NOT NULL,
    target    TEXT    NOT NULL,
    remote_id TEXT    NOT NULL,
    url       TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (incident, revision, target),
    FOREIGN KEY (incident, revision) REFERENCES post_revision (incident, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE promise (
    incident      TEXT    NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
    id            TEXT    NOT NULL,
    kind          TEXT    NOT NULL,
    quote         TEXT    NOT NULL,
    due_lo        INTEGER,
    due_hi        INTEGER,
    due_precision TEXT    NOT NULL,
    due_trigger   TEXT    NOT NULL,
    revision      TEXT    NOT NULL,
    status        TEXT    NOT NULL,
    note          TEXT    NOT NULL,
    made          INTEGER NOT NULL,
    PRIMARY KEY (incident, id)
) STRICT;

CREATE INDEX promise_open ON promise (due_hi) WHERE status = 'open';

-- The text of an incident stands in row n of search.
CREATE TABLE search_row (
    n        INTEGER NOT NULL PRIMARY KEY,
    incident TEXT    NOT NULL UNIQUE
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
    ref, title, felt, components, cause, posts, notes, postmortem,
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2 3'
);

PRAGMA user_version = 1;
