// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/regression/least_squares.h"

namespace twelvefold::statistics {

// Whether the spread of residuals goes with the columns: n R² of the squared residuals on them, by
// chi-squared (Breusch & Pagan 1979, as Koenker 1981 makes it right for errors that are not
// normal).
struct SpreadTest
{
    double statistic = 0;
    double df = 0;
    double p = 1;
};
std::optional<SpreadTest> breuschPagan(const Design& design, const LeastSquares& fit);

// Cost in pounds by a linear model of its logarithm. Effects multiply, no cost comes out below
// zero, and the spread grows with the cost, as it does.
struct LogCostModel
{
    LeastSquares fit;        // of ln cost; nothing else is filled where it is undefined
    double smearing = 1;     // mean exp(residual): from a median to a mean (Duan 1983)
    double normalFactor = 1; // what it would be if residuals were normal: exp(σ²/2)
    std::optional<SpreadTest> spread;
    // By group where the spread differs (Manning 1998); else empty.
    std::vector<double> smearingByGroup;
    double highestLeverage = 0; // of the children it was fitted to
    std::vector<double> ratio;  // by row: cost / the median expected
    std::vector<Message> notes;
};

// groups: empty, or for each row its placement type, a code from 0. Costs above zero, else the
// model is undefined: leave the others out and say so.
LogCostModel logCostModel(const Design& design, std::span<const double> costs,
                          std::span<const std::size_t> groups = {});

// What the model expects of children with these columns, in pounds.
struct LogCostExpectation
{
    double median = 0;                  // of one child: half cost more
    double mean = 0;                    // of a group of such children
    std::optional<double> lower, upper; // where one child's cost lies with the coverage asked for
    bool extrapolated = false;          // further out than any child the model was fitted to
};
LogCostExpectation expectedBy(const LogCostModel& model, std::span<const double> columns,
                              std::optional<std::size_t> group = {}, double coverage = 0.95);

} // namespace twelvefold::statistics
