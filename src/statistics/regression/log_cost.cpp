// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/log_cost.h"

#include "statistics/numbers/distributions.h"
#include "statistics/numbers/sums.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::statistics {
namespace {

constexpr double kRejected = 0.05;
constexpr std::size_t kLeastInGroup = 10; // below it a mean of exp(e) is one child's

constexpr MessageKind kLogCostNotAboveZero{
    "log-cost-not-above-zero",
    TWELVEFOLD_TEXT("Message", "%1 children have no cost above zero, which has no logarithm."),
    TWELVEFOLD_TEXT("Message", "%1 child has no cost above zero, which has no logarithm.")};
constexpr MessageKind kSpreadDiffers{
    "log-cost-spread-differs",
    TWELVEFOLD_TEXT("Message", "The spread of costs differs between children (p = %1), so means "
                               "are worked out for each placement type by itself.")};

// e^e averaged over the groups: a group of few children has the mean of all.
std::vector<double> smearingOf(const LeastSquares& fit, std::span<const std::size_t> groups,
                               double overall)
{
    const std::size_t codes = *std::max_element(groups.begin(), groups.end()) + 1;
    std::vector<DoubleDouble> sums(codes);
    std::vector<std::size_t> counts(codes);
    for (std::size_t row = 0; row < groups.size(); ++row) {
        sums[groups[row]].add(std::exp(fit.residuals[row]));
        ++counts[groups[row]];
    }
    std::vector<double> smearing(codes, overall);
    for (std::size_t group = 0; group < codes; ++group)
        if (counts[group] >= kLeastInGroup)
            smearing[group] = sums[group].value() / static_cast<double>(counts[group]);
    return smearing;
}

} // namespace

std::optional<SpreadTest> breuschPagan(const Design& design, const LeastSquares& fit)
{
    if (fit.undefined || !design.hasIntercept() || fit.rank < 2 || !(fit.rss > 0.0))
        return std::nullopt;
    std::vector<double> squares(fit.residuals);
    double largest = 0.0;
    for (double residual : squares)
        largest = std::max(largest, std::fabs(residual));
    for (double& square : squares)
        square = square / largest * (square / largest);
    LeastSquaresOptions options;
    options.inference = false;
    const LeastSquares of = leastSquares(design, squares, options);
    if (of.undefined || !of.rSquared)
        return std::nullopt;
    SpreadTest test;
    test.statistic = static_cast<double>(fit.n) * *of.rSquared;
    test.df = static_cast<double>(fit.rank) - 1.0;
    test.p = chiSquaredSf(test.statistic, test.df);
    return test;
}

LogCostModel logCostModel(const Design& design, std::span<const double> costs,
                          std::span<const std::size_t> groups)
{
    LogCostModel model;
    std::vector<double> logs(costs.begin(), costs.end());
    const auto notAbove =
        std::count_if(logs.begin(), logs.end(), [](double cost) { return !(cost > 0.0); });
    if (notAbove > 0) {
        model.fit.undefined = Message{kLogCostNotAboveZero, {static_cast<std::int64_t>(notAbove)}};
        return model;
    }
    for (double& cost : logs)
        cost = std::log(cost);
    model.fit = leastSquares(design, logs);
    if (model.fit.undefined)
        return model;
    for (double residual : model.fit.residuals)
        model.ratio.push_back(std::exp(residual));
    model.smearing = sum(model.ratio) / static_cast<double>(model.ratio.size());
    model.normalFactor = std::exp(0.5 * *model.fit.sigma * *model.fit.sigma);
    model.highestLeverage = *std::max_element(model.fit.hat.begin(), model.fit.hat.end());
    model.spread = breuschPagan(design, model.fit);
    if (!groups.empty() && model.spread && model.spread->p < kRejected) {
        model.smearingByGroup = smearingOf(model.fit, groups, model.smearing);
        model.notes.push_back({kSpreadDiffers, {model.spread->p}});
    }
    return model;
}

LogCostExpectation expectedBy(const LogCostModel& model, std::span<const double> columns,
                              std::optional<std::size_t> group, double coverage)
{
    const Prediction prediction = predict(model.fit, columns, coverage);
    LogCostExpectation expected;
    expected.median = std::exp(prediction.fit);
    const bool byGroup = group && *group < model.smearingByGroup.size();
    expected.mean = expected.median * (byGroup ? model.smearingByGroup[*group] : model.smearing);
    // A quantile of the logarithm is the logarithm of the quantile: no correction is needed.
    if (prediction.lower && prediction.upper) {
        expected.lower = std::exp(*prediction.lower);
        expected.upper = std::exp(*prediction.upper);
    }
    expected.extrapolated = prediction.leverage > model.highestLeverage * (1.0 + 1e-9);
    return expected;
}

} // namespace twelvefold::statistics
