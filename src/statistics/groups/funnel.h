// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/messages.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace twelvefold::statistics {

// Units of different size around one target, with the limits between which chance alone keeps most
// of them: a funnel, not a league table (Spiegelhalter 2005, Statistics in Medicine 24:1185).
enum class FunnelKind
{
    mean,       // of so many cases
    proportion, // of so many cases
    ratio       // of events observed to events expected
};

// Between which a unit on target lies 95 % and 99.8 % of the time.
struct FunnelLimits
{
    double lower998 = 0, lower95 = 0, upper95 = 0, upper998 = 0;
};
// The probabilities below each of them, in that order.
inline constexpr std::array kFunnelTails{0.001, 0.025, 0.975, 0.999};

// More spread between units than chance gives (Spiegelhalter 2005, Quality and Safety in Health
// Care 14:347). The most extreme tenth at either end is drawn in before it is measured.
struct Overdispersion
{
    std::vector<double> z; // each unit's distance from the target in standard errors
    double winsorLow = 0, winsorHigh = 0;
    std::vector<double> zWinsorised;
    double phiRaw = 0, phi = 0;          // mean square of z and of zWinsorised: 1 by chance
    std::vector<double> zMultiplicative; // z / √φ, where φ is above 1
    std::optional<double> tauSquared;    // variance between units; fewer than ten give none
    std::vector<double> zRandom;         // distance in standard errors with τ² added; then empty
};
inline constexpr std::size_t kLeastForTau = 10;
Overdispersion overdispersion(std::span<const double> values,
                              std::span<const double> standardErrors, double target);

struct FunnelUnit
{
    double size = 0;   // cases, or events expected
    double value = 0;  // mean, proportion or ratio
    double p = 1;      // two-sided, of being so far from the target by chance (mid-p for counts)
    bool drawn = true; // false: too small to be shown
    FunnelLimits limits;
    std::optional<FunnelLimits> widened; // with the spread between units that τ² describes
};

struct Funnel
{
    FunnelKind kind = FunnelKind::mean;
    double target = 0;
    double sd = 0; // of one case, for means
    std::vector<FunnelUnit> units;
    Overdispersion spread; // of proportions by arcsine of the root, of ratios by the root
    std::optional<Message> undefined; // nothing else is then filled

    // The limits at any size: what draws the funnel.
    FunnelLimits limitsAt(double size) const;
    std::optional<FunnelLimits> widenedAt(double size) const;
};

// Units with fewer than `least` cases are counted in, but not drawn. Without a target it is the
// value of all units together.
Funnel funnelOfMeans(std::span<const double> means, std::span<const double> sizes, double sd,
                     std::optional<double> target = std::nullopt, double least = 0);
Funnel funnelOfProportions(std::span<const double> events, std::span<const double> sizes,
                           std::optional<double> target = std::nullopt, double least = 0);
Funnel funnelOfRatios(std::span<const double> observed, std::span<const double> expected,
                      double least = 0);

// The proportion or ratio below which a unit on target stays with probability p, interpolated
// between counts: (r - α)/n, r the first count with F(r) > p and α = (F(r) - p)/(F(r) - F(r - 1)).
double binomialLimit(double p, double n, double target);
double poissonLimit(double p, double expected);

} // namespace twelvefold::statistics
