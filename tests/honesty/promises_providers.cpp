// SPDX-License-Identifier: GPL-3.0-or-later
#include "honesty/draws.h"
#include "honesty/promises.h"
#include "statistics/groups/stratified_intercept.h"

#include <array>
#include <string>

namespace twelvefold::honesty {
namespace {

using statistics::Random;
using statistics::StratifiedIntercept;

// Children of each provider by setting, and how widely log costs of one provider's children spread.
struct MarketSetting
{
    double level, sd;
    std::vector<int> providers;
};
using Market = std::vector<MarketSetting>;

// A council of the demonstration's size: agency foster care, children's homes, supported
// accommodation and what is not registered.
Market demonstrationMarket(const std::array<double, 4>& sds)
{
    return {{6.9, sds[0], {19, 16, 15, 11, 8, 7, 6, 5, 4, 3, 3, 2, 2, 2}},
            {8.6, sds[1], {9, 9, 7, 5, 4, 4, 3, 3, 2, 2, 2, 1, 1, 1, 1, 1}},
            {7.1, sds[2], {12, 8, 5, 4, 3, 3, 2, 2, 1}},
            {9.2, sds[3], {2, 1, 1}}};
}
constexpr std::array kFarApart{0.1, 0.4, 0.5, 0.3};
constexpr std::array kAsDemonstrated{0.19, 0.42, 0.52, 0.38};

struct DrawnMarket
{
    std::vector<double> effects;
    StratifiedIntercept fit;
};

DrawnMarket drawMarket(Random& random, const Market& market, double sigma)
{
    DrawnMarket drawn;
    std::vector<double> need, cost;
    std::vector<std::uint32_t> provider, setting;
    std::vector<int> codes;
    for (std::uint32_t s = 0; s < market.size(); ++s) {
        for (const int size : market[s].providers) {
            const auto code = static_cast<std::uint32_t>(drawn.effects.size());
            drawn.effects.push_back(sigma * random.normal());
            for (int child = 0; child < size; ++child) {
                need.push_back(needTotal(random));
                cost.push_back(market[s].level + 0.02 * need.back() + drawn.effects.back() +
                               market[s].sd * random.normal());
                provider.push_back(code);
                setting.push_back(s);
                codes.push_back(static_cast<int>(s));
            }
        }
    }
    statistics::Design design(cost.size());
    const std::vector<std::string> names{"agency", "home", "supported", "unregistered"};
    design.intercept().column("need", need).levels("setting", codes, names);
    drawn.fit =
        statistics::stratifiedIntercept(design, cost, provider, setting, {.priorScale = 0.15});
    return drawn;
}

std::string spreadWords(const Market& market)
{
    std::string words;
    for (const MarketSetting& setting : market)
        words += (words.empty() ? "" : ", ") + std::to_string(setting.sd).substr(0, 4);
    return words;
}

Promise noFalseDifference(const Market& market)
{
    return {.what = "Providers: a difference claimed where there is none, spread by setting " +
                    spreadWords(market),
            .nominal = 0.05,
            .theory = Theory::approached,
            .replicates = 4000,
            .few = 150,
            .draw = [=](Random& random, Tally& tally) {
                tally.count(drawMarket(random, market, 0).fit.p <= 0.05);
            }};
}

template<class Count>
Promise providersSpread(std::string what, const Market& market, double sigma, int few, Count count)
{
    return {.what = "Providers: " + std::move(what) + ", σ " + std::to_string(sigma).substr(0, 4) +
                    ", spread by setting " + spreadWords(market),
            .theory = Theory::approached,
            .allowed = 0.02,
            .replicates = 2000,
            .few = few,
            .draw = [=](Random& random, Tally& tally) {
                const DrawnMarket drawn = drawMarket(random, market, sigma);
                count(drawn, tally);
            }};
}

} // namespace

std::vector<Promise> promisesOfProviders()
{
    constexpr double kSigma = 0.08; // the demonstration council's
    const auto effects = [](const DrawnMarket& drawn, Tally& tally) {
        for (std::size_t g = 0; g < drawn.effects.size(); ++g)
            tally.count(
                holds(drawn.fit.groups[g].lower, drawn.fit.groups[g].upper, drawn.effects[g]));
    };
    const auto sigma = [](const DrawnMarket& drawn, Tally& tally) {
        tally.count(holds(drawn.fit.sigmaLower, drawn.fit.sigmaUpper, kSigma));
    };
    const Market apart = demonstrationMarket(kFarApart);
    const Market demonstrated = demonstrationMarket(kAsDemonstrated);
    return {
        noFalseDifference(apart),
        noFalseDifference(demonstrated),
        providersSpread("interval of one's effect", apart, kSigma, 40, effects),
        providersSpread("interval of one's effect", demonstrated, kSigma, 40, effects),
        providersSpread("interval of σ", apart, kSigma, 0, sigma),
        providersSpread("interval of σ", demonstrated, kSigma, 0, sigma),
    };
}

} // namespace twelvefold::honesty
