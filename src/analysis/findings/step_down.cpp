// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/compared.h"
#include "analysis/findings/need_change.h"
#include "analysis/findings/residential_children.h"
#include "statistics/description/descriptive.h"
#include "statistics/numbers/distributions.h"

#include <algorithm>
#include <array>
#include <cmath>

// Children in residential care whose needs have fallen so far that a family might meet them. Ruled
// out for any child with even one need that still calls for intensive support.
namespace twelvefold::analysis {
namespace {

using domain::Setting;

constexpr MessageKind kStepDownSays{
    "question-step-down",
    TWELVEFOLD_TEXT("Message", "Total need was %1 on %2 and is %3 now, and no domain calls for "
                               "intensive support. What has fallen: %4. A second rater would agree "
                               "%5 times in 100 that it fell. %6 a week now; in families about %7. "
                               "Could a move be right, and when?")};
constexpr MessageKind kStepDownSaysUnmeasured{
    "question-step-down-unmeasured",
    TWELVEFOLD_TEXT("Message", "Total need was %1 on %2 and is %3 now, and no domain calls for "
                               "intensive support. What has fallen: %4. How sure that is cannot be "
                               "said until needs are rated twice. %5 a week now; in families about "
                               "%6. Could a move be right, and when?")};
constexpr MessageKind kStepDownRule{
    "question-rule-step-down",
    TWELVEFOLD_TEXT("Message", "Asked in residential care where total need has fallen by more than "
                               "two ratings of the same would differ (by %1 or more where that is "
                               "not measured) and no domain calls for intensive support any more; "
                               "not in secure settings, nor of needs assessed over %2 days ago.")};

// Where noise is not measured the fall must be so clear.
constexpr double kClearFall = 4;

constexpr std::array kResidential{Setting::childrensHome, Setting::school, Setting::unregistered,
                                  Setting::other};

// "Education and learning 3 → 1, …": the largest falls first.
std::string whatFell(const domain::Cohort& cohort, std::size_t row)
{
    struct Fall
    {
        int by = 0;
        std::size_t domain = 0;
    };
    std::vector<Fall> falls;
    for (std::size_t d = 0; d < cohort.levels.byDomain.size(); ++d) {
        const int now = cohort.levels.byDomain[d][row];
        const int then = cohort.earlierLevels.byDomain[d][row];
        if (now != domain::kNoLevel && then > now)
            falls.push_back({then - now, d});
    }
    std::stable_sort(falls.begin(), falls.end(),
                     [](const Fall& a, const Fall& b) { return a.by > b.by; });
    std::string text;
    for (const Fall& fall : falls) {
        const int now = cohort.levels.byDomain[fall.domain][row];
        text += (text.empty() ? "" : ", ") + cohort.framework->domains()[fall.domain].title + " " +
                std::to_string(now + fall.by) + " → " + std::to_string(now);
    }
    return text;
}

// The chance that a second rating of now would again lie so far below then: it is drawn towards the
// mean by the reliability, and as noisy as the first.
std::optional<double> agreement(const QuestionInputs& inputs, double mean, double then, double now,
                                double reliableFall)
{
    const Noise& noise = inputs.noise;
    if (!noise.sem || *noise.sem <= 0 || !noise.reliability)
        return std::nullopt;
    const double expected = mean + *noise.reliability * (now - mean);
    const double spread = *noise.sem * std::sqrt(1 + *noise.reliability);
    return normalCdf((then - reliableFall - expected) / spread);
}

Message stepDownSays(const QuestionInputs& inputs, std::size_t row, const PaidChild& child,
                     std::optional<double> agrees)
{
    const domain::Cohort& cohort = inputs.cohort;
    Message says{agrees ? kStepDownSays : kStepDownSaysUnmeasured,
                 {rounded(cohort.earlierTotal.values[row], 1),
                  cohort.earlierAssessedOn[row].value_or(cohort.census),
                  rounded(cohort.needTotal.values[row], 1), whatFell(cohort, row)}};
    if (agrees)
        says.arguments.emplace_back(rounded(100 * *agrees, 0));
    says.arguments.push_back(roundly(child.cost));
    says.arguments.push_back(roundly(*child.familyCost));
    return says;
}

void askAboutStepDown(const QuestionInputs& inputs, std::vector<Question>& questions)
{
    const domain::Cohort& cohort = inputs.cohort;
    const ReliableFall rule = reliableFall(cohort, inputs.options, inputs.noise, kClearFall);
    std::vector<double> totals;
    for (const auto& [row, child] : inputs.paid)
        totals.push_back(child->total);
    const double mean = statistics::mean(totals).value_or(0);
    std::size_t couldFall = 0;
    for (const auto& [row, child] : inputs.paid) {
        const auto then = cohort.earlierTotal.at(row);
        if (!isResidential(child->setting) || !then || !child->familyCost || isStale(cohort, row) ||
            intensiveNeeds(*cohort.framework, cohort.levels, row) > 0)
            continue;
        ++couldFall;
        if (!rule.fell(*then - child->total))
            continue;
        const auto agrees = agreement(inputs, mean, *then, child->total, rule.levels);
        questions.push_back(moveQuestion(inputs, QuestionKind::stepDown, row, *child,
                                         stepDownSays(inputs, row, *child, agrees)));
    }
    if (inputs.noise.sem && rule.known)
        inputs.rule(QuestionKind::stepDown).onNothing =
            changedByNoise(couldFall, rule.levels, stepOfTotals(*cohort.framework),
                           inputs.noise.error())
                .expected;
}

} // namespace

bool isResidential(std::optional<Setting> setting)
{
    return setting && std::ranges::find(kResidential, *setting) != kResidential.end();
}

const QuestionEntry kStepDown{
    QuestionKind::stepDown,
    "step_down",
    "step_down",
    {TWELVEFOLD_TEXT("Word", "Possible step-down")},
    [](const Options&) {
        return Message{kStepDownRule, {kClearFall, std::int64_t{kStaleAfterDays}}};
    },
    askAboutStepDown};

} // namespace twelvefold::analysis
