-- The records.  A column of a list or object holds its compact JSON.
CREATE TABLE articles (
    article_id   TEXT PRIMARY KEY,
    source_path  TEXT NOT NULL,
    sha256       TEXT NOT NULL,
    url          TEXT,
    outlet       TEXT,
    title        TEXT,
    byline       JSON NOT NULL,
    language     TEXT NOT NULL,
    published    TEXT,
    updated      TEXT,
    text         TEXT NOT NULL,
    blocks       JSON NOT NULL,
    reprint_of   TEXT
);

CREATE TABLE polls (
    poll_id      TEXT PRIMARY KEY,
    article_id   TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
    poll_cluster TEXT,
    name         TEXT,
    pollsters    JSON NOT NULL,
    sponsors     JSON NOT NULL,
    mode         TEXT,
    field_start  TEXT,
    field_end    TEXT,
    samples      JSON NOT NULL,
    evidence     JSON NOT NULL
);
CREATE INDEX polls_article ON polls (article_id);
CREATE INDEX polls_cluster ON polls (poll_cluster);

CREATE TABLE questions (
    question_id      TEXT PRIMARY KEY,
    article_id       TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
    poll_id          TEXT NOT NULL REFERENCES polls ON DELETE CASCADE,
    question_cluster TEXT,
    text             TEXT NOT NULL,
    verbatim         BOOLEAN NOT NULL,
    universe         TEXT,
    multiple_answers BOOLEAN NOT NULL,
    evidence         JSON NOT NULL
);
CREATE INDEX questions_article ON questions (article_id);
CREATE INDEX questions_poll ON questions (poll_id);
CREATE INDEX questions_cluster ON questions (question_cluster);

CREATE TABLE figures (
    figure_id   TEXT PRIMARY KEY,
    article_id  TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
    poll_id     TEXT NOT NULL REFERENCES polls ON DELETE CASCADE,
    question_id TEXT NOT NULL REFERENCES questions ON DELETE CASCADE,
    kind        TEXT NOT NULL,
    value       REAL NOT NULL,
    decimals    INTEGER NOT NULL,
    unit        TEXT NOT NULL,
    qualifier   TEXT NOT NULL,
    population  JSON NOT NULL,
    response    JSON NOT NULL,
    wave        TEXT NOT NULL,
    wave_date   TEXT,
    evidence    JSON NOT NULL,
    rule        TEXT NOT NULL,
    inferred    JSON NOT NULL
);
CREATE INDEX figures_article ON figures (article_id);
CREATE INDEX figures_poll ON figures (poll_id);
CREATE INDEX figures_question ON figures (question_id);

CREATE TABLE flags (
    flag_id           TEXT PRIMARY KEY,
    "check"           TEXT NOT NULL,
    severity          TEXT NOT NULL,
    scope             TEXT NOT NULL,
    message           TEXT NOT NULL,
    figure_ids        JSON NOT NULL,
    article_ids       JSON NOT NULL,
    expected          TEXT,
    observed          TEXT,
    tolerance         REAL,
    decision_changing BOOLEAN NOT NULL
);
CREATE INDEX flags_check ON flags ("check");

CREATE TABLE comparisons (
    comparison_id       TEXT PRIMARY KEY,
    poll_cluster        TEXT NOT NULL,
    question_cluster    TEXT NOT NULL,
    population          TEXT NOT NULL,
    response            TEXT NOT NULL,
    "values"            JSON NOT NULL,
    independent_sources INTEGER NOT NULL,
    status              TEXT NOT NULL
);
CREATE INDEX comparisons_cluster ON comparisons (poll_cluster);

-- The inputs: what became of each, and under which version of the extraction.
CREATE TABLE sources (
    source_path TEXT PRIMARY KEY,
    digest      TEXT NOT NULL,
    version     TEXT NOT NULL,
    outcome     TEXT NOT NULL CHECK (outcome IN ('article', 'gated', 'quarantined')),
    reason      TEXT,
    article_id  TEXT REFERENCES articles ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX sources_article ON sources (article_id);
CREATE INDEX sources_outcome ON sources (outcome);

-- Facts about the store itself: versions, and whether the exported datasets are up to date.
CREATE TABLE state (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- What a flag speaks of, so that it goes with its articles, and the group of records that the check looked at:
-- an article, a poll cluster, or a line of earlier polls.
CREATE TABLE flag_articles (
    flag_id    TEXT NOT NULL REFERENCES flags ON DELETE CASCADE,
    article_id TEXT NOT NULL,
    PRIMARY KEY (flag_id, article_id)
) WITHOUT ROWID;
CREATE INDEX flag_articles_article ON flag_articles (article_id);

CREATE TABLE flag_groups (
    flag_id  TEXT NOT NULL REFERENCES flags ON DELETE CASCADE,
    group_id TEXT NOT NULL,
    PRIMARY KEY (flag_id, group_id)
) WITHOUT ROWID;
CREATE INDEX flag_groups_group ON flag_groups (group_id);

-- Figures that at least one check could test, by the group it looked at.
CREATE TABLE tested_figures (
    figure_id TEXT NOT NULL REFERENCES figures ON DELETE CASCADE,
    group_id  TEXT NOT NULL,
    PRIMARY KEY (figure_id, group_id)
) WITHOUT ROWID;
CREATE INDEX tested_figures_group ON tested_figures (group_id);

-- Keys by which reports of one poll, and copies of one article, find each other: two are compared only if they share
-- one.  A key is the 64-bit hash of its text.
CREATE TABLE poll_keys (
    key        INTEGER NOT NULL,
    poll_id    TEXT NOT NULL REFERENCES polls ON DELETE CASCADE,
    PRIMARY KEY (key, poll_id)
) WITHOUT ROWID;
CREATE INDEX poll_keys_poll ON poll_keys (poll_id);

CREATE TABLE copy_keys (
    key        INTEGER NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
    PRIMARY KEY (key, article_id)
) WITHOUT ROWID;
CREATE INDEX copy_keys_article ON copy_keys (article_id);

-- What an article is compared by when copies are looked for: MinHash values (32 bits each), shingles, numbers.
CREATE TABLE signatures (
    article_id TEXT PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    hashes     BLOB NOT NULL,
    shingles   INTEGER NOT NULL,
    numbers    JSON NOT NULL
);

-- Pairs that were found to be one poll (with score and reasons), or copies; a < b.
CREATE TABLE poll_matches (
    a       TEXT NOT NULL REFERENCES polls ON DELETE CASCADE,
    b       TEXT NOT NULL REFERENCES polls ON DELETE CASCADE,
    score   REAL NOT NULL,
    reasons JSON NOT NULL,
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX poll_matches_b ON poll_matches (b);

CREATE TABLE copies (
    a TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
    b TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX copies_b ON copies (b);

-- Polls on record and reports that quote earlier values, by the words of their pollsters (hashed) and day; and the
-- shares on record by population and response (hashed).
CREATE TABLE record_words (
    word    INTEGER NOT NULL,
    day     TEXT NOT NULL,
    poll_id TEXT NOT NULL REFERENCES polls ON DELETE CASCADE,
    PRIMARY KEY (word, day, poll_id)
) WITHOUT ROWID;
CREATE INDEX record_words_poll ON record_words (poll_id);

CREATE TABLE record_shares (
    poll_id   TEXT NOT NULL REFERENCES polls ON DELETE CASCADE,
    answer    INTEGER NOT NULL,
    figure_id TEXT NOT NULL,
    PRIMARY KEY (poll_id, answer, figure_id)
) WITHOUT ROWID;

CREATE TABLE quote_words (
    word    INTEGER NOT NULL,
    day     TEXT NOT NULL,
    poll_id TEXT NOT NULL REFERENCES polls ON DELETE CASCADE,
    PRIMARY KEY (word, day, poll_id)
) WITHOUT ROWID;
CREATE INDEX quote_words_poll ON quote_words (poll_id);

-- Reports whose quoted values are to be held against the record again.
CREATE TABLE stale_quotes (
    poll_id TEXT PRIMARY KEY
) WITHOUT ROWID;

-- Articles whose cross-source work is not done yet; a killed run finds its place again here.  A fresh one was never
-- compared; the others have lost or changed a neighbour.
CREATE TABLE pending (
    article_id TEXT PRIMARY KEY,
    fresh      BOOLEAN NOT NULL
) WITHOUT ROWID;
