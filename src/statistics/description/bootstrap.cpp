// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/description/bootstrap.h"

#include "statistics/description/descriptive.h"
#include "statistics/numbers/distributions.h"
#include "statistics/numbers/parallel.h"
#include "statistics/numbers/random.h"
#include "statistics/numbers/sums.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace twelvefold::statistics {
namespace {

constexpr MessageKind kTooFewCases{
    "bootstrap-too-few-cases",
    TWELVEFOLD_TEXT("Message", "%1 children are too few to draw from again and again."),
    TWELVEFOLD_TEXT("Message", "%1 child is too few to draw from again and again.")};
constexpr MessageKind kFewCases{
    "bootstrap-few-cases",
    TWELVEFOLD_TEXT("Message", "With only %1 children the interval is rough.")};
constexpr MessageKind kNoReplicates{
    "bootstrap-no-replicates",
    TWELVEFOLD_TEXT("Message", "Too few resamples give this figure to make an interval of them.")};
constexpr MessageKind kOneSided{
    "bootstrap-one-sided",
    TWELVEFOLD_TEXT("Message", "All resamples lie on the same side of the figure itself, so the "
                               "interval cannot be placed.")};
constexpr MessageKind kNearTheEnd{
    "bootstrap-near-the-end",
    TWELVEFOLD_TEXT("Message", "An end of the interval rests on the few most extreme of %1 "
                               "resamples: more of them would place it better.")};
constexpr MessageKind kBootstrapNoSpread{
    "bootstrap-no-spread",
    TWELVEFOLD_TEXT("Message",
                    "One of the two columns does not vary, so no share of it is explained.")};

constexpr std::size_t kFewForBootstrap = 10; // cases, and replicates beyond an end of the interval

// The replicate at a level, between two of them on the scale of normal quantiles (Davison &
// Hinkley 1997, equation 5.8).
double replicateAt(const std::vector<double>& sorted, double level)
{
    const auto count = static_cast<double>(sorted.size());
    const double position = (count + 1.0) * level;
    const double below = std::floor(position);
    if (below < 1.0)
        return sorted.front();
    if (below >= count)
        return sorted.back();
    const double lower = sorted[static_cast<std::size_t>(below) - 1];
    if (position == below)
        return lower;
    const double upper = sorted[static_cast<std::size_t>(below)];
    const double from = normalQuantile(below / (count + 1.0));
    const double to = normalQuantile((below + 1.0) / (count + 1.0));
    return lower + (normalQuantile(level) - from) / (to - from) * (upper - lower);
}

double accelerationOf(std::span<const double> leftOut)
{
    const auto n = static_cast<double>(leftOut.size());
    const double centre = mean(leftOut).value_or(0.0);
    DoubleDouble squares, cubes;
    for (double value : leftOut) {
        const double influence = (n - 1.0) * (centre - value);
        squares.add(influence * influence);
        cubes.add(influence * influence * influence);
    }
    const double spread = squares.value();
    return spread > 0.0 ? cubes.value() / (6.0 * spread * std::sqrt(spread)) : 0.0;
}

double shareBelow(const std::vector<double>& sorted, double estimate, TiesAtTheEstimate ties)
{
    const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), estimate);
    double below = static_cast<double>(first - sorted.begin());
    if (ties == TiesAtTheEstimate::half)
        below += 0.5 * static_cast<double>(last - first);
    return below / static_cast<double>(sorted.size());
}

// Sums over cases from which r² follows.
struct PairSums
{
    double x = 0, y = 0, xx = 0, yy = 0, xy = 0;

    void add(double ofX, double ofY)
    {
        x += ofX;
        y += ofY;
        xx += ofX * ofX;
        yy += ofY * ofY;
        xy += ofX * ofY;
    }
    // Nothing where a column does not vary, which rounding must not hide.
    std::optional<double> rSquared(double n) const
    {
        const double ofX = xx - x * (x / n);
        const double ofY = yy - y * (y / n);
        constexpr double kRounding = 1e-12;
        if (!(ofX > kRounding * xx) || !(ofY > kRounding * yy))
            return std::nullopt;
        const double ofXY = xy - x * (y / n);
        return std::min(1.0, ofXY / ofX * (ofXY / ofY));
    }
};

struct Case
{
    double x = 0, y = 0;
};

// Centred, and of standard deviation 1, so that sums of squares keep their digits.
std::optional<std::vector<Case>> standardisedCases(std::span<const double> x,
                                                   std::span<const double> y)
{
    const auto spreadX = standardDeviation(x), spreadY = standardDeviation(y);
    const auto rangeX = range(x), rangeY = range(y);
    if (!spreadX || !spreadY || rangeX->min == rangeX->max || rangeY->min == rangeY->max ||
        !(*spreadX > 0.0) || !(*spreadY > 0.0))
        return std::nullopt;
    const double meanX = *mean(x), meanY = *mean(y);
    std::vector<Case> cases(x.size());
    for (std::size_t i = 0; i < cases.size(); ++i)
        cases[i] = {(x[i] - meanX) / *spreadX, (y[i] - meanY) / *spreadY};
    return cases;
}

PairSums sumsOf(const std::vector<Case>& cases)
{
    PairSums sums;
    for (const Case& one : cases)
        sums.add(one.x, one.y);
    return sums;
}

std::vector<double> leaveOneOut(const std::vector<Case>& cases, const PairSums& all)
{
    const double left = static_cast<double>(cases.size()) - 1.0;
    std::vector<double> values;
    for (const Case& one : cases) {
        const PairSums rest{all.x - one.x, all.y - one.y, all.xx - one.x * one.x,
                            all.yy - one.y * one.y, all.xy - one.x * one.y};
        if (const auto share = rest.rSquared(left))
            values.push_back(*share);
    }
    return values;
}

void fetch([[maybe_unused]] const Case* address)
{
#ifdef __GNUC__
    __builtin_prefetch(address);
#endif
}

// Of as many cases drawn with replacement. Some are drawn ahead and asked for together, before they
// are added in the order in which they were drawn: many cases lie far off in memory, and waiting
// for each would take several times as long as all the rest.
std::optional<double> rSquaredOf(const std::vector<Case>& cases, Random random)
{
    constexpr std::size_t kAhead = 64;
    std::array<std::uint32_t, kAhead> drawn;
    const auto n = static_cast<std::uint32_t>(cases.size());
    PairSums sums;
    for (std::size_t first = 0; first < cases.size(); first += kAhead) {
        const std::size_t some = std::min(kAhead, cases.size() - first);
        for (std::size_t i = 0; i < some; ++i) {
            drawn[i] = random.below(n);
            fetch(&cases[drawn[i]]);
        }
        for (std::size_t i = 0; i < some; ++i)
            sums.add(cases[drawn[i]].x, cases[drawn[i]].y);
    }
    return sums.rSquared(static_cast<double>(cases.size()));
}

} // namespace

BcaInterval bcaInterval(std::span<const double> replicates, double estimate,
                        std::span<const double> leftOut, double coverage, TiesAtTheEstimate ties)
{
    BcaInterval result;
    if (replicates.size() < 2 || leftOut.size() < 2)
        return undefinedBy(result, {kNoReplicates, {}});
    std::vector<double> sorted(replicates.begin(), replicates.end());
    std::sort(sorted.begin(), sorted.end());
    const double below = shareBelow(sorted, estimate, ties);
    if (!(below > 0.0 && below < 1.0))
        return undefinedBy(result, {kOneSided, {}});
    result.bias = normalQuantile(below);
    result.acceleration = accelerationOf(leftOut);
    const double z = normalQuantile(0.5 + 0.5 * coverage);
    const auto count = static_cast<double>(sorted.size());
    bool nearTheEnd = false;
    const auto end = [&](double direction) {
        const double shifted = result.bias + direction * z;
        const double denominator = 1.0 - result.acceleration * shifted;
        // Past its pole the correction has lost its meaning; the extreme replicate stands then.
        const double level = denominator > 0.0 ? normalCdf(result.bias + shifted / denominator)
                                               : (result.acceleration > 0.0 ? 1.0 : 0.0);
        const double position = (count + 1.0) * level;
        constexpr auto kFew = static_cast<double>(kFewForBootstrap);
        nearTheEnd = nearTheEnd || position < kFew || position > count + 1.0 - kFew;
        return replicateAt(sorted, level);
    };
    result.lower = end(-1.0);
    result.upper = end(1.0);
    if (leftOut.size() < kFewForBootstrap)
        result.notes.push_back({kFewCases, {static_cast<std::int64_t>(leftOut.size())}});
    if (nearTheEnd)
        result.notes.push_back({kNearTheEnd, {static_cast<std::int64_t>(sorted.size())}});
    return result;
}

BcaInterval bcaOfRSquared(std::span<const double> x, std::span<const double> y, int replicates,
                          std::uint64_t seed, double coverage, std::stop_token stop)
{
    BcaInterval result;
    if (x.size() < 3)
        return undefinedBy(result, {kTooFewCases, {static_cast<std::int64_t>(x.size())}});
    const auto cases = standardisedCases(x, y);
    if (!cases)
        return undefinedBy(result, {kBootstrapNoSpread, {}});
    const PairSums all = sumsOf(*cases);
    const auto n = static_cast<double>(cases->size());
    const auto estimate = all.rSquared(n);
    std::vector<std::optional<double>> byReplicate(
        static_cast<std::size_t>(std::max(replicates, 0)));
    constexpr std::size_t kWorthAThread = 200'000; // draws of a case
    inParts(byReplicate.size(), kWorthAThread / cases->size() + 1,
            [&](std::size_t first, std::size_t last) {
                for (std::size_t k = first; k < last && !stop.stop_requested(); ++k)
                    byReplicate[k] = rSquaredOf(*cases, Random(seed, k));
            });
    if (stop.stop_requested())
        return {};
    std::vector<double> drawn;
    for (const std::optional<double>& share : byReplicate) {
        if (share)
            drawn.push_back(*share);
    }
    if (!estimate)
        return undefinedBy(result, {kBootstrapNoSpread, {}});
    return bcaInterval(drawn, *estimate, leaveOneOut(*cases, all), coverage);
}

} // namespace twelvefold::statistics
