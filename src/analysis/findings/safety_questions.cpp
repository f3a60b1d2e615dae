// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/compared.h"
#include "analysis/findings/question_rules.h"

// Safety and lawfulness: above all other questions, and never priced.
namespace twelvefold::analysis {
namespace {

using domain::Cohort;
using domain::Setting;

constexpr double kFarMiles = 20;
constexpr int kLatelyDays = 90;
constexpr double kMissingOften = 2; // times, and so many more than before
constexpr double kTenYears = 10, kEighteenYears = 18;

constexpr MessageKind kUnregisteredReason{
    "question-unregistered",
    TWELVEFOLD_TEXT("Message", "Lives in a placement that is not registered. When will the child "
                               "live in one that is, and who visits until then?")};
constexpr MessageKind kUnregisteredLine{
    "question-unregistered-line",
    TWELVEFOLD_TEXT("Message", "%1 children live in placements that are not registered, %2 a year. "
                               "When will they live in ones that are?"),
    TWELVEFOLD_TEXT("Message", "%1 child lives in a placement that is not registered, %2 a year. "
                               "When will the child live in one that is?")};
// Where no cost is recorded, it is not £0.
constexpr MessageKind kUnregisteredLineWithoutCost{
    "question-unregistered-without-cost-line",
    TWELVEFOLD_TEXT("Message", "%1 children live in placements that are not registered, and what "
                               "that costs is not recorded. When will they live in ones that are?"),
    TWELVEFOLD_TEXT("Message", "%1 child lives in a placement that is not registered, and what "
                               "that costs is not recorded. When will the child live in one that "
                               "is?")};
constexpr MessageKind kUnregisteredRule{
    "question-rule-unregistered",
    TWELVEFOLD_TEXT("Message", "Asked of every child in an unregistered placement.")};

constexpr MessageKind kUnderTenReason{
    "question-under-ten",
    TWELVEFOLD_TEXT("Message", "%1 years old and lives in a children's home. What keeps this child "
                               "from a family?")};
constexpr MessageKind kUnderTenLine{
    "question-under-ten-line",
    TWELVEFOLD_TEXT("Message", "%1 children under ten live in children's homes. What keeps them "
                               "from families?"),
    TWELVEFOLD_TEXT("Message", "%1 child under ten lives in a children's home. What keeps the "
                               "child from a family?")};
constexpr MessageKind kUnderTenRule{
    "question-rule-under-ten",
    TWELVEFOLD_TEXT("Message", "Asked of every child under ten in a children's home.")};

constexpr MessageKind kOverEighteenReason{
    "question-over-eighteen",
    TWELVEFOLD_TEXT("Message", "%1 years old and still counted as looked after. On what footing is "
                               "this young person cared for?")};
constexpr MessageKind kOverEighteenLine{
    "question-over-eighteen-line",
    TWELVEFOLD_TEXT("Message", "%1 people over 18 are still counted as looked after. On what "
                               "footing?"),
    TWELVEFOLD_TEXT("Message", "%1 person over 18 is still counted as looked after. On what "
                               "footing?")};
constexpr MessageKind kOverEighteenRule{
    "question-rule-over-eighteen",
    TWELVEFOLD_TEXT("Message", "Asked of everybody looked after who is 18 or older on the census "
                               "date.")};

constexpr MessageKind kFarReason{
    "question-far",
    TWELVEFOLD_TEXT("Message", "Placed on %1, %2 miles from home. Who agreed to the distance, and "
                               "what brings family and friends there?")};
constexpr MessageKind kFarLine{
    "question-far-line",
    TWELVEFOLD_TEXT("Message", "%1 children were placed over %2 miles from home in the last %3 "
                               "days. Who agreed to the distance?"),
    TWELVEFOLD_TEXT("Message", "%1 child was placed over %2 miles from home in the last %3 days. "
                               "Who agreed to the distance?")};
constexpr MessageKind kFarRule{
    "question-rule-far",
    TWELVEFOLD_TEXT("Message", "Asked where a placement over %1 miles from home began in the last "
                               "%2 days: once, when it can still be put right.")};

constexpr MessageKind kMissingReason{
    "question-missing-more",
    TWELVEFOLD_TEXT("Message", "Missing %1 times by the latest record, %2 times by the one before. "
                               "What draws this child away, and to whom?")};
constexpr MessageKind kMissingLine{
    "question-missing-more-line",
    TWELVEFOLD_TEXT("Message", "%1 children go missing more often than before. What draws them "
                               "away, and to whom?"),
    TWELVEFOLD_TEXT("Message", "%1 child goes missing more often than before. What draws the child "
                               "away, and to whom?")};
constexpr MessageKind kMissingRule{
    "question-rule-missing-more",
    TWELVEFOLD_TEXT("Message", "Asked where missing episodes are %1 or more by the latest record "
                               "of the last year, and at least %1 more than by the one before.")};

constexpr MessageKind kSoloReason{
    "question-solo",
    TWELVEFOLD_TEXT("Message", "Lives alone with staff and is deprived of liberty. What would have "
                               "to change for either to end, and when is that looked at next?")};
constexpr MessageKind kSoloLine{
    "question-solo-line",
    TWELVEFOLD_TEXT("Message", "%1 children live alone with staff and are deprived of liberty. "
                               "What would have to change?"),
    TWELVEFOLD_TEXT("Message", "%1 child lives alone with staff and is deprived of liberty. What "
                               "would have to change?")};
constexpr MessageKind kSoloRule{
    "question-rule-solo",
    TWELVEFOLD_TEXT("Message", "Asked of every child in a solo placement with a deprivation of "
                               "liberty.")};

std::optional<Message> unregistered(const Cohort& cohort, std::size_t row)
{
    return cohort.setting[row] == Setting::unregistered
               ? std::optional(Message{kUnregisteredReason, {}})
               : std::nullopt;
}

std::optional<Message> underTenInHome(const Cohort& cohort, std::size_t row)
{
    const auto age = cohort.age.at(row);
    return age && *age < kTenYears && cohort.setting[row] == Setting::childrensHome
               ? std::optional(Message{kUnderTenReason, {static_cast<std::int64_t>(*age)}})
               : std::nullopt;
}

std::optional<Message> overEighteen(const Cohort& cohort, std::size_t row)
{
    const auto age = cohort.age.at(row);
    return age && *age >= kEighteenYears
               ? std::optional(Message{kOverEighteenReason, {static_cast<std::int64_t>(*age)}})
               : std::nullopt;
}

std::optional<Message> farFromHome(const Cohort& cohort, std::size_t row)
{
    const auto miles = cohort.distanceMiles.at(row);
    const auto& placed = cohort.placedOn[row];
    return miles && *miles > kFarMiles && placed &&
                   domain::daysBetween(*placed, cohort.census) < kLatelyDays
               ? std::optional(Message{kFarReason, {*placed, rounded(*miles, 0)}})
               : std::nullopt;
}

std::optional<Message> missingMore(const Cohort& cohort, std::size_t row)
{
    for (const domain::OutcomeColumn& outcome : cohort.outcomes) {
        if (outcome.measure != "missing_episodes")
            continue;
        const auto now = outcome.values.at(row), before = outcome.earlier.at(row);
        const auto& on = outcome.recordedOn[row];
        if (now && before && on && cohort.census.plusMonths(-12) < *on && *now >= kMissingOften &&
            *now - *before >= kMissingOften)
            return Message{kMissingReason, {rounded(*now, 0), rounded(*before, 0)}};
    }
    return std::nullopt;
}

std::optional<Message> soloDeprived(const Cohort& cohort, std::size_t row)
{
    return cohort.solo[row].value_or(false) && cohort.deprivationOfLiberty[row].value_or(false)
               ? std::optional(Message{kSoloReason, {}})
               : std::nullopt;
}

} // namespace

const QuestionEntry kUnregistered{
    QuestionKind::unregistered,
    "unregistered",
    "safety",
    {TWELVEFOLD_TEXT("Word", "Placement not registered")},
    [](const Options&) {
        return Message{kUnregisteredRule, {}};
    },
    askOfRecords<QuestionKind::unregistered, unregistered>,
    [](const std::vector<AskedOf>& children) {
        const double cost = yearlyCost(children);
        return cost > 0 ? Message{kUnregisteredLine, {whole(children.size()), roundly(cost)}}
                        : Message{kUnregisteredLineWithoutCost, {whole(children.size())}};
    }};
const QuestionEntry kUnderTenInHome{QuestionKind::underTenInHome,
                                    "under_ten_in_home",
                                    "safety",
                                    {TWELVEFOLD_TEXT("Word", "Under ten in a children's home")},
                                    [](const Options&) {
                                        return Message{kUnderTenRule, {}};
                                    },
                                    askOfRecords<QuestionKind::underTenInHome, underTenInHome>,
                                    [](const std::vector<AskedOf>& children) {
                                        return Message{kUnderTenLine, {whole(children.size())}};
                                    }};
const QuestionEntry kOverEighteen{QuestionKind::overEighteen,
                                  "over_eighteen",
                                  "safety",
                                  {TWELVEFOLD_TEXT("Word", "Over 18 and still counted")},
                                  [](const Options&) {
                                      return Message{kOverEighteenRule, {}};
                                  },
                                  askOfRecords<QuestionKind::overEighteen, overEighteen>,
                                  [](const std::vector<AskedOf>& children) {
                                      return Message{kOverEighteenLine, {whole(children.size())}};
                                  }};
const QuestionEntry kFarFromHome{
    QuestionKind::farFromHome,
    "far_from_home",
    "safety",
    {TWELVEFOLD_TEXT("Word", "Newly placed far from home")},
    [](const Options&) {
        return Message{kFarRule, {kFarMiles, std::int64_t{kLatelyDays}}};
    },
    askOfRecords<QuestionKind::farFromHome, farFromHome>,
    [](const std::vector<AskedOf>& children) {
        return Message{kFarLine, {whole(children.size()), kFarMiles, std::int64_t{kLatelyDays}}};
    }};
const QuestionEntry kMissingMore{QuestionKind::missingMore,
                                 "missing_more",
                                 "safety",
                                 {TWELVEFOLD_TEXT("Word", "Missing more often")},
                                 [](const Options&) {
                                     return Message{kMissingRule, {kMissingOften}};
                                 },
                                 askOfRecords<QuestionKind::missingMore, missingMore>,
                                 [](const std::vector<AskedOf>& children) {
                                     return Message{kMissingLine, {whole(children.size())}};
                                 }};
const QuestionEntry kSoloDeprivedOfLiberty{
    QuestionKind::soloDeprivedOfLiberty,
    "solo_deprived_of_liberty",
    "safety",
    {TWELVEFOLD_TEXT("Word", "Solo and deprived of liberty")},
    [](const Options&) {
        return Message{kSoloRule, {}};
    },
    askOfRecords<QuestionKind::soloDeprivedOfLiberty, soloDeprived>,
    [](const std::vector<AskedOf>& children) {
        return Message{kSoloLine, {whole(children.size())}};
    }};

} // namespace twelvefold::analysis
