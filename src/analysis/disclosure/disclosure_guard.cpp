// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/disclosure/disclosure_guard.h"

#include "analysis/methods/table_suppression.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::analysis {
namespace {

// A withheld sum must not be known more closely than to this share of it (the p-% rule of
// statistical offices).
constexpr double kLeastUncertainty = 0.2;
constexpr std::uint64_t kFewestDisjointPairs = 6;

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
    return std::round(share * 100) / 100;
}

// Whether sums withheld together protect each other: together they are of enough children, none
// over half of them, and the others leave enough doubt about each.
bool protectEachOther(std::span<const Spend> spends, const std::vector<bool>& unsafe,
                      const std::vector<bool>& withheld)
{
    Spend all;
    std::size_t number = 0;
    for (std::size_t i = 0; i < spends.size(); ++i) {
        if (!withheld[i] || spends[i].children == 0)
            continue;
        ++number;
        all.children += spends[i].children;
        all.pounds += spends[i].pounds;
        all.largest = std::max(all.largest, spends[i].largest);
    }
    if (number == 0)
        return true;
    if (number == 1 || !all.isSafe())
        return false;
    for (std::size_t i = 0; i < spends.size(); ++i) {
        if (unsafe[i] && all.pounds - spends[i].pounds < kLeastUncertainty * spends[i].pounds)
            return false;
    }
    return true;
}

// What each part would have besides, were some criteria dropped.
std::vector<Spend> spendBesides(const std::vector<OtherChild>& others, std::size_t parts,
                                const PartOf& partOf, std::vector<std::uint64_t>& counts)
{
    std::vector<Spend> spends(parts);
    counts.assign(parts, 0);
    for (const OtherChild& other : others) {
        const int part = partOf(other.row);
        if (part < 0 || std::size_t(part) >= parts)
            continue;
        ++counts[std::size_t(part)];
        spends[std::size_t(part)].add(other.weekly);
    }
    return spends;
}

// Parts of which a report with fewer filters would count a few children more: the difference of the
// two would tell of them.
std::vector<bool> tellOfFewMore(const Besides& besides, std::size_t parts, const PartOf& partOf)
{
    std::vector<bool> tell(parts, false);
    for (const auto& others : besides) {
        std::vector<std::uint64_t> counts;
        spendBesides(others, parts, partOf, counts);
        for (std::size_t part = 0; part < parts; ++part)
            tell[part] = tell[part] || !noneOrEnough(counts[part]);
    }
    return tell;
}

// The same of what their care costs.
std::vector<bool> tellOfFewSpend(const Besides& besides, std::size_t parts, const PartOf& partOf)
{
    std::vector<bool> tell(parts, false);
    for (const auto& others : besides) {
        std::vector<std::uint64_t> counts;
        const std::vector<Spend> spends = spendBesides(others, parts, partOf, counts);
        for (std::size_t part = 0; part < parts; ++part)
            tell[part] = tell[part] || !spends[part].isSafe();
    }
    return tell;
}

} // namespace

domain::Result<DisclosureGuard> DisclosureGuard::of(const domain::Cohort& everyone,
                                                    const domain::CohortFilter& filter)
{
    CohortSafety safety = safetyOf(everyone, filter);
    if (safety.reasonNotToPublish)
        return *safety.reasonNotToPublish;
    return DisclosureGuard(std::move(safety));
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
    const auto partOf = [&](std::size_t row) { return isCounted(row) ? 0 : 1; };
    const std::vector<bool> tell = tellOfFewMore(m_safety.besides, 2, partOf);
    return tell[0] || tell[1] ? std::nullopt : count(children);
}

std::vector<Passed> DisclosureGuard::parts(std::span<const std::uint64_t> children,
                                           const PartOf& partOf) const
{
    std::vector<bool> tell = tellOfFewMore(m_safety.besides, children.size(), partOf);
    // Of a part without children the difference is the other report's own figure.
    for (std::size_t i = 0; i < children.size(); ++i)
        tell[i] = tell[i] && children[i] > 0;
    const std::vector<bool> withheld = withheldParts(children, tell);
    std::vector<Passed> passed;
    for (std::size_t i = 0; i < children.size(); ++i)
        passed.push_back(withheld[i] ? std::nullopt : count(children[i]));
    return passed;
}

bool DisclosureGuard::nobodyBesides(const IsCounted& isCounted) const
{
    return std::ranges::none_of(m_safety.besides, [&](const auto& others) {
        return std::ranges::any_of(others, isCounted, &OtherChild::row);
    });
}

Passed DisclosureGuard::pairs(std::uint64_t all, std::uint64_t disjoint) const
{
    return all == 0 || disjoint >= kFewestDisjointPairs ? Passed(Published(toFive(all)))
                                                        : std::nullopt;
}

Passed DisclosureGuard::sum(const Spend& spend, double times) const
{
    return m_safety.costs && spend.isSafe()
               ? Passed(Published(toSignificant(spend.pounds * times, 3)))
               : std::nullopt;
}

std::vector<Passed> DisclosureGuard::sums(std::span<const Spend> spends,
                                          const std::vector<bool>& withheldAnyway,
                                          const PartOf& partOf, double times) const
{
    const std::vector<bool> tell = tellOfFewSpend(m_safety.besides, spends.size(), partOf);
    const std::vector<bool> others = tellOfFewSpend(m_safety.otherCosts, spends.size(), partOf);
    std::vector<bool> unsafe(spends.size(), false), withheld = withheldAnyway;
    withheld.resize(spends.size(), false);
    for (std::size_t i = 0; i < spends.size(); ++i) {
        unsafe[i] = withheld[i] || ((tell[i] || others[i]) && spends[i].children > 0) ||
                    !spends[i].isSafe();
        withheld[i] = unsafe[i];
    }
    while (!protectEachOther(spends, unsafe, withheld)) {
        std::size_t next = spends.size();
        for (std::size_t i = 0; i < spends.size(); ++i) {
            if (!withheld[i] && spends[i].children > 0 &&
                (next == spends.size() || spends[i].pounds < spends[next].pounds))
                next = i;
        }
        if (next == spends.size())
            break; // all are withheld: only their sum is known
        withheld[next] = true;
    }
    std::vector<Passed> passed;
    for (std::size_t i = 0; i < spends.size(); ++i)
        passed.push_back(withheld[i] ? std::nullopt : sum(spends[i], times));
    return passed;
}

Passed DisclosureGuard::quantile(double value, std::uint64_t children) const
{
    return children >= kFewestForQuantile ? Passed(Published(toSignificant(value, 2)))
                                          : std::nullopt;
}

Passed DisclosureGuard::modelledPercent(double share, std::uint64_t children) const
{
    return children >= kFewestForQuantile ? Passed(Published(toPercent(share))) : std::nullopt;
}

Passed DisclosureGuard::modelledDecimal(double value, std::uint64_t children) const
{
    return children >= kFewestForQuantile ? Passed(Published(std::round(value * 10) / 10))
                                          : std::nullopt;
}

Passed DisclosureGuard::groupPercent(double share, std::uint64_t children) const
{
    return children >= kFewestChildren ? Passed(Published(toPercent(share))) : std::nullopt;
}

Passed DisclosureGuard::share(const Passed& part, const Passed& whole) const
{
    if (!part || !whole || !(whole->value() > 0))
        return std::nullopt;
    return Published(toPercent(part->value() / whole->value()));
}

std::vector<bool> withheldParts(std::span<const std::uint64_t> counts,
                                const std::vector<bool>& withheldAnyway)
{
    const CountTable row{1, counts.size(), {counts.begin(), counts.end()}, false};
    const TableSuppression found =
        suppressTable(row, kFewestChildren, kFewestChildren, withheldAnyway);
    return found.undefined ? std::vector<bool>(counts.size(), true) : found.withheld;
}

} // namespace twelvefold::analysis
