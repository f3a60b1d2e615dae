// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace twelvefold::statistics {

// Some of the ranks 0 to n - 1, each once, of which order statistics are wanted: they are dealt
// into buckets by their leading bits, and only buckets that are asked about are put in order.
class RankPick
{
public:
    explicit RankPick(std::size_t n);

    // Replaces the ranks. `asks` says roughly how many questions will follow.
    void take(std::span<const std::uint32_t> ranks, std::size_t asks);

    std::size_t size() const { return m_sorted.size(); }
    // The k-th smallest, from 0.
    std::uint32_t at(std::size_t k);
    // How many are below a rank.
    std::size_t below(std::uint32_t rank);
    // Appends those below a rank, rising.
    void appendBelow(std::uint32_t rank, std::vector<std::uint32_t>& to) const;

private:
    static constexpr std::size_t kBuckets = 256;
    static constexpr std::size_t kFew = 48; // so few are sorted at once

    unsigned m_shift;
    bool m_bucketed = false;
    std::vector<std::uint32_t> m_sorted; // or only bucket after bucket
    std::vector<std::uint32_t> m_first;  // of each bucket in m_sorted, and the end
};

} // namespace twelvefold::statistics
