// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cohort.h"
#include "domain/message.h"

#include <cstdint>
#include <functional>
#include <optional>

// Whether figures of a cohort may be published at all, given what else may be published of the same
// store on the same day: two reports can be subtracted from one another.
namespace twelvefold::analysis {

// Fewer children than this stand behind no published figure (DfE and NHS practice: counts of 1 to
// 5 are withheld).
inline constexpr std::uint64_t kFewestChildren = 6;

// Some children and what they cost together.
struct Spend
{
    std::size_t children = 0; // with a cost above zero
    double pounds = 0;
    double largest = 0; // of one child

    void add(double cost);
    // Whether it says nothing of few: of nobody, or of enough children of whom none is over half.
    bool isSafe() const;
};

// Of those rows of a cohort, as its costs are counted; to the penny.
Spend spendOf(const domain::Cohort& cohort, const std::function<bool(std::size_t row)>& counts);

// None, or enough of them.
constexpr bool noneOrEnough(std::uint64_t children)
{
    return children == 0 || children >= kFewestChildren;
}

// A child whom other filters would let through, and what its care costs as costs are counted.
struct OtherChild
{
    std::size_t row = 0; // of everyone
    double weekly = 0;
};
// For every choice of some of a filter's criteria that would let more children through if they were
// dropped: whom.
using Besides = std::vector<std::vector<OtherChild>>;

struct CohortSafety
{
    // Why nothing may be published of the children that a filter lets through, if so.
    //
    // The cohort, and those whom it would have besides if any of its criteria were dropped, number
    // none or enough. Of settings, providers, sectors, bands and emergencies that a table of them
    // would withhold, it takes all or none; on both sides of a limit of age there are none or
    // enough of the next age. So whatever reports that differ by one criterion are added and
    // subtracted, what is left is of none or of enough. A report on one kind of children stands by
    // itself.
    std::optional<domain::Message> reasonNotToPublish;
    // Whether sums of what care costs may be published: whether no sum that reports with other
    // criteria or other costs counted would add or take away is of few children, or over half of it
    // of one.
    bool costs = false;
    Besides besides;
    // With only some costs counted: what each component and each funder that is counted pays for
    // the children of the cohort, and all that is not counted, since other reports may count more
    // or less.
    Besides otherCosts;
};

// `everyone` are all children of the store on the day.
CohortSafety safetyOf(const domain::Cohort& everyone, const domain::CohortFilter& filter);

} // namespace twelvefold::analysis
