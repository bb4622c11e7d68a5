-- Papers that were printed, saved or filed on this station, as their codes name them. What is here
-- was given out as it is, whatever has become of the case since.
CREATE TABLE paper (
    seq            INTEGER PRIMARY KEY AUTOINCREMENT,
    -- SHA-256 of the content as printed; lower-case hexadecimal.
    content_sha256 TEXT    NOT NULL,
    kind           TEXT    NOT NULL,
    -- Which one, where a case may have several.
    reference      TEXT,
    -- Number of the case as printed, official or provisional.
    number         TEXT    NOT NULL,
    ticket         TEXT    NOT NULL,
    -- UTC milliseconds by the device's clock.
    issued_at      INTEGER NOT NULL,
    issued_by      TEXT    NOT NULL
) STRICT;
CREATE INDEX paper_ticket ON paper (ticket, kind);
CREATE INDEX paper_content ON paper (content_sha256);

-- Finds the case that a paper names.
CREATE INDEX ticket_number ON ticket (number);
