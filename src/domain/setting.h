// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/words.h"

#include <array>
#include <set>
#include <string>
#include <vector>

namespace twelvefold::domain {

// One line of the table that says which setting a placement code of the statutory return belongs
// to. Codes come and go with the years.
struct SettingRule
{
    std::string placeCode;                  // PLACE: "U1", "K2", …
    std::vector<std::string> providerCodes; // PLACE_PROVIDER it holds for; empty: any
    Setting setting = Setting::other;
    int firstYear = 0; // return year (ending) from which the code is valid
    int lastYear = 9999;
    bool temporary = false; // a T* spell, which does not end the placement
    std::string meaning;    // what the code means, in plain English
};

// Which kind of placement each setting is: nothing where nobody is paid for the care, so that its
// cost is compared with no other. Loaded from resources/codes by the exchange room.
class PlacementKinds
{
public:
    explicit PlacementKinds(std::array<std::optional<PlacementKind>, countOf<Setting>> kinds)
        : m_kinds(kinds)
    {
    }
    std::optional<PlacementKind> of(std::optional<Setting> setting) const
    {
        return setting ? m_kinds[static_cast<std::size_t>(*setting)] : std::nullopt;
    }
    std::set<Setting> notCompared() const;

private:
    std::array<std::optional<PlacementKind>, countOf<Setting>> m_kinds;
};

// The code table, loaded from resources/codes by the exchange room.
class SettingTable
{
public:
    SettingTable() = default;
    explicit SettingTable(std::vector<SettingRule> rules) : m_rules(std::move(rules)) {}

    // The first rule for a code and provider, those valid in the year before those that are not;
    // null for an unknown code.
    const SettingRule* find(std::string_view placeCode, std::string_view providerCode,
                            int returnYear) const;
    static bool validIn(const SettingRule& rule, int returnYear)
    {
        return rule.firstYear <= returnYear && returnYear <= rule.lastYear;
    }
    const std::vector<SettingRule>& rules() const { return m_rules; }

private:
    std::vector<SettingRule> m_rules;
};

// PLACE_PROVIDER: PR0 parents, PR1 own council, … PR5 voluntary.
std::optional<Sector> sectorOfProviderCode(std::string_view providerCode);

} // namespace twelvefold::domain
