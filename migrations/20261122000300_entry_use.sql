-- How often entries are used of late, by all desks together, as the platform last said. What this
-- person used themselves is in search_use.
CREATE TABLE entry_use (
    entry TEXT    NOT NULL PRIMARY KEY,
    uses  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The counts of this desk that the platform has heard: a count that grew since is told again, whole.
CREATE TABLE entry_use_told (
    entry TEXT    NOT NULL PRIMARY KEY,
    uses  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
