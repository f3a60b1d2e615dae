-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- By which profile the columns of a file were read that was brought in (exchange::Profile); empty:
-- by none.

ALTER TABLE import_file ADD COLUMN profile TEXT NOT NULL DEFAULT '';
