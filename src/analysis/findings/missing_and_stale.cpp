// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/costs_known.h"
#include "analysis/findings/flags.h"

// What is not recorded, or no longer says how the child is.
namespace twelvefold::analysis {
namespace {

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
constexpr MessageKind kRuleStale{
    "flag-rule-stale",
    TWELVEFOLD_TEXT("Message", "Raised where the last assessment is more than %1 days older than "
                               "the census date.")};
constexpr MessageKind kRuleNeedMissing{
    "flag-rule-need-missing",
    TWELVEFOLD_TEXT("Message", "Raised where a domain has no level on the census date: without a "
                               "complete profile nobody can be compared.")};
constexpr MessageKind kRuleCostMissing{
    "flag-rule-cost-missing",
    TWELVEFOLD_TEXT("Message", "Raised where no weekly cost above zero that counts is recorded on "
                               "the census date.")};

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

void raiseStale(const FlagInputs& inputs, std::vector<Flag>& flags)
{
    const domain::Cohort& cohort = inputs.cohort;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        if (!isStale(cohort, row))
            continue;
        const domain::Date assessed = *cohort.assessedOn[row];
        const int days = domain::daysBetween(assessed, cohort.census);
        flags.push_back({row,
                         FlagKind::assessmentStale,
                         {kFlagStale, {assessed, static_cast<std::int64_t>(days)}},
                         static_cast<double>(days)});
    }
}

void raiseNeedMissing(const FlagInputs& inputs, std::vector<Flag>& flags)
{
    const domain::Cohort& cohort = inputs.cohort;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        if (cohort.hasProfile(row))
            continue;
        std::size_t unscored = 0;
        const std::string titles = unscoredDomains(cohort, row, unscored);
        const Message reason =
            cohort.assessedOn[row]
                ? Message{kFlagNotEveryDomain,
                          {whole(unscored), whole(cohort.levels.byDomain.size()), titles}}
                : Message{kFlagNeverAssessed, {cohort.census}};
        flags.push_back({row, FlagKind::needMissing, reason, static_cast<double>(unscored)});
    }
}

void raiseCostMissing(const FlagInputs& inputs, std::vector<Flag>& flags)
{
    const domain::Cohort& cohort = inputs.cohort;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
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

} // namespace

bool isStale(const domain::Cohort& cohort, std::size_t row)
{
    const auto& assessed = cohort.assessedOn[row];
    return assessed && domain::daysBetween(*assessed, cohort.census) > kStaleAfterDays;
}

const FlagEntry kAssessmentStale{
    FlagKind::assessmentStale,
    "assessment_stale",
    {TWELVEFOLD_TEXT("Word", "Assessment stale")},
    [](const Options&) {
        return Message{kRuleStale, {static_cast<std::int64_t>(kStaleAfterDays)}};
    },
    raiseStale};
const FlagEntry kNeedMissing{FlagKind::needMissing,
                             "need_missing",
                             {TWELVEFOLD_TEXT("Word", "Need missing")},
                             [](const Options&) {
                                 return Message{kRuleNeedMissing, {}};
                             },
                             raiseNeedMissing};
const FlagEntry kCostMissing{FlagKind::costMissing,
                             "cost_missing",
                             {TWELVEFOLD_TEXT("Word", "Cost missing")},
                             [](const Options&) {
                                 return Message{kRuleCostMissing, {}};
                             },
                             raiseCostMissing};

} // namespace twelvefold::analysis
