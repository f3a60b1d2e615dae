// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/surroundings.h"

#include "statistics/numbers/parallel.h"
#include "statistics/similar/profile_trie.h"
#include "statistics/similar/rank_pick.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace twelvefold::statistics {
namespace {

// How many of the cheapest cost no more than each child, divided by the ratio: by the child's rank.
std::vector<std::uint32_t> reachOf(double ratio, const std::vector<double>& rising)
{
    std::vector<std::uint32_t> reach(rising.size());
    std::uint32_t qualify = 0;
    for (std::size_t rank = 0; rank < rising.size(); ++rank) {
        while (qualify < rising.size() && rising[rank] / rising[qualify] >= ratio)
            ++qualify;
        reach[rank] = qualify;
    }
    return reach;
}

// Everything is known by a child's rank in cost (ties by row), which tells children apart.
class Surroundings
{
public:
    Surroundings(const ProfileTable& table, const Likeness& likeness,
                 std::span<const double> ratios, Surround what)
        : m_table(table), m_likeness(likeness), m_what(what), m_rows(usableByCost(table)),
          m_cells(table, m_rows), m_range(rangeOf(m_cells)),
          m_trie(ProfileTrie::build(table, m_cells, m_range, likeness))
    {
        if (!m_trie || what.comparators)
            m_index.emplace(table, m_cells, m_range, likeness,
                            !what.comparators ? ProfileIndex::Use::nearOnly
                            : m_trie          ? ProfileIndex::Use::nearestOnly
                                              : ProfileIndex::Use::nearAndNearest);
        for (const std::uint32_t row : m_rows)
            m_costs.push_back(table.costs[row]);
        for (const double ratio : ratios) {
            // Everybody is once as dear as anybody: those pairs are counted without looking.
            m_reach.push_back(ratio > 1 ? reachOf(ratio, m_costs) : std::vector<std::uint32_t>());
        }
        if (what.wideFrom > 1)
            m_wide = reachOf(what.wideFrom, m_costs);
        orderRanks();
    }

    AllAround look(const std::function<void(std::size_t, const Comparators&)>& take,
                   std::stop_token stop)
    {
        AllAround all;
        PairCounts& total = all.counts;
        total.children = m_rows.size();
        total.atLeast.assign(m_reach.size(), 0);
        WidePairs wide;
        if (!m_wide.empty())
            wide.lists.resize(m_rows.size());
        std::mutex adding;
        const std::size_t parts = m_trie ? m_trie->parts() : (m_cells.size() + kPart - 1) / kPart;
        const std::size_t worthAThread = m_cells.size() < 1500 ? parts : 1;
        inTurns(parts, worthAThread, [&](auto& next) {
            Work work(*this, take, wide.lists);
            for (std::size_t part = next(); part < parts && !stop.stop_requested(); part = next())
                work.onPart(part);
            const std::lock_guard lock(adding);
            total.pairs += work.counts.pairs;
            for (std::size_t i = 0; i < m_reach.size(); ++i)
                total.atLeast[i] += work.counts.atLeast[i];
            for (const std::uint32_t rank : work.withList)
                wide.lists[rank].store = static_cast<std::uint32_t>(wide.stores.size());
            wide.stores.push_back(std::move(work.store));
        });
        total.pairs /= 2; // each was met from both sides
        for (std::size_t i = 0; i < m_reach.size(); ++i)
            total.atLeast[i] = m_reach[i].empty() ? total.pairs : total.atLeast[i];
        if (!m_wide.empty() && m_wideListed <= kMostWide) {
            wide.rows = std::move(m_rows);
            wide.costs = std::move(m_costs);
            all.wide = std::move(wide);
        }
        return all;
    }

private:
    static constexpr std::size_t kPart = 256;            // cells, where there is no trie
    static constexpr std::size_t kMostWide = 10'000'000; // pairs

    // Ranks by place, so that neighbours' ranks lie close together.
    void orderRanks()
    {
        std::vector<std::uint32_t> rankOf(m_table.size());
        for (std::size_t rank = 0; rank < m_rows.size(); ++rank)
            rankOf[m_rows[rank]] = static_cast<std::uint32_t>(rank);
        m_first.push_back(0);
        for (std::size_t place = 0; place < m_cells.size(); ++place) {
            for (const std::uint32_t row : m_cells.rows(cellAt(place)))
                m_ranks.push_back(rankOf[row]);
            m_first.push_back(static_cast<std::uint32_t>(m_ranks.size()));
        }
    }
    std::size_t cellAt(std::size_t place) const { return m_trie ? m_trie->cellAt(place) : place; }
    std::span<const std::uint32_t> ranksAt(std::size_t place) const
    {
        return std::span(m_ranks).subspan(m_first[place], m_first[place + 1] - m_first[place]);
    }

    // One thread's.
    class Work
    {
    public:
        Work(Surroundings& all, const std::function<void(std::size_t, const Comparators&)>& take,
             std::vector<WidePairs::List>& lists)
            : m_all(all), m_take(take), m_lists(lists), m_pick(all.m_rows.size())
        {
            counts.atLeast.assign(all.m_reach.size(), 0);
            if (all.m_trie)
                m_walk.emplace(*all.m_trie);
        }
        PairCounts counts;
        std::vector<std::uint32_t> store;    // of wide pairs
        std::vector<std::uint32_t> withList; // the ranks whose lists are in it

        void onPart(std::size_t part)
        {
            if (m_all.m_trie) {
                m_all.m_trie->join(*m_walk, part,
                                   [&](std::size_t place, std::span<const ProfileTrie::Near> near) {
                                       m_near.clear();
                                       m_ranks.clear();
                                       for (const ProfileTrie::Near& one : near)
                                           add(one.place);
                                       onPlace(place);
                                   });
                return;
            }
            const std::size_t end = std::min((part + 1) * kPart, m_all.m_cells.size());
            for (std::size_t place = part * kPart; place < end; ++place) {
                m_all.m_index->near(m_all.m_cells.profile(place), m_all.m_cells.group(place), {},
                                    m_found);
                m_near.clear();
                m_ranks.clear();
                for (const std::uint32_t one : m_found)
                    add(one);
                onPlace(place);
            }
        }

    private:
        void add(std::uint32_t place)
        {
            if (m_all.m_what.listed)
                m_near.push_back(place);
            const std::uint32_t* ranks = m_all.m_ranks.data();
            for (std::uint32_t i = m_all.m_first[place]; i < m_all.m_first[place + 1]; ++i)
                m_ranks.push_back(ranks[i]);
        }

        void onPlace(std::size_t place)
        {
            const auto own = m_all.ranksAt(place);
            counts.pairs += own.size() * (m_ranks.size() - 1);
            m_pick.take(m_ranks, own.size() * 11);
            for (const std::uint32_t rank : own) {
                for (std::size_t i = 0; i < m_all.m_reach.size(); ++i)
                    counts.atLeast[i] +=
                        m_all.m_reach[i].empty() ? 0 : m_pick.below(m_all.m_reach[i][rank]);
                if (!m_all.m_wide.empty() && m_all.m_wide[rank] > 0)
                    listWide(rank);
                if (m_all.m_what.comparators)
                    tell(place, rank);
            }
        }

        void listWide(std::uint32_t rank)
        {
            if (m_all.m_wideListed > kMostWide)
                return;
            const std::size_t first = store.size();
            m_pick.appendBelow(m_all.m_wide[rank], store);
            const std::size_t count = store.size() - first;
            if (count == 0)
                return;
            m_all.m_wideListed += count;
            m_lists[rank] = {0, static_cast<std::uint32_t>(first),
                             static_cast<std::uint32_t>(count)};
            withList.push_back(rank);
        }

        void tell(std::size_t place, std::uint32_t rank)
        {
            Comparators result;
            if (m_ranks.size() > ComparatorSearch::kEnough) { // one of them is the child
                result.count = m_ranks.size() - 1;
                result.costs = quartilesWithout(rank);
                if (m_all.m_what.listed)
                    list(place, rank, result.nearestFirst);
            } else {
                nearestInstead(place, rank, result);
            }
            m_take(m_all.m_rows[rank], result);
        }

        // Quartiles as in descriptive.h, of all costs but the child's own.
        Quartiles quartilesWithout(std::uint32_t rank)
        {
            const std::size_t leftOut = m_pick.below(rank);
            const std::size_t last = m_pick.size() - 2;
            const auto between = [&](double p) {
                const double place = p * static_cast<double>(last);
                const auto below = static_cast<std::size_t>(place);
                const auto cost = [&](std::size_t i) {
                    return m_all.m_costs[m_pick.at(i < leftOut ? i : i + 1)];
                };
                const double share = place - static_cast<double>(below);
                return share == 0 ? cost(below)
                                  : (1 - share) * cost(below) + share * cost(below + 1);
            };
            return {between(0.25), between(0.5), between(0.75)};
        }

        void list(std::size_t place, std::uint32_t rank, std::vector<Near>& nearest) const
        {
            const ProfileTable& table = m_all.m_table;
            const double* profile = m_all.m_cells.profile(m_all.cellAt(place));
            nearest.reserve(m_ranks.size());
            for (const std::uint32_t one : m_near) {
                const double distance =
                    distanceBetween(profile, m_all.m_cells.profile(m_all.cellAt(one)),
                                    table.domains, table.weights, m_all.m_likeness.metric);
                for (const std::uint32_t other : m_all.ranksAt(one)) {
                    if (other != rank)
                        nearest.push_back({distance, m_all.m_rows[other]});
                }
            }
            std::sort(nearest.begin(), nearest.end());
        }

        void nearestInstead(std::size_t place, std::uint32_t rank, Comparators& result)
        {
            const std::size_t cell = m_all.cellAt(place);
            m_all.m_index->nearest(m_all.m_cells.profile(cell), m_all.m_cells.group(cell),
                                   ComparatorSearch::kInstead, m_all.m_rows[rank], m_nearest);
            result.nearestInstead = !m_nearest.empty();
            result.count = m_nearest.size();
            std::vector<double> costs;
            for (const Near& near : m_nearest)
                costs.push_back(m_all.m_table.costs[near.row]);
            if (const auto found = quartiles(costs))
                result.costs = *found;
            if (m_all.m_what.listed)
                result.nearestFirst = m_nearest;
        }

        Surroundings& m_all;
        const std::function<void(std::size_t, const Comparators&)>& m_take;
        std::vector<WidePairs::List>& m_lists; // by rank: each is one thread's alone
        std::optional<ProfileTrie::Walk> m_walk;
        std::vector<std::uint32_t> m_found;
        std::vector<std::uint32_t> m_near;  // places, where they are to be listed
        std::vector<std::uint32_t> m_ranks; // of all the children there
        RankPick m_pick;
        std::vector<Near> m_nearest;
    };

    const ProfileTable& m_table;
    Likeness m_likeness;
    Surround m_what;
    std::vector<std::uint32_t> m_rows; // by rank
    ProfileCells m_cells;
    ValueRange m_range;
    std::optional<ProfileTrie> m_trie;
    std::optional<ProfileIndex> m_index;
    std::vector<double> m_costs;                     // by rank
    std::vector<std::vector<std::uint32_t>> m_reach; // by ratio, then by rank
    std::vector<std::uint32_t> m_wide;               // as m_reach, of the pairs to list
    std::atomic<std::size_t> m_wideListed = 0;
    std::vector<std::uint32_t> m_first, m_ranks; // by place
};

} // namespace

AllAround surround(const ProfileTable& table, const Likeness& likeness,
                   std::span<const double> ratios, Surround what,
                   const std::function<void(std::size_t, const Comparators&)>& take,
                   std::stop_token stop)
{
    return Surroundings(table, likeness, ratios, what).look(take, stop);
}

PairCounts countPairs(const ProfileTable& table, const Likeness& likeness,
                      std::span<const double> ratios, std::stop_token stop)
{
    return surround(table, likeness, ratios, {.comparators = false}, {}, stop).counts;
}

} // namespace twelvefold::statistics
