-- Volumes that were taken in: files that came beside a bundle, which need not have come yet. Their
-- content is with the other files.
CREATE TABLE bundle_volume (
    id       TEXT PRIMARY KEY,
    -- The bundle of commands it travelled beside.
    beside   TEXT NOT NULL,
    part     INTEGER NOT NULL,
    station  TEXT NOT NULL,
    person   TEXT NOT NULL REFERENCES staff (id),
    -- Of the whole volume.
    sha256   TEXT NOT NULL,
    taken_at INTEGER NOT NULL,
    -- Who brought it; NULL: the platform's command line.
    carrier  TEXT
) STRICT;
