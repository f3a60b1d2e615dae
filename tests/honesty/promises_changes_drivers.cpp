// SPDX-License-Identifier: GPL-3.0-or-later
#include "honesty/draws.h"
#include "honesty/promises.h"
#include "statistics/association/attenuation.h"
#include "statistics/association/correlation.h"
#include "statistics/change/change.h"
#include "statistics/change/measurement_error.h"
#include "statistics/regression/quantile_regression.h"
#include "statistics/shares/shapley.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace twelvefold::honesty {
namespace {

using statistics::Random;

// Need of reliability 0.8 and cost, 0.5 without noise; the reliability is the correlation of two
// scorings of other children.
Promise attenuation(std::size_t n, std::size_t scoredTwice)
{
    constexpr double kTrue = 0.5, kReliability = 0.8;
    return {.what = "Correlation without noise, n = " + std::to_string(n) +
                    ", reliability 0.8 found on " + std::to_string(scoredTwice),
            .theory = Theory::approached,
            .few = scoredTwice > 100 ? 400 : 0,
            .draw = [=](Random& random, Tally& tally) {
                const Pairs pairs = normalPairs(random, n, kTrue * std::sqrt(kReliability));
                const Pairs twice = normalPairs(random, scoredTwice, kReliability);
                const auto reliability = statistics::pearson(twice.x, twice.y);
                const auto r = statistics::pearson(pairs.x, pairs.y);
                const auto corrected = statistics::withoutNoise(
                    {*r.estimate, r.lower, r.upper}, {*reliability.estimate, scoredTwice});
                tally.count(holds(corrected.lower, corrected.upper, kTrue));
            }};
}

struct Twice
{
    std::vector<double> before, after;
};

// Totals of levels before; after, drawn towards their mean, up by 1.5, and whole numbers.
Twice drawTwice(Random& random, std::size_t n, double up)
{
    Twice twice;
    for (std::size_t i = 0; i < n; ++i) {
        twice.before.push_back(needTotal(random));
        twice.after.push_back(
            std::round(twice.before.back() + up + 4 * random.uniform() - 2 + random.normal()));
    }
    return twice;
}

void addChanges(std::vector<Promise>& all)
{
    constexpr double kUp = 1.5;
    for (const std::size_t n : {15U, 60U}) {
        const std::string of = ", totals of levels, n = " + std::to_string(n);
        all.push_back({.what = "Paired t interval of the mean change" + of,
                       .theory = Theory::approached,
                       .draw = [=](Random& random, Tally& tally) {
                           const Twice twice = drawTwice(random, n, kUp);
                           const auto change = statistics::pairedChange(twice.before, twice.after);
                           tally.count(holds(change.lower, change.upper, kUp));
                       }});
        all.push_back({.what = "Paired t p ≤ 0.05, no change" + of,
                       .nominal = 0.05,
                       .theory = Theory::approached,
                       .draw = [=](Random& random, Tally& tally) {
                           const Twice twice = drawTwice(random, n, 0);
                           const auto change = statistics::pairedChange(twice.before, twice.after);
                           tally.count(change.p && *change.p <= 0.05);
                       }});
        all.push_back({.what = "Signed-rank p ≤ 0.05, no change" + of,
                       .nominal = 0.05,
                       .theory = Theory::approached,
                       .draw = [=](Random& random, Tally& tally) {
                           const Twice twice = drawTwice(random, n, 0);
                           const auto change = statistics::pairedChange(twice.before, twice.after);
                           tally.count(change.signedRank.p && *change.signedRank.p <= 0.05);
                       }});
    }
}

// A total of twelve domains, each between levels, as one rater sees it in whole levels.
class Rated
{
public:
    explicit Rated(Random& random) : m_random(random)
    {
        const double person = 1.2 + 0.7 * random.normal();
        for (double& level : m_need)
            level = person + 0.5 * random.normal();
    }
    double total()
    {
        double total = 0;
        for (const double level : m_need)
            total += std::clamp(std::round(level + 0.35 * m_random.normal()), 0.0, 4.0);
        return total;
    }

private:
    Random& m_random;
    std::array<double, 12> m_need{};
};

// Two ratings of children whose needs are what they were, the noise known from second ratings of
// others.
Promise countsOfNoChange(std::size_t children, std::size_t ratedTwice)
{
    return {.what = "Counts of reliable change within noise's own interval, nothing changes, " +
                    std::to_string(children) + " children, noise found on " +
                    std::to_string(ratedTwice),
            .theory = Theory::approached,
            .allowed = 0.02,
            .replicates = 4000,
            .few = 200,
            .draw = [=](Random& random, Tally& tally) {
                std::vector<double> first, second;
                for (std::size_t pair = 0; pair < ratedTwice; ++pair) {
                    Rated child(random);
                    first.push_back(child.total());
                    second.push_back(child.total());
                }
                const auto error = statistics::measurementError(first, second);
                const double beyond = statistics::reliableChangeOf(*error.standardError).smallest;
                const auto byNoise = statistics::changedByNoise(children, beyond, 1, error);
                double fell = 0, rose = 0;
                for (std::size_t i = 0; i < children; ++i) {
                    Rated child(random);
                    const double change = child.total() - child.total();
                    fell += change < -beyond ? 1 : 0;
                    rose += change > beyond ? 1 : 0;
                }
                tally.count(byNoise.lower <= fell && fell <= byNoise.upper);
                tally.count(byNoise.lower <= rose && rose <= byNoise.upper);
            }};
}

Promise quantileSlope(std::size_t n, double tau, Noise noise)
{
    // Where spread grows with x, the line of a quantile is steeper by that quantile.
    const double quantile = tau == 0.5 ? 0 : 1.2815515655446004;
    const double truth = kSlope + (noise == Noise::growing ? quantile : 0);
    return {.what = std::string("Quantile regression's interval of a slope, τ = ") +
                    (tau == 0.5 ? "0.5" : "0.9") + ", " +
                    (noise == Noise::even ? "even" : "growing") +
                    " spread, n = " + std::to_string(n),
            .theory = Theory::none,
            .replicates = 10000,
            .few = 0,
            .draw = [=](Random& random, Tally& tally) {
                const Line line = drawLine(random, n, noise);
                const std::array taus{tau};
                const auto fits = statistics::quantileRegression(line.design, line.y, taus);
                const auto& own = fits[0].coefficients.at(1).classical;
                tally.count(own && holds(own->lower, own->upper, truth));
            }};
}

// Two columns that go together (0.5): their shares of what both explain follow from the formula.
Promise driverShare(std::size_t n)
{
    constexpr double kFirst = 0.5, kSecond = 0.25, kTogether = 0.5;
    constexpr double kBoth = kFirst * kFirst + kSecond * kSecond + 2 * kTogether * kFirst * kSecond;
    constexpr double kAlone = (kFirst + kTogether * kSecond) * (kFirst + kTogether * kSecond);
    constexpr double kOther = (kSecond + kTogether * kFirst) * (kSecond + kTogether * kFirst);
    constexpr double kTruth = (kAlone + kBoth - kOther) / 2 / kBoth;
    return {.what = "BCa interval of a driver's share, n = " + std::to_string(n),
            .theory = Theory::approached,
            .replicates = 2000,
            .few = 0,
            .draw = [=](Random& random, Tally& tally) {
                const Pairs x = normalPairs(random, n, kTogether);
                std::vector<double> y;
                for (std::size_t i = 0; i < n; ++i)
                    y.push_back(kFirst * x.x[i] + kSecond * x.y[i] + random.normal());
                const std::array groups{statistics::ModelGroup{"first", {x.x}, {}},
                                        statistics::ModelGroup{"second", {x.y}, {}}};
                const statistics::SubModels models(y, groups);
                const auto players = statistics::eachAlone(models);
                statistics::Shapley shares = statistics::shapley(models, players, 0);
                statistics::addIntervals(models, players, shares,
                                         {.replicates = 999, .seed = random.bits64()});
                tally.count(holds(shares.groups[0].lower, shares.groups[0].upper, kTruth));
            }};
}

} // namespace

std::vector<Promise> promisesOfChangesAndDrivers()
{
    std::vector<Promise> all;
    all.push_back(attenuation(150, 40));
    all.push_back(attenuation(500, 200));
    addChanges(all);
    all.push_back(countsOfNoChange(250, 60));
    all.push_back(countsOfNoChange(376, 300));
    for (const double tau : {0.5, 0.9})
        for (const Noise noise : {Noise::even, Noise::growing})
            for (const std::size_t n : {100U, 534U})
                all.push_back(quantileSlope(n, tau, noise));
    all.push_back(driverShare(50));
    all.push_back(driverShare(200));
    return all;
}

} // namespace twelvefold::honesty
