-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Cost lines that take off what is paid (domain::CostLine::credit): finance reverses and pays back.

-- The amount stays above zero, so that no sum is ever made of a sign that somebody overlooked. NULL
-- is no credit: changesets from before say it of a column that they do not know.
ALTER TABLE cost_line ADD COLUMN credit INTEGER CHECK (credit BETWEEN 0 AND 1);
