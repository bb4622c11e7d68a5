-- Versions of matters that were in force here before: a case keeps the one it began with.
CREATE TABLE matter_version (
    matter  TEXT    NOT NULL,
    version INTEGER NOT NULL,
    body    TEXT    NOT NULL,
    PRIMARY KEY (matter, version)
) STRICT;

CREATE TRIGGER matter_replaced BEFORE UPDATE OF body ON matter
WHEN OLD.body ->> 'version' <> NEW.body ->> 'version' BEGIN
    DELETE FROM matter_version WHERE matter = OLD.id AND version = OLD.body ->> 'version';
    INSERT INTO matter_version (matter, version, body)
    VALUES (OLD.id, OLD.body ->> 'version', OLD.body);
END;
