// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/compared.h"
#include "analysis/findings/question_rules.h"

// Costs that may be counted twice, or paid for where the child no longer lives.
namespace twelvefold::analysis {
namespace {

using domain::CostTrouble;

constexpr MessageKind kDoubtTwoPlacements{
    "question-cost-of-two-placements",
    TWELVEFOLD_TEXT("Message", "Core costs of two placements run on %1. Did one of them end?")};
constexpr MessageKind kDoubtTwice{
    "question-cost-twice",
    TWELVEFOLD_TEXT("Message", "Two costs of the same kind and payer run in one placement on %1. "
                               "Is one of them counted twice?")};
constexpr MessageKind kDoubtOutside{
    "question-cost-outside-placement",
    TWELVEFOLD_TEXT("Message", "A cost runs on %1, and no placement is recorded that day. What is "
                               "it paid for?")};
constexpr MessageKind kDoubtOutlives{
    "question-cost-outlives-placement",
    TWELVEFOLD_TEXT("Message", "A cost still runs on %1, after its placement has ended. Is it "
                               "still paid?")};
constexpr MessageKind kRuleTwoPlacements{
    "question-rule-cost-of-two-placements",
    TWELVEFOLD_TEXT("Message", "Asked where core costs of two placements run on the census date, "
                               "or one of a placement and one of none. Single payments do not "
                               "count.")};
constexpr MessageKind kRuleTwice{
    "question-rule-cost-twice",
    TWELVEFOLD_TEXT("Message", "Asked where two costs of one placement that run on the census "
                               "date are of the same kind and paid by the same payer. Single "
                               "payments do not count.")};
constexpr MessageKind kRuleOutside{
    "question-rule-cost-outside-placement",
    TWELVEFOLD_TEXT("Message", "Asked where a cost of a child looked after runs on the census "
                               "date and no placement does. Single payments do not count.")};
constexpr MessageKind kRuleOutlives{
    "question-rule-cost-outlives-placement",
    TWELVEFOLD_TEXT("Message", "Asked where a cost runs on the census date and the placement that "
                               "it is for has ended. Single payments do not count.")};

constexpr MessageKind kTwoPlacementsLine{
    "question-two-placements-line",
    TWELVEFOLD_TEXT("Message", "Core costs of two placements run for %1 children. Did one of them "
                               "end?"),
    TWELVEFOLD_TEXT("Message", "Core costs of two placements run for %1 child. Did one of them "
                               "end?")};
constexpr MessageKind kTwiceLine{
    "question-cost-twice-line",
    TWELVEFOLD_TEXT("Message", "The same cost may be counted twice for %1 children. Is it?"),
    TWELVEFOLD_TEXT("Message", "The same cost may be counted twice for %1 child. Is it?")};
constexpr MessageKind kOutsideLine{
    "question-cost-outside-line",
    TWELVEFOLD_TEXT("Message", "Costs run for %1 children who are in no placement. What is paid "
                               "for?"),
    TWELVEFOLD_TEXT("Message", "A cost runs for %1 child who is in no placement. What is paid "
                               "for?")};
constexpr MessageKind kOutlivesLine{
    "question-cost-outlives-line",
    TWELVEFOLD_TEXT("Message", "Costs go on after their placements ended, for %1 children. Are "
                               "they still paid?"),
    TWELVEFOLD_TEXT("Message", "A cost goes on after its placement ended, for %1 child. Is it "
                               "still paid?")};

template<QuestionKind kind, CostTrouble trouble, const MessageKind& reason>
void askAboutDoubt(const QuestionInputs& inputs, std::vector<Question>& questions)
{
    std::vector<AskedOf> children;
    for (std::size_t row = 0; row < inputs.cohort.size(); ++row) {
        if (inputs.cohort.costTroubles[row].has(trouble))
            children.push_back(inputs.of(row, {reason, {inputs.cohort.census}}));
    }
    askOfMany(kind, std::move(children), questions);
}

template<const MessageKind& line>
Message lineOfDoubt(const std::vector<AskedOf>& children)
{
    return {line, {whole(children.size())}};
}

template<const MessageKind& kind>
Message ruleOfDoubt(const Options&)
{
    return {kind, {}};
}

} // namespace

const QuestionEntry kCostOfTwoPlacements{
    QuestionKind::costOfTwoPlacements,
    "cost_of_two_placements",
    "cost_of_two_placements",
    {TWELVEFOLD_TEXT("Word", "Costs of two placements")},
    ruleOfDoubt<kRuleTwoPlacements>,
    askAboutDoubt<QuestionKind::costOfTwoPlacements, CostTrouble::coreOfTwoPlacements,
                  kDoubtTwoPlacements>,
    lineOfDoubt<kTwoPlacementsLine>};
const QuestionEntry kCostTwice{
    QuestionKind::costTwice,
    "cost_twice",
    "cost_twice",
    {TWELVEFOLD_TEXT("Word", "The same cost twice")},
    ruleOfDoubt<kRuleTwice>,
    askAboutDoubt<QuestionKind::costTwice, CostTrouble::samePartTwice, kDoubtTwice>,
    lineOfDoubt<kTwiceLine>};
const QuestionEntry kCostOutsidePlacement{
    QuestionKind::costOutsidePlacement,
    "cost_outside_placement",
    "cost_outside_placement",
    {TWELVEFOLD_TEXT("Word", "Cost outside a placement")},
    ruleOfDoubt<kRuleOutside>,
    askAboutDoubt<QuestionKind::costOutsidePlacement, CostTrouble::outsideAnyPlacement,
                  kDoubtOutside>,
    lineOfDoubt<kOutsideLine>};
const QuestionEntry kCostOutlivesPlacement{
    QuestionKind::costOutlivesPlacement,
    "cost_outlives_placement",
    "cost_outlives_placement",
    {TWELVEFOLD_TEXT("Word", "Cost after its placement")},
    ruleOfDoubt<kRuleOutlives>,
    askAboutDoubt<QuestionKind::costOutlivesPlacement, CostTrouble::outlivesPlacement,
                  kDoubtOutlives>,
    lineOfDoubt<kOutlivesLine>};

} // namespace twelvefold::analysis
