// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/shares/sub_models.h"

namespace twelvefold::statistics {

// What one group of columns contributes to R²: its gain on coming into the model, averaged over
// every order in which the groups could come (Lindeman, Merenda & Gold 1980; Shapley's value of
// the game whose worth is R²: Grömping 2007). Contributions add up to R².
struct ShapleyShare
{
    std::string name;
    std::size_t columns = 0; // that it brings, those that follow from the others included
    double contribution = 0; // of all spread
    double alone = 0;        // R² of the group by itself
    double last = 0;         // its gain as the last to come in
    // What columns that have nothing to do with the response would contribute in its place: the
    // exact mean over all orders in which the response could be dealt to the cases again.
    double byChance = 0;
    std::optional<double> share;         // contribution / R²
    std::optional<double> chanceShare;   // byChance / R²
    std::optional<double> standardError; // of share, where orders were drawn at random
    std::optional<double> lower, upper;  // of share
    std::optional<double> inflation;     // by all others: see SubModels::inflation
};

struct Shapley
{
    std::size_t n = 0;
    double rSquared = 0;
    std::optional<double> lower, upper; // of rSquared
    std::vector<ShapleyShare> groups;   // in the order given
    std::size_t orders = 0;             // drawn at random; 0: all orders, exactly
    std::vector<Message> notes;
    std::optional<Message> undefined; // why there is nothing to share
};

// With at most so many groups every order counts; with more, kOrders of them, drawn in pairs of an
// order and its reverse.
inline constexpr std::size_t kMostExactGroups = 16;
inline constexpr std::size_t kOrders = 4000;

// The groups of sub-models that come in together, as one; each group of the models in one of them.
using Players = std::vector<std::vector<std::size_t>>;
Players eachAlone(const SubModels& models);

Shapley shapley(const SubModels& models, const Players& players, std::uint64_t seed);

// Adds BCa intervals, where every order counts. False, and nothing added, when a stop was asked
// for.
bool addIntervals(const SubModels& models, const Players& players, Shapley& shares,
                  const Resamples& resamples, std::stop_token stop = {});

// The mean gain of each player over all orders, of a worth by choice of players (a bit set).
std::vector<double> shapleyValues(std::span<const double> worth, std::size_t players);
// A worth by choice of groups as one by choice of players.
std::vector<double> worthOfPlayers(std::span<const double> worth, const Players& players);

} // namespace twelvefold::statistics
