// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cost_line.h"
#include "domain/words.h"

#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>

namespace twelvefold::domain {

struct Criterion;

// What is asked of a child by one criterion: one of these choices, or a value between these ends,
// both included, a day being its number (Date::dayNumber). Nothing of either does not restrict.
struct Wanted
{
    std::set<std::string, std::less<>> choices; // by token
    std::optional<double> least;
    std::optional<double> most;

    bool asksNothing() const { return choices.empty() && !least && !most; }
    bool operator==(const Wanted&) const = default;
};

template<class Enum>
requires std::is_enum_v<Enum> Wanted anyOf(const std::set<Enum>& values)
{
    Wanted wanted;
    for (const Enum value : values)
        wanted.choices.emplace(token(value));
    return wanted;
}
template<class Enum>
requires std::is_enum_v<Enum> Wanted anyOf(std::initializer_list<Enum> values)
{
    return anyOf(std::set<Enum>(values));
}
inline Wanted anyOf(std::initializer_list<std::string> tokens)
{
    return {{tokens.begin(), tokens.end()}, {}, {}};
}
inline Wanted between(std::optional<double> least, std::optional<double> most)
{
    return {{}, least, most};
}

// Who is compared and which costs count.
struct CohortFilter
{
    CohortFilter(); // children looked after

    // By criterion, in the order of their list, those that restrict.
    std::map<const Criterion*, Wanted> asked;
    // Settings that pay for something else than the rest, and so are not compared with it: see
    // resources/codes/placement_kinds.csv. Empty compares all of them. Not a criterion: it says
    // what a price can be compared with, whoever is asked for, and whom it leaves out is counted.
    std::set<Setting> notCompared;
    CostScope costs; // no criterion either: it takes costs, not children

    const Wanted& of(const Criterion& criterion) const; // one that asks nothing, if none is asked
    const Wanted& of(std::string_view criterion) const;
    void ask(const Criterion& criterion, Wanted wanted);
    void ask(std::string_view criterion, Wanted wanted);

    bool operator==(const CohortFilter&) const = default;
};

} // namespace twelvefold::domain
