// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/cell_matching.h"

#include "statistics/numbers/parallel.h"
#include "statistics/similar/profile_index.h"
#include "statistics/similar/profile_trie.h"
#include "statistics/similar/shortlist.h"

#include <algorithm>
#include <array>

namespace twelvefold::statistics {
namespace {

// Children are known by their rank in cost, equal costs by row. The best pair that a cell can still
// have is its dearest free child with the cheapest free one near it; whichever cell has the best of
// all gives the next pair.
class CellMatching
{
public:
    CellMatching(const ProfileTable& table, const Likeness& likeness, double minRatio)
        : m_table(table), m_likeness(likeness), m_minRatio(minRatio), m_rows(usableByCost(table)),
          m_cells(table, m_rows), m_range(rangeOf(m_cells)),
          m_trie(ProfileTrie::build(table, m_cells, m_range, likeness)),
          m_index(table, m_cells, m_range, likeness)
    {
        orderCells();
    }

    bool canMatch() const { return m_trie.has_value(); }

    std::vector<Pair> match(std::stop_token stop)
    {
        m_near.resize(m_cells.size());
        inTurns(m_trie->parts(), m_cells.size() < 1500 ? m_trie->parts() : 1, [&](auto& next) {
            ProfileTrie::Walk walk(*m_trie);
            std::vector<std::uint32_t> found;
            for (std::size_t part = next(); part < m_trie->parts() && !stop.stop_requested();
                 part = next())
                m_trie->join(walk, part, [&](std::size_t place, const auto& near) {
                    found.clear();
                    for (const ProfileTrie::Near& one : near)
                        found.push_back(m_trie->cellAt(one.place));
                    keepCheapest(m_near[m_trie->cellAt(place)], found);
                });
        });
        for (std::uint32_t cell = 0; cell < m_cells.size(); ++cell)
            queue(cell);
        return stop.stop_requested() ? std::vector<Pair>() : take();
    }

private:
    static constexpr std::uint32_t kNobody = 0xffffffffU;

    struct Best : RankedPair
    {
        std::uint32_t dear = 0, cheap = 0; // ranks
        std::uint32_t cell = 0;            // of the dear one
    };
    static bool later(const Best& a, const Best& b) { return b < a; }

    // Of the cells near one, those with the cheapest free children when they were last looked for.
    struct Near
    {
        static constexpr std::size_t kKept = 96;
        std::array<std::uint32_t, kKept> cells;
        std::uint32_t count = 0;
        std::uint32_t beyond = kNobody; // nobody free in the others has a lower rank
    };

    // The ranks of each cell, the cheapest first and the dearest first.
    void orderCells()
    {
        std::vector<std::uint32_t> rankOf(m_table.size());
        for (std::size_t rank = 0; rank < m_rows.size(); ++rank)
            rankOf[m_rows[rank]] = static_cast<std::uint32_t>(rank);
        m_taken.assign(m_rows.size(), 0);
        m_cellOf.resize(m_rows.size());
        m_first.push_back(0);
        for (std::uint32_t cell = 0; cell < m_cells.size(); ++cell) {
            for (const std::uint32_t row : m_cells.rows(cell)) {
                m_cheapest.push_back(rankOf[row]);
                m_cellOf[rankOf[row]] = cell;
            }
            m_first.push_back(static_cast<std::uint32_t>(m_cheapest.size()));
        }
        m_dearest = m_cheapest;
        for (std::size_t cell = 0; cell < m_cells.size(); ++cell)
            std::sort(m_dearest.begin() + m_first[cell], m_dearest.begin() + m_first[cell + 1],
                      [this](std::uint32_t a, std::uint32_t b) {
                          const double costA = costOf(a), costB = costOf(b);
                          return costA != costB ? costA > costB : a < b;
                      });
        m_nextCheap.assign(m_first.begin(), m_first.end() - 1);
        m_nextDear = m_nextCheap;
        for (const std::uint32_t first : m_nextCheap)
            m_free.push_back(m_cheapest[first]);
    }

    double costOf(std::uint32_t rank) const { return m_table.costs[m_rows[rank]]; }

    void keepCheapest(Near& near, std::vector<std::uint32_t>& found) const
    {
        const auto cheaper = [this](std::uint32_t a, std::uint32_t b) {
            return m_free[a] < m_free[b];
        };
        near.beyond = kNobody;
        if (found.size() > Near::kKept) {
            const auto kept = found.begin() + Near::kKept;
            std::nth_element(found.begin(), kept, found.end(), cheaper);
            near.beyond = m_free[*kept];
            found.erase(kept, found.end());
        }
        near.count = static_cast<std::uint32_t>(found.size());
        std::copy(found.begin(), found.end(), near.cells.begin());
    }

    std::uint32_t cheapestKept(const Near& near) const
    {
        std::uint32_t cheapest = kNobody;
        for (std::uint32_t i = 0; i < near.count; ++i)
            cheapest = std::min(cheapest, m_free[near.cells[i]]);
        return cheapest;
    }

    std::uint32_t dearestFree(std::uint32_t cell)
    {
        std::uint32_t& next = m_nextDear[cell];
        while (next < m_first[cell + 1] && m_taken[m_dearest[next]] != 0)
            ++next;
        return next < m_first[cell + 1] ? m_dearest[next] : kNobody;
    }

    bool isApart(double cost, std::uint32_t cheap) const
    {
        return cheap != kNobody && cost / costOf(cheap) >= m_minRatio;
    }

    // Adds the best pair that a cell can still have to those waiting, if there is one.
    bool queue(std::uint32_t cell)
    {
        const std::uint32_t dear = dearestFree(cell);
        if (dear == kNobody)
            return false;
        const double cost = costOf(dear);
        Near& near = m_near[cell];
        std::uint32_t cheap = cheapestKept(near);
        if (cheap >= near.beyond && isApart(cost, near.beyond)) {
            m_index.near(m_cells.profile(cell), m_cells.group(cell), {cost, m_minRatio}, m_found);
            keepCheapest(near, m_found);
            cheap = cheapestKept(near);
        }
        if (!isApart(cost, cheap))
            return false;
        m_waiting.push_back(
            {RankedPair::of(m_rows[dear], m_rows[cheap], cost / costOf(cheap)), dear, cheap, cell});
        std::push_heap(m_waiting.begin(), m_waiting.end(), later);
        return true;
    }

    std::vector<Pair> take()
    {
        std::vector<Pair> list;
        while (!m_waiting.empty()) {
            std::pop_heap(m_waiting.begin(), m_waiting.end(), later);
            const Best best = m_waiting.back();
            m_waiting.pop_back();
            if (m_taken[best.dear] == 0 && m_taken[best.cheap] == 0) {
                setTaken(best.dear);
                setTaken(best.cheap);
                list.push_back(m_table.pair(m_rows[best.dear], m_rows[best.cheap], best.ratio,
                                            m_likeness.metric));
            }
            queue(best.cell);
        }
        return list;
    }

    void setTaken(std::uint32_t rank)
    {
        m_taken[rank] = 1;
        const std::uint32_t cell = m_cellOf[rank];
        std::uint32_t& next = m_nextCheap[cell];
        while (next < m_first[cell + 1] && m_taken[m_cheapest[next]] != 0)
            ++next;
        m_free[cell] = next < m_first[cell + 1] ? m_cheapest[next] : kNobody;
    }

    const ProfileTable& m_table;
    Likeness m_likeness;
    double m_minRatio;
    std::vector<std::uint32_t> m_rows; // by rank
    ProfileCells m_cells;
    ValueRange m_range;
    std::optional<ProfileTrie> m_trie;
    ProfileIndex m_index;
    std::vector<std::uint8_t> m_taken;                  // by rank
    std::vector<std::uint32_t> m_cellOf;                // by rank
    std::vector<std::uint32_t> m_first;                 // of each cell in the next two, and the end
    std::vector<std::uint32_t> m_cheapest, m_dearest;   // ranks
    std::vector<std::uint32_t> m_nextCheap, m_nextDear; // by cell: nobody before is free
    std::vector<std::uint32_t> m_free;                  // by cell: the lowest rank that is free
    std::vector<Near> m_near;                           // by cell
    std::vector<std::uint32_t> m_found;
    std::vector<Best> m_waiting; // a heap, the best on top; of each cell one at most
};

} // namespace

std::optional<std::vector<Pair>> matchCells(const ProfileTable& table, const Likeness& likeness,
                                            double minRatio, std::stop_token stop)
{
    CellMatching matching(table, likeness, minRatio);
    if (!matching.canMatch())
        return std::nullopt;
    std::vector<Pair> pairs = matching.match(stop);
    if (stop.stop_requested())
        return std::nullopt;
    return pairs;
}

} // namespace twelvefold::statistics
