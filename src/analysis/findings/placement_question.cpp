// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/compared.h"
#include "analysis/findings/need_change.h"
#include "analysis/findings/question_rules.h"
#include "analysis/findings/residential_children.h"
#include "analysis/findings/yearly_worth.h"

// Children in residential care whose needs most often are met in families.
namespace twelvefold::analysis {
namespace {

// By how many needs call for intensive support, and whether a second rating agrees.
constexpr MessageKind kPlacementSays[kFewIntensive + 1][2] = {
    {{"question-placement-none",
      TWELVEFOLD_TEXT(
          "Message",
          "In residential care at %1 a week, though none of the needs "
          "scored calls for intensive support; of children of such need and age %2 in 100 "
          "live there. In families they cost about %3. Have the needs rated "
          "a second time first: could a family meet them?")},
     {"question-placement-none-rated-twice",
      TWELVEFOLD_TEXT(
          "Message",
          "In residential care at %1 a week, though none of the needs "
          "scored calls for intensive support, as a second rating has it too; of children of "
          "such need and age %2 in 100 live there. In families they cost "
          "about %3. Could a family meet these needs?")}},
    {{"question-placement-one",
      TWELVEFOLD_TEXT(
          "Message",
          "In residential care at %1 a week, though only one of the "
          "needs scored calls for intensive support; of children of such need and age %2 in 100 "
          "live there. In families they cost about %3. Have the needs rated "
          "a second time first: could a family meet them?")},
     {"question-placement-one-rated-twice",
      TWELVEFOLD_TEXT(
          "Message",
          "In residential care at %1 a week, though only one of the "
          "needs scored calls for intensive support, as a second rating has it too; of children of "
          "such need and age %2 in 100 live there. In families they cost "
          "about %3. Could a family meet these needs?")}}};
constexpr MessageKind kPlacementRule{
    "question-rule-placement",
    TWELVEFOLD_TEXT("Message", "Asked in residential care where no more than one domain calls for "
                               "intensive support, fewer than half of the children of such need "
                               "and age live there, and the needs were assessed in the last %1 "
                               "days; not in secure settings, where a court orders the stay.")};
constexpr MessageKind kMoveStep{
    "question-move-step",
    TWELVEFOLD_TEXT("Message", "%1 a week now, %2 where such needs are met in families, for the %3 "
                               "weeks to come within a year.")};
constexpr MessageKind kMoveWorthStep{
    "question-move-worth-step",
    TWELVEFOLD_TEXT("Message", "If a move is agreed and holds %1 are saved in that time; if it "
                               "fails, %2.")};

// Of the children rated twice with no more than one such domain, how many had more by the second
// rating: how often noise alone asks.
std::optional<double> unconfirmed(const domain::Cohort& cohort)
{
    if (!cohort.secondRatings)
        return std::nullopt;
    const domain::SecondRatings& ratings = *cohort.secondRatings;
    std::size_t asked = 0, more = 0;
    for (std::size_t pair = 0; pair < ratings.size(); ++pair) {
        if (intensiveNeeds(*cohort.framework, ratings.firstLevels, pair) > kFewIntensive)
            continue;
        ++asked;
        more += intensiveNeeds(*cohort.framework, ratings.secondLevels, pair) > kFewIntensive;
    }
    return asked < kFewestSecondRatings
               ? std::nullopt
               : std::optional(static_cast<double>(more) / static_cast<double>(asked));
}

std::optional<std::size_t> secondRatingOf(const domain::Cohort& cohort, std::size_t row)
{
    if (!cohort.secondRatings)
        return std::nullopt;
    const domain::SecondRatings& ratings = *cohort.secondRatings;
    for (std::size_t pair = 0; pair < ratings.size(); ++pair) {
        if (ratings.pseudonym[pair] == cohort.pseudonym[row] &&
            ratings.assessedOn[pair] == cohort.assessedOn[row])
            return pair;
    }
    return std::nullopt;
}

void askAboutPlacements(const QuestionInputs& inputs, std::vector<Question>& questions)
{
    const domain::Cohort& cohort = inputs.cohort;
    std::size_t asked = 0;
    for (const auto& [row, child] : inputs.paid) {
        const int intensive = intensiveNeeds(*cohort.framework, cohort.levels, row);
        if (!isResidential(child->setting) || intensive > kFewIntensive || !child->familyCost ||
            child->residentialChance >= 0.5 || isStale(cohort, row))
            continue;
        const auto again = secondRatingOf(cohort, row);
        if (again && intensiveNeeds(*cohort.framework, cohort.secondRatings->secondLevels, *again) >
                         kFewIntensive)
            continue;
        ++asked;
        const Message says{kPlacementSays[intensive][again ? 1 : 0],
                           {roundly(child->cost), rounded(100 * child->residentialChance, 0),
                            roundly(*child->familyCost)}};
        questions.push_back(moveQuestion(inputs, QuestionKind::placement, row, *child, says));
    }
    if (const auto share = cohort.framework ? unconfirmed(cohort) : std::nullopt)
        inputs.rule(QuestionKind::placement).onNothing = *share * static_cast<double>(asked);
}

} // namespace

int intensiveNeeds(const domain::NeedsFramework& framework, const domain::LevelColumns& levels,
                   std::size_t row)
{
    const int intensive = intensiveLevel(framework);
    return static_cast<int>(std::ranges::count_if(
        levels.byDomain, [&](const auto& column) { return column[row] >= intensive; }));
}

Question moveQuestion(const QuestionInputs& inputs, QuestionKind kind, std::size_t row,
                      const PaidChild& child, const Message& says)
{
    Question question;
    question.kind = kind;
    question.says = says;
    question.children = {inputs.of(row, says)};
    const double weeks = weeksToCome(inputs.cohort, row);
    const WorthParts parts = worthOfMove(child.cost, *child.familyCost, weeks);
    question.parts = parts;
    question.steps = {
        Message{kMoveStep, {roundly(child.cost), roundly(*child.familyCost), rounded(weeks, 0)}},
        Message{kMoveWorthStep, {roundly(parts.move + parts.holds), roundly(parts.move)}}};
    return question;
}

const QuestionEntry kPlacementQuestion{
    QuestionKind::placement,
    "placement",
    "placement",
    {TWELVEFOLD_TEXT("Word", "Residential care for needs met in families")},
    [](const Options&) {
        return Message{kPlacementRule, {std::int64_t{kStaleAfterDays}}};
    },
    askAboutPlacements};

} // namespace twelvefold::analysis
