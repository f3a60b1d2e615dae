// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The incomplete beta and gamma functions on which the distribution functions stand.
namespace twelvefold::statistics {

// x and 1 - x, each to full precision, both above zero.
struct Split
{
    double x = 0;
    double y = 0;
};

// A probability and its complement, each to full relative precision.
struct Tails
{
    double lower = 0;
    double upper = 0;
};

enum class Tail
{
    lower,
    upper
};

Tails incompleteBeta(double a, double b, Split at);
Tails incompleteGamma(double shape, double x);

// Where a tail has a given probability, 0 < p < 1: ln(x/(1 - x)) of the beta, ln x of the gamma.
double betaLogOdds(double a, double b, double p, Tail tail);
double gammaLog(double shape, double p, Tail tail);

} // namespace twelvefold::statistics
