-- The person's own replies are found like everything else: their changes leave notes, too.
CREATE TRIGGER own_reply_new AFTER INSERT ON own_reply BEGIN
    DELETE FROM search_todo WHERE kind = 'own_reply' AND key = NEW.id;
    INSERT INTO search_todo (kind, key) VALUES ('own_reply', NEW.id);
END;
CREATE TRIGGER own_reply_changed AFTER UPDATE ON own_reply BEGIN
    DELETE FROM search_todo WHERE kind = 'own_reply' AND key = NEW.id;
    INSERT INTO search_todo (kind, key) VALUES ('own_reply', NEW.id);
END;
CREATE TRIGGER own_reply_gone AFTER DELETE ON own_reply BEGIN
    DELETE FROM search_todo WHERE kind = 'own_reply' AND key = OLD.id;
    INSERT INTO search_todo (kind, key) VALUES ('own_reply', OLD.id);
END;

INSERT INTO search_todo (kind, key) SELECT 'own_reply', id FROM own_reply;
