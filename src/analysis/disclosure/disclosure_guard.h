// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/disclosure/slice.h"
#include "domain/result.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace twelvefold::analysis {

// Quantiles, and figures of models fitted to children, need as many.
inline constexpr std::uint64_t kFewestForQuantile = 20;
// A quarter of them is enough to stand behind a figure: with the sum, a quartile tells what those
// beyond it cost together.
inline constexpr std::uint64_t kFewestForQuartile = 4 * kFewestChildren;
inline constexpr std::uint64_t kCountsRoundedTo = 5;

// A figure that may be published, rounded as published. Only the guard makes one.
class Published
{
public:
    double value() const { return m_value; }

private:
    friend class DisclosureGuard;
    explicit Published(double value) : m_value(value) {}
    double m_value;
};
using Passed = std::optional<Published>; // nothing: withheld

// Whether a child, by its row among everyone, is one of those counted.
using IsCounted = std::function<bool(std::size_t row)>;

// The one place that decides what leaves in publishable form: asked for each figure with those who
// stand behind it, it hands back the figure as it may be published, or nothing.
class DisclosureGuard
{
public:
    // Refused with the reason when no figure of the children whom the filter takes may be
    // published. `everyone` are all children of the store on the day; `setApart` are the settings
    // that pay for something else than the rest, so that reports with and without them are both
    // made.
    static domain::Result<DisclosureGuard> of(std::shared_ptr<const domain::Cohort> everyone,
                                              const domain::CohortFilter& filter,
                                              const std::set<domain::Setting>& setApart = {});

    // --- Counts of children, rounded to 5.
    Passed count(std::uint64_t children) const;
    // Of a whole that may be known too: the rest must be none or enough as well.
    Passed part(std::uint64_t children, std::uint64_t whole, const IsCounted& isCounted) const;
    // Parts that add up to a published count: small ones and what would give these away, here or in
    // another report, withheld.
    std::vector<Passed> parts(std::span<const std::uint64_t> children, const PartOf& partOf) const;
    // Whether the filter leaves out none of them: for what is worked out of a cohort and so is not
    // known of others.
    bool leavesOutNone(const IsCounted& isCounted) const;
    // Pairs of children that are told apart by cost, of which so many have no child in common: none
    // is withheld as few are, since it would tell of every pair.
    Passed pairs(std::uint64_t all, std::uint64_t disjoint) const;

    // --- Money, to 3 significant figures; `times` turns weekly into yearly.
    Passed sum(const Spend& spend, double times = 1) const;
    // Sums that add up to a published sum; those that are withheld for another reason stay so.
    std::vector<Passed> sums(std::span<const Spend> spends, const std::vector<bool>& withheld,
                             const PartOf& partOf, double times = 1) const;

    // --- Figures of other kinds. Of costs of which the filter counts some, only sums are
    // published: beside the same figure of other costs, a median or a model tells of the few
    // between them.
    Passed quantile(double value,
                    std::uint64_t children) const; // of cost, to 2 significant figures
    Passed quartile(double value, std::uint64_t children) const; // likewise; not the median
    Passed needQuantile(double value, std::uint64_t children) const;
    // Of a model of so many children: whole percent.
    Passed modelledPercent(double share, std::uint64_t children) const;
    // Whether the shares of what is modelled may be, of which each rests on so many children who
    // differ: they add up, so all or none; and which there are tells what varies among the
    // children, so only where the filter leaves nobody out.
    bool mayShareOut(std::span<const std::uint64_t> restsOn) const;
    // Of so many children, and resting on those who differ from the rest: one decimal.
    Passed correlation(double value, std::uint64_t children, std::uint64_t restsOn) const;
    // Of one group within a model, as a provider's effect is: whole percent.
    Passed groupPercent(double share, std::uint64_t children) const;

private:
    DisclosureGuard() = default;
    std::vector<bool> withheldIn(Of of, const PartOf& partOf, std::size_t parts) const;

    std::shared_ptr<const domain::Cohort> m_everyone;
    std::vector<Slice> m_counts, m_sums;
    bool m_someCosts = false; // the filter does not count all
    bool m_sumsAreSafe = false;
    std::vector<std::size_t> m_leftOut; // rows of the kinds chosen that the filter does not take
};

} // namespace twelvefold::analysis
