-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- A question that was asked about a child and is not asked again until a day (domain::PutAside).

-- Which questions there are is not the store's to say, and a later version may ask others. One that
-- has had its time stays: what came of questions says what asking is worth.
CREATE TABLE question_aside (
    id        INTEGER PRIMARY KEY CHECK (id > 0),
    child     INTEGER NOT NULL REFERENCES child (id),
    question  TEXT NOT NULL CHECK (question <> ''),
    outcome   TEXT NOT NULL CHECK (outcome = 'explained' OR outcome = 'to_panel'
              OR outcome = 'agreed' OR outcome = 'not_agreed' OR outcome = 'wait'),
    reason    TEXT NOT NULL CHECK (reason <> ''),
    on_day    INTEGER NOT NULL CHECK (on_day BETWEEN -25567 AND 84005),
    until_day INTEGER NOT NULL CHECK (until_day > on_day)
) STRICT;
CREATE INDEX question_aside_child ON question_aside (child, on_day);
