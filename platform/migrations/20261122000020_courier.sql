-- Courier bundles: outboxes that came as a file, and the keys to read and answer them.

-- The platform's own keys. The newest counts; what was sealed to an older one can still be opened.
-- In no feed, and never answered.
CREATE TABLE courier_pair (
    seq     INTEGER PRIMARY KEY AUTOINCREMENT,
    secret  TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;

-- Public keys of stations, as they told them at a sign-in, with who that was: a bundle can hold
-- the work of nobody else.
CREATE TABLE station_key (
    station TEXT NOT NULL,
    signing TEXT NOT NULL,
    sealing TEXT NOT NULL,
    staff   TEXT NOT NULL REFERENCES staff (id),
    told_at INTEGER NOT NULL,
    PRIMARY KEY (station, signing, sealing, staff)
) STRICT, WITHOUT ROWID;

-- Bundles that were taken in.
CREATE TABLE bundle (
    id          TEXT PRIMARY KEY,
    station     TEXT NOT NULL,
    person      TEXT NOT NULL REFERENCES staff (id),
    number      INTEGER NOT NULL,
    -- By the device's clock.
    written_at  INTEGER NOT NULL,
    taken_at    INTEGER NOT NULL,
    -- Who brought it; NULL: the platform's command line.
    carrier     TEXT,
    -- Of the whole file.
    sha256      TEXT NOT NULL,
    commands    INTEGER NOT NULL,
    -- The file, sealed as it came, while it is kept and not judged.
    file        BLOB,
    released_at INTEGER,
    -- NULL: by the command line.
    released_by TEXT
) STRICT;
CREATE INDEX bundle_station ON bundle (station, number);

-- What was in a bundle.
CREATE TABLE bundle_command (
    bundle      TEXT NOT NULL REFERENCES bundle (id),
    command     TEXT NOT NULL,
    station_seq INTEGER NOT NULL,
    PRIMARY KEY (bundle, command)
) STRICT, WITHOUT ROWID;
