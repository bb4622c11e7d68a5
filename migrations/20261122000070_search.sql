-- Search has left the database: its index lies in encrypted files beside it. Here stands what the
-- index has yet to take in.

DROP TABLE search;
DROP TABLE search_row;

-- The newest change of each record that the index does not know. The numbers only grow: the index
-- keeps the last one that it has taken in.
CREATE TABLE search_todo (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    key  TEXT NOT NULL,
    UNIQUE (kind, key)
) STRICT;

-- Situations, materials and laws, and the records that name them: each is found once, however
-- many do. `source` is the kind and key of the record.
CREATE TABLE search_named (
    kind   TEXT NOT NULL,
    key    TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (kind, key, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_named_source ON search_named (source);

-- What this person opened, for the order of what is found.
CREATE TABLE search_use (
    kind    TEXT    NOT NULL,
    key     TEXT    NOT NULL,
    uses    INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

-- No change can be forgotten: the record and the note of it are one transaction.
CREATE TRIGGER matter_new AFTER INSERT ON matter BEGIN
    DELETE FROM search_todo WHERE kind = 'matter' AND key = NEW.id;
    INSERT INTO search_todo (kind, key) VALUES ('matter', NEW.id);
END;
CREATE TRIGGER matter_changed AFTER UPDATE OF body ON matter BEGIN
    DELETE FROM search_todo WHERE kind = 'matter' AND key = NEW.id;
    INSERT INTO search_todo (kind, key) VALUES ('matter', NEW.id);
END;
CREATE TRIGGER matter_gone AFTER DELETE ON matter BEGIN
    DELETE FROM search_todo WHERE kind = 'matter' AND key = OLD.id;
    INSERT INTO search_todo (kind, key) VALUES ('matter', OLD.id);
END;
CREATE TRIGGER knowledge_new AFTER INSERT ON knowledge BEGIN
    DELETE FROM search_todo WHERE kind = 'knowledge' AND key = NEW.id;
    INSERT INTO search_todo (kind, key) VALUES ('knowledge', NEW.id);
END;
CREATE TRIGGER knowledge_changed AFTER UPDATE OF body ON knowledge BEGIN
    DELETE FROM search_todo WHERE kind = 'knowledge' AND key = NEW.id;
    INSERT INTO search_todo (kind, key) VALUES ('knowledge', NEW.id);
END;
CREATE TRIGGER knowledge_gone AFTER DELETE ON knowledge BEGIN
    DELETE FROM search_todo WHERE kind = 'knowledge' AND key = OLD.id;
    INSERT INTO search_todo (kind, key) VALUES ('knowledge', OLD.id);
END;
CREATE TRIGGER ticket_new AFTER INSERT ON ticket BEGIN
    DELETE FROM search_todo WHERE kind = 'case' AND key = NEW.id;
    INSERT INTO search_todo (kind, key) VALUES ('case', NEW.id);
END;
CREATE TRIGGER ticket_changed AFTER UPDATE OF body ON ticket BEGIN
    DELETE FROM search_todo WHERE kind = 'case' AND key = NEW.id;
    INSERT INTO search_todo (kind, key) VALUES ('case', NEW.id);
END;
CREATE TRIGGER ticket_gone AFTER DELETE ON ticket BEGIN
    DELETE FROM search_todo WHERE kind = 'case' AND key = OLD.id;
    INSERT INTO search_todo (kind, key) VALUES ('case', OLD.id);
END;

INSERT INTO search_todo (kind, key) SELECT 'matter', id FROM matter;
INSERT INTO search_todo (kind, key) SELECT 'knowledge', id FROM knowledge;
INSERT INTO search_todo (kind, key) SELECT 'case', id FROM ticket;
