// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/disclosure/withheld_cells.h"
#include "analysis/trace.h"
#include "domain/cohort.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <vector>

// Reports on the same children can be added and subtracted. So what a report may say of some of
// them is not decided by what it says alone: the children are told apart, once for all reports, by
// each criterion and by each table into parts that may be published, and every figure is of whole
// ones. Whatever sum or difference is taken, it is of whole parts again.
namespace twelvefold::analysis {

// In which part of a table a child is, by its row among everyone, the first being 0. Children in
// parts that the table does not show have other numbers, a part each: the division is the same
// whatever the filter, or two reports would tell children apart in two ways.
using PartOf = std::function<int(std::size_t row)>;

// What is asked for. Of a sum of money too, no child may be more than half.
enum class Of
{
    counts,
    sums
};

// A criterion by which a filter takes some children of a slice and leaves others.
struct InForce
{
    std::size_t criterion = 0;
    std::vector<int> group; // of each child: its part, those that are withheld being one
    // The same for each criterion that other reports may filter by.
    std::vector<std::vector<int>> beside;
};

// Children of whom a report may stand by itself: of one kind, and, where each are enough, either
// those whose settings are compared with one another or those whose are not.
struct Slice
{
    std::vector<std::size_t> rows; // among everyone; what follows has an entry for each
    std::vector<std::uint8_t> taken;
    std::vector<double> weekly; // all costs, whatever the filter counts
    std::vector<InForce> inForce;
    // Why no report may take just those, if so.
    std::optional<Message> reason;
};

// The slices of which a filter takes any children. `setApart` are the settings that pay for
// something else than the rest. `everyone` are all children of the store on the day.
std::vector<Slice> slicesOf(const domain::Cohort& everyone, const domain::CohortFilter& filter,
                            const std::set<domain::Setting>& setApart, Of of);

// Of a table with so many parts, those that a report on the children taken withholds: those that
// the table of the whole slice withholds, and those whose cell among the groups of the criteria in
// force is withheld.
std::vector<bool> withheldParts(const Slice& slice, Of of, const PartOf& partOf, std::size_t parts);

// With only some costs counted, reports can be told apart by the costs. The plain rule: whether
// what each component and funder pays is safe in every group and every part.
bool everyCostIsSafe(const domain::Cohort& everyone, const Slice& slice, const PartOf& partOf);

} // namespace twelvefold::analysis
