-- The ledger: everything a run found out, in tables that bear the names of the published CSV tables.
-- Columns of the CSV tables stand first and in their order; what only the ledger keeps comes after.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE sources (
    source_id TEXT PRIMARY KEY, path TEXT NOT NULL, locator TEXT NOT NULL, sha256 TEXT NOT NULL, format TEXT NOT NULL,
    voice TEXT NOT NULL, contributor TEXT NOT NULL, language TEXT NOT NULL, characters INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('read', 'unreadable')), reason TEXT NOT NULL,
    title TEXT NOT NULL, event TEXT NOT NULL, date TEXT NOT NULL, occurrence INTEGER NOT NULL,
    text TEXT NOT NULL, blocks TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE themes (
    theme_id TEXT PRIMARY KEY, title TEXT NOT NULL, keywords TEXT NOT NULL, passages INTEGER NOT NULL,
    sources INTEGER NOT NULL, voices TEXT NOT NULL, single_voice INTEGER NOT NULL, status TEXT NOT NULL,
    parent TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE passages (
    passage_id TEXT PRIMARY KEY, source_id TEXT NOT NULL REFERENCES sources, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL, voice TEXT NOT NULL,
    theme_id TEXT NOT NULL REFERENCES themes, duplicate_of TEXT NOT NULL, page INTEGER, context TEXT NOT NULL,
    CHECK (0 <= start AND start < "end")
) WITHOUT ROWID;
CREATE INDEX passages_by_source ON passages (source_id);
CREATE INDEX passages_by_theme ON passages (theme_id);

CREATE TABLE set_aside (
    source_id TEXT NOT NULL REFERENCES sources, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
    reason TEXT NOT NULL, PRIMARY KEY (source_id, start)
) WITHOUT ROWID;

CREATE TABLE placements (
    passage_id TEXT NOT NULL, theme_id TEXT NOT NULL REFERENCES themes, kind TEXT NOT NULL, target TEXT NOT NULL,
    score REAL NOT NULL, probability REAL NOT NULL, decided_by TEXT NOT NULL, evidence TEXT NOT NULL,
    runner_up TEXT NOT NULL, PRIMARY KEY (theme_id, passage_id, kind, target)
) WITHOUT ROWID;
CREATE INDEX placements_by_passage ON placements (passage_id);

CREATE TABLE conclusions (
    conclusion_id TEXT PRIMARY KEY, theme_id TEXT NOT NULL REFERENCES themes, target TEXT NOT NULL,
    language TEXT NOT NULL, text TEXT NOT NULL, how TEXT NOT NULL, status TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE citations (
    conclusion_id TEXT NOT NULL REFERENCES conclusions, passage_id TEXT NOT NULL REFERENCES passages,
    source_id TEXT NOT NULL REFERENCES sources, start INTEGER NOT NULL, "end" INTEGER NOT NULL, exact TEXT NOT NULL,
    prefix TEXT NOT NULL, suffix TEXT NOT NULL, shown INTEGER NOT NULL,
    PRIMARY KEY (conclusion_id, passage_id, start)
) WITHOUT ROWID;
CREATE INDEX citations_by_passage ON citations (passage_id);

CREATE TABLE not_reflected (
    passage_id TEXT PRIMARY KEY REFERENCES passages, theme_id TEXT NOT NULL REFERENCES themes, reason TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE responses (
    theme_id TEXT NOT NULL, target TEXT NOT NULL, status TEXT NOT NULL, reason TEXT NOT NULL,
    responsible TEXT NOT NULL, next_step TEXT NOT NULL, date TEXT NOT NULL, PRIMARY KEY (theme_id, target)
) WITHOUT ROWID;

-- One row an execution, never changed. `inputs` is JSON: path → SHA-256 of each file as it was read.
CREATE TABLE runs (
    number INTEGER PRIMARY KEY, run_id TEXT NOT NULL UNIQUE, fingerprint TEXT NOT NULL, started TEXT NOT NULL,
    finished TEXT NOT NULL, inputs TEXT NOT NULL, settings TEXT NOT NULL, versions TEXT NOT NULL,
    counts TEXT NOT NULL, seconds TEXT NOT NULL
);

-- What each run ended with, for `consult diff`: kind is source (value: path), theme (title), passage (theme), conclusion
-- (text; target: theme|language) or response (id: theme|target; value: JSON).
CREATE TABLE snapshots (
    run_id TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL, target TEXT NOT NULL,
    source_id TEXT NOT NULL, PRIMARY KEY (run_id, kind, id)
) WITHOUT ROWID;

-- The cache of the encoder: work done once per text and model.
CREATE TABLE vectors (
    text_hash TEXT NOT NULL, model TEXT NOT NULL, vector BLOB NOT NULL, sha256 TEXT NOT NULL,
    PRIMARY KEY (model, text_hash)
) WITHOUT ROWID;

-- A SHA-256 of every row above but vectors (which carry their own): a changed or missing row can be named.
CREATE TABLE seals (
    table_name TEXT NOT NULL, row_key TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (table_name, row_key)
) WITHOUT ROWID;
