-- Questions that the knowledge base does not answer yet (知识提问单), as they stand.
CREATE TABLE question (
    id         TEXT    NOT NULL PRIMARY KEY,
    version    INTEGER NOT NULL,
    body       TEXT    NOT NULL
) STRICT;

-- What was done to them, by command: a repeated delivery is answered from it.
CREATE TABLE question_step (
    command  TEXT    NOT NULL PRIMARY KEY,
    question TEXT    NOT NULL REFERENCES question (id),
    version  INTEGER NOT NULL,
    -- UTC milliseconds.
    at       INTEGER NOT NULL,
    actor    TEXT    NOT NULL,
    station  TEXT
) STRICT;
CREATE INDEX question_step_question ON question_step (question, version);
