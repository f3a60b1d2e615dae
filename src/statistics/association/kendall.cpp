// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/association/correlation.h"
#include "statistics/association/correlation_messages.h"
#include "statistics/numbers/distributions.h"
#include "statistics/numbers/ranks.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::statistics {
namespace {

using namespace correlation_messages;

// Sorts and counts how many exchanges of neighbours that takes.
std::uint64_t sortCountingExchanges(std::vector<std::uint32_t>& values)
{
    std::vector<std::uint32_t> merged(values.size());
    std::uint64_t exchanges = 0;
    for (std::size_t width = 1; width < values.size(); width *= 2) {
        for (std::size_t from = 0; from < values.size(); from += 2 * width) {
            const std::size_t middle = std::min(values.size(), from + width);
            const std::size_t end = std::min(values.size(), from + 2 * width);
            std::size_t left = from;
            std::size_t right = middle;
            for (std::size_t out = from; out < end; ++out) {
                if (right == end || (left < middle && values[left] <= values[right])) {
                    merged[out] = values[left++];
                } else {
                    exchanges += middle - left;
                    merged[out] = values[right++];
                }
            }
        }
        values.swap(merged);
    }
    return exchanges;
}

// Over groups of tied values of sizes t: Σt(t-1), Σt(t-1)(t-2), Σt(t-1)(2t+5).
struct TieSums
{
    double pairs = 0, triples = 0, variance = 0;

    void add(double t)
    {
        pairs += t * (t - 1.0);
        triples += t * (t - 1.0) * (t - 2.0);
        variance += t * (t - 1.0) * (2.0 * t + 5.0);
    }
};

TieSums tieSums(const std::vector<std::uint32_t>& counts)
{
    TieSums sums;
    for (std::uint32_t count : counts)
        sums.add(count);
    return sums;
}

// Concordant less discordant pairs, in O(n log n) (Knight 1966).
double concordanceOf(const Levels& x, const Levels& y, const TieSums& tiesX, const TieSums& tiesY)
{
    const std::size_t n = x.level.size();
    std::vector<std::uint64_t> keys(n);
    for (std::size_t i = 0; i < n; ++i)
        keys[i] = static_cast<std::uint64_t>(x.level[i]) << 32U | y.level[i];
    sortKeys(keys);
    TieSums both;
    std::vector<std::uint32_t> ySorted(n);
    for (std::size_t from = 0; from < n;) {
        std::size_t to = from;
        for (; to < n && keys[to] == keys[from]; ++to)
            ySorted[to] = static_cast<std::uint32_t>(keys[to]);
        both.add(static_cast<double>(to - from));
        from = to;
    }
    const double discordant = static_cast<double>(sortCountingExchanges(ySorted));
    const double all = static_cast<double>(n) * (static_cast<double>(n) - 1.0) / 2.0;
    const double untied = all - tiesX.pairs / 2.0 - tiesY.pairs / 2.0 + both.pairs / 2.0;
    return untied - 2.0 * discordant;
}

// The share of the n! orders with each number of discordant pairs.
std::vector<double> discordanceDistribution(std::size_t n)
{
    std::vector<double> shares{1.0};
    for (std::size_t size = 2; size <= n; ++size) {
        std::vector<double> next(shares.size() + size - 1, 0.0);
        for (std::size_t s = 0; s < shares.size(); ++s)
            for (std::size_t more = 0; more < size; ++more)
                next[s + more] += shares[s] / static_cast<double>(size);
        shares = std::move(next);
    }
    return shares;
}

double exactP(double concordance, std::size_t n)
{
    const std::vector<double> shares = discordanceDistribution(n);
    const double all = static_cast<double>(n) * (static_cast<double>(n) - 1.0) / 2.0;
    // The distribution is symmetric: the tail of the smaller number of discordant pairs.
    const auto fewest =
        static_cast<std::size_t>(std::llround((all - std::fabs(concordance)) / 2.0));
    double tail = 0.0;
    for (std::size_t s = 0; s <= fewest; ++s)
        tail += shares[s];
    return std::min(1.0, 2.0 * tail);
}

// Kendall 1970, chapter 4.
double varianceOfConcordance(double n, const TieSums& x, const TieSums& y)
{
    double variance = (n * (n - 1.0) * (2.0 * n + 5.0) - x.variance - y.variance) / 18.0;
    variance += x.pairs / n * (y.pairs / (n - 1.0)) / 2.0;
    if (n > 2.0)
        variance += x.triples / n * (y.triples / (n - 1.0)) / (9.0 * (n - 2.0));
    return variance;
}

} // namespace

CorrelationEstimate kendall(std::span<const double> x, std::span<const double> y)
{
    CorrelationEstimate result;
    result.n = x.size();
    if (x.size() < 2)
        return undefinedBy(result, countOf(kTooFew, x.size()));
    const Levels levelsX = levelsOf(x);
    const Levels levelsY = levelsOf(y);
    if (levelsX.counts.size() < 2 || levelsY.counts.size() < 2)
        return undefinedBy(result, {levelsX.counts.size() < 2 ? kNoSpreadX : kNoSpreadY, {}});
    const auto n = static_cast<double>(x.size());
    const TieSums tiesX = tieSums(levelsX.counts);
    const TieSums tiesY = tieSums(levelsY.counts);
    const double concordance = concordanceOf(levelsX, levelsY, tiesX, tiesY);
    const double mostX = (n * (n - 1.0) - tiesX.pairs) / 2.0;
    const double mostY = (n * (n - 1.0) - tiesY.pairs) / 2.0;
    const double tau = std::clamp(concordance / std::sqrt(mostX) / std::sqrt(mostY), -1.0, 1.0);
    const bool perfect = mostX == mostY && std::fabs(concordance) == mostX;
    result.estimate = perfect ? std::copysign(1.0, tau) : tau;
    if (x.size() == 2) {
        result.notes.push_back({kTwoPairs, {}});
        return result;
    }
    constexpr std::size_t kFewerForExact = 50;
    if (x.size() < kFewerForExact && !levelsX.anyTies() && !levelsY.anyTies())
        result.p = exactP(concordance, x.size());
    else
        result.p = std::min(1.0, 2.0 * normalSf(std::fabs(concordance) /
                                                std::sqrt(varianceOfConcordance(n, tiesX, tiesY))));
    if (perfect) {
        result.notes.push_back({kPerfectOrder, {}});
    } else if (x.size() > 4) { // Fieller, Hartley & Pearson 1957
        const double reach = kNormal975 * std::sqrt(0.437 / (n - 4.0));
        result.lower = std::tanh(std::atanh(tau) - reach);
        result.upper = std::tanh(std::atanh(tau) + reach);
    } else {
        result.notes.push_back(countOf(kTooFewForInterval, x.size()));
    }
    return result;
}

} // namespace twelvefold::statistics
