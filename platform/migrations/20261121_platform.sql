-- The reference platform. Times are UTC milliseconds, identities are UUIDs as text,
-- bodies are the domain types as JSON. Append-only: a later change is a new file.

-- One row about the whole database.
CREATE TABLE meta (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    -- Changes when the platform was restored from a backup.
    epoch  TEXT NOT NULL,
    -- 1 when the data is the shipped sample.
    sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1))
) STRICT;

-- Service points, village stations and departments.
CREATE TABLE organisation (
    id         TEXT PRIMARY KEY,
    body       TEXT NOT NULL CHECK (json_valid(body)),
    changed_at INTEGER NOT NULL
) STRICT;

-- People who sign in. The hash stays here: it is not part of the body and never in a feed.
CREATE TABLE staff (
    id            TEXT PRIMARY KEY,
    account       TEXT NOT NULL UNIQUE,
    organisation  TEXT NOT NULL REFERENCES organisation (id),
    -- Argon2id in PHC form. NULL: the account cannot sign in.
    password_hash TEXT,
    body          TEXT NOT NULL CHECK (json_valid(body)),
    changed_at    INTEGER NOT NULL
) STRICT;

-- One row per pair of tokens; the pairs that were refreshed from one sign-in are a family.
-- Only SHA-256 of a token is kept: who reads this table cannot sign in with it.
CREATE TABLE session (
    refresh_hash       TEXT PRIMARY KEY,
    access_hash        TEXT NOT NULL UNIQUE,
    family             TEXT NOT NULL,
    staff              TEXT NOT NULL REFERENCES staff (id),
    station            TEXT NOT NULL,
    issued_at          INTEGER NOT NULL,
    access_expires_at  INTEGER NOT NULL,
    refresh_expires_at INTEGER NOT NULL,
    -- When the refresh token was used. A second use revokes the family: it was stolen.
    used_at            INTEGER,
    revoked            INTEGER NOT NULL DEFAULT 0 CHECK (revoked IN (0, 1))
) STRICT;
CREATE INDEX session_family ON session (family);
CREATE INDEX session_expiry ON session (refresh_expires_at);

-- Workstations, as they introduced themselves.
CREATE TABLE station (
    id              TEXT PRIMARY KEY,
    name            TEXT NOT NULL,
    last_staff      TEXT NOT NULL REFERENCES staff (id),
    last_contact_at INTEGER NOT NULL
) STRICT;

-- Matters, in their newest version.
CREATE TABLE matter (
    id         TEXT PRIMARY KEY,
    version    INTEGER NOT NULL CHECK (version > 0),
    body       TEXT NOT NULL CHECK (json_valid(body)),
    changed_at INTEGER NOT NULL
) STRICT;

-- Knowledge entries, in their newest version.
CREATE TABLE knowledge (
    id         TEXT PRIMARY KEY,
    version    INTEGER NOT NULL CHECK (version > 0),
    body       TEXT NOT NULL CHECK (json_valid(body)),
    changed_at INTEGER NOT NULL
) STRICT;

-- Tickets as they stand. A ticket stays in the partition it was registered in.
CREATE TABLE ticket (
    id        TEXT PRIMARY KEY,
    partition TEXT NOT NULL,
    number    TEXT NOT NULL UNIQUE,
    version   INTEGER NOT NULL CHECK (version > 0),
    body      TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

-- Timelines. The id is the command's id, so no command can show up twice.
CREATE TABLE event (
    id      TEXT PRIMARY KEY,
    ticket  TEXT NOT NULL REFERENCES ticket (id),
    version INTEGER NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    UNIQUE (ticket, version)
) STRICT;

-- The lasting word on each command, written together with its effect.
CREATE TABLE receipt (
    command    TEXT PRIMARY KEY,
    decided_at INTEGER NOT NULL,
    body       TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

-- Last number given per county and day, for the official ticket numbers.
CREATE TABLE numbering (
    county TEXT NOT NULL,
    day    TEXT NOT NULL,
    last   INTEGER NOT NULL,
    PRIMARY KEY (county, day)
) STRICT;

-- Committed changes, numbered 1, 2, 3, ... per partition without a gap. The number is given
-- inside the write transaction, of which there is one at a time; a sequence of the database
-- would leave holes after a rollback.
CREATE TABLE feed (
    partition TEXT NOT NULL,
    seq       INTEGER NOT NULL CHECK (seq > 0),
    kind      TEXT NOT NULL,
    key       TEXT NOT NULL,
    -- NULL: gone from the partition.
    body      TEXT CHECK (body IS NULL OR json_valid(body)),
    PRIMARY KEY (partition, seq)
) STRICT;
CREATE INDEX feed_newest ON feed (partition, kind, key, seq);
