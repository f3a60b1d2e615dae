// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/similar_need.h"

#include "statistics/similar/level_bytes.h"
#include "statistics/similar/pair_round.h"
#include "statistics/similar/shortlist.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::statistics {
namespace {

struct PairRanked : RankedPair
{
    std::uint32_t dearer = 0;
};

PairRanked rankedPair(std::uint32_t dearer, std::uint32_t cheaper, double ratio)
{
    return {RankedPair::of(dearer, cheaper, ratio), dearer};
}

Pair pairOf(const ProfileTable& table, const Likeness& likeness, const PairRanked& ranked)
{
    return table.pair(ranked.dearer,
                      ranked.dearer == ranked.earlier ? ranked.later : ranked.earlier, ranked.ratio,
                      likeness.metric);
}

double lowestCost(const CellRows& cells)
{
    double lowest = std::numeric_limits<double>::infinity();
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
        lowest = std::min(lowest, cells.lowestCost(cell));
    return lowest;
}

// Offers the pairs of one dear child, by position, with one cell.
void offerPairs(const PairRound& round, std::size_t position, PairRound::Found found,
                Shortlist<PairRanked>& shortlist)
{
    const std::uint32_t dear = round.dear()[position];
    const double cost = round.dearCosts()[position];
    const auto rows = round.cheap().rows(found.cell);
    const auto costs = round.cheap().costs(found.cell);
    for (std::size_t i = 0; i < rows.size() && costs[i] <= cost; ++i) {
        if (costs[i] == cost && rows[i] <= dear)
            continue; // the earlier of two that cost the same counts as the dearer
        const PairRanked pair = rankedPair(dear, rows[i], cost / costs[i]);
        // From here on pairs only come later in order: the first refusal is the last word.
        if (!shortlist.wants(pair))
            break;
        if (round.confirms(position, found, rows[i]))
            shortlist.add(pair);
    }
}

std::vector<PairRanked> join(const ProfileTable&, const PairRound& round, std::size_t top,
                             double minRatio)
{
    Shortlist<PairRanked> shortlist(top, minRatio);
    const double lowest = lowestCost(round.cheap());
    std::vector<PairRound::Found> found;
    for (std::size_t position = 0; position < round.dear().size(); ++position) {
        const Reach reach{round.dearCosts()[position], shortlist.bar()};
        if (!reach.includes(lowest))
            break;
        round.near(position, reach, found);
        for (const PairRound::Found one : found)
            offerPairs(round, position, one, shortlist);
    }
    return shortlist.sorted();
}

// Takes pairs greedily, each child once. The best pair of a dear child is looked up when it can be
// next, and again when its partner has gone to another.
class Matching
{
public:
    Matching(const ProfileTable& table, const PairRound& round, double minRatio)
        : m_round(round), m_minRatio(minRatio), m_lowest(lowestCost(round.cheap())),
          m_taken(table.size(), 0), m_firstFree(round.cheap().size(), 0)
    {
    }

    std::vector<PairRanked> take(std::size_t most)
    {
        std::vector<PairRanked> list;
        while (list.size() < most) {
            admitThoseThatCouldBeNext();
            if (m_waiting.empty())
                break;
            std::pop_heap(m_waiting.begin(), m_waiting.end(), later);
            const auto [best, position] = m_waiting.back();
            m_waiting.pop_back();
            if (m_taken[best.dearer])
                continue;
            if (m_taken[best.earlier] || m_taken[best.later]) {
                admit(position);
                continue;
            }
            m_taken[best.earlier] = m_taken[best.later] = 1;
            list.push_back(best);
        }
        return list;
    }

private:
    struct Waiting
    {
        PairRanked best;
        std::size_t position; // of the dear child
    };
    static bool later(const Waiting& a, const Waiting& b) { return b.best < a.best; }

    void admitThoseThatCouldBeNext()
    {
        for (; m_next < m_round.dear().size(); ++m_next) {
            const double bound = m_round.dearCosts()[m_next] / m_lowest;
            if (bound < m_minRatio || (!m_waiting.empty() && bound < m_waiting.front().best.ratio))
                break;
            admit(m_next);
        }
    }

    // Queues a dear child with the best partner it can still have, if any.
    void admit(std::size_t position)
    {
        const std::uint32_t dear = m_round.dear()[position];
        if (m_taken[dear])
            return;
        PairRanked best;
        const double cost = m_round.dearCosts()[position];
        m_round.near(position, {cost, m_minRatio}, m_found);
        // The cells with the cheapest first: soon none can have a better partner.
        std::ranges::sort(m_found, {}, &PairRound::Found::lowest);
        for (const PairRound::Found found : m_found) {
            if (best.ratio > 0 && cost / found.lowest < best.ratio)
                break;
            offerBest(position, found, best);
        }
        if (best.ratio == 0)
            return;
        m_waiting.push_back({best, position});
        std::push_heap(m_waiting.begin(), m_waiting.end(), later);
    }

    // Replaces the best by the first of a cell who is free, if that is better.
    void offerBest(std::size_t position, PairRound::Found found, PairRanked& best)
    {
        const std::uint32_t dear = m_round.dear()[position];
        const double cost = m_round.dearCosts()[position];
        const auto rows = m_round.cheap().rows(found.cell);
        const auto costs = m_round.cheap().costs(found.cell);
        std::size_t& first = m_firstFree[found.cell];
        while (first < rows.size() && m_taken[rows[first]])
            ++first;
        for (std::size_t at = first; at < rows.size() && costs[at] <= cost; ++at) {
            if (m_taken[rows[at]] || rows[at] == dear)
                continue;
            const PairRanked candidate = rankedPair(dear, rows[at], cost / costs[at]);
            // From here on they only come later in order.
            if (candidate.ratio < m_minRatio || (best.ratio > 0 && !(candidate < best)))
                return;
            if (m_round.confirms(position, found, rows[at])) {
                best = candidate;
                return;
            }
        }
    }

    const PairRound& m_round;
    double m_minRatio;
    double m_lowest;
    std::vector<std::uint8_t> m_taken;    // by row
    std::vector<std::size_t> m_firstFree; // by cell: nobody before it is free
    std::vector<Waiting> m_waiting;       // a heap, the best on top
    std::vector<PairRound::Found> m_found;
    std::size_t m_next = 0;
};

std::vector<PairRanked> match(const ProfileTable& table, const PairRound& round, std::size_t top,
                              double minRatio)
{
    std::vector<PairRanked> list = Matching(table, round, minRatio).take(top);
    // Where both cost the same, the earlier row counts as the dearer, whoever was looked up.
    for (PairRanked& pair : list) {
        if (table.costs[pair.earlier] == table.costs[pair.later])
            pair.dearer = pair.earlier;
    }
    return list;
}

using Method = std::vector<PairRanked> (*)(const ProfileTable&, const PairRound&, std::size_t,
                                           double);

// Two rounds. The first joins the dearest few thousand children with the cheapest: when there are
// as many pairs as asked for, the ratio of the last is a bar. No pair at or above that bar can have
// a child who is not dear or cheap enough to reach it from the other end of the cohort, so the
// second round leaves everybody else out. Widened until either has enough, or everybody is in: the
// second can have fewer than the first with each child once, where a pair found only now takes both
// its children from others.
std::vector<Pair> inTwoRounds(const ProfileTable& table, const Likeness& likeness, Method method,
                              std::size_t top, double minRatio)
{
    std::vector<PairRanked> list;
    // A sixty-fourth is wide enough for a good bar, and soon done beside reading all costs.
    for (std::size_t width =
             std::max<std::size_t>({4096, table.size() / 64, 16 * std::min(top, table.size())});
         ; width *= 8) {
        const CostTails outermost = CostTails::outermost(table, width);
        list = method(table, *PairRound::make(table, likeness, outermost), top, minRatio);
        if (outermost.everybody)
            break;
        if (list.size() < top)
            continue;
        const double bar = list.back().ratio;
        const CostTails within = CostTails::within(table, bar, outermost.highest, outermost.lowest);
        list = method(table, *PairRound::make(table, likeness, within), top, bar);
        if (list.size() == top)
            break;
    }
    std::vector<Pair> pairs;
    pairs.reserve(list.size());
    for (const PairRanked& entry : list)
        pairs.push_back(pairOf(table, likeness, entry));
    return pairs;
}

} // namespace

bool ProfileTable::countsAlike() const
{
    return std::ranges::all_of(weights, [](double weight) { return weight == 1; });
}

Pair ProfileTable::pair(std::size_t dearer, std::size_t cheaper, double ratio, Metric metric) const
{
    return {dearer,
            cheaper,
            distanceBetween(profile(dearer), profile(cheaper), domains, weights, metric),
            costs[dearer],
            costs[cheaper],
            ratio};
}

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
        sum = level_bytes::joined(metric, sum, difference);
    }
    return metric == Metric::euclidean ? std::sqrt(sum) : sum;
}

std::vector<Pair> widestPairs(const ProfileTable& table, const Likeness& likeness, std::size_t top,
                              double minRatio)
{
    if (top == 0)
        return {};
    return inTwoRounds(table, likeness, join, top, minRatio);
}

std::vector<Pair> widestPairsEachChildOnce(const ProfileTable& table, const Likeness& likeness,
                                           std::size_t top, double minRatio)
{
    if (top == 0)
        return {};
    return inTwoRounds(table, likeness, match, top, minRatio);
}

} // namespace twelvefold::statistics
