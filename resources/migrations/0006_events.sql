-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What happened to a child beside its stays: the smaller tables of the statutory returns
-- (domain::CareEvent), and whether it is disabled.

CREATE TABLE care_event (
    id          INTEGER PRIMARY KEY CHECK (id > 0),
    child       INTEGER NOT NULL REFERENCES child (id),
    kind        TEXT NOT NULL CHECK (kind = 'missing' OR kind = 'review'
                OR kind = 'unaccompanied' OR kind = 'previous_permanence' OR kind = 'adoption'
                OR kind = 'placed_for_adoption' OR kind = 'social_worker'
                OR kind = 'liberty_order' OR kind = 'child_in_need'
                OR kind = 'protection_plan'),
    start_day   INTEGER CHECK (start_day BETWEEN -25567 AND 84005),
    end_day     INTEGER CHECK (end_day BETWEEN -25567 AND 84005 AND (start_day IS NULL
                OR end_day >= start_day)),
    code        TEXT NOT NULL DEFAULT '',
    detail      TEXT NOT NULL DEFAULT '',
    return_year INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX care_event_child ON care_event (child, kind, start_day);

-- NULL says nothing, as changesets do from before.
ALTER TABLE child ADD COLUMN disability TEXT;
