-- The whole case: related tickets, duplicates while typing, cases that wait for a follow-up.

-- Tickets that a ticket names: `link` belongs to the same affair, `merged` goes on in its place.
CREATE TABLE ticket_relation (
    ticket TEXT NOT NULL,
    other  TEXT NOT NULL,
    kind   TEXT NOT NULL CHECK (kind IN ('link', 'merged')),
    PRIMARY KEY (ticket, other)
) STRICT;
CREATE INDEX ticket_relation_other ON ticket_relation (other);

-- Who asks, as looked for while a request is typed: upper case, without spaces and hyphens.
CREATE TABLE ticket_requester (
    ticket TEXT NOT NULL,
    token  TEXT NOT NULL,
    PRIMARY KEY (ticket, token)
) STRICT;
CREATE INDEX ticket_requester_token ON ticket_requester (token);

-- Whether someone still works on it: closed, settled and merged ones are not open.
ALTER TABLE ticket ADD COLUMN open INTEGER NOT NULL DEFAULT 1;
ALTER TABLE ticket ADD COLUMN first_responder TEXT;
UPDATE ticket SET open = 0 WHERE status = 'closed';
UPDATE ticket SET first_responder = json_extract(body, '$.first_responder');

-- Which clock a notice is about, when it is about one.
ALTER TABLE notice ADD COLUMN clock TEXT;
