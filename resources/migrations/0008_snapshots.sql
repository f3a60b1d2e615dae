-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What lists drawn up for an inspection say of a day (domain::Episode, domain::CareEvent): it yields
-- to what returns say of that time, so it is told apart from them. And what is planned for a child.

ALTER TABLE episode ADD COLUMN snapshot_day INTEGER
    CHECK (snapshot_day BETWEEN -25567 AND 84005);
ALTER TABLE episode ADD COLUMN care_since_day INTEGER
    CHECK (care_since_day BETWEEN -25567 AND 84005);

-- The same table with another kind among those there may be, which only a new one can have.
CREATE TABLE care_event_now (
    id           INTEGER PRIMARY KEY CHECK (id > 0),
    child        INTEGER NOT NULL REFERENCES child (id),
    kind         TEXT NOT NULL CHECK (kind = 'missing' OR kind = 'review'
                 OR kind = 'unaccompanied' OR kind = 'previous_permanence' OR kind = 'adoption'
                 OR kind = 'placed_for_adoption' OR kind = 'social_worker'
                 OR kind = 'liberty_order' OR kind = 'child_in_need'
                 OR kind = 'protection_plan' OR kind = 'permanence_plan'),
    start_day    INTEGER CHECK (start_day BETWEEN -25567 AND 84005),
    end_day      INTEGER CHECK (end_day BETWEEN -25567 AND 84005 AND (start_day IS NULL
                 OR end_day >= start_day)),
    code         TEXT NOT NULL DEFAULT '',
    detail       TEXT NOT NULL DEFAULT '',
    return_year  INTEGER NOT NULL DEFAULT 0,
    snapshot_day INTEGER CHECK (snapshot_day BETWEEN -25567 AND 84005)
) STRICT;
INSERT INTO care_event_now (id, child, kind, start_day, end_day, code, detail, return_year)
    SELECT id, child, kind, start_day, end_day, code, detail, return_year FROM care_event;
DROP TABLE care_event;
ALTER TABLE care_event_now RENAME TO care_event;
CREATE INDEX care_event_child ON care_event (child, kind, start_day);
