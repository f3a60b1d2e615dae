// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/agreement/krippendorff.h"

#include "statistics/description/bootstrap.h"
#include "statistics/description/descriptive.h"
#include "statistics/numbers/random.h"
#include "statistics/numbers/sums.h"

#include <algorithm>

namespace twelvefold::statistics {
namespace {

constexpr MessageKind kKrippendorffTooFew{
    "alpha-too-few",
    TWELVEFOLD_TEXT("Message", "No child has two ratings, so there is nothing to compare.")};
constexpr MessageKind kOneValue{
    "alpha-one-value",
    TWELVEFOLD_TEXT("Message", "All ratings are the same, so agreement beyond chance cannot be "
                               "told from chance.")};
constexpr MessageKind kNegative{
    "alpha-negative-ratio",
    TWELVEFOLD_TEXT("Message", "A rating is below zero: differences in proportion need ratings of "
                               "0 or more.")};
constexpr MessageKind kTooManyValues{
    "alpha-too-many-values",
    TWELVEFOLD_TEXT("Message", "With %1 different ratings, differences in proportion are too many "
                               "to resample: there is no interval.")};
constexpr MessageKind kPercentiles{
    "alpha-percentiles",
    TWELVEFOLD_TEXT("Message",
                    "The interval is the middle 95 % of the resamples: bias and skewness "
                    "could not be corrected for.")};
constexpr MessageKind kFewChildren{
    "alpha-few-children",
    TWELVEFOLD_TEXT("Message", "With only %1 children the interval is rough.")};

constexpr std::size_t kFewChildrenForInterval = 10;
constexpr std::size_t kMostValuesForRatio = 500;

// A child's ratings: which values, how many of each. Values are numbered from 0, rising.
struct Rated
{
    struct Part
    {
        std::uint32_t value = 0;
        std::uint32_t times = 0;
        auto operator<=>(const Part&) const = default;
    };
    std::vector<Part> parts;
    double ratings = 0;
    auto operator<=>(const Rated& other) const { return parts <=> other.parts; }
    bool operator==(const Rated& other) const { return parts == other.parts; }
};

// The children who can be compared, those rated alike as one, in an order that is the same however
// they came.
class Ratings
{
public:
    Ratings(std::span<const std::vector<double>> ratings, RatingLevel level);

    const std::vector<Rated>& kinds() const { return m_kinds; }
    // How many children are of each kind, and which kind each child is of.
    const std::vector<std::uint32_t>& times() const { return m_times; }
    const std::vector<std::uint32_t>& kindOf() const { return m_kindOf; }
    const std::vector<double>& values() const { return m_values; }

    struct Disagreement
    {
        double observed = 0, expected = 0; // both times the number of ratings
        double n = 0;
        std::optional<double> alpha() const
        {
            if (!(expected > 0))
                return std::nullopt;
            return 1.0 - observed / expected;
        }
    };
    // So many children of each kind.
    Disagreement of(std::span<const std::uint32_t> times) const;

private:
    double difference(std::size_t a, std::size_t b, std::span<const double> scores) const;
    double expected(std::span<const double> counts, double n, std::span<const double> scores) const;
    // Of one child: the sum over its ordered pairs of ratings, over its ratings less one.
    double within(const Rated& child, std::span<const double> scores) const;

    RatingLevel m_level;
    std::vector<double> m_values;
    std::vector<Rated> m_kinds;
    std::vector<std::uint32_t> m_times, m_kindOf;
    std::vector<double> m_within; // of each kind; empty where it depends on everybody's ratings
};

std::vector<double> valuesOf(std::span<const std::vector<double>> ratings)
{
    std::vector<double> values;
    for (const std::vector<double>& child : ratings)
        if (child.size() >= 2)
            values.insert(values.end(), child.begin(), child.end());
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

Rated ratedOf(std::vector<double> ratings, const std::vector<double>& values)
{
    std::sort(ratings.begin(), ratings.end());
    Rated rated;
    rated.ratings = static_cast<double>(ratings.size());
    for (const double rating : ratings) {
        const auto value = static_cast<std::uint32_t>(
            std::lower_bound(values.begin(), values.end(), rating) - values.begin());
        if (rated.parts.empty() || rated.parts.back().value != value)
            rated.parts.push_back({value, 0});
        ++rated.parts.back().times;
    }
    return rated;
}

Ratings::Ratings(std::span<const std::vector<double>> ratings, RatingLevel level)
    : m_level(level), m_values(valuesOf(ratings))
{
    for (const std::vector<double>& child : ratings)
        if (child.size() >= 2)
            m_kinds.push_back(ratedOf(child, m_values));
    std::sort(m_kinds.begin(), m_kinds.end());
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        if (i == 0 || m_kinds[i] != m_kinds[i - 1])
            m_times.push_back(0);
        ++m_times.back();
        m_kindOf.push_back(static_cast<std::uint32_t>(m_times.size() - 1));
    }
    m_kinds.erase(std::unique(m_kinds.begin(), m_kinds.end()), m_kinds.end());
    if (level != RatingLevel::ordinal) {
        for (const Rated& kind : m_kinds)
            m_within.push_back(within(kind, m_values));
    }
}

double Ratings::difference(std::size_t a, std::size_t b, std::span<const double> scores) const
{
    if (a == b)
        return 0;
    if (m_level == RatingLevel::nominal)
        return 1;
    double apart = scores[a] - scores[b];
    if (m_level == RatingLevel::ratio)
        apart /= scores[a] + scores[b];
    return apart * apart;
}

double Ratings::within(const Rated& child, std::span<const double> scores) const
{
    double pairs = 0;
    for (std::size_t i = 0; i < child.parts.size(); ++i)
        for (std::size_t j = i + 1; j < child.parts.size(); ++j)
            pairs += 2.0 * child.parts[i].times * child.parts[j].times *
                     difference(child.parts[i].value, child.parts[j].value, scores);
    return pairs / (child.ratings - 1);
}

// The sum over all ordered pairs of ratings, over the ratings less one.
double Ratings::expected(std::span<const double> counts, double n,
                         std::span<const double> scores) const
{
    double pairs = 0;
    if (m_level == RatingLevel::nominal) {
        for (const double count : counts)
            pairs += count * (n - count);
    } else if (m_level == RatingLevel::ratio) {
        for (std::size_t a = 0; a < counts.size(); ++a)
            for (std::size_t b = a + 1; counts[a] > 0 && b < counts.size(); ++b)
                pairs += 2 * counts[a] * counts[b] * difference(a, b, scores);
    } else {
        // Σ Σ n_a n_b (s_a - s_b)² = 2 n Σ n_a (s_a - mean)².
        const double mean = dot(counts, scores) / n;
        DoubleDouble squares;
        for (std::size_t a = 0; a < counts.size(); ++a)
            squares.addProduct(counts[a] * (scores[a] - mean), scores[a] - mean);
        pairs = 2 * n * squares.value();
    }
    return pairs / (n - 1);
}

Ratings::Disagreement Ratings::of(std::span<const std::uint32_t> times) const
{
    Disagreement result;
    std::vector<double> counts(m_values.size());
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        if (times[i] == 0)
            continue;
        for (const Rated::Part& part : m_kinds[i].parts)
            counts[part.value] += static_cast<double>(times[i]) * part.times;
        result.n += times[i] * m_kinds[i].ratings;
    }
    if (std::count_if(counts.begin(), counts.end(), [](double c) { return c > 0; }) < 2)
        return result;
    std::vector<double> scores = m_values;
    if (m_level == RatingLevel::ordinal) {
        // The ratings from a to b, less half of those at either end, are a difference of mid-ranks.
        double below = 0;
        for (std::size_t a = 0; a < counts.size(); ++a) {
            scores[a] = below + counts[a] / 2;
            below += counts[a];
        }
    }
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        if (times[i] > 0)
            result.observed +=
                times[i] * (m_within.empty() ? within(m_kinds[i], scores) : m_within[i]);
    }
    result.expected = expected(counts, result.n, scores);
    return result;
}

std::vector<double> resampledAlphas(const Ratings& ratings, const AlphaOptions& options,
                                    const std::stop_token& stop)
{
    const std::size_t children = ratings.kindOf().size();
    std::vector<double> alphas;
    std::vector<std::uint32_t> times(ratings.kinds().size());
    for (int replicate = 0; replicate < options.replicates && !stop.stop_requested(); ++replicate) {
        std::fill(times.begin(), times.end(), 0U);
        Random random(options.seed, static_cast<std::uint64_t>(replicate));
        for (std::size_t draw = 0; draw < children; ++draw)
            ++times[ratings.kindOf()[random.below(static_cast<std::uint32_t>(children))]];
        if (const auto alpha = ratings.of(times).alpha())
            alphas.push_back(*alpha);
    }
    std::sort(alphas.begin(), alphas.end());
    return alphas;
}

std::vector<double> leaveOneOutAlphas(const Ratings& ratings)
{
    std::vector<std::uint32_t> times = ratings.times();
    std::vector<double> alphas;
    for (std::size_t kind = 0; kind < times.size(); ++kind) {
        --times[kind];
        if (const auto alpha = ratings.of(times).alpha())
            alphas.insert(alphas.end(), ratings.times()[kind], *alpha);
        ++times[kind];
    }
    return alphas;
}

// Where the corrections cannot be worked out, the middle 95 % of the resamples as they are.
void addPercentiles(KrippendorffAlpha& result, const std::vector<double>& sorted)
{
    result.lower = quantileOfSorted(sorted, 0.025);
    result.upper = quantileOfSorted(sorted, 0.975);
    result.notes.push_back({kPercentiles, {}});
}

void addInterval(KrippendorffAlpha& result, const Ratings& ratings, const AlphaOptions& options,
                 const std::stop_token& stop)
{
    if (options.level == RatingLevel::ratio && ratings.values().size() > kMostValuesForRatio) {
        result.notes.push_back(
            {kTooManyValues, {static_cast<std::int64_t>(ratings.values().size())}});
        return;
    }
    const std::vector<double> alphas = resampledAlphas(ratings, options, stop);
    if (stop.stop_requested() || alphas.size() < 2)
        return;
    result.standardError = standardDeviation(alphas);
    const std::vector<double> leftOut = leaveOneOutAlphas(ratings);
    const BcaInterval interval =
        bcaInterval(alphas, *result.estimate, leftOut, 0.95, TiesAtTheEstimate::half);
    result.lower = interval.lower;
    result.upper = interval.upper;
    if (!interval.lower)
        addPercentiles(result, alphas);
    result.notes.insert(result.notes.end(), interval.notes.begin(), interval.notes.end());
    if (result.n < kFewChildrenForInterval && interval.notes.empty())
        result.notes.push_back({kFewChildren, {static_cast<std::int64_t>(result.n)}});
}

} // namespace

KrippendorffAlpha krippendorffAlpha(std::span<const std::vector<double>> ratings,
                                    const AlphaOptions& options, std::stop_token stop)
{
    KrippendorffAlpha result;
    const Ratings rated(ratings, options.level);
    result.n = rated.kindOf().size();
    result.dropped = ratings.size() - result.n;
    if (result.n == 0)
        return undefinedBy(result, {kKrippendorffTooFew, {}});
    if (options.level == RatingLevel::ratio && rated.values().front() < 0)
        return undefinedBy(result, {kNegative, {}});
    const Ratings::Disagreement all = rated.of(rated.times());
    result.pairable = static_cast<std::size_t>(all.n);
    result.estimate = all.alpha();
    if (!result.estimate)
        return undefinedBy(result, {kOneValue, {}});
    result.observed = all.observed / all.n;
    result.expected = all.expected / all.n;
    if (options.replicates > 0)
        addInterval(result, rated, options, stop);
    return result;
}

} // namespace twelvefold::statistics
