// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/compared.h"
#include "analysis/findings/costs_known.h"
#include "analysis/findings/question_rules.h"

// What is not recorded, or no longer says how the child is.
namespace twelvefold::analysis {
namespace {

constexpr MessageKind kStaleReason{
    "question-assessment-stale",
    TWELVEFOLD_TEXT("Message",
                    "Last assessed on %1, %2 days before the census date. Are these still "
                    "the needs?")};
constexpr MessageKind kNeverAssessed{
    "question-never-assessed",
    TWELVEFOLD_TEXT("Message", "No assessment by %1. Who knows this child well enough to score the "
                               "needs?")};
constexpr MessageKind kNotEveryDomain{
    "question-not-every-domain",
    TWELVEFOLD_TEXT("Message", "Not scored on %1 of %2 domains: %3. Who could say?")};
constexpr MessageKind kNoCostReason{
    "question-no-cost",
    TWELVEFOLD_TEXT("Message", "No cost that counts here is recorded on %1. What does this child's "
                               "care cost, and who pays for it?")};
constexpr MessageKind kCostNotAboveZero{
    "question-cost-not-above-zero",
    TWELVEFOLD_TEXT("Message", "The weekly cost recorded on %1 is %2. Is that right?")};
constexpr MessageKind kStaleLine{
    "question-stale-line",
    TWELVEFOLD_TEXT("Message", "%1 children were last assessed over %2 days ago, and %3 a year "
                               "rests on that. Are these still the needs?"),
    TWELVEFOLD_TEXT("Message", "%1 child was last assessed over %2 days ago, and %3 a year rests "
                               "on that. Are these still the needs?")};
constexpr MessageKind kNeedMissingLine{
    "question-need-missing-line",
    TWELVEFOLD_TEXT("Message", "%1 children are not scored on every domain of need, so what their "
                               "care costs, %2 a year, cannot be held against need. Who could "
                               "score the needs?"),
    TWELVEFOLD_TEXT("Message", "%1 child is not scored on every domain of need, so what the care "
                               "costs, %2 a year, cannot be held against need. Who could score the "
                               "needs?")};
// Where no cost is recorded, it is not £0.
constexpr MessageKind kNeedAndCostMissingLine{
    "question-need-and-cost-missing-line",
    TWELVEFOLD_TEXT("Message", "%1 children are not scored on every domain of need, nor is a cost "
                               "of their care recorded. Who could score the needs?"),
    TWELVEFOLD_TEXT("Message", "%1 child is not scored on every domain of need, nor is a cost of "
                               "the care recorded. Who could score the needs?")};
constexpr MessageKind kStaleLineWithoutCost{
    "question-stale-without-cost-line",
    TWELVEFOLD_TEXT("Message", "%1 children were last assessed over %2 days ago. Are these still "
                               "the needs?"),
    TWELVEFOLD_TEXT("Message", "%1 child was last assessed over %2 days ago. Are these still the "
                               "needs?")};
constexpr MessageKind kCostMissingLine{
    "question-cost-missing-line",
    TWELVEFOLD_TEXT("Message", "%1 children have no cost recorded that counts. What does their "
                               "care cost, and who pays?"),
    TWELVEFOLD_TEXT("Message", "%1 child has no cost recorded that counts. What does the care "
                               "cost, and who pays?")};
constexpr MessageKind kRuleStale{
    "question-rule-stale",
    TWELVEFOLD_TEXT("Message", "Asked where the last assessment is more than %1 days older than "
                               "the census date.")};
constexpr MessageKind kRuleNeedMissing{
    "question-rule-need-missing",
    TWELVEFOLD_TEXT("Message", "Asked where a domain has no level on the census date: without a "
                               "complete profile nobody can be compared.")};
constexpr MessageKind kRuleCostMissing{
    "question-rule-cost-missing",
    TWELVEFOLD_TEXT("Message", "Asked where no weekly cost above zero that counts is recorded on "
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

std::optional<Message> staleReason(const domain::Cohort& cohort, std::size_t row)
{
    if (!isStale(cohort, row))
        return std::nullopt;
    const domain::Date assessed = *cohort.assessedOn[row];
    const int days = domain::daysBetween(assessed, cohort.census);
    return Message{kStaleReason, {assessed, static_cast<std::int64_t>(days)}};
}

std::optional<Message> needMissingReason(const domain::Cohort& cohort, std::size_t row)
{
    if (cohort.hasProfile(row))
        return std::nullopt;
    std::size_t unscored = 0;
    const std::string titles = unscoredDomains(cohort, row, unscored);
    return cohort.assessedOn[row]
               ? Message{kNotEveryDomain,
                         {whole(unscored), whole(cohort.levels.byDomain.size()), titles}}
               : Message{kNeverAssessed, {cohort.census}};
}

std::optional<Message> costMissingReason(const domain::Cohort& cohort, std::size_t row)
{
    const double cost = cohort.weeklyCost.values[row];
    if (!hasCost(cohort, row))
        return Message{kNoCostReason, {cohort.census}};
    return cost <= 0 ? std::optional(Message{kCostNotAboveZero, {cohort.census, inPounds(cost)}})
                     : std::nullopt;
}

} // namespace

bool isStale(const domain::Cohort& cohort, std::size_t row)
{
    const auto& assessed = cohort.assessedOn[row];
    return assessed && domain::daysBetween(*assessed, cohort.census) > kStaleAfterDays;
}

const QuestionEntry kStale{QuestionKind::stale,
                           "stale",
                           "stale",
                           {TWELVEFOLD_TEXT("Word", "Assessment out of date")},
                           [](const Options&) {
                               return Message{kRuleStale, {std::int64_t{kStaleAfterDays}}};
                           },
                           askOfRecords<QuestionKind::stale, staleReason>,
                           [](const std::vector<AskedOf>& children) {
                               const double cost = yearlyCost(children);
                               Message says{
                                   cost > 0 ? kStaleLine : kStaleLineWithoutCost,
                                   {whole(children.size()), std::int64_t{kStaleAfterDays}}};
                               if (cost > 0)
                                   says.arguments.push_back(roundly(cost));
                               return says;
                           }};
const QuestionEntry kNeedMissing{
    QuestionKind::needMissing,
    "need_missing",
    "need_missing",
    {TWELVEFOLD_TEXT("Word", "Need missing")},
    [](const Options&) {
        return Message{kRuleNeedMissing, {}};
    },
    askOfRecords<QuestionKind::needMissing, needMissingReason>,
    [](const std::vector<AskedOf>& children) {
        const double cost = yearlyCost(children);
        return cost > 0 ? Message{kNeedMissingLine, {whole(children.size()), roundly(cost)}}
                        : Message{kNeedAndCostMissingLine, {whole(children.size())}};
    }};
const QuestionEntry kCostMissing{QuestionKind::costMissing,
                                 "cost_missing",
                                 "cost_missing",
                                 {TWELVEFOLD_TEXT("Word", "Cost missing")},
                                 [](const Options&) {
                                     return Message{kRuleCostMissing, {}};
                                 },
                                 askOfRecords<QuestionKind::costMissing, costMissingReason>,
                                 [](const std::vector<AskedOf>& children) {
                                     return Message{kCostMissingLine, {whole(children.size())}};
                                 }};

} // namespace twelvefold::analysis
