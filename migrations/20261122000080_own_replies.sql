-- Replies that the person keeps for themselves. They stay on this machine.
CREATE TABLE own_reply (
    id       TEXT    NOT NULL PRIMARY KEY,
    title    TEXT    NOT NULL,
    text     TEXT    NOT NULL,
    saved_at INTEGER NOT NULL
) STRICT;
