// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Distribution functions: cdf is the probability of at most x, sf of more than x (computed in its
// own right, so that far tails keep their digits), quantile the inverse of cdf for 0 < p < 1.
// Accurate to 12 digits (quantiles 10); docs/methods.md says how. Arguments must be finite and
// parameters above zero; a quantile outside 0 to 1 is taken at the nearest end that is finite.
namespace twelvefold::statistics {

double normalDensity(double x);
double normalCdf(double x);
double normalSf(double x);
double normalQuantile(double p);
inline constexpr double kNormal975 = 1.9599639845400545; // the 97.5 % point, of 95 % intervals
inline constexpr double kNormalQuartile = 0.6745;        // the third, as robust scales are written

double tSf(double t, double df);
double tTwoSided(double t, double df); // P(|T| > |t|)
double tQuantile(double p, double df);

double fSf(double f, double df1, double df2);
double fQuantile(double p, double df1, double df2);

double chiSquaredSf(double x, double df);
double chiSquaredQuantile(double p, double df);

double gammaCdf(double x, double shape); // scale 1: the regularised incomplete gamma function
double gammaSf(double x, double shape);

double betaCdf(double x, double a, double b); // the regularised incomplete beta function
double betaQuantile(double p, double a, double b);

// P(X <= k) of so many successes in n trials, and of so many events where mean are expected.
double binomialCdf(int k, int n, double probability);
double poissonCdf(int k, double mean);

} // namespace twelvefold::statistics
