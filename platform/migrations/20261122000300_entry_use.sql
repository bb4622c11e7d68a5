-- How often each station used an entry, as it said itself: numbers only. They are cumulative, and
-- the highest counts, so that a report that comes twice or never changes nothing.
CREATE TABLE entry_use (
    station   TEXT    NOT NULL REFERENCES station (id),
    entry     TEXT    NOT NULL REFERENCES knowledge (id),
    uses      INTEGER NOT NULL,
    -- UTC milliseconds.
    raised_at INTEGER NOT NULL,
    PRIMARY KEY (station, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_use_raised ON entry_use (raised_at);

-- When the sums were last added up for the stations, UTC milliseconds.
ALTER TABLE meta ADD COLUMN usage_added_up_at INTEGER;
