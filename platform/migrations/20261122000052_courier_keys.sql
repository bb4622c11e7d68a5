-- Until when an older key of the platform opens bundles; NULL: it is the newest, or from before keys
-- were exchanged.
ALTER TABLE courier_pair ADD COLUMN opens_until INTEGER;

-- A station was lost or stolen: what is signed with this key is not taken any more. A row stays
-- revoked when the key is told again.
ALTER TABLE station_key ADD COLUMN revoked_at INTEGER;
