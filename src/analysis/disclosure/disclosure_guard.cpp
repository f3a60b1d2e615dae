// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/disclosure/disclosure_guard.h"

#include "analysis/disclosure/criteria.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::analysis {
namespace {

constexpr std::uint64_t kFewestDisjointPairs = 6;

constexpr MessageKind kLimits{
    "publish-limits",
    TWELVEFOLD_TEXT("Message", "This cannot be published: beside a report with other limits, one "
                               "with a filter on %1 would tell of the few children between. Do "
                               "without this filter.")};

// Even where all children lie within its limits: the filter is printed, and they would tell where
// the first and the last child lies.
const domain::Criterion* limitsAsked(const domain::CohortFilter& filter)
{
    for (const auto& [criterion, wanted] : filter.asked) {
        if (criterion->isRange() && !canBePublished(*criterion))
            return criterion;
    }
    return nullptr;
}

double toSignificant(double value, int figures)
{
    if (value == 0)
        return 0;
    const double unit = std::pow(10.0, figures - 1 - std::floor(std::log10(std::abs(value))));
    // A unit below one is divided by its inverse, which is whole: else 240,000.00000000003.
    return unit < 1 ? std::round(value * unit) * std::round(1 / unit)
                    : std::round(value * unit) / unit;
}

double toFive(std::uint64_t count)
{
    return double((count + kCountsRoundedTo / 2) / kCountsRoundedTo * kCountsRoundedTo);
}

double toPercent(double share)
{
    return std::round(share * 100) / 100 + 0.0; // no −0
}

int inOnePart(std::size_t /*row*/)
{
    return 0;
}

} // namespace

domain::Result<DisclosureGuard> DisclosureGuard::of(std::shared_ptr<const domain::Cohort> everyone,
                                                    const domain::CohortFilter& filter,
                                                    const std::set<domain::Setting>& setApart)
{
    if (const domain::Criterion* limits = limitsAsked(filter))
        return Message{kLimits, {limits->parts}};
    DisclosureGuard guard;
    guard.m_everyone = std::move(everyone);
    const domain::Cohort& all = *guard.m_everyone;
    guard.m_counts = slicesOf(all, filter, setApart, Of::counts);
    for (const Slice& slice : guard.m_counts)
        if (slice.reason)
            return *slice.reason;
    guard.m_sums = slicesOf(all, filter, setApart, Of::sums);
    guard.m_someCosts = filter.costs != domain::CostScope{};
    guard.m_sumsAreSafe = std::ranges::all_of(guard.m_sums, [&](const Slice& slice) {
        return !slice.reason && (!guard.m_someCosts || everyCostIsSafe(all, slice, inOnePart));
    });
    const domain::CohortFilter ofTheKinds = withoutCriteria(filter);
    for (std::size_t row = 0; row < all.size(); ++row)
        if (all.passes(row, ofTheKinds) && !all.passes(row, filter))
            guard.m_leftOut.push_back(row);
    return guard;
}

std::vector<bool> DisclosureGuard::withheldIn(Of of, const PartOf& partOf, std::size_t parts) const
{
    std::vector<bool> withheld(parts, false);
    for (const Slice& slice : of == Of::counts ? m_counts : m_sums) {
        const std::vector<bool> here = withheldParts(slice, of, partOf, parts);
        for (std::size_t part = 0; part < parts; ++part)
            withheld[part] = withheld[part] || here[part];
        if (of == Of::sums && m_someCosts && !everyCostIsSafe(*m_everyone, slice, partOf))
            withheld.assign(parts, true);
    }
    return withheld;
}

Passed DisclosureGuard::count(std::uint64_t children) const
{
    return noneOrEnough(children) ? Passed(Published(toFive(children))) : std::nullopt;
}

Passed DisclosureGuard::part(std::uint64_t children, std::uint64_t whole,
                             const IsCounted& isCounted) const
{
    if (children > whole || !noneOrEnough(whole - children))
        return std::nullopt;
    const std::vector<bool> withheld = withheldIn(
        Of::counts, [&](std::size_t row) { return isCounted(row) ? 0 : 1; }, 2);
    return withheld[0] || withheld[1] ? std::nullopt : count(children);
}

std::vector<Passed> DisclosureGuard::parts(std::span<const std::uint64_t> children,
                                           const PartOf& partOf) const
{
    const std::vector<bool> withheld =
        withheldCounts(children, withheldIn(Of::counts, partOf, children.size()));
    std::vector<Passed> passed;
    for (std::size_t i = 0; i < children.size(); ++i)
        passed.push_back(withheld[i] ? std::nullopt : count(children[i]));
    return passed;
}

bool DisclosureGuard::leavesOutNone(const IsCounted& isCounted) const
{
    return std::ranges::none_of(m_leftOut, isCounted);
}

Passed DisclosureGuard::pairs(std::uint64_t all, std::uint64_t disjoint) const
{
    return !m_someCosts && disjoint >= kFewestDisjointPairs ? Passed(Published(toFive(all)))
                                                            : std::nullopt;
}

Passed DisclosureGuard::sum(const Spend& spend, double times) const
{
    return m_sumsAreSafe && spend.isSafe()
               ? Passed(Published(toSignificant(spend.pounds * times, 3)))
               : std::nullopt;
}

std::vector<Passed> DisclosureGuard::sums(std::span<const Spend> spends,
                                          const std::vector<bool>& withheldAnyway,
                                          const PartOf& partOf, double times) const
{
    std::vector<bool> withheld = withheldIn(Of::sums, partOf, spends.size());
    for (std::size_t i = 0; i < std::min(withheld.size(), withheldAnyway.size()); ++i)
        withheld[i] = withheld[i] || withheldAnyway[i];
    withheld = withheldSums(spends, withheld);
    std::vector<Passed> passed;
    for (std::size_t i = 0; i < spends.size(); ++i)
        passed.push_back(withheld[i] ? std::nullopt : sum(spends[i], times));
    return passed;
}

Passed DisclosureGuard::quantile(double value, std::uint64_t children) const
{
    return m_someCosts ? std::nullopt : needQuantile(value, children);
}

Passed DisclosureGuard::quartile(double value, std::uint64_t children) const
{
    return children >= kFewestForQuartile ? quantile(value, children) : std::nullopt;
}

Passed DisclosureGuard::needQuantile(double value, std::uint64_t children) const
{
    return children >= kFewestForQuantile ? Passed(Published(toSignificant(value, 2)))
                                          : std::nullopt;
}

Passed DisclosureGuard::modelledPercent(double share, std::uint64_t children) const
{
    return !m_someCosts && children >= kFewestForQuantile ? Passed(Published(toPercent(share)))
                                                          : std::nullopt;
}

bool DisclosureGuard::mayShareOut(std::span<const std::uint64_t> restsOn) const
{
    return m_leftOut.empty() && std::ranges::all_of(restsOn, [](std::uint64_t children) {
               return children >= kFewestChildren;
           });
}

Passed DisclosureGuard::correlation(double value, std::uint64_t children,
                                    std::uint64_t restsOn) const
{
    return !m_someCosts && children >= kFewestForQuantile && restsOn >= kFewestChildren
               ? Passed(Published(std::round(value * 10) / 10 + 0.0))
               : std::nullopt;
}

Passed DisclosureGuard::groupPercent(double share, std::uint64_t children) const
{
    return !m_someCosts && children >= kFewestChildren ? Passed(Published(toPercent(share)))
                                                       : std::nullopt;
}

} // namespace twelvefold::analysis
