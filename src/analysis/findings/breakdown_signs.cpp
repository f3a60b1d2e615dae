// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/flags.h"

#include <algorithm>
#include <optional>

// Signs that a placement may not hold. Each that is present is listed; none is weighed or added up.
namespace twelvefold::analysis {
namespace {

using domain::Word;

// As many sentences as there may be signs, so that each can be put well in any language.
constexpr MessageKind kSigns[] = {
    {"flag-breakdown-1", TWELVEFOLD_TEXT("Message", "This placement may be under strain: %1 (%2). "
                                                    "What would steady it?")},
    {"flag-breakdown-2",
     TWELVEFOLD_TEXT("Message", "This placement may be under strain: %1 (%2), %3 (%4). What would "
                                "steady it?")},
    {"flag-breakdown-3",
     TWELVEFOLD_TEXT("Message", "This placement may be under strain: %1 (%2), %3 (%4), %5 (%6). "
                                "What would steady it?")},
    {"flag-breakdown-4",
     TWELVEFOLD_TEXT("Message", "This placement may be under strain: %1 (%2), %3 (%4), %5 (%6), %7 "
                                "(%8). What would steady it?")}};
constexpr MessageKind kSignsFar[] = {
    {"flag-breakdown-far-1",
     TWELVEFOLD_TEXT("Message", "This placement may be under strain: %1 (%2), and it is %3 miles "
                                "from home. What would steady it?")},
    {"flag-breakdown-far-2",
     TWELVEFOLD_TEXT("Message", "This placement may be under strain: %1 (%2), %3 (%4), and it is "
                                "%5 miles from home. What would steady it?")},
    {"flag-breakdown-far-3",
     TWELVEFOLD_TEXT("Message", "This placement may be under strain: %1 (%2), %3 (%4), %5 (%6), "
                                "and it is %7 miles from home. What would steady it?")},
    {"flag-breakdown-far-4",
     TWELVEFOLD_TEXT("Message", "This placement may be under strain: %1 (%2), %3 (%4), %5 (%6), %7 "
                                "(%8), and it is %9 miles from home. What would steady it?")}};
constexpr MessageKind kRuleBreakdown{
    "flag-rule-breakdown",
    TWELVEFOLD_TEXT("Message", "Raised where at least one of these is recorded: %1 moves or more "
                               "in a year, a move nobody planned, %2 times missing or more, "
                               "behaviour or safety up by %3 levels or more since the earlier "
                               "assessment. More than %4 miles from home is listed beside them. "
                               "Each present is listed; none is weighed.")};

constexpr Word kMoves{TWELVEFOLD_TEXT("Word", "moves in a year")};
constexpr Word kUnplanned{TWELVEFOLD_TEXT("Word", "moves nobody planned")};
constexpr Word kMissing{TWELVEFOLD_TEXT("Word", "times missing")};
constexpr Word kRisen{TWELVEFOLD_TEXT("Word", "levels up in behaviour or safety")};

struct Sign
{
    Word what;
    double howMany = 0;
};

const domain::NumberColumn* missingEpisodes(const domain::Cohort& cohort)
{
    for (const domain::OutcomeColumn& outcome : cohort.outcomes)
        if (outcome.measure == "missing_episodes")
            return &outcome.values;
    return nullptr;
}

// In a framework that marks none, no rise is a sign.
std::vector<std::size_t> strainDomains(const domain::NeedsFramework& framework)
{
    std::vector<std::size_t> domains;
    for (std::size_t d = 0; d < framework.domains().size(); ++d) {
        const auto mark = framework.domains()[d].mark;
        if (mark == domain::DomainMark::strain || mark == domain::DomainMark::safety)
            domains.push_back(d);
    }
    return domains;
}

int largestRise(const domain::Cohort& cohort, std::size_t row,
                const std::vector<std::size_t>& domains)
{
    int largest = 0;
    for (const std::size_t d : domains) {
        const int now = cohort.levels.byDomain[d][row];
        const int then = cohort.earlierLevels.byDomain[d][row];
        if (now != domain::kNoLevel && then != domain::kNoLevel)
            largest = std::max(largest, now - then);
    }
    return largest;
}

void raiseBreakdownSigns(const FlagInputs& inputs, std::vector<Flag>& flags)
{
    const domain::Cohort& cohort = inputs.cohort;
    const std::vector<std::size_t> domains =
        cohort.framework ? strainDomains(*cohort.framework) : std::vector<std::size_t>();
    const domain::NumberColumn* missing = missingEpisodes(cohort);
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        std::vector<Sign> signs;
        const auto add = [&signs](Word what, std::optional<double> howMany, double atLeast) {
            if (howMany && *howMany >= atLeast)
                signs.push_back({what, *howMany});
        };
        add(kMoves, cohort.movesInYear.at(row), kMovesOfStrain);
        add(kUnplanned, cohort.unplannedMovesInYear.at(row), 1);
        add(kMissing, missing ? missing->at(row) : std::nullopt, kMissingOfStrain);
        add(kRisen, largestRise(cohort, row, domains), kRiseOfStrain);
        if (signs.empty())
            continue;
        Flag flag;
        flag.row = row;
        flag.kind = FlagKind::breakdownSigns;
        const auto miles = cohort.distanceMiles.at(row);
        const bool far = miles && *miles > kFarMiles;
        flag.reason.kind = (far ? kSignsFar : kSigns)[signs.size() - 1];
        for (const Sign& sign : signs) {
            flag.reason.arguments.push_back(sign.what);
            flag.reason.arguments.push_back(rounded(sign.howMany, 0));
        }
        if (far)
            flag.reason.arguments.push_back(rounded(*miles, 0));
        flag.strength = static_cast<double>(signs.size()) + (far ? 1 : 0);
        flags.push_back(std::move(flag));
    }
}

} // namespace

const FlagEntry kBreakdownSigns{
    FlagKind::breakdownSigns,
    "breakdown_signs",
    {TWELVEFOLD_TEXT("Word", "Breakdown signs")},
    [](const Options&) {
        return Message{kRuleBreakdown,
                       {kMovesOfStrain, kMissingOfStrain, kRiseOfStrain, kFarMiles}};
    },
    raiseBreakdownSigns};

} // namespace twelvefold::analysis
