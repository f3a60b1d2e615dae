// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/flags.h"

#include "analysis/findings/costs_known.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::analysis {
namespace {

using domain::MessageKind;

constexpr MessageKind kSameNeed{
    "flag-same-need",
    TWELVEFOLD_TEXT("Message", "Costs %1 a week, %2 times the %3 of %4, whose needs are scored the "
                               "same. What explains the difference?")};
constexpr MessageKind kSimilarNeed{
    "flag-similar-need",
    TWELVEFOLD_TEXT("Message", "Costs %1 a week, %2 times the %3 of %4, whose needs are similar "
                               "(distance %5). What explains the difference?")};
constexpr MessageKind kFlagNoProgress{
    "flag-no-progress",
    TWELVEFOLD_TEXT("Message",
                    "Costs %1 a week, more than the %2 that is typical for similar needs, "
                    "and total need was %3 on %4 and %5 on %6: it has not fallen by the "
                    "%7 levels that would be more than scoring noise. What would help, "
                    "and what stands in the way?")};
constexpr MessageKind kFlagStale{
    "flag-assessment-stale",
    TWELVEFOLD_TEXT("Message",
                    "Last assessed on %1, %2 days before the census date. Are these still "
                    "the needs?")};
constexpr MessageKind kFlagNeverAssessed{
    "flag-never-assessed",
    TWELVEFOLD_TEXT("Message", "No assessment by %1. Who knows this child well enough to score the "
                               "needs?")};
constexpr MessageKind kFlagNotEveryDomain{
    "flag-not-every-domain",
    TWELVEFOLD_TEXT("Message", "Not scored on %1 of %2 domains: %3. Who could say?")};
constexpr MessageKind kFlagNoCost{
    "flag-no-cost",
    TWELVEFOLD_TEXT("Message", "No cost that counts here is recorded on %1. What does this child's "
                               "care cost, and who pays for it?")};
constexpr MessageKind kCostNotAboveZero{
    "flag-cost-not-above-zero",
    TWELVEFOLD_TEXT("Message", "The weekly cost recorded on %1 is %2. Is that right?")};

// The domains of a child that have no level, by title.
std::string unscoredDomains(const domain::Cohort& cohort, std::size_t row, std::size_t& count)
{
    std::string titles;
    count = 0;
    for (std::size_t d = 0; d < cohort.levels.byDomain.size(); ++d) {
        if (cohort.levelOf(row, d))
            continue;
        titles += (count == 0 ? "" : ", ") + cohort.framework->domains()[d].title;
        ++count;
    }
    return titles;
}

} // namespace

void flagDifferentCosts(const domain::Cohort& cohort, const std::vector<Pair>& farApart,
                        std::vector<Flag>& flags)
{
    for (const Pair& pair : farApart) {
        Flag flag;
        flag.row = pair.a;
        flag.kind = FlagKind::similarNeedDifferentCost;
        flag.strength = std::log(pair.ratio);
        flag.reason = {pair.distance > 0 ? kSimilarNeed : kSameNeed,
                       {inPounds(pair.costA), rounded(pair.ratio, 1), inPounds(pair.costB),
                        cohort.pseudonym[pair.b]}};
        if (pair.distance > 0)
            flag.reason.arguments.push_back(rounded(pair.distance, 2));
        flags.push_back(std::move(flag));
    }
}

void flagNoProgress(const domain::Cohort& cohort, const Findings& findings,
                    std::vector<Flag>& flags)
{
    const ReliableFall rule = reliableFall(cohort, findings.options, kReliableFall);
    for (const ExpectedCost& cost : findings.expectedCosts) {
        const std::size_t row = cost.row;
        const auto earlier = cohort.earlierTotal.at(row);
        if (!cost.expected || cost.weeklyCost <= *cost.expected || !earlier ||
            !cohort.earlierAssessedOn[row] || !cohort.assessedOn[row])
            continue;
        const double now = cohort.needTotal.values[row];
        // Who had less need than would have to fall cannot be asked for it.
        if (*earlier < rule.levels || rule.fell(*earlier - now))
            continue;
        Flag flag;
        flag.row = row;
        flag.kind = FlagKind::noProgressForTheSpend;
        flag.strength = cost.weeklyCost - *cost.expected;
        flag.reason = {kFlagNoProgress,
                       {inPounds(cost.weeklyCost), inPounds(*cost.expected), rounded(*earlier, 1),
                        *cohort.earlierAssessedOn[row], rounded(now, 1), *cohort.assessedOn[row],
                        rounded(rule.levels, 1)}};
        flags.push_back(std::move(flag));
    }
}

void flagMissingAndStale(const domain::Cohort& cohort, std::vector<Flag>& flags)
{
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        if (isStale(cohort, row)) {
            const domain::Date assessed = *cohort.assessedOn[row];
            const int days = domain::daysBetween(assessed, cohort.census);
            flags.push_back({row,
                             FlagKind::assessmentStale,
                             {kFlagStale, {assessed, static_cast<std::int64_t>(days)}},
                             static_cast<double>(days)});
        }
        if (!cohort.hasProfile(row)) {
            std::size_t unscored = 0;
            const std::string titles = unscoredDomains(cohort, row, unscored);
            const Message reason =
                cohort.assessedOn[row]
                    ? Message{kFlagNotEveryDomain,
                              {whole(unscored), whole(cohort.levels.byDomain.size()), titles}}
                    : Message{kFlagNeverAssessed, {cohort.census}};
            flags.push_back({row, FlagKind::needMissing, reason, static_cast<double>(unscored)});
        }
        const double cost = cohort.weeklyCost.values[row];
        if (!hasCost(cohort, row))
            flags.push_back({row, FlagKind::costMissing, {kFlagNoCost, {cohort.census}}, 1});
        else if (cost <= 0)
            flags.push_back({row,
                             FlagKind::costMissing,
                             {kCostNotAboveZero, {cohort.census, inPounds(cost)}},
                             0});
    }
}

std::vector<Flag> flags(const domain::Cohort& cohort, const Compared& children,
                        const std::vector<Pair>& farApart, const Findings& findings,
                        std::stop_token stop)
{
    std::vector<Flag> flags;
    flagUnexpectedCosts(cohort, children, findings, flags);
    flagDifferentCosts(cohort, farApart, flags);
    if (!stop.stop_requested())
        flagStepDown(cohort, children, findings.options, flags);
    flagNoProgress(cohort, findings, flags);
    flagBreakdownSigns(cohort, flags);
    flagMissingAndStale(cohort, flags);
    flagDoubtfulCosts(cohort, flags);
    std::sort(flags.begin(), flags.end(), [](const Flag& a, const Flag& b) {
        if (a.kind != b.kind)
            return a.kind < b.kind;
        return a.strength != b.strength ? a.strength > b.strength : a.row < b.row;
    });
    return flags;
}

} // namespace twelvefold::analysis
