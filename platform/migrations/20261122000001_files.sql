-- Files that citizens handed in. The content lies in the data folder under its SHA-256; here is
-- who has brought it, and which tickets name it.

-- A file that somebody of a county has sent whole. Another county that names the same content
-- has to send it too: to know a hash is not to have the file.
CREATE TABLE file (
    sha256    TEXT    NOT NULL,
    partition TEXT    NOT NULL,
    bytes     INTEGER NOT NULL CHECK (bytes > 0),
    stored_by TEXT    NOT NULL REFERENCES staff (id),
    stored_at INTEGER NOT NULL,
    PRIMARY KEY (sha256, partition)
) STRICT;

-- A file that is being sent. How much of it is here, its part in the data folder says.
CREATE TABLE file_upload (
    sha256     TEXT    NOT NULL,
    partition  TEXT    NOT NULL,
    bytes      INTEGER NOT NULL CHECK (bytes > 0),
    offered_by TEXT    NOT NULL REFERENCES staff (id),
    touched_at INTEGER NOT NULL,
    PRIMARY KEY (sha256, partition)
) STRICT;
CREATE INDEX file_upload_staff ON file_upload (offered_by, touched_at);

-- Tickets that name a file; written with the command that does. Who may see the ticket may have
-- the file, also after it was taken off the checklist: it stays readable on the timeline.
CREATE TABLE file_reference (
    sha256    TEXT    NOT NULL,
    ticket    TEXT    NOT NULL REFERENCES ticket (id),
    partition TEXT    NOT NULL,
    named_at  INTEGER NOT NULL,
    PRIMARY KEY (sha256, ticket)
) STRICT;
