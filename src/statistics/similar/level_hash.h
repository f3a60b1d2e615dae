// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/similar/similar_need.h"

#include <bit>
#include <optional>
#include <span>
#include <vector>

namespace twelvefold::statistics {

// A number for a profile of whole levels and its group: the sum of the levels, each times a
// multiplier of its domain, modulo 2^64. A neighbour's is one addition away, and two profiles
// seldom share one; those who need to be sure compare.
class LevelHash
{
public:
    explicit LevelHash(std::size_t domains);

    // Nothing when the values are not whole numbers of 32 bits.
    std::optional<std::uint64_t> of(const double* profile, std::int32_t group) const
    {
        // Added to this, such a number comes to stand in the lower half of the sum's bits (raised
        // by 2^31, like all others) and leaves the upper half as it is; nothing else does both.
        constexpr double kPlace = 0x1p52 + 0x1p31;
        constexpr std::uint64_t kUpperHalf = std::bit_cast<std::uint64_t>(0x1p52) >> 32U;
        const std::uint64_t* multipliers = m_multipliers.data();
        const std::size_t domains = m_multipliers.size() - 1;
        std::uint64_t hash = multipliers[domains] * static_cast<std::uint32_t>(group);
        std::uint64_t astray = 0;
        for (std::size_t d = 0; d < domains; ++d) {
            const double placed = profile[d] + kPlace;
            const auto bits = std::bit_cast<std::uint64_t>(placed);
            const double lost = (placed - kPlace) - profile[d];
            astray |= (bits >> 32U ^ kUpperHalf) | std::bit_cast<std::uint64_t>(lost);
            hash += multipliers[d] * (bits & 0xffffffffU);
        }
        return astray == 0 ? std::optional(hash) : std::nullopt;
    }
    // What steps from one profile to another in the same group add.
    std::uint64_t ofSteps(std::span<const std::int8_t> steps) const;

private:
    std::vector<std::uint64_t> m_multipliers; // one a domain, then the group's
};

// Which hashes there are, but for some that only seem to be (Bloom 1970, with one bit each).
class HashFilter
{
public:
    // Eight bits for each of so many, in half a megabyte at most, which caches hold.
    explicit HashFilter(std::size_t hashes);

    void add(std::uint64_t hash) { m_bits[hash >> m_shift >> 6U] |= bitOf(hash); }
    bool mayHave(std::uint64_t hash) const
    {
        return (m_bits[hash >> m_shift >> 6U] & bitOf(hash)) != 0;
    }

private:
    std::uint64_t bitOf(std::uint64_t hash) const
    {
        return std::uint64_t{1} << (hash >> m_shift & 63U);
    }
    std::vector<std::uint64_t> m_bits;
    int m_shift; // leaves as many of a hash's leading bits as number the filter's
};

} // namespace twelvefold::statistics
