// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/similar/cost_tails.h"
#include "statistics/similar/level_neighbours.h"
#include "statistics/similar/profile_cells.h"

#include <memory>

namespace twelvefold::statistics {

// What one round of the search for the widest pairs compares: dear children with cheap ones, who
// are gathered in cells. Some are in both.
class PairRound
{
public:
    // By whichever way is quicker for the data; all are exact.
    static std::unique_ptr<const PairRound> make(const ProfileTable& table,
                                                 const Likeness& likeness, const CostTails& tails);
    virtual ~PairRound() = default;

    virtual std::span<const std::uint32_t> dear() const = 0; // dearest first
    virtual std::span<const double> dearCosts() const = 0;
    virtual const CellRows& cheap() const = 0;

    struct Found
    {
        std::uint32_t cell = 0;
        std::uint32_t how = 0; // for confirms()
        double lowest = 0;     // cost in the cell
    };
    // Replaces found by the cells of those similar to a dear child, by position, whose cheapest is
    // within reach; in no particular order, but always the same.
    virtual void near(std::size_t dear, const Reach& reach, std::vector<Found>& found) const = 0;
    // Whether a row of a cell that was found is indeed similar. Hardly ever one only seemed to be,
    // so that they need be told apart only when it comes to a pair.
    virtual bool confirms(std::size_t dear, Found found, std::uint32_t row) const = 0;
};

} // namespace twelvefold::statistics
