// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/rank_pick.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <utility>

namespace twelvefold::statistics {

RankPick::RankPick(std::size_t n)
    : m_shift(static_cast<unsigned>(std::max(0, static_cast<int>(std::bit_width(n)) - 8))),
      m_first(kBuckets + 1)
{
}

void RankPick::take(std::span<const std::uint32_t> ranks, std::size_t asks)
{
    constexpr std::size_t kManyAsks = 100;
    m_bucketed = false;
    if (ranks.size() <= kFew) {
        m_sorted.assign(ranks.begin(), ranks.end());
        std::sort(m_sorted.begin(), m_sorted.end());
        return;
    }
    m_sorted.resize(ranks.size());
    std::fill(m_first.begin(), m_first.end(), 0U);
    for (const std::uint32_t rank : ranks)
        ++m_first[rank >> m_shift];
    std::uint32_t before = 0;
    for (std::uint32_t& count : m_first)
        before += std::exchange(count, before);
    // Filling moves each beginning on to the next bucket's, so that they are read one earlier.
    for (const std::uint32_t rank : ranks)
        m_sorted[m_first[rank >> m_shift]++] = rank;
    for (std::size_t bucket = kBuckets; bucket > 0; --bucket)
        m_first[bucket] = m_first[bucket - 1];
    m_first[0] = 0;
    m_bucketed = asks < kManyAsks;
    if (!m_bucketed) {
        const auto begin = m_sorted.begin();
        for (std::size_t bucket = 0; bucket < kBuckets; ++bucket)
            std::sort(begin + m_first[bucket], begin + m_first[bucket + 1]);
    }
}

std::uint32_t RankPick::at(std::size_t k)
{
    if (m_bucketed) {
        const auto after = std::upper_bound(m_first.begin(), m_first.end(), k);
        const auto begin = m_sorted.begin();
        std::nth_element(begin + *(after - 1), begin + static_cast<std::ptrdiff_t>(k),
                         begin + *after);
    }
    return m_sorted[k];
}

std::size_t RankPick::below(std::uint32_t rank)
{
    const auto begin = m_sorted.begin();
    if (!m_bucketed)
        return static_cast<std::size_t>(std::lower_bound(begin, m_sorted.end(), rank) - begin);
    const std::size_t bucket = rank >> m_shift;
    const std::uint32_t first = m_first[bucket];
    const auto among = std::count_if(begin + first, begin + m_first[bucket + 1],
                                     [rank](std::uint32_t other) { return other < rank; });
    return first + static_cast<std::size_t>(among);
}

void RankPick::appendBelow(std::uint32_t rank, std::vector<std::uint32_t>& to) const
{
    const auto begin = m_sorted.begin();
    const auto already = static_cast<std::ptrdiff_t>(to.size());
    const auto end = m_bucketed ? begin + m_first[(rank >> m_shift) + 1] : m_sorted.end();
    std::copy_if(begin, end, std::back_inserter(to),
                 [rank](std::uint32_t other) { return other < rank; });
    if (m_bucketed)
        std::sort(to.begin() + already, to.end());
}

} // namespace twelvefold::statistics
