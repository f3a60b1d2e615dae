-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The first shape of a store. What holds throughout:
--
-- * A day is the number of days since 1 January 1970. A period runs from start_day, inclusive, to
--   end_day, exclusive; without an end_day it is still running.
-- * Money is whole pence, without VAT. A word (setting, funder, ...) is the token that files and
--   the command line use as well.
-- * The id of a record is unique across stores (src/store/identity.h).
-- * A profile is one character a need domain, in the framework's order: the level, or '-' where
--   there is none. Strengths likewise.
-- * Every edit is recorded as a changeset that must apply and invert, so there are no generated
--   columns, no triggers, no cascades and no unique order columns, and every table has a primary
--   key. Foreign keys are deferred while a changeset is applied.
-- * Alternatives are spelled with OR: SQLite builds an index for IN (...) in a CHECK at every row,
--   which makes an insert six times as slow. For the same reason uniqueness is stated by indexes of
--   their own, which a bulk fill makes afterwards.

-- What the store says of itself: council, store_id, salt, made_at.
CREATE TABLE about (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------- children

CREATE TABLE child (
    id         INTEGER PRIMARY KEY CHECK (id > 0),
    local_id   TEXT CHECK (local_id <> ''),
    pseudonym  TEXT NOT NULL CHECK (pseudonym <> ''),
    sex        TEXT NOT NULL CHECK (sex = 'male' OR sex = 'female' OR sex = 'unspecified'),
    born_month INTEGER CHECK (born_month BETWEEN -25567 AND 84005),
    ethnicity  TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX child_pseudonym ON child (pseudonym);
CREATE UNIQUE INDEX child_local_id ON child (local_id) WHERE local_id IS NOT NULL;

-- What names a child, kept apart; an analyst copy has no rows here nor in episode_postcode.
CREATE TABLE identity (
    child       INTEGER PRIMARY KEY REFERENCES child (id),
    given_name  TEXT NOT NULL DEFAULT '',
    family_name TEXT NOT NULL DEFAULT '',
    born        INTEGER CHECK (born BETWEEN -25567 AND 84005),
    postcode    TEXT NOT NULL DEFAULT '',
    upn         TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE kind_period (
    child     INTEGER NOT NULL REFERENCES child (id),
    kind      TEXT NOT NULL CHECK (kind = 'cla' OR kind = 'cp' OR kind = 'cin'),
    start_day INTEGER NOT NULL CHECK (start_day BETWEEN -25567 AND 84005),
    end_day   INTEGER CHECK (end_day > start_day),
    PRIMARY KEY (child, kind, start_day)
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------- care

CREATE TABLE provider (
    id          INTEGER PRIMARY KEY CHECK (id > 0),
    name        TEXT NOT NULL CHECK (name <> ''),
    sector      TEXT CHECK (sector = 'own_council' OR sector = 'other_council'
                            OR sector = 'other_public' OR sector = 'private'
                            OR sector = 'voluntary' OR sector = 'parents'),
    owner_group TEXT NOT NULL DEFAULT '',
    urn         TEXT CHECK (urn <> ''),
    region      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX provider_urn ON provider (urn) WHERE urn IS NOT NULL;

CREATE TABLE placement (
    id                INTEGER PRIMARY KEY CHECK (id > 0),
    child             INTEGER NOT NULL REFERENCES child (id),
    start_day         INTEGER NOT NULL CHECK (start_day BETWEEN -25567 AND 84005),
    end_day           INTEGER CHECK (end_day > start_day),
    setting           TEXT NOT NULL CHECK (setting = 'kinship_foster' OR setting = 'in_house_foster'
                                           OR setting = 'agency_foster' OR setting = 'supported'
                                           OR setting = 'childrens_home' OR setting = 'unregistered'
                                           OR setting = 'secure' OR setting = 'school'
                                           OR setting = 'with_parents' OR setting = 'adoption'
                                           OR setting = 'other'),
    provider          INTEGER REFERENCES provider (id),
    sector            TEXT CHECK (sector = 'own_council' OR sector = 'other_council'
                                  OR sector = 'other_public' OR sector = 'private'
                                  OR sector = 'voluntary' OR sector = 'parents'),
    emergency         INTEGER CHECK (emergency BETWEEN 0 AND 1),
    solo              INTEGER CHECK (solo BETWEEN 0 AND 1),
    deprivation_of_liberty INTEGER CHECK (deprivation_of_liberty BETWEEN 0 AND 1),
    distance_miles    REAL CHECK (distance_miles BETWEEN 0 AND 999.8),
    referred_day      INTEGER CHECK (referred_day BETWEEN -25567 AND 84005),
    place_code        TEXT NOT NULL DEFAULT '',
    provider_code     TEXT NOT NULL DEFAULT '',
    change_reason     TEXT NOT NULL DEFAULT '',
    note              TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX placement_child ON placement (child, start_day);
CREATE INDEX placement_provider ON placement (provider) WHERE provider IS NOT NULL;

-- A row of the statutory return, as it came.
CREATE TABLE episode (
    id             INTEGER PRIMARY KEY CHECK (id > 0),
    child          INTEGER NOT NULL REFERENCES child (id),
    start_day      INTEGER NOT NULL CHECK (start_day BETWEEN -25567 AND 84005),
    end_day        INTEGER CHECK (end_day >= start_day),
    reason_new     TEXT NOT NULL DEFAULT '',
    legal_status   TEXT NOT NULL DEFAULT '',
    need_code      TEXT NOT NULL DEFAULT '',
    place_code     TEXT NOT NULL DEFAULT '',
    provider_code  TEXT NOT NULL DEFAULT '',
    end_reason     TEXT NOT NULL DEFAULT '',
    change_reason  TEXT NOT NULL DEFAULT '',
    urn            TEXT NOT NULL DEFAULT '',
    distance_miles REAL CHECK (distance_miles >= 0),
    return_year    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX episode_child ON episode (child, start_day);

-- The postcodes of an episode name a home, so they are kept with what names a child.
CREATE TABLE episode_postcode (
    episode INTEGER PRIMARY KEY REFERENCES episode (id),
    home    TEXT NOT NULL DEFAULT '',
    place   TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE cost_line (
    id        INTEGER PRIMARY KEY CHECK (id > 0),
    child     INTEGER NOT NULL REFERENCES child (id),
    placement INTEGER REFERENCES placement (id),
    component TEXT NOT NULL CHECK (component = 'core' OR component = 'additional'
                                   OR component = 'education' OR component = 'health'
                                   OR component = 'other'),
    pence     INTEGER NOT NULL CHECK (pence BETWEEN 0 AND 10000000000),
    per       TEXT NOT NULL CHECK (per = 'day' OR per = 'week' OR per = 'month' OR per = 'year'
                                   OR per = 'once'),
    start_day INTEGER NOT NULL CHECK (start_day BETWEEN -25567 AND 84005),
    end_day   INTEGER CHECK (end_day > start_day),
    funder    TEXT NOT NULL CHECK (funder = 'social_care' OR funder = 'education'
                                   OR funder = 'health'),
    provider  INTEGER REFERENCES provider (id),
    note      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX cost_line_child ON cost_line (child, start_day);
CREATE INDEX cost_line_placement ON cost_line (placement) WHERE placement IS NOT NULL;
CREATE INDEX cost_line_provider ON cost_line (provider) WHERE provider IS NOT NULL;

-- ---------------------------------------------------------------- outcomes and goals

CREATE TABLE outcome (
    id      INTEGER PRIMARY KEY CHECK (id > 0),
    child   INTEGER NOT NULL REFERENCES child (id),
    measure TEXT NOT NULL CHECK (measure <> ''),
    day     INTEGER NOT NULL CHECK (day BETWEEN -25567 AND 84005),
    value   REAL NOT NULL,
    source  TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX outcome_child ON outcome (child, day);

-- A goal of goal attainment scaling, and how far it had come on each day it was looked at.
CREATE TABLE goal (
    id         INTEGER PRIMARY KEY CHECK (id > 0),
    child      INTEGER NOT NULL REFERENCES child (id),
    domain     TEXT NOT NULL DEFAULT '',
    title      TEXT NOT NULL CHECK (title <> ''),
    weight     REAL NOT NULL DEFAULT 1 CHECK (weight > 0),
    set_day    INTEGER NOT NULL CHECK (set_day BETWEEN -25567 AND 84005),
    target_day INTEGER CHECK (target_day >= set_day),
    closed_day INTEGER CHECK (closed_day >= set_day),
    author     TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX goal_child ON goal (child);

CREATE TABLE goal_level (
    goal       INTEGER NOT NULL REFERENCES goal (id),
    level      INTEGER NOT NULL CHECK (level BETWEEN -2 AND 2),
    descriptor TEXT NOT NULL,
    PRIMARY KEY (goal, level)
) STRICT, WITHOUT ROWID;

CREATE TABLE goal_review (
    id     INTEGER PRIMARY KEY CHECK (id > 0),
    goal   INTEGER NOT NULL REFERENCES goal (id),
    day    INTEGER NOT NULL CHECK (day BETWEEN -25567 AND 84005),
    level  INTEGER NOT NULL CHECK (level BETWEEN -2 AND 2),
    note   TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX goal_review_goal ON goal_review (goal, day);

-- ---------------------------------------------------------------- frameworks

CREATE TABLE framework (
    id      INTEGER PRIMARY KEY CHECK (id > 0),
    key     TEXT NOT NULL CHECK (key <> ''),
    version INTEGER NOT NULL CHECK (version >= 1),
    title   TEXT NOT NULL CHECK (title <> '')
) STRICT;
CREATE UNIQUE INDEX framework_version ON framework (key, version);

CREATE TABLE need_level (
    framework INTEGER NOT NULL REFERENCES framework (id),
    level     INTEGER NOT NULL CHECK (level BETWEEN 0 AND 9),
    name      TEXT NOT NULL,
    PRIMARY KEY (framework, level)
) STRICT, WITHOUT ROWID;

CREATE TABLE need_domain (
    framework INTEGER NOT NULL REFERENCES framework (id),
    code      TEXT NOT NULL CHECK (code <> ''),
    place     INTEGER NOT NULL CHECK (place BETWEEN 0 AND 39),
    title     TEXT NOT NULL CHECK (title <> ''),
    prompt    TEXT NOT NULL DEFAULT '',
    weight    REAL NOT NULL CHECK (weight > 0),
    PRIMARY KEY (framework, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE need_descriptor (
    framework INTEGER NOT NULL,
    domain    TEXT NOT NULL,
    level     INTEGER NOT NULL CHECK (level BETWEEN 0 AND 9),
    text      TEXT NOT NULL,
    PRIMARY KEY (framework, domain, level),
    FOREIGN KEY (framework, domain) REFERENCES need_domain (framework, code),
    FOREIGN KEY (framework, level) REFERENCES need_level (framework, level)
) STRICT, WITHOUT ROWID;

CREATE TABLE strength_level (
    framework INTEGER NOT NULL REFERENCES framework (id),
    level     INTEGER NOT NULL CHECK (level BETWEEN 0 AND 9),
    name      TEXT NOT NULL,
    PRIMARY KEY (framework, level)
) STRICT, WITHOUT ROWID;

CREATE TABLE strength (
    framework INTEGER NOT NULL REFERENCES framework (id),
    code      TEXT NOT NULL CHECK (code <> ''),
    place     INTEGER NOT NULL CHECK (place >= 0),
    title     TEXT NOT NULL CHECK (title <> ''),
    PRIMARY KEY (framework, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE strength_descriptor (
    framework INTEGER NOT NULL,
    strength  TEXT NOT NULL,
    level     INTEGER NOT NULL CHECK (level BETWEEN 0 AND 9),
    text      TEXT NOT NULL,
    PRIMARY KEY (framework, strength, level),
    FOREIGN KEY (framework, strength) REFERENCES strength (framework, code),
    FOREIGN KEY (framework, level) REFERENCES strength_level (framework, level)
) STRICT, WITHOUT ROWID;

CREATE TABLE band (
    framework INTEGER NOT NULL REFERENCES framework (id),
    code      TEXT NOT NULL,
    title     TEXT NOT NULL,
    lowest    REAL NOT NULL,
    highest   REAL NOT NULL CHECK (highest >= lowest),
    PRIMARY KEY (framework, lowest)
) STRICT, WITHOUT ROWID;

-- How the levels of one framework's domain are read in another's: for scores of other instruments
-- and for the step from one version to the next.
CREATE TABLE framework_map (
    from_framework INTEGER NOT NULL REFERENCES framework (id),
    from_domain    TEXT NOT NULL,
    from_level     INTEGER NOT NULL,
    to_framework   INTEGER NOT NULL REFERENCES framework (id),
    to_domain      TEXT NOT NULL,
    to_level       INTEGER NOT NULL,
    PRIMARY KEY (from_framework, from_domain, from_level, to_framework, to_domain),
    FOREIGN KEY (from_framework, from_domain, from_level)
        REFERENCES need_descriptor (framework, domain, level),
    FOREIGN KEY (to_framework, to_domain, to_level)
        REFERENCES need_descriptor (framework, domain, level)
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------- assessments

-- Final assessments alone. A second rating is made blind, for reliability, and never counts as the
-- child's assessment; a consensus is agreed after one and does.
CREATE TABLE assessment (
    id               INTEGER PRIMARY KEY CHECK (id > 0),
    child            INTEGER NOT NULL REFERENCES child (id),
    framework        INTEGER NOT NULL REFERENCES framework (id),
    day              INTEGER NOT NULL CHECK (day BETWEEN -25567 AND 84005),
    profile          TEXT NOT NULL CHECK (length(profile) BETWEEN 1 AND 40
                                          AND profile NOT GLOB '*[^0-9-]*'),
    strengths        TEXT NOT NULL CHECK (strengths NOT GLOB '*[^0-9-]*'),
    author           TEXT NOT NULL DEFAULT '',
    reason           TEXT NOT NULL DEFAULT '',
    second_rating_of INTEGER REFERENCES assessment (id),
    consensus_of     INTEGER REFERENCES assessment (id)
) STRICT;
CREATE INDEX assessment_child ON assessment (child, day);
CREATE INDEX assessment_second_rating ON assessment (second_rating_of)
    WHERE second_rating_of IS NOT NULL;
CREATE INDEX assessment_consensus ON assessment (consensus_of) WHERE consensus_of IS NOT NULL;

-- Words, where there are any: the child's own, and what is going well.
CREATE TABLE assessment_words (
    assessment         INTEGER PRIMARY KEY REFERENCES assessment (id),
    what_matters       TEXT NOT NULL DEFAULT '',
    going_well         TEXT NOT NULL DEFAULT '',
    what_i_want        TEXT NOT NULL DEFAULT '',
    strengths_in_words TEXT NOT NULL DEFAULT ''
) STRICT;

-- What was said of one domain, where anything was. The domain is its place in the framework.
CREATE TABLE assessment_note (
    assessment INTEGER NOT NULL REFERENCES assessment (id),
    domain     INTEGER NOT NULL CHECK (domain BETWEEN 0 AND 39),
    not_known  TEXT NOT NULL DEFAULT '',
    evidence   TEXT NOT NULL DEFAULT '',
    confidence INTEGER CHECK (confidence BETWEEN 1 AND 3),
    PRIMARY KEY (assessment, domain)
) STRICT, WITHOUT ROWID;

-- Forms that are still being written: one a child and author, outside the audit and the undo.
CREATE TABLE draft (
    child              INTEGER NOT NULL REFERENCES child (id),
    author             TEXT NOT NULL,
    saved_at           TEXT NOT NULL,
    framework          INTEGER NOT NULL REFERENCES framework (id),
    day                INTEGER NOT NULL CHECK (day BETWEEN -25567 AND 84005),
    profile            TEXT NOT NULL CHECK (length(profile) BETWEEN 1 AND 40
                                            AND profile NOT GLOB '*[^0-9-]*'),
    strengths          TEXT NOT NULL CHECK (strengths NOT GLOB '*[^0-9-]*'),
    reason             TEXT NOT NULL DEFAULT '',
    second_rating_of   INTEGER REFERENCES assessment (id),
    what_matters       TEXT NOT NULL DEFAULT '',
    going_well         TEXT NOT NULL DEFAULT '',
    what_i_want        TEXT NOT NULL DEFAULT '',
    strengths_in_words TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (child, author)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_note (
    child      INTEGER NOT NULL,
    author     TEXT NOT NULL,
    domain     INTEGER NOT NULL CHECK (domain BETWEEN 0 AND 39),
    not_known  TEXT NOT NULL DEFAULT '',
    evidence   TEXT NOT NULL DEFAULT '',
    confidence INTEGER CHECK (confidence BETWEEN 1 AND 3),
    PRIMARY KEY (child, author, domain),
    FOREIGN KEY (child, author) REFERENCES draft (child, author)
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------- bringing in

CREATE TABLE import_batch (
    id     INTEGER PRIMARY KEY CHECK (id > 0),
    at     TEXT NOT NULL,
    author TEXT NOT NULL
) STRICT;

CREATE TABLE import_file (
    id            INTEGER PRIMARY KEY CHECK (id > 0),
    batch         INTEGER NOT NULL REFERENCES import_batch (id),
    name          TEXT NOT NULL,
    sha256        TEXT NOT NULL CHECK (sha256 NOT GLOB '*[^0-9a-f]*'),
    recognised_as TEXT NOT NULL,
    row_count     INTEGER NOT NULL CHECK (row_count = accepted + changed + unchanged + rejected),
    accepted      INTEGER NOT NULL CHECK (accepted >= 0),
    changed       INTEGER NOT NULL CHECK (changed >= 0),
    unchanged     INTEGER NOT NULL CHECK (unchanged >= 0),
    rejected      INTEGER NOT NULL CHECK (rejected >= 0)
) STRICT;
CREATE INDEX import_file_batch ON import_file (batch);

-- ---------------------------------------------------------------- the audit trail

-- One entry an edit. hash covers the entry before it and payload_digest, a salted digest of the
-- children and changesets: so the values of an erased child can go and the chain still verifies.
-- AUTOINCREMENT remembers the highest sequence ever given, which shows that the last were dropped.
CREATE TABLE audit (
    sequence       INTEGER PRIMARY KEY AUTOINCREMENT,
    at             TEXT NOT NULL,
    author         TEXT NOT NULL,
    kind           TEXT NOT NULL CHECK (kind = 'edit' OR kind = 'undo' OR kind = 'redo'
                                        OR kind = 'bulk'),
    name_code      TEXT NOT NULL,
    name_english   TEXT NOT NULL,
    name_arguments TEXT NOT NULL,
    detail         TEXT NOT NULL,
    target         INTEGER REFERENCES audit (sequence),
    schema_version INTEGER NOT NULL,
    undoable       INTEGER NOT NULL CHECK (undoable BETWEEN 0 AND 1),
    salt           BLOB,
    payload_digest BLOB NOT NULL,
    hash           BLOB NOT NULL,
    CHECK ((kind = 'undo' OR kind = 'redo') = (target IS NOT NULL))
) STRICT;
CREATE INDEX audit_target ON audit (target) WHERE target IS NOT NULL;

-- What an edit changed, as SQLite's session extension records it, cut into parts of at most 8 MB.
CREATE TABLE audit_changeset (
    audit     INTEGER NOT NULL REFERENCES audit (sequence),
    part      INTEGER NOT NULL CHECK (part >= 0),
    changeset BLOB NOT NULL,
    PRIMARY KEY (audit, part)
) STRICT;

-- Whose records an edit touched.
CREATE TABLE audit_child (
    child INTEGER NOT NULL,
    audit INTEGER NOT NULL REFERENCES audit (sequence),
    PRIMARY KEY (child, audit)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_child_audit ON audit_child (audit);
