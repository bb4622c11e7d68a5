-- Where an action came from: what somebody did at another desk of theirs they have not seen at this one.
ALTER TABLE event ADD COLUMN station TEXT;

-- What a station last said of itself (StationReport as JSON), and when.
ALTER TABLE station ADD COLUMN report TEXT CHECK (report IS NULL OR json_valid(report));
ALTER TABLE station ADD COLUMN reported_at INTEGER;

-- How far each station had applied a feed, and since when; says whom a change has reached.
CREATE TABLE station_reached (
    station   TEXT    NOT NULL REFERENCES station (id),
    partition TEXT    NOT NULL,
    epoch     TEXT    NOT NULL,
    feed_seq  INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (station, partition, epoch, feed_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX station_reached_at ON station_reached (at);

-- Finds the receipts that are older than they are kept.
CREATE INDEX receipt_decided ON receipt (decided_at);
