-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Which setting the file says that a cost pays for (domain::CostLine::settingTold): finance may come
-- before the return, and says it once.

-- NULL: it did not say.
ALTER TABLE cost_line ADD COLUMN setting_told TEXT
    CHECK (setting_told = 'kinship_foster' OR setting_told = 'in_house_foster'
           OR setting_told = 'agency_foster' OR setting_told = 'supported'
           OR setting_told = 'childrens_home' OR setting_told = 'unregistered'
           OR setting_told = 'secure' OR setting_told = 'school'
           OR setting_told = 'with_parents' OR setting_told = 'adoption'
           OR setting_told = 'other');
