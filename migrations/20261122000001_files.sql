-- Files: taken in at this desk, or named by a ticket. The content lies in the vault beside the
-- database, encrypted with a key that follows from the database's own.
--
-- local: here, and the platform has nothing of it. uploading: here, and part of it there.
-- uploaded: on both sides. remote: not here. downloading: part of it here, and wanted.
CREATE TABLE file (
    sha256      TEXT    NOT NULL PRIMARY KEY,
    name        TEXT    NOT NULL,
    bytes       INTEGER NOT NULL,
    -- Media type, as found from the content; of a remote file, as the ticket says.
    media       TEXT    NOT NULL,
    -- Why it is held apart, when it is.
    held        TEXT,
    width       INTEGER,
    height      INTEGER,
    pages       INTEGER,
    -- JPEG of at most 320 pixels. In the database, so encrypted like everything.
    thumbnail   BLOB,
    state       TEXT    NOT NULL
                CHECK (state IN ('local', 'uploading', 'uploaded', 'remote', 'downloading')),
    -- Bytes that are on the other side (uploading) or here (downloading) for good.
    durable     INTEGER NOT NULL DEFAULT 0,
    paused      INTEGER NOT NULL DEFAULT 0,
    -- Ticket it was taken in for or first named by.
    ticket      TEXT    NOT NULL,
    added_at    INTEGER NOT NULL,
    attempts    INTEGER NOT NULL DEFAULT 0,
    -- No attempt before this; UTC milliseconds by the device's clock.
    not_before  INTEGER,
    -- Why the last attempt failed.
    fault       TEXT,
    -- 1: the platform had it, and may have lost it with its last days.
    offer_again INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX file_ticket ON file (ticket);
CREATE INDEX file_state ON file (state, bytes);

-- Files that the platform has whole, as its feed says. Kept apart from `file`, because the word
-- may come before the ticket that names the file.
CREATE TABLE file_at_platform (
    sha256 TEXT    NOT NULL PRIMARY KEY,
    bytes  INTEGER NOT NULL
) STRICT;

-- Finds the actions that name a file, without reading the whole outbox.
CREATE INDEX outbox_file ON outbox (json_extract(action, '$.file.sha256'), state)
    WHERE json_extract(action, '$.do') = 'add_file';

-- What is to be sent or fetched. A file goes up only when an action that was not refused names
-- it, or when it was there before: what a person dropped again stays here.
CREATE VIEW file_errand AS
    SELECT sha256, name, bytes, bytes - durable AS left_over, attempts, not_before, 1 AS up,
        CASE WHEN EXISTS (SELECT 1 FROM outbox
            WHERE json_extract(action, '$.do') = 'add_file' AND state = 'pending'
            AND json_extract(action, '$.file.sha256') = file.sha256) THEN 0
        WHEN offer_again = 1 OR EXISTS (SELECT 1 FROM outbox
            WHERE json_extract(action, '$.do') = 'add_file' AND state = 'accepted'
            AND json_extract(action, '$.file.sha256') = file.sha256) THEN 2
        END AS rank
    FROM file WHERE state IN ('local', 'uploading') AND held IS NULL AND paused = 0
    UNION ALL
    SELECT sha256, name, bytes, bytes - durable, attempts, not_before, 0, 1
    FROM file WHERE state = 'downloading' AND paused = 0;
