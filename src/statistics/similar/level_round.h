// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/similar/level_hash.h"
#include "statistics/similar/pair_round.h"

#include <optional>

namespace twelvefold::statistics {

// A round among profiles of whole levels. They are known by their hashes, so that each is read
// once; of the cheap, most are similar to nobody dear and get no further than a filter.
class LevelRound : public PairRound
{
public:
    // Nothing when the values are not whole levels, or too many profiles are within the tolerance.
    static std::unique_ptr<const PairRound> make(const ProfileTable& table,
                                                 const Likeness& likeness, const CostTails& tails);

    std::span<const std::uint32_t> dear() const override { return m_dear.rows; }
    std::span<const double> dearCosts() const override { return m_dear.costs; }
    const CellRows& cheap() const override { return m_cheap; }
    void near(std::size_t dear, const Reach& reach, std::vector<Found>& found) const override;
    bool confirms(std::size_t dear, Found found, std::uint32_t row) const override;

private:
    // Rows with what they cost and the hashes of their profiles.
    struct Hashed
    {
        std::vector<std::uint32_t> rows;
        std::vector<double> costs;
        std::vector<std::uint64_t> hashes;

        void reserve(std::size_t n);
        void add(std::uint32_t row, double cost, std::uint64_t hash);
    };
    using Steps = std::vector<std::vector<std::int8_t>>;

    LevelRound(const ProfileTable& table, Steps steps);
    bool take(const CostTails& tails);
    std::optional<Hashed> hashed(std::span<const std::uint32_t> rows,
                                 const HashFilter* filter) const;
    static Hashed inOrder(const Hashed& children, std::span<const std::uint32_t> positions);
    void gather(const Hashed& cheapByCost);

    const ProfileTable& m_table;
    LevelHash m_hash;
    Steps m_steps;                        // to each neighbour
    std::vector<std::uint64_t> m_offsets; // of their hashes
    Hashed m_dear;                        // dearest first
    CellRows m_cheap;
    // All that a look-up asks of a cell, in one place of memory.
    struct Slot
    {
        std::uint64_t hash = 0;
        double lowest = 0;  // cost
        std::uint32_t cell; // kEmpty where there is none
    };
    std::size_t slotOf(std::uint64_t hash) const;

    std::vector<Slot> m_slots; // by the leading bits of the hashes
    int m_slotShift = 0;
    std::optional<HashFilter> m_filter; // of cells: most look-ups end here
};

} // namespace twelvefold::statistics
