-- Sync that steps over what does not get through, compares what it holds, and keeps the way of a record.

-- Why an action was not decided though the line stood, and when it is tried again (UTC milliseconds by
-- the device's clock). Others overtake it; those behind it on its ticket wait.
ALTER TABLE outbox ADD COLUMN held TEXT;
ALTER TABLE outbox ADD COLUMN not_before INTEGER;
-- Why a person let a refused or parked action go.
ALTER TABLE outbox ADD COLUMN let_go TEXT;
CREATE INDEX outbox_held ON outbox (ticket, not_before) WHERE not_before IS NOT NULL;

-- What comparing a partition with the platform found.
CREATE TABLE partition_check (
    partition  TEXT    NOT NULL PRIMARY KEY,
    -- Last comparison by the device's clock, UTC milliseconds.
    checked_at INTEGER NOT NULL,
    -- 1: both sides held the same.
    same       INTEGER NOT NULL CHECK (same IN (0, 1)),
    -- Times that it was fetched anew because they did not.
    repairs    INTEGER NOT NULL DEFAULT 0,
    repaired_at INTEGER
) STRICT;

-- Files whose content nothing here names any more; the vault lets go of them.
CREATE TABLE file_to_wipe (
    sha256 TEXT NOT NULL PRIMARY KEY
) STRICT;

-- The files of a parked action go up as well: the one who decides has to see them.
DROP VIEW file_errand;
CREATE VIEW file_errand AS
    SELECT sha256, name, bytes, bytes - durable AS left_over, attempts, not_before, 1 AS up,
        CASE WHEN EXISTS (SELECT 1 FROM outbox
            WHERE json_extract(action, '$.do') = 'add_file' AND state = 'pending'
            AND json_extract(action, '$.file.sha256') = file.sha256) THEN 0
        WHEN offer_again = 1 OR EXISTS (SELECT 1 FROM outbox
            WHERE json_extract(action, '$.do') = 'add_file' AND state IN ('accepted', 'parked')
            AND json_extract(action, '$.file.sha256') = file.sha256) THEN 2
        END AS rank
    FROM file WHERE state IN ('local', 'uploading') AND held IS NULL AND paused = 0
    UNION ALL
    SELECT sha256, name, bytes, bytes - durable, attempts, not_before, 0, 1
    FROM file WHERE state = 'downloading' AND paused = 0;
