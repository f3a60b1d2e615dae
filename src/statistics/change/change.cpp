// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/change/change.h"

#include "statistics/association/correlation.h"
#include "statistics/description/descriptive.h"
#include "statistics/numbers/differing.h"
#include "statistics/numbers/distributions.h"
#include "statistics/numbers/sums.h"
#include "statistics/regression/least_squares.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace twelvefold::statistics {
namespace {

constexpr MessageKind kChangeNobody{
    "change-nobody",
    TWELVEFOLD_TEXT("Message", "Nobody was measured both before and after, so there is no "
                               "change to speak of.")};
constexpr MessageKind kOnlyOne{
    "change-only-one",
    TWELVEFOLD_TEXT("Message", "One child's change has no spread: two or more are needed for a "
                               "test or an interval.")};
constexpr MessageKind kSameChange{
    "change-no-spread",
    TWELVEFOLD_TEXT("Message", "Every child changed by the same amount, so there is no test, "
                               "interval or standardised change.")};
constexpr MessageKind kSameBefore{
    "change-no-spread-before",
    TWELVEFOLD_TEXT("Message", "All values before are the same, so movement towards the mean "
                               "cannot be seen.")};
constexpr MessageKind kReliabilityRange{
    "reliable-change-range",
    TWELVEFOLD_TEXT("Message", "The reliability is %1: it must be from 0 to 1.")};
constexpr MessageKind kReliabilityOne{
    "reliable-change-perfect",
    TWELVEFOLD_TEXT("Message", "With a reliability of 1 there is no noise, and every change would "
                               "be reliable: no instrument is that good.")};
constexpr MessageKind kNoSpreadForReliable{
    "reliable-change-no-spread",
    TWELVEFOLD_TEXT("Message", "All values before are the same, so the size of noise among them "
                               "is unknown.")};
constexpr MessageKind kNoGoals{"goals-none",
                               TWELVEFOLD_TEXT("Message", "There are no goals to score.")};
constexpr MessageKind kGoalWeight{
    "goals-weight", TWELVEFOLD_TEXT("Message", "A goal's weight is %1: it must be above zero.")};
constexpr MessageKind kGoalRho{
    "goals-correlation",
    TWELVEFOLD_TEXT("Message", "The correlation of goals is %1: it must be from 0 to 1.")};
constexpr MessageKind kGoalRange{
    "goals-range",
    TWELVEFOLD_TEXT("Message", "A goal's attainment is %1, outside the scale of -2 to 2.")};
constexpr MessageKind kNobodyMoved{
    "level-shift-nobody",
    TWELVEFOLD_TEXT("Message", "Nobody moved from one side to the other, so there is nothing to "
                               "test.")};

// How much a difference of two of these may owe to rounding.
double roundingOf(std::span<const double> before, std::span<const double> after)
{
    double largest = 0;
    for (const auto& values : {before, after})
        for (const double value : values)
            largest = std::max(largest, std::fabs(value));
    return 4 * std::numeric_limits<double>::epsilon() * largest;
}

void addTest(PairedChange& change)
{
    change.df = static_cast<double>(change.n - 1);
    change.standardError = *change.sd / std::sqrt(static_cast<double>(change.n));
    change.t = *change.mean / *change.standardError;
    change.p = tTwoSided(*change.t, change.df);
    const double reach = tQuantile(0.975, change.df) * *change.standardError;
    change.lower = *change.mean - reach;
    change.upper = *change.mean + reach;
}

void addStandardised(PairedChange& change)
{
    if (*change.sd > 0) {
        change.responseMean = *change.mean / *change.sd;
        if (change.df > 1) {
            change.hedgesJ = hedgesCorrection(change.df);
            change.responseMeanHedges = *change.responseMean * *change.hedgesJ;
        }
    }
    if (*change.sdBefore > 0)
        change.inSpreadBefore = *change.mean / *change.sdBefore;
    const double both = std::hypot(*change.sdBefore, *change.sdAfter) / std::sqrt(2.0);
    if (both > 0)
        change.inSpreadAverage = *change.mean / both;
}

void addLine(PairedChange& change, std::span<const double> before, std::span<const double> after)
{
    if (allEqual(before)) {
        change.notes.push_back({kSameBefore, {}});
        return;
    }
    Design design(before.size());
    design.intercept().column("before", before);
    const LeastSquares fit = leastSquares(design, after);
    if (fit.undefined || fit.coefficients[1].aliased)
        return;
    PairedChange::Line line{fit.coefficients[0].estimate, fit.coefficients[1].estimate, {}, {}, {}};
    if (const auto& inference = fit.coefficients[1].classical) {
        line.standardError = inference->standardError;
        line.lower = inference->lower;
        line.upper = inference->upper;
    }
    change.afterOnBefore = line;
}

} // namespace

PairedChange pairedChange(std::span<const double> before, std::span<const double> after)
{
    PairedChange change;
    change.n = before.size();
    if (change.n == 0)
        return undefinedBy(change, {kChangeNobody, {}});
    std::vector<double> differences(change.n);
    for (std::size_t i = 0; i < change.n; ++i) {
        differences[i] = after[i] - before[i];
        ++(differences[i] > 0 ? change.up : differences[i] < 0 ? change.down : change.same);
    }
    change.meanBefore = mean(before);
    change.meanAfter = mean(after);
    change.mean = mean(differences);
    change.signP = signTest(change.up, change.down);
    change.signedRank = signedRank(differences);
    if (change.n < 2) {
        change.notes.push_back({kOnlyOne, {}});
        return change;
    }
    change.sdBefore = allEqual(before) ? 0.0 : standardDeviation(before);
    change.sdAfter = allEqual(after) ? 0.0 : standardDeviation(after);
    change.sd = standardDeviation(differences);
    if (allEqual(differences) || !(*change.sd > roundingOf(before, after)))
        change.sd = 0.0;
    if (*change.sd > 0)
        addTest(change);
    else
        change.notes.push_back({kSameChange, {}});
    addStandardised(change);
    change.correlation = pearson(before, after).estimate;
    addLine(change, before, after);
    return change;
}

double hedgesCorrection(double df)
{
    // At large df the logarithms of the gamma functions would cancel: their difference's series.
    if (df < 50)
        return std::exp(std::lgamma(df / 2) - std::lgamma((df - 1) / 2)) / std::sqrt(df / 2);
    // ln Γ(d/2) − ln Γ((d−1)/2) − ½ ln(d/2) in powers of 1/d, highest first.
    constexpr double kPowers[] = {1.0 / 8, 33.0 / 112, 1.0 / 6, 3.0 / 20,
                                  1.0 / 4, 3.0 / 8,    1.0 / 2, 3.0 / 4};
    double logarithm = 0;
    for (const double power : kPowers)
        logarithm = (logarithm + power) / df;
    return std::exp(-logarithm);
}

int ReliableChange::direction(double change) const
{
    if (std::fabs(index(change)) <= kNormal975)
        return 0;
    return change > 0 ? 1 : -1;
}

ReliableChange reliableChange(double sdBefore, double reliability)
{
    ReliableChange rule;
    if (!(reliability >= 0 && reliability <= 1))
        rule.undefined = Message{kReliabilityRange, {reliability}};
    else if (reliability == 1)
        rule.undefined = Message{kReliabilityOne, {}};
    else if (!(sdBefore > 0))
        rule.undefined = Message{kNoSpreadForReliable, {}};
    if (rule.undefined)
        return rule;
    rule.standardErrorOfMeasurement = sdBefore * std::sqrt(1 - reliability);
    rule.ofDifference = std::sqrt(2.0) * rule.standardErrorOfMeasurement;
    rule.smallest = kNormal975 * rule.ofDifference;
    return rule;
}

ReliableShares reliableShares(const ReliableChange& rule, std::span<const double> before,
                              std::span<const double> after)
{
    ReliableShares shares;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const int direction = rule.direction(after[i] - before[i]);
        ++(direction > 0 ? shares.up : direction < 0 ? shares.down : shares.neither);
    }
    return shares;
}

GoalAttainment goalAttainment(std::span<const double> attained, std::span<const double> weights,
                              double rho)
{
    constexpr double kFurthest = 2;
    GoalAttainment result;
    result.goals = attained.size();
    if (attained.empty())
        return undefinedBy(result, {kNoGoals, {}});
    if (!(rho >= 0 && rho <= 1))
        return undefinedBy(result, {kGoalRho, {rho}});
    for (const double weight : weights) {
        if (!(weight > 0))
            return undefinedBy(result, {kGoalWeight, {weight}});
    }
    for (const double level : attained) {
        if (std::fabs(level) > kFurthest) {
            result.notes.push_back({kGoalRange, {level}});
            break;
        }
    }
    const double total = sum(weights);
    const double spread = (1 - rho) * sumOfSquares(weights) + rho * total * total;
    result.t = 50 + 10 * dot(weights, attained) / std::sqrt(spread);
    return result;
}

LevelShift mcNemar(std::uint64_t up, std::uint64_t down)
{
    LevelShift shift;
    shift.up = up;
    shift.down = down;
    if (up + down == 0)
        return undefinedBy(shift, {kNobodyMoved, {}});
    const auto moved = static_cast<double>(up + down);
    const double apart = std::fabs(static_cast<double>(up) - static_cast<double>(down));
    const double closer = apart == 0 ? 0.0 : apart - 1;
    shift.chiSquared = apart * apart / moved;
    shift.p = chiSquaredSf(*shift.chiSquared, 1);
    shift.chiSquaredCorrected = closer * closer / moved;
    shift.pCorrected = chiSquaredSf(*shift.chiSquaredCorrected, 1);
    shift.pExact = signTest(up, down);
    return shift;
}

} // namespace twelvefold::statistics
