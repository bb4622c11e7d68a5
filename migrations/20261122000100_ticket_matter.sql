-- Which open cases a new version of a guide is about: asked for each matter that changes.
CREATE INDEX ticket_matter ON ticket (matter, due_at) WHERE open;
