-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Placements that were sought, and what was said then (domain::PlacementRequest), as the national
-- data standard for placements records them.

-- One of the two days is there: it tells the requests of a child apart.
CREATE TABLE placement_request (
    id           INTEGER PRIMARY KEY CHECK (id > 0),
    child        INTEGER NOT NULL REFERENCES child (id),
    referred_day INTEGER CHECK (referred_day BETWEEN -25567 AND 84005),
    placed_day   INTEGER CHECK (placed_day BETWEEN -25567 AND 84005),
    CHECK (referred_day IS NOT NULL OR placed_day IS NOT NULL)
) STRICT;
CREATE INDEX placement_request_child ON placement_request (child, placed_day);

-- By the standard's own name of a field. Which fields and answers there are is not the store's to
-- say: the standard has a new edition every few months.
CREATE TABLE placement_answer (
    placement_request INTEGER NOT NULL REFERENCES placement_request (id),
    field             TEXT NOT NULL CHECK (field <> ''),
    answer            TEXT NOT NULL CHECK (answer <> ''),
    PRIMARY KEY (placement_request, field)
) STRICT, WITHOUT ROWID;
