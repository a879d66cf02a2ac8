-- What ledger version 3 adds: personal data found, receipts, editions, second readings and drafted text.

-- Second readings: what a person said of a passage without seeing what the machine had made of it. Only ever added to;
-- chained like decisions; no run replays them. `meta` keeps the last hash under `readings`.
CREATE TABLE readings (
    number INTEGER PRIMARY KEY, role TEXT NOT NULL, time TEXT NOT NULL, passage_id TEXT NOT NULL, target TEXT NOT NULL,
    theme TEXT NOT NULL, remark TEXT NOT NULL, previous TEXT NOT NULL, sha256 TEXT NOT NULL
);
CREATE TRIGGER readings_stay BEFORE UPDATE ON readings BEGIN SELECT raise(ABORT, 'readings are only ever added to'); END;
CREATE TRIGGER readings_remain BEFORE DELETE ON readings BEGIN SELECT raise(ABORT, 'readings are only ever added to'); END;
