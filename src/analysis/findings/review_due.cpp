// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/compared.h"
#include "analysis/findings/need_change.h"
#include "analysis/findings/question_rules.h"
#include "statistics/description/descriptive.h"
#include "statistics/numbers/distributions.h"

#include <array>
#include <cmath>

// Placements that cost much for their kind, have lasted over a year, and have not been shown to
// help.
namespace twelvefold::analysis {
namespace {

constexpr MessageKind kReviewReason{
    "question-review-due",
    TWELVEFOLD_TEXT("Message", "Placed on %1; %2 a week is in the top quarter of its kind. Total "
                               "need was %3 and is %4. Allowing for chance in the scores, the "
                               "likelihood that need has truly fallen is at most %5 in 100. No "
                               "outcome is better. What is the placement to achieve, and by "
                               "when?")};
constexpr MessageKind kReviewLine{
    "question-review-due-line",
    TWELVEFOLD_TEXT("Message", "%1 dear placements have lasted over a year with nothing recorded "
                               "that they helped, %2 a year. What are they to achieve?"),
    TWELVEFOLD_TEXT("Message", "%1 dear placement has lasted over a year with nothing recorded "
                               "that it helped, %2 a year. What is it to achieve?")};
constexpr MessageKind kReviewRule{
    "question-rule-review-due",
    TWELVEFOLD_TEXT("Message", "Asked where the cost is in the top quarter of its kind of "
                               "placement, the placement has lasted over a year, the chance that "
                               "true need has fallen is under %1 in 100 (the change less "
                               "regression to the mean, held against the noise of two ratings), "
                               "and no outcome is better than before. Not of doubtful costs, nor "
                               "on a day on which noise alone would give as many.")};

constexpr MessageKind kNoMoreThanNoise{
    "question-review-noise",
    TWELVEFOLD_TEXT("Message", "Not asked on this day: it would fall on %1, and noise alone would "
                               "give %2.")};

constexpr double kHardlyFallen = 0.2;
constexpr double kTopQuarter = 0.75;

std::array<double, domain::countOf<PlacementKind>> dearFrom(const PaidCare& care)
{
    std::array<std::vector<double>, domain::countOf<PlacementKind>> costs;
    for (const PaidChild& child : care.children)
        costs[static_cast<std::size_t>(child.kind)].push_back(child.cost);
    std::array<double, domain::countOf<PlacementKind>> from{};
    for (std::size_t kind = 0; kind < costs.size(); ++kind)
        from[kind] = quantile(costs[kind], kTopQuarter).value_or(0);
    return from;
}

bool anyOutcomeBetter(const domain::Cohort& cohort, std::size_t row)
{
    for (const domain::OutcomeColumn& outcome : cohort.outcomes) {
        const auto now = outcome.values.at(row), before = outcome.earlier.at(row);
        const auto* measure = domain::findOutcomeMeasure(outcome.measure);
        if (now && before && measure != nullptr &&
            (measure->higherIsBetter ? *now > *before : *now < *before))
            return true;
    }
    return false;
}

void askForReviews(const QuestionInputs& inputs, std::vector<Question>& questions)
{
    const domain::Cohort& cohort = inputs.cohort;
    RuleTold& rule = inputs.rule(QuestionKind::reviewDue);
    if (!inputs.noise.sem || *inputs.noise.sem <= 0 || !inputs.noise.reliability) {
        rule.idle =
            inputs.noise.undefined ? inputs.noise.undefined : inputs.noise.reliabilityUndefined;
        return;
    }
    std::vector<double> then;
    for (const auto& [row, child] : inputs.paid)
        if (const auto earlier = cohort.earlierTotal.at(row))
            then.push_back(*earlier);
    const double mean = statistics::mean(then).value_or(0);
    const auto dear = dearFrom(inputs.care);
    const domain::Date yearAgo = cohort.census.plusMonths(-12);
    std::vector<AskedOf> children;
    std::size_t eligible = 0;
    for (const auto& [row, child] : inputs.paid) {
        const auto earlier = cohort.earlierTotal.at(row);
        const auto& placed = cohort.placedOn[row];
        if (!earlier || !placed || yearAgo < *placed || isStale(cohort, row) ||
            cohort.costTroubles[row] != domain::CostTroubles() ||
            child->cost < dear[static_cast<std::size_t>(child->kind)] ||
            anyOutcomeBetter(cohort, row))
            continue;
        ++eligible;
        const double byRegression = (1 - *inputs.noise.reliability) * (mean - *earlier);
        const double change = child->total - *earlier - byRegression;
        const double fell = normalCdf(-change / (std::sqrt(2.0) * *inputs.noise.sem));
        if (fell < kHardlyFallen)
            children.push_back(inputs.of(
                row, {kReviewReason,
                      {*placed, roundly(child->cost), rounded(*earlier, 1),
                       rounded(child->total, 1), std::max(1.0, rounded(100 * fell, 0))}}));
    }
    // If true need never changed, the chance would be spread evenly between 0 and 1.
    rule.onNothing = kHardlyFallen * static_cast<double>(eligible);
    if (static_cast<double>(children.size()) <= *rule.onNothing) {
        rule.idle =
            Message{kNoMoreThanNoise, {whole(children.size()), rounded(*rule.onNothing, 1)}};
        return;
    }
    askOfMany(QuestionKind::reviewDue, std::move(children), questions);
}

} // namespace

const QuestionEntry kReviewDue{
    QuestionKind::reviewDue,
    "review_due",
    "review_due",
    {TWELVEFOLD_TEXT("Word", "Review due")},
    [](const Options&) {
        return Message{kReviewRule, {rounded(100 * kHardlyFallen, 0)}};
    },
    askForReviews,
    [](const std::vector<AskedOf>& children) {
        return Message{kReviewLine, {whole(children.size()), roundly(yearlyCost(children))}};
    }};

} // namespace twelvefold::analysis
