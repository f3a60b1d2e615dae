// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/similar_children.h"

#include "analysis/statistics.h"
#include "statistics/description/descriptive.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace twelvefold::analysis {
namespace {

// As for expected cost.
constexpr std::size_t kSimilarChildrenFew = 5;
constexpr std::size_t kSimilarChildrenNearest = 10;

struct Comparator
{
    std::size_t domain;
    int level;
    double weight;
};

// Nothing where the child has no level in a domain that is compared.
std::optional<double> distance(const domain::Cohort& cohort, std::size_t row,
                               std::span<const Comparator> compared, Metric metric)
{
    double sum = 0;
    for (const Comparator& part : compared) {
        const std::int8_t level = cohort.levels.byDomain[part.domain][row];
        if (level == domain::kNoLevel)
            return std::nullopt;
        const double difference = part.weight * std::abs(level - part.level);
        switch (metric) {
        case Metric::l1:
            sum += difference;
            break;
        case Metric::euclidean:
            sum += difference * difference;
            break;
        case Metric::max:
            sum = std::max(sum, difference);
            break;
        }
    }
    return metric == Metric::euclidean ? std::sqrt(sum) : sum;
}

} // namespace

SimilarChildren similarChildren(const domain::Cohort& cohort,
                                std::span<const std::optional<int>> levels, const Options& options,
                                domain::ChildId leaveOut)
{
    SimilarChildren result;
    if (!cohort.framework || options.fault() || levels.size() != cohort.framework->domainCount())
        return result;
    std::vector<Comparator> compared;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (levels[i])
            compared.push_back({i, *levels[i], cohort.framework->domains()[i].weight});
    }
    result.domains = compared.size();
    if (compared.empty())
        return result;

    std::vector<std::pair<double, std::size_t>> others;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        if (cohort.child[row] == leaveOut || cohort.isComparedWithNobody(row))
            continue;
        if (const auto apart = distance(cohort, row, compared, options.metric))
            others.emplace_back(*apart, row);
    }
    // Weighted differences may miss the tolerance in their last binary digit.
    const double within = options.tolerance * (1 + 1e-12);
    const auto end = std::partition(others.begin(), others.end(),
                                    [within](const auto& other) { return other.first <= within; });
    auto taken = static_cast<std::size_t>(end - others.begin());
    if (taken < kSimilarChildrenFew) {
        result.nearestInstead = taken < others.size();
        taken = std::min(kSimilarChildrenNearest, others.size());
        const auto last = others.begin() + static_cast<std::ptrdiff_t>(taken);
        std::partial_sort(others.begin(), last, others.end());
    }
    others.resize(taken);
    std::ranges::sort(others);

    std::vector<double> costs;
    for (const auto& [apart, row] : others) {
        result.rows.push_back(row);
        result.farthest = apart;
        if (const auto cost = cohort.weeklyCost.at(row); cost && *cost > 0)
            costs.push_back(*cost);
    }
    result.withCost = costs.size();
    if (const auto found = quartiles(costs)) {
        result.lowerQuartile = found->lower;
        result.median = found->median;
        result.upperQuartile = found->upper;
    }
    return result;
}

} // namespace twelvefold::analysis
