// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/comparable.h"

#include "exchange/import.h"

namespace twelvefold::workbench {

bool comparesOnlyComparable(const domain::CohortFilter& filter)
{
    return filter.notCompared == exchange::settingsNotCompared();
}

// To ask for settings by name is to compare them: those named that are left out are named no more.
domain::CohortFilter comparing(domain::CohortFilter filter, bool onlyComparable)
{
    filter.notCompared =
        onlyComparable ? exchange::settingsNotCompared() : std::set<domain::Setting>();
    std::erase_if(filter.settings,
                  [&](domain::Setting setting) { return filter.notCompared.contains(setting); });
    return filter;
}

} // namespace twelvefold::workbench
