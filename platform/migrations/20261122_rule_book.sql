-- The rule book that stations work by: limits, routes and holidays, as the domain type in JSON.
CREATE TABLE rule_book (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    body       TEXT NOT NULL CHECK (json_valid(body)),
    changed_at INTEGER NOT NULL
) STRICT;
