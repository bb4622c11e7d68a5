-- Questions that the knowledge base does not answer yet (知识提问单): what the platform last said,
-- and how each looks here with what it has not answered.
CREATE TABLE question (
    id             TEXT    NOT NULL PRIMARY KEY,
    server_version INTEGER NOT NULL DEFAULT 0,
    server_body    TEXT,
    body           TEXT    NOT NULL,
    version        INTEGER NOT NULL,
    stage          TEXT    NOT NULL,
    asked_by       TEXT    NOT NULL,
    -- UTC milliseconds.
    asked_at       INTEGER NOT NULL,
    due_at         INTEGER
) STRICT;
CREATE INDEX question_stage ON question (stage, due_at);
