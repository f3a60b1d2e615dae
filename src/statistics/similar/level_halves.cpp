// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/level_halves.h"

#include "statistics/similar/level_bytes.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace twelvefold::statistics {
namespace {

constexpr std::size_t kMostHalfProfiles = 200'000;
constexpr std::size_t kLevelHalvesMostSteps = 2'500; // beyond, a tree is as quick

using level_bytes::joined;
using level_bytes::packed;

} // namespace

// What is asked, and what has been found so far.
struct LevelHalves::Query
{
    std::vector<std::int8_t> levels;
    const std::array<Buckets, 2>* buckets;
    std::uint32_t leftOut;
    std::array<std::uint64_t, 2> halves{}; // of the levels, packed
    std::size_t k;
    int most = 0;                  // the greatest length that is looked for
    std::vector<std::uint32_t> at; // how many were found at each length up to there
    std::size_t within = 0;        // at the lengths up to there

    struct Met
    {
        int length;
        std::uint32_t cell;
    };
    std::vector<Met> met;

    // Once there are enough children, those farther away are no longer wanted.
    void add(int length, std::uint32_t cell, std::uint32_t children)
    {
        met.push_back({length, cell});
        at[static_cast<std::size_t>(length)] += children;
        within += children;
        while (most > 0 && within - at[static_cast<std::size_t>(most)] >= k)
            within -= at[static_cast<std::size_t>(most--)];
    }
};

std::optional<LevelHalves> LevelHalves::build(const ProfileTable& table, const ProfileCells& cells,
                                              const ValueRange& range, Metric metric)
{
    if (!table.countsAlike() || !range.smallLevels() || table.domains < 2 || table.domains > 16)
        return std::nullopt;
    LevelHalves halves(cells, metric);
    if (!halves.layOut(range))
        return std::nullopt;
    for (Half& half : halves.m_halves)
        halves.enumerateSteps(half);
    halves.fill();
    return halves;
}

bool LevelHalves::layOut(const ValueRange& range)
{
    m_domains = range.least.size();
    m_least = range.least;
    m_halves[0].last = m_halves[1].first = m_domains / 2;
    m_halves[1].last = m_domains;
    for (Half& half : m_halves) {
        for (std::size_t d = half.first; d < half.last; ++d) {
            half.strides.push_back(static_cast<std::int32_t>(half.profiles));
            half.places.push_back(static_cast<std::int32_t>(range.greatest[d] - range.least[d]) +
                                  1);
            half.profiles *= static_cast<std::size_t>(half.places.back());
            if (half.profiles > kMostHalfProfiles)
                return false;
        }
    }
    return true;
}

// Every way from one profile of the half to another, by length, as far as the steps are few.
void LevelHalves::enumerateSteps(Half& half) const
{
    const std::size_t domains = half.last - half.first;
    std::vector<std::vector<std::vector<std::int8_t>>> byLength;
    const auto extend = [&](auto&& self, std::vector<std::int8_t>& steps, int sum, int most,
                            std::size_t& count) -> void {
        if (steps.size() == domains) {
            byLength[static_cast<std::size_t>(sum)].push_back(steps);
            ++count;
            return;
        }
        const int reach = half.places[steps.size()] - 1;
        for (int step = -reach; step <= reach && count <= kLevelHalvesMostSteps; ++step) {
            const int longer = joined(m_metric, sum, std::abs(step));
            if (longer > most)
                continue;
            steps.push_back(static_cast<std::int8_t>(step));
            self(self, steps, longer, most, count);
            steps.pop_back();
        }
    };
    for (int most = 0; most <= 24; ++most) {
        byLength.assign(static_cast<std::size_t>(most) + 1, {});
        std::vector<std::int8_t> steps;
        std::size_t count = 0;
        extend(extend, steps, 0, most, count);
        if (count > kLevelHalvesMostSteps)
            break;
        half.stepsUpTo.push_back(count);
        half.steps.clear();
        for (const auto& ofLength : byLength) {
            for (const auto& one : ofLength)
                half.steps.insert(half.steps.end(), one.begin(), one.end());
        }
    }
}

std::int32_t LevelHalves::number(const Half& half, const std::int8_t* levels) const
{
    std::int32_t number = 0;
    for (std::size_t d = half.first; d < half.last; ++d)
        number += half.strides[d - half.first] * levels[d];
    return number;
}

void LevelHalves::fill()
{
    std::vector<std::int8_t> levels(m_cells->size() * m_domains);
    std::map<std::int32_t, std::vector<std::uint32_t>> groups;
    for (std::size_t cell = 0; cell < m_cells->size(); ++cell) {
        for (std::size_t d = 0; d < m_domains; ++d)
            levels[cell * m_domains + d] =
                static_cast<std::int8_t>(m_cells->profile(cell)[d] - m_least[d]);
        groups[m_cells->group(cell)].push_back(static_cast<std::uint32_t>(cell));
    }
    for (const auto& [group, members] : groups) {
        for (std::size_t h = 0; h < m_halves.size(); ++h) {
            const Half& half = m_halves[h];
            Buckets& buckets = m_groups[group][h];
            buckets.first.assign(half.profiles + 1, 0);
            const auto numberOf = [&](std::uint32_t cell) {
                return static_cast<std::size_t>(number(half, levels.data() + cell * m_domains));
            };
            for (const std::uint32_t cell : members)
                ++buckets.first[numberOf(cell) + 1];
            std::partial_sum(buckets.first.begin(), buckets.first.end(), buckets.first.begin());
            std::vector<std::uint32_t> next(buckets.first);
            buckets.cells.resize(members.size());
            buckets.children.resize(members.size());
            buckets.others.resize(members.size());
            const Half& other = m_halves[1 - h];
            for (const std::uint32_t cell : members) {
                const std::uint32_t at = next[numberOf(cell)]++;
                buckets.cells[at] = cell;
                buckets.children[at] = static_cast<std::uint32_t>(m_cells->rows(cell).size());
                buckets.others[at] = packed(levels.data() + cell * m_domains + other.first,
                                            other.last - other.first);
            }
        }
    }
}

// Offers the children of the cells that are one step of one half away. Everybody is met through
// the half that is nearer, the first where both are as near: so nobody is met twice.
void LevelHalves::visit(Query& query, std::size_t h, std::size_t step, int length) const
{
    const Half& half = m_halves[h];
    const std::size_t domains = half.last - half.first;
    const std::int8_t* steps = half.steps.data() + step * domains;
    std::int32_t at = 0;
    for (std::size_t d = 0; d < domains; ++d) {
        const int level = query.levels[half.first + d] + steps[d];
        if (level < 0 || level >= half.places[d])
            return;
        at += half.strides[d] * level;
    }
    const Buckets& buckets = (*query.buckets)[h];
    const auto number = static_cast<std::size_t>(at);
    const std::uint64_t other = query.halves[1 - h];
    const int least = length + static_cast<int>(h);
    const int already = m_metric == Metric::max ? 0 : length;
    for (std::uint32_t i = buckets.first[number]; i < buckets.first[number + 1]; ++i) {
        const int otherLength = level_bytes::lengthBetween(m_metric, buckets.others[i], other);
        if (otherLength < least || already + otherLength > query.most)
            continue;
        // Only the same profile's cell can hold the child who asks.
        const std::uint32_t cell = buckets.cells[i];
        const bool own = already + otherLength == 0 &&
                         std::ranges::count(m_cells->rows(cell), query.leftOut) > 0;
        query.add(already + otherLength, cell, buckets.children[i] - (own ? 1 : 0));
    }
}

// The k nearest of the children in the cells that were met.
void LevelHalves::nearestFirst(const Query& query, std::vector<Near>& found) const
{
    for (const auto [length, cell] : query.met) {
        if (length > query.most)
            continue;
        const double distance = m_metric == Metric::euclidean ? std::sqrt(length) : length;
        for (const std::uint32_t row : m_cells->rows(cell)) {
            if (row != query.leftOut)
                found.push_back({distance, row});
        }
    }
    const auto last = found.begin() + static_cast<std::ptrdiff_t>(query.k);
    std::partial_sort(found.begin(), last, found.end());
    found.erase(last, found.end());
}

bool LevelHalves::nearest(const double* profile, std::int32_t group, std::size_t k,
                          std::uint32_t leftOut, std::vector<Near>& found) const
{
    found.clear();
    const auto buckets = m_groups.find(group);
    if (buckets == m_groups.end() || k == 0)
        return true;
    Query query{{}, &buckets->second, leftOut, {}, k, 0, {}, 0, {}};
    for (std::size_t d = 0; d < m_domains; ++d)
        query.levels.push_back(static_cast<std::int8_t>(profile[d] - m_least[d]));
    for (std::size_t h = 0; h < 2; ++h)
        query.halves[h] =
            packed(query.levels.data() + m_halves[h].first, m_halves[h].last - m_halves[h].first);
    const std::size_t reach = std::min(m_halves[0].stepsUpTo.size(), m_halves[1].stepsUpTo.size());
    const auto metUpTo = [this](std::size_t shell) {
        return static_cast<int>(m_metric == Metric::max ? shell : 2 * shell + 1);
    };
    query.most = reach > 0 ? metUpTo(reach - 1) : 0;
    query.at.assign(static_cast<std::size_t>(query.most) + 1, 0);
    // Shell by shell: halves up to a shell apart meet everybody up to about twice as far. Of those
    // who are met early some are near, and whoever is farther than them is no longer wanted.
    std::array<std::size_t, 2> step{};
    for (std::size_t shell = 0; shell < reach; ++shell) {
        for (std::size_t h = 0; h < 2; ++h) {
            for (; step[h] < m_halves[h].stepsUpTo[shell]; ++step[h])
                visit(query, h, step[h], static_cast<int>(shell));
        }
        if (query.within >= k && query.most <= metUpTo(shell)) {
            nearestFirst(query, found);
            return true;
        }
    }
    return false;
}

} // namespace twelvefold::statistics
