// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/agreement/agreement.h"

#include "statistics/numbers/distributions.h"
#include "statistics/numbers/sums.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::statistics {
namespace {

constexpr MessageKind kAgreementNobody{
    "agreement-nobody",
    TWELVEFOLD_TEXT("Message", "No child was rated by both raters, so there is nothing to "
                               "compare.")};
constexpr MessageKind kOneCategory{
    "agreement-one-category",
    TWELVEFOLD_TEXT("Message", "All ratings are the same, so agreement beyond chance cannot be "
                               "told from chance.")};
constexpr MessageKind kUnevenRaters{
    "agreement-uneven-raters",
    TWELVEFOLD_TEXT("Message", "Fleiss' kappa needs the same number of ratings, two or more, for "
                               "every child. Krippendorff's alpha does not.")};
constexpr MessageKind kOneChild{
    "agreement-one-child", TWELVEFOLD_TEXT("Message", "One child is too few for an interval.")};
constexpr MessageKind kAgreementPerfect{
    "agreement-perfect",
    TWELVEFOLD_TEXT("Message", "The raters agree on every child, so the interval has no width; "
                               "it says nothing about other children.")};

void addInterval(Agreement& result)
{
    const double reach = kNormal975 * *result.standardError;
    result.lower = std::clamp(*result.estimate - reach, -1.0, 1.0);
    result.upper = std::clamp(*result.estimate + reach, -1.0, 1.0);
}

// The categories there are, rising.
std::vector<double> categoriesOf(std::span<const double> first, std::span<const double> second,
                                 std::span<const double> scale)
{
    std::vector<double> categories(scale.begin(), scale.end());
    if (categories.empty()) {
        categories.assign(first.begin(), first.end());
        categories.insert(categories.end(), second.begin(), second.end());
    }
    std::sort(categories.begin(), categories.end());
    categories.erase(std::unique(categories.begin(), categories.end()), categories.end());
    return categories;
}

std::optional<std::size_t> placeOf(const std::vector<double>& categories, double rating)
{
    const auto at = std::lower_bound(categories.begin(), categories.end(), rating);
    if (at == categories.end() || *at != rating)
        return std::nullopt;
    return static_cast<std::size_t>(at - categories.begin());
}

// A table's shares: of each cell's row, column, and of all.
struct Margins
{
    std::vector<double> row, column;
    double n = 0;
};

Margins marginsOf(std::span<const double> counts, std::size_t categories)
{
    Margins margins{std::vector<double>(categories), std::vector<double>(categories), 0};
    for (std::size_t i = 0; i < categories; ++i) {
        for (std::size_t j = 0; j < categories; ++j) {
            const double count = counts[i * categories + j];
            margins.row[i] += count;
            margins.column[j] += count;
            margins.n += count;
        }
    }
    return margins;
}

// Fleiss, Cohen & Everitt 1969, written as the variance of
//   u_ij = v_ij / E - (1 - kappa)(mean v of row i + mean v of column j) / E
// with E the expected disagreement, which keeps its digits near perfect agreement. v is a
// disagreement, 1 less the weight of the paper, and of u only the sign changes.
double kappaError(std::span<const double> counts, std::span<const double> weights,
                  std::size_t categories, const Margins& margins, double expected, double kappa)
{
    std::vector<double> ofRow(categories), ofColumn(categories);
    for (std::size_t i = 0; i < categories; ++i) {
        for (std::size_t j = 0; j < categories; ++j) {
            ofRow[i] += weights[i * categories + j] * margins.column[j] / margins.n;
            ofColumn[j] += weights[i * categories + j] * margins.row[i] / margins.n;
        }
    }
    const auto score = [&](std::size_t i, std::size_t j) {
        return weights[i * categories + j] - (1.0 - kappa) * (ofRow[i] + ofColumn[j]);
    };
    double mean = 0;
    for (std::size_t i = 0; i < categories; ++i)
        for (std::size_t j = 0; j < categories; ++j)
            mean += counts[i * categories + j] / margins.n * score(i, j);
    double variance = 0;
    for (std::size_t i = 0; i < categories; ++i) {
        for (std::size_t j = 0; j < categories; ++j) {
            const double away = score(i, j) - mean;
            variance += counts[i * categories + j] / margins.n * away * away;
        }
    }
    return std::sqrt(variance / margins.n) / expected;
}

} // namespace

std::vector<double> disagreementWeights(KappaWeights weights, std::size_t categories)
{
    std::vector<double> table(categories * categories);
    for (std::size_t i = 0; i < categories; ++i) {
        for (std::size_t j = 0; j < categories; ++j) {
            const double apart = i > j ? static_cast<double>(i - j) : static_cast<double>(j - i);
            double weight = i == j ? 0.0 : 1.0;
            if (weights == KappaWeights::linear)
                weight = apart;
            else if (weights == KappaWeights::quadratic)
                weight = apart * apart;
            table[i * categories + j] = weight;
        }
    }
    return table;
}

Agreement kappaOfTable(std::span<const double> counts, std::span<const double> disagreement,
                       std::size_t categories)
{
    Agreement result;
    const Margins margins = marginsOf(counts, categories);
    result.n = static_cast<std::size_t>(std::llround(margins.n));
    if (!(margins.n > 0))
        return undefinedBy(result, {kAgreementNobody, {}});
    // Whole counts and weights keep both sums exact.
    double observed = 0, expected = 0;
    for (std::size_t i = 0; i < categories; ++i) {
        for (std::size_t j = 0; j < categories; ++j) {
            const double weight = disagreement[i * categories + j];
            observed += weight * counts[i * categories + j];
            expected += weight * margins.row[i] * margins.column[j];
        }
    }
    if (!(expected > 0))
        return undefinedBy(result, {kOneCategory, {}});
    const double kappa = 1.0 - margins.n * observed / expected;
    result.estimate = kappa;
    if (result.n < 2) {
        result.notes.push_back({kOneChild, {}});
        return result;
    }
    result.standardError = kappaError(counts, disagreement, categories, margins,
                                      expected / (margins.n * margins.n), kappa);
    addInterval(result);
    if (observed == 0)
        result.notes.push_back({kAgreementPerfect, {}});
    return result;
}

Agreement kappa(std::span<const double> first, std::span<const double> second, KappaWeights weights,
                std::span<const double> scale)
{
    const std::vector<double> categories = categoriesOf(first, second, scale);
    const std::size_t k = categories.size();
    std::vector<double> counts(k * k);
    std::size_t offScale = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const auto a = placeOf(categories, first[i]), b = placeOf(categories, second[i]);
        if (a && b)
            counts[*a * k + *b] += 1;
        else
            ++offScale;
    }
    Agreement result = kappaOfTable(counts, disagreementWeights(weights, k), k);
    result.dropped = offScale;
    return result;
}

namespace {

// What Fleiss' kappa is made of.
struct FleissParts
{
    std::vector<double> share;     // of each category among all ratings
    std::vector<double> agreement; // of each child: share of its pairs of ratings that agree
    double raters = 0;
    double observed = 0, expected = 0;
};

FleissParts fleissParts(std::span<const std::uint32_t> counts, std::size_t categories)
{
    FleissParts parts;
    const std::size_t children = counts.size() / categories;
    for (std::size_t j = 0; j < categories; ++j)
        parts.raters += counts[j];
    parts.share.assign(categories, 0.0);
    for (std::size_t i = 0; i < children; ++i) {
        double squares = 0;
        for (std::size_t j = 0; j < categories; ++j) {
            const double count = counts[i * categories + j];
            squares += count * count;
            parts.share[j] += count;
        }
        parts.agreement.push_back((squares - parts.raters) / (parts.raters * (parts.raters - 1)));
    }
    for (double& share : parts.share)
        share /= parts.raters * static_cast<double>(children);
    parts.observed = sum(parts.agreement) / static_cast<double>(children);
    parts.expected = dot(parts.share, parts.share);
    return parts;
}

double fleissNullError(const FleissParts& parts)
{
    double spread = 0, skew = 0;
    for (const double p : parts.share) {
        const double q = 1 - p;
        spread += p * q;
        skew += p * q * (q - p);
    }
    const auto children = static_cast<double>(parts.agreement.size());
    const double variance = 2 * (spread * spread - skew) /
                            (spread * spread * children * parts.raters * (parts.raters - 1));
    return std::sqrt(std::max(0.0, variance));
}

double fleissError(std::span<const std::uint32_t> counts, const FleissParts& parts, double kappa)
{
    const std::size_t categories = parts.share.size();
    const std::size_t children = parts.agreement.size();
    std::vector<double> away(children);
    for (std::size_t i = 0; i < children; ++i) {
        double chance = 0; // this child's ratings against everybody's
        for (std::size_t j = 0; j < categories; ++j)
            chance += counts[i * categories + j] * parts.share[j] / parts.raters;
        away[i] =
            (parts.agreement[i] - parts.observed) - 2 * (1 - kappa) * (chance - parts.expected);
    }
    const auto n = static_cast<double>(children);
    return std::sqrt(sumOfSquares(away) / (n * (n - 1))) / (1 - parts.expected);
}

bool sameNumberForAll(std::span<const std::uint32_t> counts, std::size_t categories)
{
    std::uint64_t first = 0;
    for (std::size_t from = 0; from < counts.size(); from += categories) {
        std::uint64_t ratings = 0;
        for (std::size_t j = 0; j < categories; ++j)
            ratings += counts[from + j];
        if (from == 0)
            first = ratings;
        if (ratings != first)
            return false;
    }
    return first >= 2;
}

} // namespace

FleissKappa fleissKappa(std::span<const std::uint32_t> counts, std::size_t categories)
{
    FleissKappa result;
    result.n = categories > 0 ? counts.size() / categories : 0;
    if (result.n == 0)
        return undefinedBy(result, {kAgreementNobody, {}});
    if (!sameNumberForAll(counts, categories))
        return undefinedBy(result, {kUnevenRaters, {}});
    const FleissParts parts = fleissParts(counts, categories);
    if (std::count_if(parts.share.begin(), parts.share.end(), [](double p) { return p > 0; }) < 2) {
        result.undefined = Message{kOneCategory, {}};
        return result;
    }
    const double kappa = (parts.observed - parts.expected) / (1 - parts.expected);
    result.estimate = kappa;
    result.nullStandardError = fleissNullError(parts);
    if (*result.nullStandardError > 0) {
        result.z = kappa / *result.nullStandardError;
        result.p = std::min(1.0, 2 * normalSf(std::fabs(*result.z)));
    }
    if (result.n < 2) {
        result.notes.push_back({kOneChild, {}});
        return result;
    }
    result.standardError = fleissError(counts, parts, kappa);
    addInterval(result);
    if (parts.observed == 1)
        result.notes.push_back({kAgreementPerfect, {}});
    return result;
}

} // namespace twelvefold::statistics
