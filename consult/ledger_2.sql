-- What ledger version 2 adds: people's decisions and responses, and what the machine proposes beside them.

-- People's acts, only ever added to. `sha256` covers the row and `previous`, the hash of the row before it.
CREATE TABLE decisions (
    number INTEGER PRIMARY KEY, role TEXT NOT NULL, time TEXT NOT NULL, act TEXT NOT NULL, objects TEXT NOT NULL,
    before TEXT NOT NULL, after TEXT NOT NULL, reason TEXT NOT NULL, previous TEXT NOT NULL, sha256 TEXT NOT NULL
);
CREATE TABLE response_log (
    number INTEGER PRIMARY KEY, role TEXT NOT NULL, time TEXT NOT NULL, theme_id TEXT NOT NULL, target TEXT NOT NULL,
    status TEXT NOT NULL, reason TEXT NOT NULL, responsible TEXT NOT NULL, next_step TEXT NOT NULL, date TEXT NOT NULL,
    previous TEXT NOT NULL, sha256 TEXT NOT NULL
);
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT raise(ABORT, 'decisions are only ever added to'); END;
CREATE TRIGGER decisions_remain BEFORE DELETE ON decisions BEGIN SELECT raise(ABORT, 'decisions are only ever added to'); END;
CREATE TRIGGER replies_stay BEFORE UPDATE ON response_log BEGIN SELECT raise(ABORT, 'replies are only ever added to'); END;
CREATE TRIGGER replies_remain BEFORE DELETE ON response_log BEGIN SELECT raise(ABORT, 'replies are only ever added to'); END;

-- How each run came about (`run`, or `review` where people's acts were applied to the last one), and the last
-- hash of each chain when it did.
CREATE TABLE run_heads (
    run_id TEXT PRIMARY KEY, how TEXT NOT NULL, decisions TEXT NOT NULL, response_log TEXT NOT NULL
) WITHOUT ROWID;

-- What the machine proposes, before decisions: they are applied to this again in every run, and can be undone.
CREATE TABLE proposed_themes (
    theme_id TEXT PRIMARY KEY, title TEXT NOT NULL, keywords TEXT NOT NULL, parent TEXT NOT NULL, status TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE proposed_passages (
    passage_id TEXT PRIMARY KEY, source_id TEXT NOT NULL REFERENCES sources, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, language TEXT NOT NULL, voice TEXT NOT NULL, theme_id TEXT NOT NULL,
    duplicate_of TEXT NOT NULL, page INTEGER, context TEXT NOT NULL, vector BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE proposed_placements (
    passage_id TEXT NOT NULL, theme_id TEXT NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL, score REAL NOT NULL,
    probability REAL NOT NULL, decided_by TEXT NOT NULL, evidence TEXT NOT NULL, runner_up TEXT NOT NULL,
    PRIMARY KEY (theme_id, passage_id, kind, target)
) WITHOUT ROWID;

-- A ledger of version 1 had no decisions: what it holds is what the machine proposed. Empty in a new ledger.
INSERT INTO proposed_themes SELECT theme_id, title, keywords, parent, status FROM themes;
INSERT INTO proposed_passages SELECT
    passage_id, source_id, start, "end", language, voice, theme_id, duplicate_of, page, context, x'' FROM passages;
INSERT INTO proposed_placements SELECT
    passage_id, theme_id, kind, target, score, probability, decided_by, evidence, runner_up FROM placements;
