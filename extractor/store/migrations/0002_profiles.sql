-- What a report of a poll is recognised by, packed, so that matching need not read its records again; and the article
-- that its own is a reprint of, or its own.
CREATE TABLE profiles (
    poll_id TEXT PRIMARY KEY REFERENCES polls ON DELETE CASCADE,
    root    TEXT NOT NULL,
    data    TEXT NOT NULL
);
