// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/similar/similar_need.h"

#include "analysis/similar/cost_tails.h"
#include "analysis/similar/profile_cells.h"
#include "analysis/similar/profile_index.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::analysis {
namespace {

// A pair by what orders it. Less means earlier in the list.
struct Ranked
{
    double ratio = 0;
    std::uint32_t earlier = 0, later = 0; // rows
    std::uint32_t dearer = 0;

    bool operator<(const Ranked& other) const
    {
        if (ratio != other.ratio)
            return ratio > other.ratio;
        return earlier != other.earlier ? earlier < other.earlier : later < other.later;
    }
};

Ranked ranked(std::uint32_t dearer, std::uint32_t cheaper, double ratio)
{
    return {ratio, std::min(dearer, cheaper), std::max(dearer, cheaper), dearer};
}

Pair pairOf(const ProfileTable& table, const Likeness& likeness, const Ranked& ranked)
{
    Pair pair;
    pair.a = ranked.dearer;
    pair.b = ranked.dearer == ranked.earlier ? ranked.later : ranked.earlier;
    pair.distance = distanceBetween(table.profile(pair.a), table.profile(pair.b), table.domains,
                                    table.weights, likeness.metric);
    pair.costA = table.costs[pair.a];
    pair.costB = table.costs[pair.b];
    pair.ratio = ranked.ratio;
    return pair;
}

// What one round compares: dear children, dearest first, with the cells of cheap ones.
struct Round
{
    std::vector<std::uint32_t> dear;
    ProfileCells cheap;
    ProfileIndex index;

    Round(const ProfileTable& table, const Likeness& likeness, std::vector<std::uint32_t> dearRows,
          std::span<const std::uint32_t> cheapByCost)
        : dear(std::move(dearRows)), cheap(table, cheapByCost),
          index(table, cheap, rangeOf(table, dear, cheapByCost), likeness)
    {
    }

    static ValueRange rangeOf(const ProfileTable& table, std::span<const std::uint32_t> dear,
                              std::span<const std::uint32_t> cheap)
    {
        ValueRange range(table.domains);
        for (const auto& rows : {dear, cheap}) {
            for (const std::uint32_t row : rows)
                range.include(table.profile(row));
        }
        return range;
    }
};

// Keeps the first `most` pairs in order, as a heap with the last of them on top.
class Shortlist
{
public:
    Shortlist(std::size_t most, double minRatio) : m_most(most), m_minRatio(minRatio) {}

    bool full() const { return m_heap.size() >= m_most; }
    // Below this ratio no pair can enter any more.
    double bar() const { return full() ? std::max(m_minRatio, m_heap.front().ratio) : m_minRatio; }
    bool offer(const Ranked& pair)
    {
        if (pair.ratio < m_minRatio || (full() && !(pair < m_heap.front())))
            return false;
        if (full()) {
            std::pop_heap(m_heap.begin(), m_heap.end());
            m_heap.pop_back();
        }
        m_heap.push_back(pair);
        std::push_heap(m_heap.begin(), m_heap.end());
        return true;
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

// Offers the pairs of one dear child with one cell.
void offerPairs(const ProfileTable& table, const ProfileCells& cells, std::uint32_t dear,
                std::uint32_t cell, Shortlist& shortlist)
{
    const double cost = table.costs[dear];
    const auto rows = cells.rows(cell);
    const auto costs = cells.costs(cell);
    for (std::size_t i = 0; i < rows.size() && costs[i] <= cost; ++i) {
        if (costs[i] == cost && rows[i] <= dear)
            continue; // the earlier of two that cost the same counts as the dearer
        // From here on pairs only come later in order: the first refusal is the last word.
        if (!shortlist.offer(ranked(dear, rows[i], cost / costs[i])))
            break;
    }
}

std::vector<Ranked> join(const ProfileTable& table, const Round& round, std::size_t top,
                         double minRatio)
{
    Shortlist shortlist(top, minRatio);
    if (round.cheap.size() == 0)
        return {};
    double lowest = round.cheap.lowestCost(0);
    for (std::size_t cell = 1; cell < round.cheap.size(); ++cell)
        lowest = std::min(lowest, round.cheap.lowestCost(cell));
    std::vector<std::uint32_t> found;
    for (const std::uint32_t dear : round.dear) {
        const Reach reach{table.costs[dear], shortlist.bar()};
        if (!reach.includes(lowest))
            break;
        round.index.near(table.profile(dear), table.group(dear), reach, found);
        for (const std::uint32_t cell : found)
            offerPairs(table, round.cheap, dear, cell, shortlist);
    }
    return shortlist.sorted();
}

// Takes pairs greedily, each child once. The best pair of a dear child is looked up when it can be
// next, and again when its partner has gone to another.
class Matching
{
public:
    Matching(const ProfileTable& table, const Round& round, double minRatio)
        : m_table(table), m_round(round), m_minRatio(minRatio), m_taken(table.size(), 0),
          m_firstFree(round.cheap.size(), 0)
    {
        for (std::size_t cell = 0; cell < round.cheap.size(); ++cell)
            m_lowest = std::min(m_lowest, round.cheap.lowestCost(cell));
    }

    std::vector<Ranked> take(std::size_t most)
    {
        std::vector<Ranked> list;
        while (list.size() < most) {
            admitThoseThatCouldBeNext();
            if (m_waiting.empty())
                break;
            std::pop_heap(m_waiting.begin(), m_waiting.end(), later);
            const Ranked best = m_waiting.back();
            m_waiting.pop_back();
            if (m_taken[best.dearer])
                continue;
            if (m_taken[best.earlier] || m_taken[best.later]) {
                admit(best.dearer);
                continue;
            }
            m_taken[best.earlier] = m_taken[best.later] = 1;
            list.push_back(best);
        }
        return list;
    }

private:
    static bool later(const Ranked& a, const Ranked& b) { return b < a; }

    void admitThoseThatCouldBeNext()
    {
        for (; m_next < m_round.dear.size(); ++m_next) {
            const std::uint32_t dear = m_round.dear[m_next];
            const double bound = m_table.costs[dear] / m_lowest;
            if (bound < m_minRatio || (!m_waiting.empty() && bound < m_waiting.front().ratio))
                break;
            admit(dear);
        }
    }

    // Queues a dear child with the best partner it can still have, if any.
    void admit(std::uint32_t dear)
    {
        if (m_taken[dear])
            return;
        Ranked best;
        const double cost = m_table.costs[dear];
        m_round.index.near(m_table.profile(dear), m_table.group(dear), {cost, m_minRatio}, m_found);
        for (const std::uint32_t cell : m_found) {
            const auto rows = m_round.cheap.rows(cell);
            const auto costs = m_round.cheap.costs(cell);
            std::size_t& first = m_firstFree[cell];
            while (first < rows.size() && m_taken[rows[first]])
                ++first;
            std::size_t at = first;
            while (at < rows.size() && (m_taken[rows[at]] || rows[at] == dear))
                ++at;
            if (at == rows.size() || costs[at] > cost)
                continue;
            Ranked candidate = ranked(dear, rows[at], cost / costs[at]);
            if (candidate.ratio >= m_minRatio && (best.ratio == 0 || candidate < best))
                best = candidate;
        }
        if (best.ratio == 0)
            return;
        m_waiting.push_back(best);
        std::push_heap(m_waiting.begin(), m_waiting.end(), later);
    }

    const ProfileTable& m_table;
    const Round& m_round;
    double m_minRatio;
    double m_lowest = std::numeric_limits<double>::infinity();
    std::vector<std::uint8_t> m_taken;    // by row
    std::vector<std::size_t> m_firstFree; // by cell: nobody before it is free
    std::vector<Ranked> m_waiting;        // a heap, the best on top
    std::vector<std::uint32_t> m_found;
    std::size_t m_next = 0;
};

std::vector<Ranked> match(const ProfileTable& table, const Round& round, std::size_t top,
                          double minRatio)
{
    if (round.cheap.size() == 0)
        return {};
    std::vector<Ranked> list = Matching(table, round, minRatio).take(top);
    // Where both cost the same, the earlier row counts as the dearer, whoever was looked up.
    for (Ranked& pair : list) {
        if (table.costs[pair.earlier] == table.costs[pair.later])
            pair.dearer = pair.earlier;
    }
    return list;
}

using Method = std::vector<Ranked> (*)(const ProfileTable&, const Round&, std::size_t, double);

// Two rounds. The first joins the dearest few thousand children with the cheapest: as many pairs as
// are `enough` set a bar, the ratio of the last. No pair at or above that bar can have a child who
// is not dear or cheap enough to reach it from the other end of the cohort, so the second round
// leaves everybody else out. Widened until there are enough, or everybody is in.
std::vector<Pair> inTwoRounds(const ProfileTable& table, const Likeness& likeness, Method method,
                              std::size_t top, std::size_t enough, double minRatio)
{
    const CostTails tails(table);
    std::vector<Ranked> list;
    for (std::size_t width = std::max<std::size_t>(4096, 16 * std::min(enough, table.size()));;
         width *= 8) {
        const CostTails::Bounds first = tails.outermost(width);
        const Round round(table, likeness, tails.dear(first), tails.cheap(first));
        if (first.everybody) {
            list = method(table, round, top, minRatio);
            break;
        }
        list = method(table, round, enough, minRatio);
        if (list.size() < enough)
            continue;
        const CostTails::Bounds second = tails.within(list.back().ratio);
        const Round last(table, likeness, tails.dear(second), tails.cheap(second));
        list = method(table, last, top, list.back().ratio);
        break;
    }
    std::vector<Pair> pairs;
    pairs.reserve(list.size());
    for (const Ranked& entry : list)
        pairs.push_back(pairOf(table, likeness, entry));
    return pairs;
}

} // namespace

bool ProfileTable::usable(std::size_t row) const
{
    // A sum of products with zero is zero, unless one of the values is not finite.
    double notFinite = 0;
    for (std::size_t d = 0; d < domains; ++d)
        notFinite += profile(row)[d] * 0;
    return costs[row] > 0 && std::isfinite(costs[row]) && group(row) >= 0 && notFinite == 0;
}

double distanceBetween(const double* a, const double* b, std::size_t domains,
                       std::span<const double> weights, Metric metric)
{
    double sum = 0;
    for (std::size_t d = 0; d < domains; ++d) {
        const double difference = std::abs(a[d] - b[d]) * (weights.empty() ? 1 : weights[d]);
        if (metric == Metric::l1)
            sum += difference;
        else if (metric == Metric::euclidean)
            sum += difference * difference;
        else
            sum = std::max(sum, difference);
    }
    return metric == Metric::euclidean ? std::sqrt(sum) : sum;
}

std::vector<Pair> widestPairs(const ProfileTable& table, const Likeness& likeness, std::size_t top,
                              double minRatio)
{
    if (top == 0)
        return {};
    return inTwoRounds(table, likeness, join, top, top, minRatio);
}

std::vector<Pair> widestPairsEachChildOnce(const ProfileTable& table, const Likeness& likeness,
                                           std::size_t top, double minRatio)
{
    if (top == 0)
        return {};
    // A greedy list of pairs above some ratio is at least half as long as any other list of such
    // pairs with each child once: so 2k pairs in the first round promise k at their bar or above.
    const std::size_t enough = top > table.size() ? kAllPairs : 2 * top;
    return inTwoRounds(table, likeness, match, top, enough, minRatio);
}

} // namespace twelvefold::analysis
