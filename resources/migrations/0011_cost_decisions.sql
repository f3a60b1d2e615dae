-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What people decided about which placement a cost pays for (domain::CostDecision): that something
-- doubtful is right as it is, or, where no doubt is named, which placement a line pays for.

-- Not of a line: of a placement without a core cost.
CREATE TABLE cost_decision (
    id         INTEGER PRIMARY KEY CHECK (id > 0),
    child      INTEGER NOT NULL REFERENCES child (id),
    doubt      TEXT CHECK (doubt = 'other_provider' OR doubt = 'other_setting' OR doubt = 'runs_on'
               OR doubt = 'began_before' OR doubt = 'spans_placements' OR doubt = 'two_placements' OR doubt = 'paid_twice'
               OR doubt = 'outside_placement' OR doubt = 'no_placement' OR doubt = 'no_cost'),
    cost_line  INTEGER REFERENCES cost_line (id),
    placement  INTEGER REFERENCES placement (id),
    other_line INTEGER REFERENCES cost_line (id),
    paid       INTEGER REFERENCES provider (id),
    provides   INTEGER REFERENCES provider (id),
    from_day   INTEGER CHECK (from_day BETWEEN -25567 AND 84005),
    until_day  INTEGER CHECK (until_day BETWEEN -25567 AND 84005),
    reason     TEXT NOT NULL DEFAULT '',
    CHECK (cost_line IS NOT NULL OR placement IS NOT NULL)
) STRICT;
CREATE INDEX cost_decision_child ON cost_decision (child);
CREATE INDEX cost_decision_line ON cost_decision (cost_line) WHERE cost_line IS NOT NULL;
CREATE INDEX cost_decision_other ON cost_decision (other_line) WHERE other_line IS NOT NULL;
CREATE INDEX cost_decision_placement ON cost_decision (placement) WHERE placement IS NOT NULL;
