// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/association/correlation.h"

#include "statistics/association/correlation_messages.h"
#include "statistics/numbers/differing.h"
#include "statistics/numbers/distributions.h"
#include "statistics/numbers/ranks.h"
#include "statistics/numbers/sums.h"
#include "statistics/regression/least_squares.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace twelvefold::statistics {
namespace {

using namespace correlation_messages;

// tanh(artanh r ± z se): Fisher 1921 and its kin for ranks.
void addFisherInterval(CorrelationEstimate& result, double standardError)
{
    const double centre = std::atanh(*result.estimate);
    result.lower = std::tanh(centre - kNormal975 * standardError);
    result.upper = std::tanh(centre + kNormal975 * standardError);
}

double pOfT(double r, double df)
{
    return tTwoSided(r * std::sqrt(df / ((1.0 - r) * (1.0 + r))), df);
}

// Into the range where squares neither vanish nor overflow, by a power of two.
std::vector<double> rescaled(std::span<const double> values)
{
    double largest = 0.0;
    for (double value : values)
        largest = std::max(largest, std::fabs(value));
    int exponent = 0;
    std::frexp(largest, &exponent);
    std::vector<double> scaled(values.begin(), values.end());
    for (double& value : scaled)
        value = std::ldexp(value, -exponent);
    return scaled;
}

bool squaresAreSafe(const CentredSums& sums)
{
    const auto safe = [](double square) { return square > 1e-140 && square < 1e140; };
    return safe(sums.xx) && safe(sums.yy);
}

// Fills in what rules an estimate out; true when nothing does.
bool definedFor(CorrelationEstimate& result, std::span<const double> x, std::span<const double> y)
{
    result.n = x.size();
    if (x.size() < 2)
        result.undefined = countOf(kTooFew, x.size());
    else if (allEqual(x))
        result.undefined = Message{kNoSpreadX, {}};
    else if (allEqual(y))
        result.undefined = Message{kNoSpreadY, {}};
    return !result.undefined;
}

// Pearson's r with df = n - 2 - given.
void addPearson(CorrelationEstimate& result, std::span<const double> x, std::span<const double> y,
                std::size_t given)
{
    CentredSums sums = centredSums(x, y);
    if (!squaresAreSafe(sums))
        sums = centredSums(rescaled(x), rescaled(y));
    const double r = std::clamp(sums.xy / std::sqrt(sums.xx) / std::sqrt(sums.yy), -1.0, 1.0);
    const bool perfect = 1.0 - std::fabs(r) <= 4.0 * std::numeric_limits<double>::epsilon();
    result.estimate = perfect ? std::copysign(1.0, r) : r;
    if (x.size() == 2) {
        result.notes.push_back({kTwoPairs, {}});
        return;
    }
    if (perfect) {
        result.notes.push_back({kPerfectLine, {}});
        return;
    }
    if (x.size() > 2 + given)
        result.p = pOfT(r, static_cast<double>(x.size() - 2 - given));
    if (x.size() > 3 + given)
        addFisherInterval(result, 1.0 / std::sqrt(static_cast<double>(x.size() - 3 - given)));
    else
        result.notes.push_back(countOf(kTooFewForInterval, x.size()));
}

// How many of the n! orders give each sum of squared rank differences, as a share: position by
// position, over the sets of ranks already used. For n of at most 9.
std::vector<double> spearmanDistribution(std::size_t n)
{
    const std::size_t most = n * (n * n - 1) / 3;
    const std::size_t sets = std::size_t{1} << n;
    std::vector<std::vector<double>> ways(sets, std::vector<double>(most + 1, 0.0));
    ways[0][0] = 1.0;
    for (std::size_t used = 0; used < sets; ++used) {
        std::size_t position = 0;
        for (std::size_t bit = 0; bit < n; ++bit)
            position += used >> bit & 1U;
        for (std::size_t rank = 0; rank < n; ++rank) {
            if ((used >> rank & 1U) != 0)
                continue;
            const std::size_t away = rank > position ? rank - position : position - rank;
            const std::size_t step = away * away;
            for (std::size_t s = 0; s + step <= most; ++s)
                ways[used | std::size_t{1} << rank][s + step] += ways[used][s];
        }
    }
    std::vector<double> shares = ways.back();
    const double orders = std::tgamma(static_cast<double>(n) + 1.0);
    for (double& share : shares)
        share /= orders;
    return shares;
}

// Twice the smaller tail of a distribution over whole numbers, at most 1.
double twiceSmallerTail(const std::vector<double>& shares, std::size_t at)
{
    double below = 0.0;
    double above = 0.0;
    for (std::size_t s = 0; s < shares.size(); ++s) {
        if (s <= at)
            below += shares[s];
        if (s >= at)
            above += shares[s];
    }
    return std::min(1.0, 2.0 * std::min(below, above));
}

constexpr std::size_t kExactSpearman = 9;

void addSpearman(CorrelationEstimate& result, const RankSums& sums)
{
    const std::size_t n = result.n;
    const auto [xx, yy, xy, anyTies] = sums;
    const double rho = std::clamp(xy / std::sqrt(xx) / std::sqrt(yy), -1.0, 1.0);
    const bool perfect = xx == yy && std::fabs(xy) == xx;
    result.estimate = perfect ? std::copysign(1.0, rho) : rho;
    if (n == 2) {
        result.notes.push_back({kTwoPairs, {}});
        return;
    }
    if (n <= kExactSpearman && !anyTies) {
        // Of doubled ranks, the sum of squared differences is 4 times that of ranks.
        const auto squares = static_cast<std::size_t>(std::llround((xx + yy - 2.0 * xy) / 4.0));
        result.p = twiceSmallerTail(spearmanDistribution(n), squares);
    } else if (!perfect) {
        result.p = pOfT(rho, static_cast<double>(n - 2));
    }
    if (perfect)
        result.notes.push_back({kPerfectOrder, {}});
    else if (n > 3) // Bonett & Wright 2000
        addFisherInterval(result, std::sqrt((1.0 + rho * rho / 2.0) / static_cast<double>(n - 3)));
    else
        result.notes.push_back(countOf(kTooFewForInterval, n));
}

template<class Method>
CorrelationEstimate ofCompletePairs(const domain::NumberColumn& x, const domain::NumberColumn& y,
                                    Method method)
{
    std::vector<double> first, second;
    first.reserve(x.size());
    second.reserve(x.size());
    for (std::size_t row = 0; row < x.size(); ++row) {
        if (x.valid[row] != 0 && y.valid[row] != 0) {
            first.push_back(x.values[row]);
            second.push_back(y.values[row]);
        }
    }
    CorrelationEstimate result =
        method(std::span<const double>(first), std::span<const double>(second));
    result.dropped = x.size() - first.size();
    return result;
}

using Spans = CorrelationEstimate (*)(std::span<const double>, std::span<const double>);

} // namespace

CorrelationEstimate pearson(std::span<const double> x, std::span<const double> y)
{
    CorrelationEstimate result;
    if (definedFor(result, x, y))
        addPearson(result, x, y, 0);
    return result;
}

CorrelationEstimate spearman(std::span<const double> x, std::span<const double> y)
{
    CorrelationEstimate result;
    if (definedFor(result, x, y))
        addSpearman(result, rankSums(x, y));
    return result;
}

CorrelationEstimate pearson(const domain::NumberColumn& x, const domain::NumberColumn& y)
{
    return ofCompletePairs(x, y, static_cast<Spans>(pearson));
}

CorrelationEstimate spearman(const domain::NumberColumn& x, const domain::NumberColumn& y)
{
    return ofCompletePairs(x, y, static_cast<Spans>(spearman));
}

CorrelationEstimate kendall(const domain::NumberColumn& x, const domain::NumberColumn& y)
{
    return ofCompletePairs(x, y, static_cast<Spans>(kendall));
}

CorrelationEstimate partialCorrelation(std::span<const double> x, std::span<const double> y,
                                       std::span<const std::span<const double>> given)
{
    CorrelationEstimate result;
    if (!definedFor(result, x, y))
        return result;
    Design design(x.size());
    design.intercept();
    for (const auto& column : given)
        design.column({}, column);
    const LeastSquaresOptions estimatesAlone{.weights = {}, .inference = false};
    const LeastSquares ofX = leastSquares(design, x, estimatesAlone);
    const LeastSquares ofY = leastSquares(design, y, estimatesAlone);
    if (ofX.undefined || ofY.undefined) {
        result.undefined = ofX.undefined ? ofX.undefined : ofY.undefined;
        return result;
    }
    // Residuals at the level of rounding are none.
    const CentredSums whole = centredSums(x, y);
    constexpr double kNothing = 1e-24;
    if (ofX.rss <= kNothing * whole.xx || ofY.rss <= kNothing * whole.yy)
        return undefinedBy(result, {kGivenExplainsAll, {}});
    addPearson(result, ofX.residuals, ofY.residuals, ofX.rank - 1);
    return result;
}

std::vector<double> midRanks(std::span<const double> values)
{
    const std::vector<std::int32_t> ranks = centredRanks(values);
    std::vector<double> result(values.size());
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] =
            0.5 * (static_cast<double>(ranks[i]) + static_cast<double>(values.size()) + 1.0);
    return result;
}

} // namespace twelvefold::statistics
