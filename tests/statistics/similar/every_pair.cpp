// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/every_pair.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace twelvefold::tests {

using statistics::Metric;
using statistics::Pair;

namespace {

// Nothing where it is surely beyond the limit, which most pairs show after a few domains.
std::optional<double> distanceUpTo(double limit, const statistics::ProfileTable& table,
                                   Metric metric, std::size_t i, std::size_t j)
{
    const double* one = table.values.data() + i * table.domains;
    const double* two = table.values.data() + j * table.domains;
    double sum = 0, squares = 0, greatest = 0;
    for (std::size_t d = 0; d < table.domains; ++d) {
        const double difference =
            (table.weights.empty() ? 1 : table.weights[d]) * std::fabs(one[d] - two[d]);
        sum += difference;
        squares += difference * difference;
        greatest = std::max(greatest, difference);
        if (greatest > limit || (metric == Metric::l1 && sum > limit))
            return std::nullopt;
    }
    return metric == Metric::l1 ? sum : metric == Metric::euclidean ? std::sqrt(squares) : greatest;
}

bool takesPart(const statistics::ProfileTable& table, std::size_t row)
{
    bool complete = std::isfinite(table.costs[row]) && table.costs[row] > 0;
    for (std::size_t d = 0; d < table.domains; ++d)
        complete = complete && std::isfinite(table.values[row * table.domains + d]);
    return complete && (table.groups.empty() || table.groups[row] >= 0);
}

} // namespace

std::vector<Pair> everyPair(const statistics::ProfileTable& table,
                            const statistics::Likeness& likeness)
{
    std::vector<Pair> pairs;
    std::vector<char> in(table.size());
    for (std::size_t row = 0; row < table.size(); ++row)
        in[row] = takesPart(table, row) ? 1 : 0;
    const double limit = likeness.tolerance * (1 + 1e-12);
    for (std::size_t i = 0; i < table.size(); ++i) {
        for (std::size_t j = i + 1; j < table.size(); ++j) {
            if (in[i] == 0 || in[j] == 0 ||
                (!table.groups.empty() && table.groups[i] != table.groups[j]))
                continue;
            const auto apart = distanceUpTo(limit, table, likeness.metric, i, j);
            if (!apart || *apart > limit)
                continue;
            const bool first = table.costs[i] >= table.costs[j];
            const std::size_t a = first ? i : j;
            const std::size_t b = first ? j : i;
            pairs.push_back(
                {a, b, *apart, table.costs[a], table.costs[b], table.costs[a] / table.costs[b]});
        }
    }
    std::sort(pairs.begin(), pairs.end(), [](const Pair& one, const Pair& two) {
        if (one.ratio != two.ratio)
            return one.ratio > two.ratio;
        return std::minmax(one.a, one.b) < std::minmax(two.a, two.b);
    });
    return pairs;
}

std::vector<Pair> eachOnce(const std::vector<Pair>& ordered)
{
    std::set<std::size_t> used;
    std::vector<Pair> list;
    for (const Pair& pair : ordered) {
        if (used.contains(pair.a) || used.contains(pair.b))
            continue;
        used.insert({pair.a, pair.b});
        list.push_back(pair);
    }
    return list;
}

} // namespace twelvefold::tests
