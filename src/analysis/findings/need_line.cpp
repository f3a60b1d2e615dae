// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/need_line.h"

#include "analysis/findings/random_streams.h"
#include "analysis/statistics.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kNeedLineTooFew{
    "line-too-few",
    TWELVEFOLD_TEXT("Message",
                    "Only %1 children have both a need total and a cost: at least %2 are "
                    "needed for a line and its band."),
    TWELVEFOLD_TEXT("Message", "Only %1 child has both a need total and a cost: at least %2 are "
                               "needed for a line and its band.")};
constexpr MessageKind kNeedLineOneNeed{
    "line-one-need",
    TWELVEFOLD_TEXT("Message", "All need totals are equal, so no line can be drawn.")};
constexpr MessageKind kCoverageTooHigh{
    "line-coverage-too-high",
    TWELVEFOLD_TEXT("Message", "A band for %1 % of children needs more than the %2 children who "
                               "have both a need total and a cost.")};
constexpr MessageKind kNeedLineMethod{
    "line-method",
    TWELVEFOLD_TEXT("Message", "A line through the logarithm of weekly cost on total need in which "
                               "children far from it count little or nothing (MM), with a band "
                               "made to hold %1 % of children (conformal, CV+).")};
constexpr MessageKind kLineStep{
    "line-step-line",
    TWELVEFOLD_TEXT("Message", "At a need of 0 the line stands at %1 a week, and each level more "
                               "goes with %2 % more cost.")};
constexpr MessageKind kScaleStep{
    "line-step-scale",
    TWELVEFOLD_TEXT("Message",
                    "Costs spread about the line by a typical factor of %1 either way.")};
constexpr MessageKind kFoldsStep{
    "line-step-folds",
    TWELVEFOLD_TEXT("Message",
                    "For the band, children were dealt into %1 groups (seed %2) and each "
                    "was held against the line through the other groups.")};
constexpr MessageKind kGuaranteeStep{
    "line-step-guarantee",
    TWELVEFOLD_TEXT("Message", "About %1 children in 100 fall outside the band by construction. "
                               "Certain without any assumption is only that at least %2 % fall "
                               "inside, on average over children, not for each one."),
    TWELVEFOLD_TEXT("Message", "About %1 child in 100 falls outside the band by construction. "
                               "Certain without any assumption is only that at least %2 % fall "
                               "inside, on average over children, not for each one.")};
constexpr MessageKind kAchieved{
    "line-step-achieved",
    TWELVEFOLD_TEXT("Message",
                    "Tried out on children who were left out of making it, the band held "
                    "%1 % of them; it aims at %2 %.")};

// Where to draw: each whole level, or sixty places where the range is very wide or very narrow.
std::vector<double> places(double least, double greatest)
{
    std::vector<double> x;
    if (greatest - least >= 8 && greatest - least <= 200) {
        x.push_back(least);
        for (double level = std::floor(least) + 1; level < greatest; ++level)
            x.push_back(level);
    } else {
        for (int i = 0; i < 60; ++i)
            x.push_back(least + (greatest - least) * i / 60);
    }
    x.push_back(greatest);
    return x;
}

} // namespace

RobustLine needLine(const Compared& children, const ExpectedBands& bands, const Options& options)
{
    RobustLine result;
    Trace& trace = result.trace;
    trace = children.traceBy({kNeedLineMethod, {rounded(100 * options.coverage, 1)}});
    trace.formula = "log(cost) = a + b·need; weights (1 − (residual/4.685 s)²)², 0 beyond; s: the "
                    "least scale at which the mean bisquare loss, tuned to 1.548, is ½; band: "
                    "order statistics of line without the child's group at x ± |residual|";
    trace.reference = "Yohai 1987, High breakdown-point and high efficiency robust estimates, Ann. "
                      "Stat. 15; Barber, Candès, Ramdas & Tibshirani 2021, "
                      "Predictive inference with the jackknife+, Ann. Stat. 49";
    if (children.size() < ConformalBand::kLeast)
        return undefinedBy(
            result, {kNeedLineTooFew, {whole(children.size()), whole(ConformalBand::kLeast)}});
    const auto [least, greatest] =
        std::minmax_element(children.total.begin(), children.total.end());
    if (*least == *greatest)
        return undefinedBy(result, {kNeedLineOneNeed, {}});
    if (!bands.any())
        return undefinedBy(result, {kCoverageTooHigh,
                                    {rounded(100 * options.coverage, 1), whole(children.size())}});
    const StraightLine line = bands.line().line;
    result.intercept = line.intercept;
    result.slope = line.slope;
    result.scale = line.scale;
    for (const double x : places(*least, *greatest)) {
        const ConformalBand::Range range = *bands.overall(x);
        result.points.push_back({x, std::exp(line.at(x)), range.lower, range.upper});
    }
    trace.steps = {
        {kLineStep, {inPounds(std::exp(line.intercept)), rounded(100 * std::expm1(line.slope), 1)}},
        {kScaleStep, {rounded(std::exp(line.scale), 2)}},
        {kFoldsStep, {whole(bands.folds()), std::to_string(options.seed)}},
        {kGuaranteeStep,
         {rounded(100 * (1 - options.coverage), 1),
          std::floor(100 *
                     ConformalBand::guarantee(children.size(), bands.folds(), options.coverage))}}};
    return result;
}

std::optional<double> achievedCoverage(const Compared& children, const Options& options,
                                       std::stop_token stop)
{
    const auto kept =
        ConformalBand::keptOfOthers(children.total, children.logCost, options.coverage,
                                    options.seed, streams::kNestedFolds, stop);
    if (!kept)
        return std::nullopt;
    return static_cast<double>(*kept) / static_cast<double>(children.size());
}

Message achievedCoverageStep(double share, const Options& options)
{
    return {kAchieved, {rounded(100 * share, 1), rounded(100 * options.coverage, 1)}};
}

} // namespace twelvefold::analysis
