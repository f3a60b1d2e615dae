-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- A framework says which of its domains speak of strain, of safety or of school, so that no code of
-- a domain is known to the program (domain::DomainMark).

-- No mark is NULL, as changesets from before say it of a column that they do not know.
ALTER TABLE need_domain ADD COLUMN mark TEXT CHECK (mark IN ('strain', 'safety', 'school'));

-- Records: also of what a repair puts back from before.
-- Every domain is written anew, so that it has its mark, or none, in the file. Those of the
-- framework that comes with the product are as resources/frameworks/twelvefold-1.json has them.
UPDATE need_domain SET mark = coalesce(mark, CASE
    WHEN framework NOT IN (SELECT id FROM framework WHERE key = 'twelvefold' AND version = 1)
        THEN NULL
    WHEN code = 'behaviour' THEN 'strain'
    WHEN code IN ('safety_from_others', 'safety_of_self') THEN 'safety'
    WHEN code = 'education' THEN 'school'
END);
