-- Practice on sample cases. Nothing here is about a citizen, and none of it leaves this machine:
-- no outbox, no audit, no search index knows of it.
CREATE TABLE practice_run (
    id           TEXT    NOT NULL PRIMARY KEY,
    case_id      TEXT    NOT NULL,
    begun_at     INTEGER NOT NULL,
    body         TEXT    NOT NULL,
    -- Once handed in: when, what it was worth, and how, as it was scored then.
    handed_in_at INTEGER,
    points       INTEGER,
    score        TEXT,
    CHECK ((handed_in_at IS NULL) = (points IS NULL) AND (points IS NULL) = (score IS NULL))
) STRICT;

-- A case is worked on once at a time.
CREATE UNIQUE INDEX practice_unfinished ON practice_run (case_id) WHERE handed_in_at IS NULL;
