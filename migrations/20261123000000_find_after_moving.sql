-- Which cases can be found follows from where the person works: who has moved looks for others.
CREATE TRIGGER staff_moved AFTER UPDATE OF value ON meta
WHEN NEW.name = 'staff'
    AND json_extract(NEW.value, '$.organisation') IS NOT json_extract(OLD.value, '$.organisation')
BEGIN
    DELETE FROM search_todo WHERE kind = 'case';
    INSERT INTO search_todo (kind, key) SELECT 'case', id FROM ticket;
END;
