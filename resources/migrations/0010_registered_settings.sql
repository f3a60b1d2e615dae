-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Homes and agencies as Ofsted's lists of providers have them (domain::RegisteredSetting): by number
-- and by the day of the list, whether or not a return has named them yet.

CREATE TABLE registered_setting (
    id         INTEGER PRIMARY KEY CHECK (id > 0),
    urn        TEXT NOT NULL CHECK (urn <> ''),
    listed_day INTEGER NOT NULL CHECK (listed_day BETWEEN -25567 AND 84005),
    name       TEXT NOT NULL DEFAULT '',
    provision  TEXT NOT NULL DEFAULT '',
    sector     TEXT CHECK (sector = 'own_council' OR sector = 'other_council'
               OR sector = 'other_public' OR sector = 'private'
               OR sector = 'voluntary' OR sector = 'parents'),
    places     INTEGER CHECK (places >= 0),
    owner      TEXT NOT NULL DEFAULT '',
    council    TEXT NOT NULL DEFAULT '',
    region     TEXT NOT NULL DEFAULT '',
    grade      TEXT NOT NULL DEFAULT '',
    closed_day INTEGER CHECK (closed_day BETWEEN -25567 AND 84005)
) STRICT;
CREATE UNIQUE INDEX registered_setting_urn ON registered_setting (urn, listed_day);
