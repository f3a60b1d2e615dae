// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/similar/wide_pairs.h"

#include <algorithm>
#include <span>

namespace twelvefold::analysis {
namespace {

// The best pair that a dear child can still be in. Less means earlier in the list.
struct Best
{
    double ratio = 0;
    std::uint32_t earlier = 0, later = 0; // rows
    std::uint32_t dear = 0, cheap = 0;    // ranks

    bool operator<(const Best& other) const
    {
        if (ratio != other.ratio)
            return ratio > other.ratio;
        return earlier != other.earlier ? earlier < other.earlier : later < other.later;
    }
};

class Greedy
{
public:
    explicit Greedy(const WidePairs& pairs)
        : m_pairs(pairs), m_taken(pairs.rows.size(), 0), m_passed(pairs.rows.size(), 0)
    {
    }

    std::vector<Best> take()
    {
        for (std::uint32_t rank = 0; rank < m_pairs.lists.size(); ++rank)
            queue(rank);
        std::make_heap(m_waiting.begin(), m_waiting.end(), later);
        std::vector<Best> list;
        while (!m_waiting.empty()) {
            std::pop_heap(m_waiting.begin(), m_waiting.end(), later);
            const Best best = m_waiting.back();
            m_waiting.pop_back();
            if (m_taken[best.dear] != 0)
                continue;
            if (m_taken[best.cheap] != 0) {
                if (queue(best.dear))
                    std::push_heap(m_waiting.begin(), m_waiting.end(), later);
                continue;
            }
            m_taken[best.dear] = m_taken[best.cheap] = 1;
            list.push_back(best);
        }
        return list;
    }

private:
    static bool later(const Best& a, const Best& b) { return b < a; }

    Best pairOf(std::uint32_t dear, std::uint32_t cheap) const
    {
        const std::uint32_t a = m_pairs.rows[dear], b = m_pairs.rows[cheap];
        return {m_pairs.costs[dear] / m_pairs.costs[cheap], std::min(a, b), std::max(a, b), dear,
                cheap};
    }

    // With the best of those who are free, if there is one.
    bool queue(std::uint32_t dear)
    {
        const WidePairs::List& list = m_pairs.lists[dear];
        const auto partners =
            std::span(m_pairs.stores.empty() ? m_none : m_pairs.stores[list.store])
                .subspan(list.first, list.count);
        std::uint32_t& at = m_passed[dear];
        while (at < partners.size() && m_taken[partners[at]] != 0)
            ++at;
        if (at == partners.size())
            return false;
        Best best = pairOf(dear, partners[at]);
        // Others may be as far apart, and come earlier by row.
        for (std::size_t next = at + 1; next < partners.size(); ++next) {
            const Best other = pairOf(dear, partners[next]);
            if (other.ratio < best.ratio)
                break;
            if (m_taken[partners[next]] == 0 && other < best)
                best = other;
        }
        m_waiting.push_back(best);
        return true;
    }

    const WidePairs& m_pairs;
    const std::vector<std::uint32_t> m_none;
    std::vector<std::uint8_t> m_taken;   // by rank
    std::vector<std::uint32_t> m_passed; // by rank: how many of its list are gone
    std::vector<Best> m_waiting;         // a heap, the best on top
};

} // namespace

std::vector<Pair> WidePairs::eachChildOnce(const ProfileTable& table, Metric metric) const
{
    std::vector<Pair> result;
    for (const Best& best : Greedy(*this).take()) {
        Pair pair;
        pair.a = rows[best.dear];
        pair.b = rows[best.cheap];
        pair.distance = distanceBetween(table.profile(pair.a), table.profile(pair.b), table.domains,
                                        table.weights, metric);
        pair.costA = costs[best.dear];
        pair.costB = costs[best.cheap];
        pair.ratio = best.ratio;
        result.push_back(pair);
    }
    return result;
}

} // namespace twelvefold::analysis
