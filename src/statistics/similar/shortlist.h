// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace twelvefold::statistics {

// A pair by what orders the lists of the widest. Less means earlier in the list.
struct RankedPair
{
    double ratio = 0;
    std::uint32_t earlier = 0, later = 0; // rows

    static RankedPair of(std::uint32_t a, std::uint32_t b, double ratio)
    {
        return {ratio, std::min(a, b), std::max(a, b)};
    }
    bool operator<(const RankedPair& other) const
    {
        if (ratio != other.ratio)
            return ratio > other.ratio;
        return earlier != other.earlier ? earlier < other.earlier : later < other.later;
    }
};

// Keeps the first `most` pairs in order, as a heap with the last of them on top.
template<class Ranked>
class Shortlist
{
public:
    Shortlist(std::size_t most, double minRatio) : m_most(most), m_minRatio(minRatio) {}

    bool full() const { return m_heap.size() >= m_most; }
    // Below this ratio no pair can enter any more.
    double bar() const { return full() ? std::max(m_minRatio, m_heap.front().ratio) : m_minRatio; }
    bool wants(const Ranked& pair) const
    {
        return pair.ratio >= m_minRatio && (!full() || pair < m_heap.front());
    }
    void add(const Ranked& pair)
    {
        if (full()) {
            std::pop_heap(m_heap.begin(), m_heap.end());
            m_heap.pop_back();
        }
        m_heap.push_back(pair);
        std::push_heap(m_heap.begin(), m_heap.end());
    }
    std::vector<Ranked> sorted()
    {
        std::sort_heap(m_heap.begin(), m_heap.end());
        return std::move(m_heap);
    }

private:
    std::size_t m_most;
    double m_minRatio;
    std::vector<Ranked> m_heap;
};

} // namespace twelvefold::statistics
