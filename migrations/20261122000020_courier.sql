-- Courier bundles that were made, read or handed over on this station. Only ever added to.
CREATE TABLE courier (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Identity of the bundle; of one that was handed over for somebody, theirs.
    bundle     TEXT    NOT NULL,
    way        TEXT    NOT NULL CHECK (way IN ('exported', 'imported', 'carried')),
    station    TEXT    NOT NULL,
    -- Running number at that station; of an answer, the greatest one the platform has taken.
    number     INTEGER NOT NULL,
    -- UTC milliseconds by the device's clock.
    at         INTEGER NOT NULL,
    -- Actions in it, or answers to actions.
    actions    INTEGER NOT NULL,
    -- What the platform did with it, where that is known.
    outcome    TEXT,
    -- Name of the file.
    file       TEXT    NOT NULL
) STRICT;
CREATE INDEX courier_bundle ON courier (bundle, way);

-- Which actions left in which bundle.
CREATE TABLE courier_action (
    bundle  TEXT NOT NULL,
    command TEXT NOT NULL,
    PRIMARY KEY (bundle, command)
) STRICT, WITHOUT ROWID;
CREATE INDEX courier_action_command ON courier_action (command);
