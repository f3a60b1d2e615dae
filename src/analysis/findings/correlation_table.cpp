// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/correlation_table.h"

#include "analysis/findings/told.h"
#include "analysis/statistics.h"
#include "statistics/association/attenuation.h"
#include "statistics/association/correlation.h"
#include "statistics/groups/multiplicity.h"
#include "statistics/numbers/differing.h"
#include "statistics/numbers/distributions.h"
#include "statistics/numbers/parallel.h"
#include "statistics/numbers/sums.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::analysis {
namespace {

using domain::NumberColumn;

constexpr MessageKind kTooFewForR{
    "need-explains-too-few",
    TWELVEFOLD_TEXT("Message", "How much of cost goes with need cannot be told from %1 children of "
                               "whom both a need total and a cost are recorded; it takes %2."),
    TWELVEFOLD_TEXT("Message", "How much of cost goes with need cannot be told from %1 child of "
                               "whom both a need total and a cost are recorded; it takes %2.")};
constexpr MessageKind kCorrelationOneNeed{
    "need-explains-one-need",
    TWELVEFOLD_TEXT("Message", "All need totals are equal, so nothing can go with need.")};
constexpr MessageKind kOneCost{
    "need-explains-one-cost",
    TWELVEFOLD_TEXT("Message",
                    "All weekly costs are equal: there is no difference to go with need.")};
constexpr MessageKind kCorrelationMethod{
    "need-explains-method",
    TWELVEFOLD_TEXT("Message", "The share of the variation in the logarithm of weekly cost that a "
                               "straight line through total need accounts for (R²).")};
constexpr MessageKind kCorrelationStep{
    "need-explains-correlation",
    TWELVEFOLD_TEXT("Message", "The correlation of total need with log weekly cost is %1; squared, "
                               "it is that share.")};
constexpr MessageKind kSlopeStep{
    "need-explains-slope",
    TWELVEFOLD_TEXT("Message", "By least squares, one more level of total need goes with %1 % more "
                               "weekly cost.")};
constexpr MessageKind kCorrected{
    "need-explains-corrected",
    TWELVEFOLD_TEXT("Message",
                    "With a reliability of %1, %2 % would go with need scored "
                    "without noise: R² over the reliability, which holds if scoring noise has "
                    "nothing to do with cost and recorded cost is taken as exact "
                    "(Spearman 1904).")};

constexpr std::size_t kFewestForR = 3;

NumberColumn levelColumn(const domain::Cohort& cohort, std::size_t domain)
{
    NumberColumn column(cohort.size());
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        if (const auto level = cohort.levelOf(row, domain))
            column.set(row, *level);
    }
    return column;
}

// What is to be correlated with what.
struct PairAsked
{
    std::string x, y;
    const NumberColumn* columnX;
    const NumberColumn* columnY;
    CorrelationMethod method;
};

std::size_t fewerDiffering(const NumberColumn& x, const NumberColumn& y)
{
    std::vector<double> valuesX, valuesY;
    for (std::size_t row = 0; row < x.size(); ++row) {
        if (x.valid[row] != 0 && y.valid[row] != 0) {
            valuesX.push_back(x.values[row]);
            valuesY.push_back(y.values[row]);
        }
    }
    return std::min(differing(std::move(valuesX)), differing(std::move(valuesY)));
}

// Spearman's of two columns with total need held equal, of the rows with all three; its interval
// with the variance for ranks, one less for what is held.
CorrelationEstimate atSameNeed(const NumberColumn& x, const NumberColumn& y,
                               const NumberColumn& need)
{
    std::vector<double> valuesX, valuesY, held;
    for (std::size_t row = 0; row < x.size(); ++row) {
        if (x.valid[row] == 0 || y.valid[row] == 0 || need.valid[row] == 0)
            continue;
        valuesX.push_back(x.values[row]);
        valuesY.push_back(y.values[row]);
        held.push_back(need.values[row]);
    }
    const std::vector<double> ranks = statistics::midRanks(held);
    const std::vector<std::span<const double>> given{ranks};
    CorrelationEstimate found = statistics::partialCorrelation(
        statistics::midRanks(valuesX), statistics::midRanks(valuesY), given);
    if (found.lower && found.upper) {
        const double rho = *found.estimate;
        const double error = std::sqrt((1 + rho * rho / 2) / (static_cast<double>(found.n) - 4));
        found.lower = std::tanh(std::atanh(rho) - kNormal975 * error);
        found.upper = std::tanh(std::atanh(rho) + kNormal975 * error);
    }
    return found;
}

CorrelationEstimate estimate(const PairAsked& pairAsked, const NumberColumn& need)
{
    switch (pairAsked.method) {
    case CorrelationMethod::pearson:
        return pearson(*pairAsked.columnX, *pairAsked.columnY);
    case CorrelationMethod::spearman:
        return spearman(*pairAsked.columnX, *pairAsked.columnY);
    case CorrelationMethod::spearmanAtSameNeed:
        break;
    }
    return atSameNeed(*pairAsked.columnX, *pairAsked.columnY, need);
}

Correlation answer(const PairAsked& pairAsked, const NumberColumn& need)
{
    const CorrelationEstimate found = estimate(pairAsked, need);
    Correlation correlation;
    correlation.x = pairAsked.x;
    correlation.y = pairAsked.y;
    correlation.method = pairAsked.method;
    correlation.estimate = found.estimate;
    correlation.lower = found.lower;
    correlation.upper = found.upper;
    correlation.p = found.p;
    correlation.n = found.n;
    correlation.restsOn = fewerDiffering(*pairAsked.columnX, *pairAsked.columnY);
    correlation.undefined = found.undefined;
    return correlation;
}

} // namespace

std::vector<Correlation> correlationTable(const domain::Cohort& cohort, std::stop_token stop)
{
    // Costs not above zero have no logarithm, and are left out beside the logarithm too, so that
    // both speak of the same children.
    NumberColumn cost(cohort.size());
    NumberColumn logCost(cohort.size());
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        if (cohort.weeklyCost.valid[row] != 0 && cohort.weeklyCost.values[row] > 0 &&
            !cohort.isComparedWithNobody(row)) {
            cost.set(row, cohort.weeklyCost.values[row]);
            logCost.set(row, std::log(cohort.weeklyCost.values[row]));
        }
    }
    std::vector<NumberColumn> levels;
    for (std::size_t domain = 0; domain < cohort.levels.byDomain.size(); ++domain)
        levels.push_back(levelColumn(cohort, domain));

    using enum CorrelationMethod;
    std::vector<PairAsked> pairsAsked{
        {"need_total", "weekly_cost", &cohort.needTotal, &cost, pearson},
        {"need_total", "weekly_cost", &cohort.needTotal, &cost, spearman},
        {"need_total", "log_weekly_cost", &cohort.needTotal, &logCost, pearson},
    };
    for (std::size_t domain = 0; domain < levels.size(); ++domain)
        pairsAsked.push_back({"need_" + cohort.framework->domains()[domain].code, "log_weekly_cost",
                              &levels[domain], &logCost, spearman});
    for (const domain::OutcomeColumn& outcome : cohort.outcomes) {
        const std::string name = "outcome_" + outcome.measure;
        pairsAsked.push_back({name, "need_total", &outcome.values, &cohort.needTotal, spearman});
        pairsAsked.push_back(
            {name, "log_weekly_cost", &outcome.values, &logCost, spearmanAtSameNeed});
    }

    std::vector<Correlation> table(pairsAsked.size());
    const std::size_t worthAThread = cohort.size() > 5000 ? 1 : pairsAsked.size();
    inParts(pairsAsked.size(), worthAThread, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last && !stop.stop_requested(); ++i)
            table[i] = answer(pairsAsked[i], cohort.needTotal);
    });
    if (stop.stop_requested())
        return {};
    std::vector<std::optional<double>> p;
    std::transform(table.begin(), table.end(), std::back_inserter(p),
                   [](const Correlation& correlation) { return correlation.p; });
    const std::vector<std::optional<double>> q = benjaminiHochberg(p);
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i].q = q[i];
    return table;
}

void correctForNoise(NeedExplains& explains, const Options& options, const Noise& noise)
{
    const auto reliability = knownReliability(options, noise);
    if (!reliability)
        return;
    explains.reliability = reliability->value;
    explains.reliabilityMeasured = !options.reliability;
    if (!explains.rSquared)
        return;
    // On the scale of the correlation, then squared: an end below zero is none.
    Correlated r{std::sqrt(*explains.rSquared), {}, {}};
    if (explains.lower && explains.upper) {
        r.lower = std::sqrt(std::max(0.0, *explains.lower));
        r.upper = std::sqrt(std::max(0.0, *explains.upper));
    }
    const Disattenuated corrected = withoutNoise(r, *reliability);
    const auto squared = [](const std::optional<double>& value) {
        return value ? std::optional(std::max(0.0, *value) * std::max(0.0, *value)) : std::nullopt;
    };
    if (!explains.corrected && corrected.estimate)
        explains.trace.steps.push_back(
            {kCorrected,
             {rounded(reliability->value, 3), rounded(100 * *squared(corrected.estimate), 1)}});
    explains.corrected = squared(corrected.estimate);
    explains.correctedLower = squared(corrected.lower);
    explains.correctedUpper = squared(corrected.upper);
    explains.correctedNotes = corrected.notes;
}

std::optional<double> told(const NeedExplains& explains)
{
    return explains.trace.n < kFewestToTell ? std::nullopt : explains.rSquared;
}

std::optional<Message> whyNotTold(const NeedExplains& explains)
{
    if (explains.trace.n < kFewestToTell)
        return Message{kTooFewForR, {whole(explains.trace.n), whole(kFewestToTell)}};
    return explains.undefined;
}

NeedExplains needExplains(const Compared& children)
{
    NeedExplains explains;
    Trace& trace = explains.trace;
    trace = children.traceBy({kCorrelationMethod, {}});
    trace.formula = "R² = (Σ (x − mean x)(y − mean y))² / (Σ (x − mean x)² · Σ (y − mean y)²), "
                    "x = total need, y = log(weekly cost)";
    trace.reference =
        "Draper & Smith 1998, Applied Regression Analysis, ch. 1; interval: Efron 1987, "
        "Better bootstrap confidence intervals, JASA 82";
    if (children.size() < kFewestForR) {
        explains.undefined = whyNotTold(explains);
        return explains;
    }
    if (allEqual(children.total))
        return undefinedBy(explains, {kCorrelationOneNeed, {}});
    if (allEqual(children.cost))
        return undefinedBy(explains, {kOneCost, {}});
    const CentredSums sums = centredSums(children.total, children.logCost);
    const double r = sums.xy / std::sqrt(sums.xx) / std::sqrt(sums.yy);
    explains.rSquared = std::min(1.0, r * r);
    trace.steps.push_back({kCorrelationStep, {rounded(r, 3)}});
    trace.steps.push_back({kSlopeStep, {rounded(100 * std::expm1(sums.xy / sums.xx), 1)}});
    return explains;
}

} // namespace twelvefold::analysis
