// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/setting.h"

#include <algorithm>

namespace twelvefold::domain {

const SettingRule* SettingTable::find(std::string_view placeCode, std::string_view providerCode,
                                      int returnYear) const
{
    const SettingRule* outOfDate = nullptr;
    for (const SettingRule& rule : m_rules) {
        const auto& providers = rule.providerCodes;
        const bool fits =
            rule.placeCode == placeCode &&
            (providers.empty() || std::ranges::find(providers, providerCode) != providers.end());
        if (!fits)
            continue;
        if (validIn(rule, returnYear))
            return &rule;
        if (outOfDate == nullptr)
            outOfDate = &rule;
    }
    return outOfDate;
}

std::optional<Sector> sectorOfProviderCode(std::string_view providerCode)
{
    if (providerCode == "PR0")
        return Sector::parents;
    if (providerCode == "PR1")
        return Sector::ownCouncil;
    if (providerCode == "PR2")
        return Sector::otherCouncil;
    if (providerCode == "PR3")
        return Sector::otherPublic;
    if (providerCode == "PR4")
        return Sector::privateSector;
    if (providerCode == "PR5")
        return Sector::voluntary;
    return std::nullopt;
}

std::set<Setting> PlacementKinds::notCompared() const
{
    std::set<Setting> settings;
    for (const Named<Setting>& setting : allOf<Setting>()) {
        if (!of(setting.value))
            settings.insert(setting.value);
    }
    return settings;
}

} // namespace twelvefold::domain
