// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/quantile_lines.h"

#include "analysis/findings/compared.h"
#include "analysis/statistics.h"
#include "statistics/regression/isotonic.h"
#include "statistics/regression/quantile_regression.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kQuantileLinesTooFew{
    "quantile-lines-too-few",
    TWELVEFOLD_TEXT("Message", "Only %1 children have both a need total and a cost: lines at the "
                               "10 % and 90 % quantiles need at least %2.")};
constexpr MessageKind kQuantileLinesOneNeed{
    "quantile-lines-one-need",
    TWELVEFOLD_TEXT("Message", "All need totals are equal, so cost cannot be set against them.")};
constexpr MessageKind kNotSettled{
    "quantile-lines-not-settled",
    TWELVEFOLD_TEXT("Message",
                    "The search for the lines at the quantiles did not come to an end.")};
constexpr MessageKind kLinesMethod{
    "quantile-lines-method",
    TWELVEFOLD_TEXT("Message",
                    "Lines through the logarithm of weekly cost on total need that 10 %, "
                    "50 % and 90 % of children lie below (quantile regression).")};
constexpr MessageKind kPounds{
    "quantile-lines-pounds",
    TWELVEFOLD_TEXT("Message", "By these lines a typical child with a need of %1 costs %2 a week, "
                               "and the middle 80 % of such children between %3 and %4.")};
constexpr MessageKind kCross{
    "quantile-lines-cross",
    TWELVEFOLD_TEXT("Message", "The lines cross within the range of need: where they do, their "
                               "costs are put in order.")};
constexpr MessageKind kStepsMethod{
    "cost-steps-method",
    TWELVEFOLD_TEXT("Message", "Steps of the logarithm of weekly cost that never fall as total "
                               "need rises and lie closest to it (isotonic regression), beside the "
                               "straight line.")};
constexpr MessageKind kSteps{
    "cost-steps-summary",
    TWELVEFOLD_TEXT("Message", "Steps that never fall as need rises explain %1 % of the spread of "
                               "log weekly cost; a straight line explains %2 %.")};
constexpr MessageKind kFalls{
    "cost-steps-falls",
    TWELVEFOLD_TEXT("Message",
                    "Cost falls as need rises, on the whole: a falling line explains "
                    "%2 % of the spread of log weekly cost, steps that never fall %1 %.")};
constexpr MessageKind kChance{
    "cost-steps-chance",
    TWELVEFOLD_TEXT("Message", "The %1 steps follow chance as well: a small gap does not speak "
                               "against the line.")};

constexpr double kTaus[] = {0.1, 0.5, 0.9};
constexpr std::size_t kQuantileLinesLeast =
    20; // two children below the 10 % line: as many as coefficients

struct Columns
{
    std::vector<double> need, logCost;
};

// In order of need and cost: among lines that lose as little, the one found must not depend on the
// order in which the children came.
Columns inOrder(const Compared& children)
{
    std::vector<std::pair<double, double>> both(children.size());
    for (std::size_t i = 0; i < both.size(); ++i)
        both[i] = {children.total[i], children.logCost[i]};
    std::ranges::sort(both);
    Columns columns;
    for (const auto& [need, logCost] : both) {
        columns.need.push_back(need);
        columns.logCost.push_back(logCost);
    }
    return columns;
}

double costOn(const QuantileLine& line, double need)
{
    return std::exp(line.intercept + line.slope * need);
}

bool crossedAt(const std::vector<QuantileLine>& lines, double need)
{
    return !std::ranges::is_sorted(lines, {},
                                   [&](const QuantileLine& line) { return costOn(line, need); });
}

Message inWords(double need, const std::vector<double>& costs)
{
    return {kPounds,
            {rounded(need, 1), inPounds(costs[1]), inPounds(costs[0]), inPounds(costs[2])}};
}

void addCosts(QuantileLines& result)
{
    std::vector<Message>& steps = result.trace.steps;
    if (crossedAt(result.lines, result.leastNeed) || crossedAt(result.lines, result.greatestNeed))
        steps.push_back({kCross, {}});
    for (const double need : {result.leastNeed, result.greatestNeed})
        result.inPounds.push_back(inWords(need, result.costsAt(need)));
    steps.insert(steps.end(), result.inPounds.begin(), result.inPounds.end());
}

} // namespace

std::vector<double> QuantileLines::costsAt(double need) const
{
    std::vector<double> costs;
    for (const QuantileLine& line : lines)
        costs.push_back(costOn(line, need));
    rearrange(costs);
    return costs;
}

QuantileLines quantileLines(const domain::Cohort& cohort)
{
    const Compared children = compared(cohort);
    QuantileLines result;
    result.trace = children.traceBy({kLinesMethod, {}});
    result.trace.formula =
        "log(cost) = a + b·need with the least Σ e(τ − [e < 0]), e = log(cost) − "
        "a − b·need, at τ = 0.1, 0.5, 0.9";
    result.trace.reference = "Koenker & Bassett 1978, Regression quantiles, Econometrica 46; "
                             "crossing lines: Chernozhukov, Fernández-Val & Galichon 2010, "
                             "Econometrica 78";
    if (children.size() < kQuantileLinesLeast)
        return undefinedBy(
            result, {kQuantileLinesTooFew, {whole(children.size()), whole(kQuantileLinesLeast)}});
    const Columns columns = inOrder(children);
    result.leastNeed = columns.need.front();
    result.greatestNeed = columns.need.back();
    if (result.leastNeed == result.greatestNeed)
        return undefinedBy(result, {kQuantileLinesOneNeed, {}});
    Design design(columns.need.size());
    design.intercept().column("need_total", columns.need);
    for (const QuantileFit& fit : quantileRegression(design, columns.logCost, kTaus, false)) {
        if (fit.undefined || !fit.converged) {
            result.undefined = fit.undefined ? *fit.undefined : Message{kNotSettled, {}};
            result.lines.clear();
            result.trace.steps.clear();
            return result;
        }
        result.lines.push_back(
            {fit.tau, fit.coefficients[0].estimate, fit.coefficients[1].estimate});
        result.trace.steps.insert(result.trace.steps.end(), fit.notes.begin(), fit.notes.end());
    }
    addCosts(result);
    return result;
}

CostSteps costSteps(const domain::Cohort& cohort)
{
    const Compared children = compared(cohort);
    CostSteps result;
    result.trace = children.traceBy({kStepsMethod, {}});
    result.trace.formula =
        "the least Σ (log(cost) − f(need))² over all f that never fall; R² = 1 − "
        "that / Σ (log(cost) − mean)²; gap = R² − R² of the straight line";
    result.trace.reference = "Ayer, Brunk, Ewing, Reid & Silverman 1955, Ann. Math. Stat. 26";
    const Columns columns = inOrder(children);
    if (!columns.need.empty() && columns.need.front() == columns.need.back())
        return undefinedBy(result, {kQuantileLinesOneNeed, {}});
    const IsotonicFit fit = isotonic(columns.need, columns.logCost);
    result.steps = fit.steps.size();
    result.rSquared = fit.rSquared;
    result.lineRSquared = fit.lineRSquared;
    result.gap = fit.gap;
    result.trace.steps = fit.notes;
    if (fit.undefined || !fit.gap) {
        result.undefined = fit.undefined       ? fit.undefined
                           : fit.notes.empty() ? std::optional<Message>()
                                               : std::optional(fit.notes.front());
        return result;
    }
    // A line that does not fall is among the steps compared: only one that falls can explain more.
    const bool falls = *fit.gap < -1e-12;
    result.summary =
        Message{falls ? kFalls : kSteps,
                {rounded(100 * *fit.rSquared, 1), rounded(100 * *fit.lineRSquared, 1)}};
    result.trace.steps.push_back({kChance, {whole(result.steps)}});
    return result;
}

} // namespace twelvefold::analysis
