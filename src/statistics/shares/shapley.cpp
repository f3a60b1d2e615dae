// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/shares/shapley.h"

#include "statistics/numbers/parallel.h"
#include "statistics/numbers/random.h"
#include "statistics/regression/fit_messages.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace twelvefold::statistics {
namespace {

constexpr MessageKind kNothingExplained{
    "shapley-nothing-explained",
    TWELVEFOLD_TEXT("Message",
                    "Nothing of it goes with the groups, so there is nothing to share out.")};
constexpr MessageKind kInflated{
    "shapley-inflated",
    TWELVEFOLD_TEXT("Message", "What %1 explains can hardly be told from what other groups explain "
                               "(variance inflation %2): read them together.")};
constexpr MessageKind kDetermined{
    "shapley-determined",
    TWELVEFOLD_TEXT("Message", "Part of %1 follows from the other groups: read them together.")};
constexpr MessageKind kSampledOrders{
    "shapley-sampled-orders",
    TWELVEFOLD_TEXT("Message", "With more than %1 groups the shares come from %2 orders drawn at "
                               "random; their standard errors are given, intervals are not.")};

// R² below this is rounding.
constexpr double kShapleyNothing = 1e-12;
constexpr double kInflationToSay = 10;

// How often, of all orders, a group comes in just after so many given others: s!(k - 1 - s)!/k!.
std::vector<double> weights(std::size_t groups)
{
    std::vector<double> weight(groups);
    for (std::size_t size = 0; size < groups; ++size) {
        double orders = static_cast<double>(groups);
        for (std::size_t i = 1; i <= size; ++i)
            orders *= static_cast<double>(groups - i) / static_cast<double>(i);
        weight[size] = 1 / orders;
    }
    return weight;
}

void shareExactly(const SubModels& models, const Players& players, Shapley& result)
{
    const SubModels::Choices choices = models.everyChoice();
    const std::vector<double> ranksOfGroups(choices.rank.begin(), choices.rank.end());
    const std::vector<double> worth = worthOfPlayers(choices.rSquared, players);
    const std::vector<double> contributions = shapleyValues(worth, players.size());
    const std::vector<double> ranks =
        shapleyValues(worthOfPlayers(ranksOfGroups, players), players.size());
    const std::size_t all = worth.size() - 1;
    result.rSquared = worth[all];
    for (std::size_t i = 0; i < players.size(); ++i) {
        const std::size_t bit = std::size_t{1} << i;
        result.groups[i].contribution = contributions[i];
        result.groups[i].alone = worth[bit];
        result.groups[i].last = result.rSquared - worth[all - bit];
        result.groups[i].byChance = ranks[i] / (static_cast<double>(result.n) - 1);
    }
}

// What each player gains, and how many of its columns add something, as they come in.
struct Gains
{
    std::vector<double> rSquared, rank;
};

Gains gainsOf(const SubModels& models, const Players& players, std::span<const std::size_t> order)
{
    std::vector<std::size_t> groups;
    for (const std::size_t player : order)
        groups.insert(groups.end(), players[player].begin(), players[player].end());
    std::vector<double> rSquared(models.groups()), rank(models.groups());
    models.gains(groups, rSquared, rank);
    Gains gains{std::vector<double>(players.size()), std::vector<double>(players.size())};
    for (std::size_t i = 0; i < players.size(); ++i) {
        for (const std::size_t group : players[i]) {
            gains.rSquared[i] += rSquared[group];
            gains.rank[i] += rank[group];
        }
    }
    return gains;
}

// The mean of an order and its reverse: what comes early in the one comes late in the other.
Gains drawPair(const SubModels& models, const Players& players, Random random)
{
    std::vector<std::size_t> order(players.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    random.shuffle(std::span(order));
    Gains pair = gainsOf(models, players, order);
    std::reverse(order.begin(), order.end());
    const Gains back = gainsOf(models, players, order);
    for (std::size_t i = 0; i < players.size(); ++i) {
        pair.rSquared[i] = (pair.rSquared[i] + back.rSquared[i]) / 2;
        pair.rank[i] = (pair.rank[i] + back.rank[i]) / 2;
    }
    return pair;
}

void addAloneAndLast(const SubModels& models, const Players& players, Shapley& result)
{
    std::vector<std::size_t> order(players.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = 0; i < players.size(); ++i) {
        std::rotate(order.begin(), std::find(order.begin(), order.end(), i), order.end());
        result.groups[i].alone = gainsOf(models, players, order).rSquared[i];
        std::rotate(order.begin(), order.begin() + 1, order.end());
        const Gains gains = gainsOf(models, players, order);
        result.groups[i].last = gains.rSquared[i];
        result.rSquared =
            std::min(1.0, std::accumulate(gains.rSquared.begin(), gains.rSquared.end(), 0.0));
    }
}

void shareBySampling(const SubModels& models, const Players& players, std::uint64_t seed,
                     Shapley& result)
{
    constexpr std::size_t kPairs = kOrders / 2;
    std::vector<Gains> pairs(kPairs);
    inParts(kPairs, 64, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i)
            pairs[i] = drawPair(models, players, Random(seed, i));
    });
    result.orders = kOrders;
    for (std::size_t i = 0; i < players.size(); ++i) {
        ShapleyShare& own = result.groups[i];
        double ranks = 0, squares = 0;
        for (const Gains& pair : pairs) {
            own.contribution += pair.rSquared[i] / kPairs;
            ranks += pair.rank[i] / kPairs;
        }
        for (const Gains& pair : pairs)
            squares +=
                (pair.rSquared[i] - own.contribution) * (pair.rSquared[i] - own.contribution);
        own.standardError = std::sqrt(squares / (kPairs - 1.0) / kPairs); // of the contribution yet
        own.byChance = ranks / (static_cast<double>(result.n) - 1);
    }
    addAloneAndLast(models, players, result);
    result.notes.push_back(
        {kSampledOrders,
         {static_cast<std::int64_t>(kMostExactGroups), static_cast<std::int64_t>(kOrders)}});
}

void addInflation(const SubModels& models, const Players& players, Shapley& result)
{
    if (players.size() < 2)
        return;
    for (std::size_t i = 0; i < players.size(); ++i) {
        std::vector<std::size_t> others;
        for (std::size_t j = 0; j < players.size(); ++j)
            if (j != i)
                others.insert(others.end(), players[j].begin(), players[j].end());
        ShapleyShare& own = result.groups[i];
        own.inflation = models.inflation(players[i], others);
        if (!own.inflation)
            result.notes.push_back({kDetermined, {own.name}});
        else if (*own.inflation > kInflationToSay)
            result.notes.push_back({kInflated, {own.name, std::round(*own.inflation)}});
    }
}

std::optional<Message> whyNot(const SubModels& models)
{
    using namespace fit_messages;
    if (models.cases() <= models.rank() + 1)
        return Message{kTooFewRows,
                       {static_cast<std::int64_t>(models.cases()),
                        static_cast<std::int64_t>(models.rank() + 1)}};
    if (models.constantResponse())
        return Message{kConstantResponse, {}};
    return std::nullopt;
}

} // namespace

Players eachAlone(const SubModels& models)
{
    Players players;
    for (std::size_t group = 0; group < models.groups(); ++group)
        players.push_back({group});
    return players;
}

std::vector<double> shapleyValues(std::span<const double> worth, std::size_t players)
{
    const std::vector<double> weight = weights(players);
    std::vector<double> values(players, 0.0);
    for (std::size_t chosen = 0; chosen < worth.size(); ++chosen) {
        const auto size = static_cast<std::size_t>(std::popcount(chosen));
        for (std::size_t i = 0; i < players; ++i) {
            const std::size_t bit = std::size_t{1} << i;
            if ((chosen & bit) == 0)
                values[i] += weight[size] * (worth[chosen | bit] - worth[chosen]);
        }
    }
    return values;
}

std::vector<double> worthOfPlayers(std::span<const double> worth, const Players& players)
{
    std::vector<double> joined(std::size_t{1} << players.size());
    for (std::size_t chosen = 0; chosen < joined.size(); ++chosen) {
        std::size_t groups = 0;
        for (std::size_t i = 0; i < players.size(); ++i) {
            if ((chosen >> i & 1U) == 0)
                continue;
            for (const std::size_t group : players[i])
                groups |= std::size_t{1} << group;
        }
        joined[chosen] = worth[groups];
    }
    return joined;
}

Shapley shapley(const SubModels& models, const Players& players, std::uint64_t seed)
{
    Shapley result;
    result.n = models.cases();
    result.undefined = whyNot(models);
    if (result.undefined)
        return result;
    for (const std::vector<std::size_t>& player : players) {
        ShapleyShare own;
        for (const std::size_t group : player) {
            own.name += (own.name.empty() ? "" : ", ") + models.name(group);
            own.columns += models.columnsOf(group);
        }
        result.groups.push_back(std::move(own));
    }
    if (models.groups() <= kMostExactGroups)
        shareExactly(models, players, result);
    else
        shareBySampling(models, players, seed, result);
    addInflation(models, players, result);
    if (!(result.rSquared > kShapleyNothing)) {
        result.notes.push_back({kNothingExplained, {}});
        return result;
    }
    for (ShapleyShare& own : result.groups) {
        own.share = own.contribution / result.rSquared;
        own.chanceShare = own.byChance / result.rSquared;
        if (own.standardError)
            own.standardError = *own.standardError / result.rSquared;
    }
    return result;
}

bool addIntervals(const SubModels& models, const Players& players, Shapley& shares,
                  const Resamples& resamples, std::stop_token stop)
{
    const std::size_t k = players.size();
    if (shares.undefined || k == 0 || models.groups() > kMostExactGroups ||
        resamples.replicates <= 0 || !(shares.rSquared > kShapleyNothing))
        return !stop.stop_requested();
    const auto statistics = [&](std::span<const double> rSquared, std::span<double> values) {
        const std::vector<double> contributions =
            shapleyValues(worthOfPlayers(rSquared, players), k);
        values[k] = rSquared.back();
        for (std::size_t i = 0; i < k; ++i)
            values[i] = contributions[i] / rSquared.back();
    };
    const std::vector<BcaInterval> intervals =
        bcaOfChoices(models, k + 1, statistics, resamples, stop);
    if (intervals.empty())
        return false;
    for (std::size_t i = 0; i < k; ++i) {
        shares.groups[i].lower = intervals[i].lower;
        shares.groups[i].upper = intervals[i].upper;
    }
    shares.lower = intervals[k].lower;
    shares.upper = intervals[k].upper;
    // What is to be said of one interval is to be said of all.
    const BcaInterval& whole = intervals[k];
    if (whole.undefined)
        shares.notes.push_back(*whole.undefined);
    shares.notes.insert(shares.notes.end(), whole.notes.begin(), whole.notes.end());
    return true;
}

} // namespace twelvefold::statistics
