-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Records are held to the audit: what each table adds up to is part of the entry that moved it
-- (src/store/content.h), so a record altered behind the program's back is found.

-- The keys of the hashes that are added up: one a child, made with its first record and gone with
-- its erasure; that of child 0 is for what is of no child. No reference to child: the key outlives
-- an undo, so that a redo adds up to the same.
CREATE TABLE content_key (
    child INTEGER PRIMARY KEY CHECK (child >= 0),
    key   BLOB NOT NULL CHECK (length(key) = 16)
) STRICT;

-- What a table added up to after an entry, for the tables that the entry moved; covered by its hash.
CREATE TABLE audit_content (
    table_name TEXT NOT NULL,
    audit      INTEGER NOT NULL REFERENCES audit (sequence),
    sum        BLOB NOT NULL CHECK (length(sum) = 16),
    PRIMARY KEY (table_name, audit)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_content_audit ON audit_content (audit);

-- Entries whose changesets and salt are gone, and the later entry that says so; covered by the
-- payload of that entry. A gap that is not in here is a fault.
CREATE TABLE audit_gap (
    audit   INTEGER PRIMARY KEY REFERENCES audit (sequence),
    erasure INTEGER NOT NULL REFERENCES audit (sequence) CHECK (erasure > audit)
) STRICT;
CREATE INDEX audit_gap_erasure ON audit_gap (erasure);

-- A draft is in no entry, so it carries the hash of what it holds; one from before has none.
ALTER TABLE draft ADD COLUMN digest BLOB;
