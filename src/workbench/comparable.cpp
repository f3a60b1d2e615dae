// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/comparable.h"

#include "exchange/import.h"

namespace twelvefold::workbench {

bool comparesOnlyComparable(const domain::CohortFilter& filter)
{
    return filter.notCompared == exchange::placementKinds().notCompared();
}

// To ask for settings by name is to compare them: those named that are left out are named no more.
domain::CohortFilter comparing(domain::CohortFilter filter, bool onlyComparable)
{
    filter.notCompared =
        onlyComparable ? exchange::placementKinds().notCompared() : std::set<domain::Setting>();
    domain::Wanted settings = filter.of("setting");
    for (const domain::Setting setting : filter.notCompared)
        settings.choices.erase(std::string(domain::token(setting)));
    filter.ask("setting", std::move(settings));
    return filter;
}

} // namespace twelvefold::workbench
