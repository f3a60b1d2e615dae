// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/level_hash.h"

#include <algorithm>

namespace twelvefold::statistics {

LevelHash::LevelHash(std::size_t domains) : m_multipliers(domains + 1)
{
    std::uint64_t state = 0x2545f4914f6cdd1dU;
    for (std::uint64_t& multiplier : m_multipliers) {
        state ^= state << 13U;
        state ^= state >> 7U;
        state ^= state << 17U;
        multiplier = state | 1U;
    }
}

std::uint64_t LevelHash::ofSteps(std::span<const std::int8_t> steps) const
{
    std::uint64_t hash = 0;
    for (std::size_t d = 0; d < steps.size(); ++d)
        hash += m_multipliers[d] * static_cast<std::uint64_t>(std::int64_t{steps[d]});
    return hash;
}

HashFilter::HashFilter(std::size_t hashes)
{
    constexpr std::size_t kMostBits = std::size_t{1} << 22U;
    const std::size_t bits = std::clamp(std::bit_ceil(8 * hashes), std::size_t{64}, kMostBits);
    m_bits.assign(bits / 64, 0);
    m_shift = 64 - std::countr_zero(bits);
}

} // namespace twelvefold::statistics
