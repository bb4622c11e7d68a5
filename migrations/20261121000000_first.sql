-- The workstation's database. One file per account, encrypted as a whole.
-- Times are UTC milliseconds; identities are UUIDv7 text; `body` is the domain type as JSON.

-- Single facts about this store: station identity, signed-in person, last contact.
CREATE TABLE meta (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- How far each partition's feed has been applied. Moves only together with the rows it brought.
CREATE TABLE cursor (
    partition TEXT    NOT NULL PRIMARY KEY,
    epoch     TEXT    NOT NULL,
    feed_seq  INTEGER NOT NULL,
    as_of     INTEGER NOT NULL
) STRICT;

CREATE TABLE organisation (
    id   TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE staff (
    id   TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE matter (
    id         TEXT    NOT NULL PRIMARY KEY,
    name       TEXT    NOT NULL,
    department TEXT    NOT NULL,
    level      TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    body       TEXT    NOT NULL
) STRICT;
CREATE INDEX matter_department ON matter (department);

CREATE TABLE matter_theme (
    matter TEXT NOT NULL REFERENCES matter (id) ON DELETE CASCADE,
    theme  TEXT NOT NULL,
    PRIMARY KEY (matter, theme)
) STRICT;
CREATE INDEX matter_theme_theme ON matter_theme (theme);

CREATE TABLE knowledge (
    id         TEXT NOT NULL PRIMARY KEY,
    title      TEXT NOT NULL,
    kind       TEXT NOT NULL,
    body       TEXT NOT NULL
) STRICT;

CREATE TABLE knowledge_matter (
    knowledge TEXT NOT NULL REFERENCES knowledge (id) ON DELETE CASCADE,
    matter    TEXT NOT NULL,
    PRIMARY KEY (matter, knowledge)
) STRICT;

-- Rows of the search index. Text is folded and cut into overlapping pairs of characters before
-- it goes in, because no built-in tokenizer finds two-character Chinese words.
CREATE TABLE search_row (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    key  TEXT NOT NULL,
    UNIQUE (kind, key)
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
    title, text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- `server_body` is what the platform last said; `body` is that plus the actions it has not
-- answered yet. The other columns are taken from `body` for sorting and filtering.
CREATE TABLE ticket (
    id              TEXT    NOT NULL PRIMARY KEY,
    server_version  INTEGER NOT NULL DEFAULT 0,
    server_body     TEXT,
    body            TEXT    NOT NULL,
    version         INTEGER NOT NULL,
    number          TEXT,
    subject         TEXT    NOT NULL,
    requester       TEXT    NOT NULL,
    matter          TEXT,
    stage           TEXT    NOT NULL,
    status          TEXT    NOT NULL,
    channel         TEXT    NOT NULL,
    organisation    TEXT    NOT NULL,
    holder          TEXT,
    waits_for_staff TEXT,
    waits_for_organisation TEXT,
    due_at          INTEGER,
    registered_at   INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    seen_version    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX ticket_due ON ticket (status, due_at);
CREATE INDEX ticket_holder ON ticket (holder, due_at);
CREATE INDEX ticket_organisation ON ticket (organisation, due_at);

-- `provisional` rows come from actions the platform has not answered yet.
CREATE TABLE event (
    id          TEXT    NOT NULL PRIMARY KEY,
    ticket      TEXT    NOT NULL,
    version     INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    provisional INTEGER NOT NULL,
    body        TEXT    NOT NULL
) STRICT;
CREATE INDEX event_ticket ON event (ticket, version, at);

-- What staff did, in order. A row leaves `pending` only on a receipt that names its id.
CREATE TABLE outbox (
    station_seq  INTEGER PRIMARY KEY AUTOINCREMENT,
    id           TEXT    NOT NULL UNIQUE,
    ticket       TEXT    NOT NULL,
    actor        TEXT    NOT NULL,
    action       TEXT    NOT NULL,
    base_version INTEGER,
    fence        INTEGER,
    written_at   INTEGER NOT NULL,
    clock_offset INTEGER,
    attempts     INTEGER NOT NULL DEFAULT 0,
    attempted_at INTEGER,
    state        TEXT    NOT NULL DEFAULT 'pending'
                 CHECK (state IN ('pending', 'accepted', 'refused', 'parked')),
    version      INTEGER,
    receipt      TEXT,
    epoch        TEXT,
    decided_at   INTEGER,
    cleared_at   INTEGER
) STRICT;
CREATE INDEX outbox_state ON outbox (state, station_seq);
CREATE INDEX outbox_ticket ON outbox (ticket, station_seq);

CREATE TABLE draft (
    key      TEXT    NOT NULL PRIMARY KEY,
    text     TEXT    NOT NULL,
    saved_at INTEGER NOT NULL
) STRICT;

CREATE TABLE notice (
    id      TEXT    NOT NULL PRIMARY KEY,
    kind    TEXT    NOT NULL,
    ticket  TEXT,
    subject TEXT    NOT NULL,
    actor   TEXT,
    at      INTEGER NOT NULL,
    read_at INTEGER
) STRICT;
CREATE INDEX notice_at ON notice (at);

CREATE TABLE preference (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- Append-only record of what was done here. Never holds the personal data itself.
CREATE TABLE audit (
    seq     INTEGER PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    actor   TEXT,
    action  TEXT    NOT NULL,
    subject TEXT,
    detail  TEXT
) STRICT;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE (ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE (ABORT, 'audit is append-only'); END;
