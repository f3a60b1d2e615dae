// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/change/signed_rank.h"
#include "statistics/messages.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// Whether the same children have changed between two times, and by more than noise.
namespace twelvefold::statistics {

// After less before, of every child who has both.
struct PairedChange
{
    std::size_t n = 0;
    std::optional<double> meanBefore, meanAfter, sdBefore, sdAfter;
    std::optional<double> mean, sd; // of the changes
    std::optional<double> standardError, t, p;
    double df = 0;
    std::optional<double> lower, upper; // of the mean, 95 %
    std::optional<double> responseMean; // mean / sd of the changes (Liang et al. 1990)
    std::optional<double> hedgesJ;      // takes out its small-sample bias
    std::optional<double> responseMeanHedges;
    std::optional<double> inSpreadBefore;  // mean / sd before (Glass)
    std::optional<double> inSpreadAverage; // mean / root mean of both variances (Cohen's d_av)
    std::optional<double> correlation;     // of before with after
    std::size_t up = 0, down = 0, same = 0;
    std::optional<double> signP;
    SignedRank signedRank;

    // After on before by least squares: where the slope is below 1, the children furthest from the
    // mean have moved towards it, as they would by chance.
    struct Line
    {
        double intercept = 0, slope = 0;
        std::optional<double> standardError, lower, upper; // of the slope, 95 %
    };
    std::optional<Line> afterOnBefore;

    std::vector<Message> notes;       // what could not be worked out, and why
    std::optional<Message> undefined; // why there is nothing
};
// Spans of equal length, finite.
PairedChange pairedChange(std::span<const double> before, std::span<const double> after);

// exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2) of Hedges 1981; df above 1.
double hedgesCorrection(double df);

// How large a change must be to be more than the instrument's noise (Jacobson & Truax 1991).
struct ReliableChange
{
    double standardErrorOfMeasurement = 0; // s √(1 - r)
    double ofDifference = 0;               // s √(2(1 - r))
    double smallest = 0;                   // 1.96 of those
    std::optional<Message> undefined;

    // The index of a change: beyond ± 1.96 it is reliable.
    double index(double change) const { return change / ofDifference; }
    int direction(double change) const; // 1 reliably up, -1 reliably down, 0 neither
};
// Of an instrument with this spread before and this reliability, 0 to 1.
ReliableChange reliableChange(double sdBefore, double reliability);

struct ReliableShares
{
    std::size_t up = 0, down = 0, neither = 0;
};
ReliableShares reliableShares(const ReliableChange& rule, std::span<const double> before,
                              std::span<const double> after);

// Goal attainment scaling: T = 50 + 10 Σ w x / √((1 - ρ) Σ w² + ρ (Σ w)²) of Kiresuk & Sherman
// 1968, x the level attained of each goal (-2 to 2, 0 as expected), w its weight, above zero, and ρ
// how far goals go together.
struct GoalAttainment
{
    std::size_t goals = 0;
    std::optional<double> t;
    std::vector<Message> notes;
    std::optional<Message> undefined;
};
GoalAttainment goalAttainment(std::span<const double> attained, std::span<const double> weights,
                              double rho = 0.3);

// McNemar's test of whether as many moved one way as the other.
struct LevelShift
{
    std::uint64_t up = 0, down = 0;
    std::optional<double> chiSquared, p;                   // one degree of freedom
    std::optional<double> chiSquaredCorrected, pCorrected; // with continuity correction
    std::optional<double> pExact;                          // binomial
    std::optional<Message> undefined;                      // nobody moved
};
LevelShift mcNemar(std::uint64_t up, std::uint64_t down);

} // namespace twelvefold::statistics
