-- What managers decide about the platform itself, with their reason. Only ever added to.
CREATE TABLE audit (
    seq    INTEGER PRIMARY KEY AUTOINCREMENT,
    at     INTEGER NOT NULL,
    -- NULL: by the command line.
    staff  TEXT REFERENCES staff (id),
    what   TEXT NOT NULL CHECK (what IN ('bundle_released', 'key_revoked')),
    -- What it was about: a bundle, a station.
    about  TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE INDEX audit_about ON audit (about);
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'audit stays'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'audit stays'); END;

-- The answer to a released bundle, sealed to its station: whoever released it may ask for it again,
-- because nobody else has the bundle to hand over once more.
ALTER TABLE bundle ADD COLUMN answer BLOB;
