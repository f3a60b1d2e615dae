// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/recorded_spend.h"

#include "analysis/findings/costs_known.h"
#include "analysis/findings/paid_care.h"
#include "analysis/findings/random_streams.h"
#include "domain/money.h"
#include "statistics/description/descriptive.h"
#include "statistics/numbers/random.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::analysis {
namespace {

// Whether any cost is recorded of a child, counted or not.
bool hasAnyCost(const domain::Cohort& cohort, std::size_t row)
{
    return std::ranges::any_of(cohort.costs, [row](const auto& byFunder) {
        return std::ranges::any_of(byFunder, [row](const domain::NumberColumn& part) {
            return part.size() > 0 && part.valid[row] != 0;
        });
    });
}

// One sum that the costs not recorded might come to: for each child the cost expected of it, times
// how far the cost of some child of the kind lies from what was expected; and each kind by as much
// higher or lower as its children may by chance lie.
double drawn(const std::vector<const MissingCost*>& missing,
             const std::vector<const WithinKind*>& kinds, statistics::Random& random)
{
    std::array<double, domain::countOf<PlacementKind>> level{};
    for (const WithinKind* kind : kinds)
        level[static_cast<std::size_t>(kind->kind)] =
            std::exp(random.normal() * kind->spreadLeft / std::sqrt(static_cast<double>(kind->n)));
    double sum = 0;
    for (const MissingCost* child : missing) {
        const auto kind = std::ranges::find(kinds, child->kind, &WithinKind::kind);
        const std::vector<double>& ratios = (*kind)->ratios;
        sum += child->expected * ratios[random.below(static_cast<std::uint32_t>(ratios.size()))] *
               level[static_cast<std::size_t>(child->kind)];
    }
    return sum;
}

void estimate(const std::vector<const MissingCost*>& missing, const PaidCare& care,
              std::uint64_t seed, RecordedSpend& spend)
{
    constexpr std::uint64_t kDraws = 1000;
    std::vector<const WithinKind*> kinds;
    for (const WithinKind& kind : care.kinds) {
        if (std::ranges::any_of(missing, [&](const auto* one) { return one->kind == kind.kind; }))
            kinds.push_back(&kind);
    }
    spend.estimated = missing.size();
    spend.more = 0;
    for (const MissingCost* child : missing)
        *spend.more += child->expected;
    std::vector<double> sums;
    for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
        statistics::Random random(seed, streams::kCostsNotRecorded + draw);
        sums.push_back(drawn(missing, kinds, random));
    }
    std::ranges::sort(sums);
    spend.moreLower = statistics::quantileOfSorted(sums, 0.025);
    spend.moreUpper = statistics::quantileOfSorted(sums, 0.975);
}

} // namespace

RecordedSpend recordedSpend(const domain::Cohort& cohort, const PaidCare* care, std::uint64_t seed)
{
    RecordedSpend spend;
    std::int64_t pence = 0; // summed exactly, so that the order of the children cannot show
    std::vector<const MissingCost*> missing;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        if (hasCost(cohort, row)) {
            ++spend.recorded;
            pence += domain::Money::fromPounds(cohort.weeklyCost.values[row]).inPence();
        } else if (hasAnyCost(cohort, row)) {
            ++spend.otherCosts;
        } else {
            ++spend.notRecorded;
            if (const auto* child = care == nullptr ? nullptr : care->missing(cohort.child[row]))
                missing.push_back(child);
        }
    }
    spend.weekly = domain::Money::pence(pence).inPounds();
    if (!missing.empty())
        estimate(missing, *care, seed, spend);
    return spend;
}

} // namespace twelvefold::analysis
