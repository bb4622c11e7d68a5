-- Small pictures that the platform has, sent ahead of the files themselves.
CREATE TABLE thumbnail_at_platform (
    sha256 TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What is to be sent (up = 1) or fetched. Small originals go themselves, nearly as fast.
CREATE VIEW thumbnail_errand AS
    SELECT sha256, 1 AS up, added_at FROM file
    WHERE thumbnail IS NOT NULL AND held IS NULL AND paused = 0 AND bytes > 49152
    AND state IN ('local', 'uploading', 'uploaded')
    AND NOT EXISTS (SELECT 1 FROM thumbnail_at_platform p WHERE p.sha256 = file.sha256)
    AND EXISTS (SELECT 1 FROM outbox
        WHERE json_extract(action, '$.do') = 'add_file' AND state IN ('accepted', 'parked')
        AND json_extract(action, '$.file.sha256') = file.sha256)
    UNION ALL
    SELECT sha256, 0, added_at FROM file
    WHERE thumbnail IS NULL AND state IN ('remote', 'downloading')
    AND EXISTS (SELECT 1 FROM thumbnail_at_platform p WHERE p.sha256 = file.sha256);
