// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/similar/profile_cells.h"

#include <optional>

namespace twelvefold::statistics {

// Which cells are worth finding for a child of some cost: those whose cheapest child is cheaper by
// at least a ratio. The default reaches every cell.
struct Reach
{
    double cost = std::numeric_limits<double>::infinity();
    double leastRatio = 0;
    bool includes(double lowestCost) const { return cost / lowestCost >= leastRatio; }
};

// Finds similar profiles of whole levels by looking each of them up: within a small tolerance of a
// profile there are few others (313 at two levels in twelve domains), however many children.
//
// A profile's key is the sum of its levels, each times a multiplier of its domain, so that a
// neighbour's key is one addition away. Where the keys of all profiles and their neighbours fit 64
// bits the multipliers make them unique; else they are arbitrary, and every hit is compared.
class LevelNeighbours
{
public:
    // Nothing when values are not small levels or a profile has more neighbours than the most.
    static std::optional<LevelNeighbours> build(const ProfileTable& table,
                                                const ProfileCells& cells, const ValueRange& range,
                                                const Likeness& likeness,
                                                std::size_t mostNeighbours);

    void near(const double* profile, std::int32_t group, const Reach& reach,
              std::vector<std::uint32_t>& found) const;

private:
    LevelNeighbours(const ProfileTable& table, const ProfileCells& cells, const Likeness& likeness)
        : m_table(&table), m_cells(&cells), m_likeness(likeness)
    {
    }
    bool enumerate(const ValueRange& range, std::size_t most);
    void chooseMultipliers(const ValueRange& range);
    void fillTable();
    std::uint64_t keyOf(const double* profile, std::int32_t group) const;
    bool isStepAway(std::uint32_t cell, const double* profile, std::int32_t group,
                    const std::vector<std::int8_t>& steps) const;

    const ProfileTable* m_table;
    const ProfileCells* m_cells;
    Likeness m_likeness;
    std::vector<double> m_least;
    std::vector<std::int32_t> m_reachOf;           // the greatest step in each domain
    std::vector<std::vector<std::int8_t>> m_steps; // one vector of steps a neighbour
    std::vector<std::uint64_t> m_offsets;          // the same, as differences of keys
    std::vector<std::uint64_t> m_multipliers;      // one a domain, then the group's
    bool m_unique = false;

    struct Slot
    {
        std::uint64_t key = 0;
        std::uint32_t cell = 0xffffffffU;
        std::uint32_t unused = 0;
    };
    std::vector<Slot> m_slots;
    std::vector<std::uint64_t> m_filter; // bits of the keys that are there: most look-ups end here
    int m_slotShift = 0;
    int m_filterShift = 0;
};

} // namespace twelvefold::statistics
