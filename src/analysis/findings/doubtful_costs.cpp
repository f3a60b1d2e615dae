// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/compared.h"
#include "analysis/findings/question_rules.h"

// Costs that may be counted twice, or paid for where the child no longer lives.
namespace twelvefold::analysis {
namespace {

using domain::CostTrouble;

struct Doubt
{
    QuestionKind kind;
    CostTrouble trouble;
    const char* token;
    domain::Word title;
    MessageKind reason, line, rule;
};

constexpr Doubt kDoubts[] = {
    {QuestionKind::costOfTwoPlacements,
     CostTrouble::coreOfTwoPlacements,
     "cost_of_two_placements",
     {TWELVEFOLD_TEXT("Word", "Costs of two placements")},
     {"question-cost-of-two-placements",
      TWELVEFOLD_TEXT("Message", "Core costs of two placements run on %1. Did one of them end?")},
     {"question-two-placements-line",
      TWELVEFOLD_TEXT("Message", "Core costs of two placements run for %1 children. Did one of "
                                 "them end?"),
      TWELVEFOLD_TEXT("Message", "Core costs of two placements run for %1 child. Did one of them "
                                 "end?")},
     {"question-rule-cost-of-two-placements",
      TWELVEFOLD_TEXT("Message", "Asked where core costs of two placements run on the census "
                                 "date, or one of a placement and one of none. Single payments "
                                 "do not count.")}},
    {QuestionKind::costTwice,
     CostTrouble::samePartTwice,
     "cost_twice",
     {TWELVEFOLD_TEXT("Word", "The same cost twice")},
     {"question-cost-twice",
      TWELVEFOLD_TEXT("Message", "Two costs of the same kind and payer run in one placement on "
                                 "%1. Is one of them counted twice?")},
     {"question-cost-twice-line",
      TWELVEFOLD_TEXT("Message", "The same cost may be counted twice for %1 children. Is it?"),
      TWELVEFOLD_TEXT("Message", "The same cost may be counted twice for %1 child. Is it?")},
     {"question-rule-cost-twice",
      TWELVEFOLD_TEXT("Message", "Asked where two costs of one placement that run on the census "
                                 "date are of the same kind and paid by the same payer. Single "
                                 "payments do not count.")}},
    {QuestionKind::costOutsidePlacement,
     CostTrouble::outsideAnyPlacement,
     "cost_outside_placement",
     {TWELVEFOLD_TEXT("Word", "Cost outside a placement")},
     {"question-cost-outside-placement",
      TWELVEFOLD_TEXT("Message", "A cost runs on %1, and no placement is recorded that day. What "
                                 "is it paid for?")},
     {"question-cost-outside-line",
      TWELVEFOLD_TEXT("Message", "Costs run for %1 children who are in no placement. What is paid "
                                 "for?"),
      TWELVEFOLD_TEXT("Message", "A cost runs for %1 child who is in no placement. What is paid "
                                 "for?")},
     {"question-rule-cost-outside-placement",
      TWELVEFOLD_TEXT("Message", "Asked where a cost of a child looked after runs on the census "
                                 "date and no placement does. Single payments do not count.")}},
    {QuestionKind::costOutlivesPlacement,
     CostTrouble::outlivesPlacement,
     "cost_outlives_placement",
     {TWELVEFOLD_TEXT("Word", "Cost after its placement")},
     {"question-cost-outlives-placement",
      TWELVEFOLD_TEXT("Message", "A cost still runs on %1, after its placement has ended. Is it "
                                 "still paid?")},
     {"question-cost-outlives-line",
      TWELVEFOLD_TEXT("Message", "Costs go on after their placements ended, for %1 children. Are "
                                 "they still paid?"),
      TWELVEFOLD_TEXT("Message", "A cost goes on after its placement ended, for %1 child. Is it "
                                 "still paid?")},
     {"question-rule-cost-outlives-placement",
      TWELVEFOLD_TEXT("Message", "Asked where a cost runs on the census date and the placement "
                                 "that it is for has ended. Single payments do not count.")}}};

template<std::size_t which>
std::optional<Message> reasonToDoubt(const domain::Cohort& cohort, std::size_t row)
{
    return cohort.costTroubles[row].has(kDoubts[which].trouble)
               ? std::optional(Message{kDoubts[which].reason, {cohort.census}})
               : std::nullopt;
}

template<std::size_t which>
constexpr QuestionEntry entryOfDoubt()
{
    constexpr const Doubt& doubt = kDoubts[which];
    return {doubt.kind,
            doubt.token,
            doubt.token,
            doubt.title,
            [](const Options&) {
                return Message{kDoubts[which].rule, {}};
            },
            askOfRecords<doubt.kind, reasonToDoubt<which>, Among::everybody>,
            [](const std::vector<AskedOf>& children) {
                return Message{kDoubts[which].line, {whole(children.size())}};
            }};
}

} // namespace

const QuestionEntry kCostOfTwoPlacements = entryOfDoubt<0>();
const QuestionEntry kCostTwice = entryOfDoubt<1>();
const QuestionEntry kCostOutsidePlacement = entryOfDoubt<2>();
const QuestionEntry kCostOutlivesPlacement = entryOfDoubt<3>();

} // namespace twelvefold::analysis
