-- Units that were asked to assist and have not answered: the case waits for each of them. Before,
-- only the first of several was noted, in `ticket.waits_for_organisation`.
CREATE TABLE ticket_assisting (
    ticket       TEXT NOT NULL,
    organisation TEXT NOT NULL,
    PRIMARY KEY (ticket, organisation)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_assisting_organisation ON ticket_assisting (organisation);

INSERT OR IGNORE INTO ticket_assisting (ticket, organisation)
SELECT ticket.id, json_extract(assist.value, '$.organisation')
FROM ticket, json_each(ticket.body, '$.assists') assist
WHERE ticket.status = 'working' AND json_extract(assist.value, '$.end') IS NULL;
UPDATE ticket SET waits_for_organisation = NULL WHERE status = 'working';
