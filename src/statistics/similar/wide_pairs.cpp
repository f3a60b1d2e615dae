// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/wide_pairs.h"

#include "statistics/similar/shortlist.h"

#include <algorithm>
#include <span>

namespace twelvefold::statistics {
namespace {

struct Best : RankedPair
{
    std::uint32_t dear = 0, cheap = 0; // ranks
};

Best pairOf(const WidePairs& pairs, std::uint32_t dear, std::uint32_t cheap)
{
    return {
        RankedPair::of(pairs.rows[dear], pairs.rows[cheap], pairs.costs[dear] / pairs.costs[cheap]),
        dear, cheap};
}

// The ranks of those similar who cost so much less, cheapest first.
std::span<const std::uint32_t> partnersOf(const WidePairs& pairs, std::uint32_t dear)
{
    const WidePairs::List& list = pairs.lists[dear];
    return list.count == 0 ? std::span<const std::uint32_t>()
                           : std::span(pairs.stores[list.store]).subspan(list.first, list.count);
}

std::vector<Pair> listed(const WidePairs& pairs, const std::vector<Best>& best,
                         const ProfileTable& table, Metric metric)
{
    std::vector<Pair> result;
    for (const Best& own : best)
        result.push_back(
            table.pair(pairs.rows[own.dear], pairs.rows[own.cheap], own.ratio, metric));
    return result;
}

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

    // With the best of those who are free, if there is one.
    bool queue(std::uint32_t dear)
    {
        const auto partners = partnersOf(m_pairs, dear);
        std::uint32_t& at = m_passed[dear];
        while (at < partners.size() && m_taken[partners[at]] != 0)
            ++at;
        if (at == partners.size())
            return false;
        Best best = pairOf(m_pairs, dear, partners[at]);
        // Others may be as far apart, and come earlier by row.
        for (std::size_t next = at + 1; next < partners.size(); ++next) {
            const Best other = pairOf(m_pairs, dear, partners[next]);
            if (other.ratio < best.ratio)
                break;
            if (m_taken[partners[next]] == 0 && other < best)
                best = other;
        }
        m_waiting.push_back(best);
        return true;
    }

    const WidePairs& m_pairs;
    std::vector<std::uint8_t> m_taken;   // by rank
    std::vector<std::uint32_t> m_passed; // by rank: how many of its list are gone
    std::vector<Best> m_waiting;         // a heap, the best on top
};

} // namespace

std::vector<Pair> WidePairs::widest(const ProfileTable& table, Metric metric, std::size_t top) const
{
    if (top == 0)
        return {};
    Shortlist<Best> shortlist(top, 0);
    for (auto dear = static_cast<std::uint32_t>(lists.size()); dear-- > 0;) {
        for (const std::uint32_t cheap : partnersOf(*this, dear)) {
            const Best pair = pairOf(*this, dear, cheap);
            if (pair.ratio < shortlist.bar())
                break;
            if (shortlist.wants(pair))
                shortlist.add(pair);
        }
    }
    return listed(*this, shortlist.sorted(), table, metric);
}

std::vector<Pair> WidePairs::eachChildOnce(const ProfileTable& table, Metric metric) const
{
    return listed(*this, Greedy(*this).take(), table, metric);
}

} // namespace twelvefold::statistics
