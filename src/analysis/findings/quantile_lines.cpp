// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/quantile_lines.h"

#include "analysis/findings/compared.h"
#include "analysis/statistics.h"
#include "statistics/description/descriptive.h"
#include "statistics/regression/isotonic.h"
#include "statistics/regression/quantile_regression.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kQuantileLinesTooFew{
    "quantile-lines-too-few",
    TWELVEFOLD_TEXT("Message", "What a child of some need typically costs cannot be told from %1 "
                               "children with both a need total and a cost; it takes %2."),
    TWELVEFOLD_TEXT("Message", "What a child of some need typically costs cannot be told from %1 "
                               "child with both a need total and a cost; it takes %2.")};
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
constexpr MessageKind kLowNeed{
    "quantile-lines-low-need",
    TWELVEFOLD_TEXT("Message", "About a tenth of the children have a total need of %1 or less: at "
                               "%1 a child typically costs about £%2 a week, and most (8 in 10) "
                               "between about £%3 and £%4.")};
constexpr MessageKind kHighNeed{
    "quantile-lines-high-need",
    TWELVEFOLD_TEXT("Message", "About a tenth of the children have a total need of %1 or more: at "
                               "%1 a child typically costs about £%2 a week, and most (8 in 10) "
                               "between about £%3 and £%4.")};
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
    TWELVEFOLD_TEXT("Message", "Steps that never fall as need rises go with %1 % of the spread of "
                               "log weekly cost; a straight line goes with %2 %.")};
constexpr MessageKind kFalls{
    "cost-steps-falls",
    TWELVEFOLD_TEXT("Message",
                    "Cost falls as need rises, on the whole: a falling line goes with "
                    "%2 % of the spread of log weekly cost, steps that never fall with %1 %.")};
constexpr MessageKind kStepsTooFew{
    "cost-steps-too-few",
    TWELVEFOLD_TEXT("Message", "Whether cost rises with need in steps or by a line cannot be told "
                               "from %1 children with both a need total and a cost; it takes %2."),
    TWELVEFOLD_TEXT("Message", "Whether cost rises with need in steps or by a line cannot be told "
                               "from %1 child with both a need total and a cost; it takes %2.")};
constexpr MessageKind kChance{
    "cost-steps-chance",
    TWELVEFOLD_TEXT("Message", "The %1 steps follow chance as well: a small gap does not speak "
                               "against the line.")};

constexpr double kTaus[] = {0.1, 0.5, 0.9};
constexpr std::size_t kQuantileLinesLeast =
    20; // two children below the 10 % line: as many as coefficients

// Steps follow chance: of fewer children they go with nearly all of the spread, whatever it is.
constexpr std::size_t kStepsLeast = 30;

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

// Two figures are as many as such a line can bear.
double told(double pounds)
{
    const double unit = std::max(1.0, std::pow(10.0, std::floor(std::log10(pounds)) - 1));
    return std::round(pounds / unit) * unit;
}

Message inWords(const MessageKind& kind, double need, const std::vector<double>& costs)
{
    return {kind, {need, told(costs[1]), told(costs[0]), told(costs[2])}};
}

// At needs between which most children are: at the least and the greatest, which one child may have
// by itself, the lines say little. totals: in order.
void addCosts(const std::vector<double>& totals, QuantileLines& result)
{
    const auto decile = [&](double share) {
        return std::clamp(std::round(*statistics::quantileOfSorted(totals, share)), totals.front(),
                          totals.back());
    };
    std::vector<Message>& steps = result.trace.steps;
    if (crossedAt(result.lines, result.leastNeed) || crossedAt(result.lines, result.greatestNeed))
        steps.push_back({kCross, {}});
    const double low = decile(0.1), high = decile(0.9);
    if (low < high)
        result.inPounds = {inWords(kLowNeed, low, result.costsAt(low)),
                           inWords(kHighNeed, high, result.costsAt(high))};
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
    addCosts(columns.need, result);
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
    if (children.size() < kStepsLeast)
        return undefinedBy(result, {kStepsTooFew, {whole(children.size()), whole(kStepsLeast)}});
    const Columns columns = inOrder(children);
    if (columns.need.front() == columns.need.back())
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
