// SPDX-License-Identifier: GPL-3.0-or-later
#include "honesty/draws.h"
#include "honesty/promises.h"
#include "statistics/agreement/agreement.h"
#include "statistics/agreement/krippendorff.h"
#include "statistics/agreement/reliability.h"
#include "statistics/association/correlation.h"
#include "statistics/description/bootstrap.h"
#include "statistics/groups/funnel.h"
#include "statistics/groups/random_intercept.h"
#include "statistics/regression/conformal_band.h"
#include "statistics/regression/huber.h"
#include "statistics/regression/least_squares.h"
#include "statistics/regression/mm.h"

#include <array>
#include <cmath>
#include <numbers>
#include <optional>

namespace twelvefold::honesty {
namespace {

using statistics::Random;

using Estimate = statistics::CorrelationEstimate (*)(std::span<const double>,
                                                     std::span<const double>);

Promise correlationInterval(const char* name, Estimate estimate, std::size_t n, double truth)
{
    return {.what =
                std::string(name) + " interval, normal pairs, ρ = 0.5, n = " + std::to_string(n),
            .theory = Theory::approached,
            .draw = [=](Random& random, Tally& tally) {
                const Pairs pairs = normalPairs(random, n, 0.5);
                const auto result = estimate(pairs.x, pairs.y);
                tally.count(holds(result.lower, result.upper, truth));
            }};
}

Promise correlationTest(const char* name, Estimate estimate, std::size_t n)
{
    return {.what = std::string(name) +
                    " p ≤ 0.05, need and lognormal cost unrelated, n = " + std::to_string(n),
            .nominal = 0.05,
            .theory = Theory::approached,
            .draw = [=](Random& random, Tally& tally) {
                Pairs pairs;
                for (std::size_t i = 0; i < n; ++i) {
                    pairs.x.push_back(needTotal(random));
                    pairs.y.push_back(std::exp(random.normal()));
                }
                const auto result = estimate(pairs.x, pairs.y);
                tally.count(result.p && *result.p <= 0.05);
            }};
}

void addCorrelations(std::vector<Promise>& all)
{
    const double angle = std::asin(0.5) * 2 / std::numbers::pi;
    const double rank = std::asin(0.25) * 6 / std::numbers::pi;
    const auto pearson = static_cast<Estimate>(statistics::pearson);
    const auto spearman = static_cast<Estimate>(statistics::spearman);
    const auto kendall = static_cast<Estimate>(statistics::kendall);
    for (const std::size_t n : {20U, 100U}) {
        all.push_back(correlationInterval("Pearson", pearson, n, 0.5));
        all.push_back(correlationInterval("Spearman", spearman, n, rank));
        all.push_back(correlationInterval("Kendall", kendall, n, angle));
    }
    all.push_back(correlationTest("Pearson", pearson, 100));
    all.push_back(correlationTest("Spearman", spearman, 100));
    all.push_back(correlationTest("Kendall", kendall, 100));
}

Promise leastSquaresSlope(std::size_t n, Noise noise, bool hc3, Theory theory)
{
    return {
        .what = std::string(hc3 ? "HC3" : "Classical") + " interval of a slope, " +
                (noise == Noise::even ? "even" : "growing") + " spread, n = " + std::to_string(n),
        .theory = theory,
        .draw = [=](Random& random, Tally& tally) {
            const Line line = drawLine(random, n, noise);
            const auto fit = statistics::leastSquares(line.design, line.y);
            const auto& inference = hc3 ? fit.coefficients[1].hc3 : fit.coefficients[1].classical;
            tally.count(inference && holds(inference->lower, inference->upper, kSlope));
        }};
}

Promise predictionOfOne(std::size_t n)
{
    return {.what = "Prediction interval of one more case, n = " + std::to_string(n),
            .theory = Theory::exact,
            .draw = [=](Random& random, Tally& tally) {
                const Line line = drawLine(random, n, Noise::even);
                const Line next = drawLine(random, 1, Noise::even);
                const auto fit = statistics::leastSquares(line.design, line.y);
                const std::array columns{1.0, next.x[0]};
                const auto expected = statistics::predict(fit, columns);
                tally.count(holds(expected.lower, expected.upper, next.y[0]));
            }};
}

Promise robustSlope(bool mm, std::size_t n, Noise noise)
{
    Promise promise{.what = std::string(mm ? "MM" : "Huber") + " interval of a slope, " +
                            (noise == Noise::even ? "even spread" : "a tenth ten times as far") +
                            ", n = " + std::to_string(n),
                    .theory = Theory::approached,
                    .draw = [=](Random& random, Tally& tally) {
                        const Line line = drawLine(random, n, noise);
                        const auto coefficients =
                            mm ? statistics::mmRegression(line.design, line.y, 1).coefficients
                               : statistics::huber(line.design, line.y).coefficients;
                        const auto& inference = coefficients.at(1).classical;
                        tally.count(inference && holds(inference->lower, inference->upper, kSlope));
                    }};
    if (mm) {
        promise.replicates = 600;
        promise.few = 0;
    }
    return promise;
}

void addRegressions(std::vector<Promise>& all)
{
    all.push_back(leastSquaresSlope(20, Noise::even, false, Theory::exact));
    all.push_back(leastSquaresSlope(100, Noise::growing, false, Theory::none));
    all.push_back(leastSquaresSlope(30, Noise::growing, true, Theory::none));
    all.push_back(leastSquaresSlope(100, Noise::growing, true, Theory::none));
    all.push_back(leastSquaresSlope(534, Noise::growing, true, Theory::approached));
    all.back().replicates = 10000;
    all.back().few = 0;
    all.push_back(predictionOfOne(20));
    for (const Noise noise : {Noise::even, Noise::outliers}) {
        all.push_back(robustSlope(false, 60, noise));
        all.push_back(robustSlope(true, 100, noise));
    }
}

Promise shareExplained(std::size_t n, Theory theory)
{
    // Var(total) of needTotal(), by quadrature over the severity.
    constexpr double kVariance = 60.584030007572;
    constexpr double kPerLevel = 0.05, kSpread = 0.5;
    constexpr double kExplained = kPerLevel * kPerLevel * kVariance;
    return {.what = "BCa interval of R², log cost on need, n = " + std::to_string(n),
            .theory = theory,
            .replicates = 2000,
            .few = 0,
            .draw = [=](Random& random, Tally& tally) {
                Pairs pairs;
                for (std::size_t i = 0; i < n; ++i) {
                    pairs.x.push_back(needTotal(random));
                    pairs.y.push_back(6 + kPerLevel * pairs.x.back() + kSpread * random.normal());
                }
                const auto interval =
                    statistics::bcaOfRSquared(pairs.x, pairs.y, 999, random.bits64());
                tally.count(holds(interval.lower, interval.upper,
                                  kExplained / (kExplained + kSpread * kSpread)));
            }};
}

// Skewed scatter about a curve that no straight line follows: nothing is promised of the shape.
double curved(double x, Random& random)
{
    return 6 + 0.002 * x * x + 0.4 * std::log(-std::log(random.uniform()));
}

Promise conformal(std::size_t n)
{
    return {.what = "90 % band (CV+), one more child, skewed scatter about a curve, n = " +
                    std::to_string(n),
            .nominal = 0.9,
            .theory = Theory::approached,
            .allowed = 0.02,
            .replicates = 5000,
            .few = 200,
            .draw = [=](Random& random, Tally& tally) {
                Pairs pairs;
                for (std::size_t i = 0; i < n; ++i) {
                    pairs.x.push_back(needTotal(random));
                    pairs.y.push_back(curved(pairs.x.back(), random));
                }
                const auto band =
                    statistics::ConformalBand::fit(pairs.x, pairs.y, 0.9, random.bits64(), 0);
                for (int next = 0; next < 20; ++next) {
                    const double x = needTotal(random);
                    const double y = curved(x, random);
                    const auto range = band->at(x);
                    tally.count(range.lower <= y && y <= range.upper);
                }
            }};
}

struct Groups
{
    std::vector<double> x, y, effects;
    std::vector<std::uint32_t> group;
};

Groups drawGroups(Random& random, std::uint32_t groups, double sd)
{
    Groups drawn;
    for (std::uint32_t g = 0; g < groups; ++g) {
        drawn.effects.push_back(sd * random.normal());
        const std::uint32_t size = 1 + random.below(20);
        for (std::uint32_t i = 0; i < size; ++i) {
            drawn.group.push_back(g);
            drawn.x.push_back(random.normal());
            drawn.y.push_back(1 + kSlope * drawn.x.back() + drawn.effects[g] + random.normal());
        }
    }
    return drawn;
}

template<class Count>
Promise randomIntercepts(std::string what, std::uint32_t groups, Theory theory, Count count)
{
    return {.what = std::move(what) + ", " + std::to_string(groups) + " providers of 1 to 20",
            .theory = theory,
            .replicates = 5000,
            .few = 150,
            .draw = [=](Random& random, Tally& tally) {
                const Groups drawn = drawGroups(random, groups, 0.5);
                statistics::Design design(drawn.y.size());
                design.intercept().column("x", drawn.x);
                count(statistics::randomIntercept(design, drawn.y, drawn.group), drawn, tally);
            }};
}

void addGroups(std::vector<Promise>& all)
{
    using statistics::RandomIntercept;
    const auto slope = [](const RandomIntercept& fit, const Groups&, Tally& tally) {
        const auto& inference = fit.fixed.at(1).classical;
        tally.count(inference && holds(inference->lower, inference->upper, kSlope));
    };
    const auto effects = [](const RandomIntercept& fit, const Groups& drawn, Tally& tally) {
        if (fit.groupVariance > 0) // else "no detectable difference" is what is said
            for (std::size_t g = 0; g < fit.groups.size(); ++g)
                tally.count(holds(fit.groups[g].lower, fit.groups[g].upper, drawn.effects[g]));
    };
    all.push_back(randomIntercepts("Random intercepts: the slope", 30, Theory::approached, slope));
    all.push_back(
        randomIntercepts("Random intercepts: a provider's effect", 30, Theory::none, effects));
    all.push_back(
        randomIntercepts("Random intercepts: a provider's effect", 100, Theory::none, effects));
    for (auto& promise : all)
        if (promise.what.find("100 providers") != std::string::npos)
            promise.few = 0;
    all.push_back(
        {.what = "Funnel: providers outside the 95 % limits of a proportion, none differs",
         .nominal = 0.05,
         .theory = Theory::approached,
         .draw = [](Random& random, Tally& tally) {
             std::vector<double> events, sizes;
             for (int unit = 0; unit < 40; ++unit) {
                 sizes.push_back(5.0 + random.below(60));
                 events.push_back(0);
                 for (double child = 0; child < sizes.back(); ++child)
                     events.back() += random.uniform() < 0.3 ? 1 : 0;
             }
             const auto funnel = statistics::funnelOfProportions(events, sizes, 0.3);
             for (const auto& unit : funnel.units)
                 tally.count(unit.value < unit.limits.lower95 || unit.value > unit.limits.upper95);
         }});
}

// Children × raters: child sd 1, rater sd 0.5, noise sd 0.7.
Promise intraclass(std::size_t which, const char* name, double truth, Theory theory)
{
    return {.what = std::string(name) + " interval, 30 children, 4 raters who differ",
            .theory = theory,
            .draw = [=](Random& random, Tally& tally) {
                std::array<std::vector<double>, 4> given;
                std::array<double, 4> severity{};
                for (double& rater : severity)
                    rater = 0.5 * random.normal();
                for (int child = 0; child < 30; ++child) {
                    const double true_ = random.normal();
                    for (std::size_t rater = 0; rater < 4; ++rater)
                        given[rater].push_back(true_ + severity[rater] + 0.7 * random.normal());
                }
                const std::array<std::span<const double>, 4> spans{given[0], given[1], given[2],
                                                                   given[3]};
                const auto result = statistics::intraclassCorrelations(spans).cases[which];
                tally.count(holds(result.lower, result.upper, truth));
            }};
}

constexpr std::size_t kCategories = 4;

// Two raters who see the true level, and one that is off by one with this probability.
double seen(double level, Random& random)
{
    if (random.uniform() >= 0.3)
        return level;
    const double off = level + (random.uniform() < 0.5 ? -1 : 1);
    return std::clamp(off, 0.0, static_cast<double>(kCategories - 1));
}

// Kappa of that, from the probabilities themselves.
double trueKappa(statistics::KappaWeights weights)
{
    std::array<std::array<double, kCategories>, kCategories> sees{};
    for (std::size_t level = 0; level < kCategories; ++level) {
        sees[level][level] += 0.7;
        sees[level][level == 0 ? 0 : level - 1] += 0.15;
        sees[level][std::min(level + 1, kCategories - 1)] += 0.15;
    }
    std::vector<double> table(kCategories * kCategories);
    for (const auto& by : sees)
        for (std::size_t i = 0; i < kCategories; ++i)
            for (std::size_t j = 0; j < kCategories; ++j)
                table[i * kCategories + j] += by[i] * by[j];
    return *statistics::kappaOfTable(table, statistics::disagreementWeights(weights, kCategories),
                                     kCategories)
                .estimate;
}

Promise kappaInterval(const char* name, statistics::KappaWeights weights)
{
    return {.what = std::string("Kappa interval, ") + name + ", 150 children",
            .theory = Theory::approached,
            .draw = [weights, truth = trueKappa(weights)](Random& random, Tally& tally) {
                std::vector<double> first, second;
                for (int child = 0; child < 150; ++child) {
                    const double level = random.below(kCategories);
                    first.push_back(seen(level, random));
                    second.push_back(seen(level, random));
                }
                constexpr std::array scale{0.0, 1.0, 2.0, 3.0};
                const auto result = statistics::kappa(first, second, weights, scale);
                tally.count(holds(result.lower, result.upper, truth));
            }};
}

void addRatings(std::vector<Promise>& all)
{
    all.push_back(intraclass(0, "ICC1", 1 / (1 + 0.25 + 0.49), Theory::none));
    all.push_back(intraclass(1, "ICC2", 1 / (1 + 0.25 + 0.49), Theory::approached));
    all.push_back(intraclass(2, "ICC3", 1 / (1 + 0.49), Theory::exact));
    all.push_back(kappaInterval("unweighted", statistics::KappaWeights::none));
    all.push_back(kappaInterval("linear weights", statistics::KappaWeights::linear));
    all.push_back(kappaInterval("quadratic weights", statistics::KappaWeights::quadratic));
    all.push_back({.what = "Krippendorff's alpha, interval metric, 60 children, 3 raters",
                   .theory = Theory::none,
                   .replicates = 1000,
                   .few = 0,
                   .draw = [](Random& random, Tally& tally) {
                       std::vector<std::vector<double>> ratings(60);
                       for (auto& child : ratings) {
                           const double level = random.normal();
                           for (int rater = 0; rater < 3; ++rater)
                               child.push_back(level + 0.7 * random.normal());
                       }
                       const auto alpha = statistics::krippendorffAlpha(
                           ratings, {.level = statistics::RatingLevel::interval,
                                     .replicates = 499,
                                     .seed = random.bits64()});
                       tally.count(holds(alpha.lower, alpha.upper, 1 / 1.49));
                   }});
}

} // namespace

std::vector<Promise> promisesOfMethods()
{
    std::vector<Promise> all;
    addCorrelations(all);
    addRegressions(all);
    all.push_back(shareExplained(50, Theory::none));
    all.push_back(shareExplained(200, Theory::approached));
    all.push_back(conformal(30));
    all.push_back(conformal(200));
    all.back().few = 0;
    addGroups(all);
    addRatings(all);
    return all;
}

} // namespace twelvefold::honesty
