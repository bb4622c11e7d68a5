-- Small pictures of files, which stations send ahead of the files themselves.
CREATE TABLE file_thumbnail (
    sha256    TEXT    NOT NULL,
    partition TEXT    NOT NULL,
    jpeg      BLOB    NOT NULL,
    stored_by TEXT    NOT NULL REFERENCES staff (id),
    stored_at INTEGER NOT NULL,
    PRIMARY KEY (sha256, partition)
) STRICT;
