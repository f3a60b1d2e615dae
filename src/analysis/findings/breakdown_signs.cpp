// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/compared.h"
#include "analysis/findings/question_rules.h"

#include <algorithm>
#include <optional>

// Signs of the last ninety days that a placement may not hold. Each that is present is listed; none
// is weighed or added up, since nothing here has shown which of them foretell an end.
namespace twelvefold::analysis {
namespace {

using domain::Word;

// As many sentences as there may be signs, so that each can be put well in any language.
constexpr MessageKind kSigns[] = {
    {"question-breakdown-1",
     TWELVEFOLD_TEXT("Message", "This placement may be under strain: %1 (%2). "
                                "What would steady it?")},
    {"question-breakdown-2",
     TWELVEFOLD_TEXT("Message", "This placement may be under strain: %1 (%2), %3 (%4). What would "
                                "steady it?")},
    {"question-breakdown-3",
     TWELVEFOLD_TEXT("Message", "This placement may be under strain: %1 (%2), %3 (%4), %5 (%6). "
                                "What would steady it?")},
    {"question-breakdown-4",
     TWELVEFOLD_TEXT("Message", "This placement may be under strain: %1 (%2), %3 (%4), %5 (%6), %7 "
                                "(%8). What would steady it?")}};
constexpr MessageKind kSignsFar[] = {
    {"question-breakdown-far-1",
     TWELVEFOLD_TEXT("Message", "This placement may be under strain: %1 (%2), and it is %3 miles "
                                "from home. What would steady it?")},
    {"question-breakdown-far-2",
     TWELVEFOLD_TEXT("Message", "This placement may be under strain: %1 (%2), %3 (%4), and it is "
                                "%5 miles from home. What would steady it?")},
    {"question-breakdown-far-3",
     TWELVEFOLD_TEXT("Message", "This placement may be under strain: %1 (%2), %3 (%4), %5 (%6), "
                                "and it is %7 miles from home. What would steady it?")},
    {"question-breakdown-far-4",
     TWELVEFOLD_TEXT("Message", "This placement may be under strain: %1 (%2), %3 (%4), %5 (%6), %7 "
                                "(%8), and it is %9 miles from home. What would steady it?")}};
constexpr MessageKind kBreakdownLine{
    "question-breakdown-line",
    TWELVEFOLD_TEXT("Message", "%1 placements show signs of strain in the last %2 days. What would "
                               "steady them?"),
    TWELVEFOLD_TEXT("Message", "%1 placement shows signs of strain in the last %2 days. What would "
                               "steady it?")};
constexpr MessageKind kBreakdownRule{
    "question-rule-breakdown",
    TWELVEFOLD_TEXT("Message", "Asked where at least one of these fell into the last %1 days: %2 "
                               "moves or more, a move nobody planned, a record of %3 times missing "
                               "or more, an assessment with a domain of strain or safety %4 levels "
                               "or more above the one at least half a year before it. More than %5 "
                               "miles from home is listed beside "
                               "them. Each present is listed; none is weighed.")};

constexpr Word kMoves{TWELVEFOLD_TEXT("Word", "moves in 90 days")};
constexpr Word kUnplanned{TWELVEFOLD_TEXT("Word", "moves nobody planned")};
constexpr Word kMissing{TWELVEFOLD_TEXT("Word", "times missing")};
constexpr Word kRisen{TWELVEFOLD_TEXT("Word", "levels up in strain or safety")};

// From so many on.
constexpr int kDaysOfSigns = 90;
constexpr double kMovesOfStrain = 2;
constexpr double kMissingOfStrain = 2;
constexpr double kRiseOfStrain = 2; // levels
constexpr double kMilesBeside = 20; // listed beside another sign, never alone

struct Sign
{
    Word what;
    double howMany = 0;
};

bool isLately(const domain::Cohort& cohort, const std::optional<domain::Date>& day)
{
    return day && domain::daysBetween(*day, cohort.census) < kDaysOfSigns;
}

std::optional<double> missingLately(const domain::Cohort& cohort, std::size_t row)
{
    if (const auto times = cohort.missingInQuarter.at(row))
        return times;
    for (const domain::OutcomeColumn& outcome : cohort.outcomes) {
        if (outcome.measure == "missing_episodes" && isLately(cohort, outcome.recordedOn[row]))
            return outcome.values.at(row);
    }
    return std::nullopt;
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

std::optional<Message> signsOf(const domain::Cohort& cohort, std::size_t row,
                               const std::vector<std::size_t>& domains)
{
    std::vector<Sign> signs;
    const auto add = [&signs](Word what, std::optional<double> howMany, double atLeast) {
        if (howMany && *howMany >= atLeast)
            signs.push_back({what, *howMany});
    };
    add(kMoves, cohort.movesInQuarter.at(row), kMovesOfStrain);
    add(kUnplanned, cohort.unplannedMovesInQuarter.at(row), 1);
    add(kMissing, missingLately(cohort, row), kMissingOfStrain);
    if (isLately(cohort, cohort.assessedOn[row]))
        add(kRisen, largestRise(cohort, row, domains), kRiseOfStrain);
    if (signs.empty())
        return std::nullopt;
    const auto miles = cohort.distanceMiles.at(row);
    const bool far = miles && *miles > kMilesBeside;
    Message reason{(far ? kSignsFar : kSigns)[signs.size() - 1], {}};
    for (const Sign& sign : signs) {
        reason.arguments.emplace_back(sign.what);
        reason.arguments.emplace_back(rounded(sign.howMany, 0));
    }
    if (far)
        reason.arguments.emplace_back(rounded(*miles, 0));
    return reason;
}

void askAboutStrain(const QuestionInputs& inputs, std::vector<Question>& questions)
{
    const domain::Cohort& cohort = inputs.cohort;
    const std::vector<std::size_t> domains =
        cohort.framework ? strainDomains(*cohort.framework) : std::vector<std::size_t>();
    std::vector<AskedOf> children;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        // Of a child who lives nowhere there is no placement to steady.
        if (!cohort.setting[row])
            continue;
        if (auto reason = signsOf(cohort, row, domains))
            children.push_back(inputs.of(row, std::move(*reason)));
    }
    askOfMany(QuestionKind::breakdown, std::move(children), questions);
}

} // namespace

const QuestionEntry kBreakdownSigns{
    QuestionKind::breakdown,
    "breakdown",
    "breakdown",
    {TWELVEFOLD_TEXT("Word", "Breakdown signs")},
    [](const Options&) {
        return Message{kBreakdownRule,
                       {std::int64_t{kDaysOfSigns}, kMovesOfStrain, kMissingOfStrain, kRiseOfStrain,
                        kMilesBeside}};
    },
    askAboutStrain,
    [](const std::vector<AskedOf>& children) {
        return Message{kBreakdownLine, {whole(children.size()), std::int64_t{kDaysOfSigns}}};
    }};

} // namespace twelvefold::analysis
