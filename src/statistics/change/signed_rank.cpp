// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/change/signed_rank.h"

#include "statistics/association/correlation.h"
#include "statistics/numbers/distributions.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace twelvefold::statistics {
namespace {

constexpr std::size_t kExactBelow = 50;

// P(V <= v) for n ranks, each above zero or not with equal chance.
double signedRankCdf(std::size_t v, std::size_t n)
{
    const std::size_t most = n * (n + 1) / 2;
    std::vector<double> ways(most + 1, 0.0);
    ways[0] = 1;
    for (std::size_t rank = 1; rank <= n; ++rank)
        for (std::size_t at = rank * (rank + 1) / 2; at >= rank; --at)
            ways[at] += ways[at - rank];
    double below = 0;
    for (std::size_t at = 0; at <= std::min(v, most); ++at)
        below += ways[at];
    return std::ldexp(below, -static_cast<int>(n));
}

double normalP(double z)
{
    return std::min(1.0, 2 * normalSf(std::fabs(z)));
}

// Of what n(n+1)(2n+1) would be if no ranks were shared, over 24 and less what ties take away.
double variance(std::vector<double> ranks)
{
    const auto n = static_cast<double>(ranks.size());
    std::sort(ranks.begin(), ranks.end());
    double ties = 0;
    for (std::size_t from = 0; from < ranks.size();) {
        std::size_t to = from;
        while (to < ranks.size() && ranks[to] == ranks[from])
            ++to;
        const auto shared = static_cast<double>(to - from);
        ties += shared * (shared * shared - 1);
        from = to;
    }
    return n * (n + 1) * (2 * n + 1) / 24 - ties / 48;
}

} // namespace

SignedRank signedRank(std::span<const double> differences)
{
    SignedRank result;
    std::vector<double> sizes;
    std::vector<bool> above;
    for (const double difference : differences) {
        if (difference == 0)
            continue;
        sizes.push_back(std::fabs(difference));
        above.push_back(difference > 0);
    }
    result.n = sizes.size();
    if (result.n == 0)
        return result;
    const std::vector<double> ranks = midRanks(sizes);
    for (std::size_t i = 0; i < ranks.size(); ++i)
        result.v += above[i] ? ranks[i] : 0.0;
    std::sort(sizes.begin(), sizes.end());
    const bool ties = std::adjacent_find(sizes.begin(), sizes.end()) != sizes.end();
    const auto n = static_cast<double>(result.n);
    const double away = result.v - n * (n + 1) / 4;
    const double sd = std::sqrt(variance(ranks));
    result.pNormal = normalP(away / sd);
    result.exact = result.n < kExactBelow && !ties && result.n == differences.size();
    if (result.exact) {
        const double smaller = std::min(result.v, n * (n + 1) / 2 - result.v);
        result.p = std::min(1.0, 2 * signedRankCdf(static_cast<std::size_t>(smaller), result.n));
    } else {
        // Half a rank towards the centre, as R does even where that passes it.
        const double corrected = away == 0 ? 0.0 : away - std::copysign(0.5, away);
        result.p = normalP(corrected / sd);
    }
    return result;
}

std::optional<double> signTest(std::size_t above, std::size_t below)
{
    const std::size_t n = above + below;
    if (n == 0)
        return std::nullopt;
    return std::min(
        1.0, 2 * binomialCdf(static_cast<int>(std::min(above, below)), static_cast<int>(n), 0.5));
}

} // namespace twelvefold::statistics
