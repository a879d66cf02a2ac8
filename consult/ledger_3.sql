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

-- Tombstones: what stays of a source that was withdrawn, no word of it. Only ever added to; chained like decisions. `meta`
-- keeps the last hash under `withdrawn`. "left": how many sources of the same path and content stay.
CREATE TABLE withdrawn (
    number INTEGER PRIMARY KEY, time TEXT NOT NULL, role TEXT NOT NULL, reason TEXT NOT NULL, source_id TEXT NOT NULL,
    path_sha256 TEXT NOT NULL, content_sha256 TEXT NOT NULL, "left" INTEGER NOT NULL, previous TEXT NOT NULL,
    sha256 TEXT NOT NULL
);
CREATE TRIGGER withdrawn_stay BEFORE UPDATE ON withdrawn BEGIN SELECT raise(ABORT, 'tombstones are only ever added to'); END;
CREATE TRIGGER withdrawn_remain BEFORE DELETE ON withdrawn BEGIN SELECT raise(ABORT, 'tombstones are only ever added to'); END;

-- Rows of a chain that repeated the words of a withdrawn source: such a row keeps the hash it had, so that the next one
-- still follows on it; sha256 is the hash of what it holds now.
CREATE TABLE redactions (
    table_name TEXT NOT NULL, number INTEGER NOT NULL, tombstone INTEGER NOT NULL REFERENCES withdrawn,
    sha256 TEXT NOT NULL, PRIMARY KEY (table_name, number)
) WITHOUT ROWID;

-- What a language model answered, kept as it came: nothing that was answered is asked again. `passages`: what was sent.
CREATE TABLE answers (
    prompt_hash TEXT NOT NULL, model TEXT NOT NULL, input_hash TEXT NOT NULL, task TEXT NOT NULL, answer TEXT NOT NULL,
    finish TEXT NOT NULL, tokens_in INTEGER NOT NULL, tokens_out INTEGER NOT NULL, passages TEXT NOT NULL,
    time TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (prompt_hash, model, input_hash)
) WITHOUT ROWID;

-- Drafted sentences that passed the gate, by what they stand for (a conclusion; a theme for its title, a target for an
-- overview), and those that did not, with every reason. `point`: a hash of the passages that were to be worded.
CREATE TABLE wordings (
    stands_for TEXT NOT NULL, language TEXT NOT NULL, task TEXT NOT NULL, theme_id TEXT NOT NULL, text TEXT NOT NULL,
    passages TEXT NOT NULL, point TEXT NOT NULL, prompt_hash TEXT NOT NULL, model TEXT NOT NULL,
    input_hash TEXT NOT NULL, encoder TEXT NOT NULL, PRIMARY KEY (stands_for, language, task)
) WITHOUT ROWID;
CREATE TABLE refusals (
    stands_for TEXT NOT NULL, language TEXT NOT NULL, task TEXT NOT NULL, attempt INTEGER NOT NULL,
    theme_id TEXT NOT NULL, text TEXT NOT NULL, reasons TEXT NOT NULL, prompt_hash TEXT NOT NULL, model TEXT NOT NULL,
    input_hash TEXT NOT NULL, PRIMARY KEY (stands_for, language, task, attempt)
) WITHOUT ROWID;

-- A vector's hash covers the text and model that it stands for, too: what an older ledger has cached is made anew.
DELETE FROM vectors;
