-- What ledger version 3 adds: personal data found, receipts, editions, second readings and drafted text.

-- Second readings: what a person said of a passage without seeing what the machine had made of it. Only ever added to;
-- chained like decisions; no run replays them. `meta` keeps the last hash under `readings`.
CREATE TABLE readings (
    number INTEGER PRIMARY KEY, role TEXT NOT NULL, time TEXT NOT NULL, passage_id TEXT NOT NULL, target TEXT NOT NULL,
    theme TEXT NOT NULL, remark TEXT NOT NULL, previous TEXT NOT NULL, sha256 TEXT NOT NULL
);
CREATE TRIGGER readings_stay BEFORE UPDATE ON readings BEGIN SELECT raise(ABORT, 'readings are only ever added to'); END;
CREATE TRIGGER readings_remain BEFORE DELETE ON readings BEGIN SELECT raise(ABORT, 'readings are only ever added to'); END;

-- Editions: what was published. Only ever added to; chained like decisions. `meta` keeps the last hash under `editions`.
CREATE TABLE editions (
    number INTEGER PRIMARY KEY, role TEXT NOT NULL, time TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('draft', 'final')), languages TEXT NOT NULL, run_id TEXT NOT NULL,
    fingerprint TEXT NOT NULL, files TEXT NOT NULL, states TEXT NOT NULL, previous TEXT NOT NULL, sha256 TEXT NOT NULL
);
CREATE TRIGGER editions_stay BEFORE UPDATE ON editions BEGIN SELECT raise(ABORT, 'editions are only ever added to'); END;
CREATE TRIGGER editions_remain BEFORE DELETE ON editions BEGIN SELECT raise(ABORT, 'editions are only ever added to'); END;

-- Personal data as the machine found it: where it stands, never its words. What people decided of it is in `decisions`.
CREATE TABLE findings (
    source_id TEXT NOT NULL REFERENCES sources, "where" TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    kind TEXT NOT NULL, certainty REAL NOT NULL, person INTEGER NOT NULL, status TEXT NOT NULL, found_by TEXT NOT NULL,
    PRIMARY KEY (source_id, "where", start, "end"), CHECK (0 <= start AND start < "end")
) WITHOUT ROWID;
