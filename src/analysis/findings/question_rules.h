// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings/noise.h"
#include "analysis/findings/paid_care.h"
#include "analysis/questions.h"

#include <optional>
#include <utility>
#include <vector>

namespace twelvefold::analysis {

// What questions are asked from.
struct QuestionInputs
{
    const domain::Cohort& cohort; // everyone of the day
    const PaidCare& care;
    const Noise& noise;
    const Options& options;
    // Row of the cohort and what is known of the child's care, of those in paid care.
    std::vector<std::pair<std::size_t, const PaidChild*>> paid;
    std::vector<RuleTold>& rules; // one a kind: a rule says how often it would ask on nothing

    RuleTold& rule(QuestionKind kind) const { return rules[static_cast<std::size_t>(kind)]; }
    AskedOf of(std::size_t row, Message reason) const;
};

// Appends the line of many that these children make; nothing without any.
void askOfMany(QuestionKind kind, std::vector<AskedOf> children, std::vector<Question>& questions);

// The children for whom there is a reason to ask, by row.
using ReasonToAsk = std::optional<Message> (*)(const domain::Cohort& cohort, std::size_t row);
enum class Among
{
    lookedAfter,
    everybody
};
std::vector<AskedOf> withReason(const QuestionInputs& inputs, ReasonToAsk reasonOf, Among among);

// Asks what is told of each child's records alone, in one line of many.
template<QuestionKind kind, ReasonToAsk reasonOf, Among among = Among::lookedAfter>
void askOfRecords(const QuestionInputs& inputs, std::vector<Question>& questions)
{
    askOfMany(kind, withReason(inputs, reasonOf, among), questions);
}

// What they cost in a year together, of those whose cost is known.
double yearlyCost(const std::vector<AskedOf>& children);

inline domain::Argument roundly(double pounds)
{
    return domain::AboutPounds{pounds};
}

// How many weeks of a year are left until the child is 18.
double weeksToCome(const domain::Cohort& cohort, std::size_t row);

extern const QuestionEntry kUnregistered, kUnderTenInHome, kOverEighteen, kFarFromHome,
    kMissingMore, kSoloDeprivedOfLiberty;                      // safety_questions.cpp
extern const QuestionEntry kPriceAbove, kPriceBelow;           // price_questions.cpp
extern const QuestionEntry kPlacementQuestion;                 // placement_question.cpp
extern const QuestionEntry kStepDown;                          // step_down.cpp
extern const QuestionEntry kReviewDue;                         // review_due.cpp
extern const QuestionEntry kBreakdownSigns;                    // breakdown_signs.cpp
extern const QuestionEntry kStale, kNeedMissing, kCostMissing; // missing_and_stale.cpp
extern const QuestionEntry kCostOfTwoPlacements, kCostTwice, kCostOutsidePlacement,
    kCostOutlivesPlacement; // doubtful_costs.cpp

inline constexpr const QuestionEntry* kQuestionEntries[] = {&kUnregistered,
                                                            &kUnderTenInHome,
                                                            &kOverEighteen,
                                                            &kFarFromHome,
                                                            &kMissingMore,
                                                            &kSoloDeprivedOfLiberty,
                                                            &kPriceAbove,
                                                            &kPlacementQuestion,
                                                            &kStepDown,
                                                            &kPriceBelow,
                                                            &kReviewDue,
                                                            &kBreakdownSigns,
                                                            &kStale,
                                                            &kNeedMissing,
                                                            &kCostMissing,
                                                            &kCostOfTwoPlacements,
                                                            &kCostTwice,
                                                            &kCostOutsidePlacement,
                                                            &kCostOutlivesPlacement};

} // namespace twelvefold::analysis
