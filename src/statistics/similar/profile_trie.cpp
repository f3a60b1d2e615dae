// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/profile_trie.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace twelvefold::statistics {
namespace {

constexpr std::size_t kProfileTrieMostDomains = 16;
constexpr std::size_t kPartLayer = 4;

// Levels of four bits each, the first domain highest: numbers in the order of the profiles.
struct Key
{
    std::int32_t group = 0;
    std::uint64_t levels = 0;
    std::uint32_t cell = 0;
    auto operator<=>(const Key&) const = default;
};

std::vector<Key> sortedKeys(const ProfileCells& cells, const ValueRange& range)
{
    const std::size_t domains = cells.domains();
    std::vector<Key> keys(cells.size());
    for (std::size_t cell = 0; cell < keys.size(); ++cell) {
        keys[cell] = {cells.group(cell), 0, static_cast<std::uint32_t>(cell)};
        const double* profile = cells.profile(cell);
        for (std::size_t d = 0; d < domains; ++d)
            keys[cell].levels =
                keys[cell].levels << 4U | static_cast<std::uint64_t>(profile[d] - range.least[d]);
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

// The greatest whole length that a tolerance includes, at most 16 domains of 16 levels apart.
std::int32_t greatestLength(const Likeness& likeness)
{
    std::int32_t length = 0;
    const auto distance = [&](std::int32_t whole) {
        return likeness.metric == Metric::euclidean ? std::sqrt(static_cast<double>(whole))
                                                    : static_cast<double>(whole);
    };
    while (length < 4096 && likeness.includes(distance(length + 1)))
        ++length;
    return length;
}

template<class Joined>
std::size_t childrenNear(std::span<const ProfileTrie::Near> near, std::int32_t most, int level,
                         const std::vector<std::uint32_t>& first,
                         const std::vector<std::int8_t>& levels, ProfileTrie::Near* below,
                         const Joined& joined)
{
    std::size_t count = 0;
    for (const ProfileTrie::Near& node : near) {
        const std::uint32_t end = first[node.place + 1];
        for (std::uint32_t child = first[node.place]; child < end; ++child) {
            const std::int32_t length = joined(node.length, std::abs(level - levels[child]));
            below[count] = {child, length};
            count += length <= most ? 1 : 0;
        }
    }
    return count;
}

} // namespace

std::optional<ProfileTrie> ProfileTrie::build(const ProfileTable& table, const ProfileCells& cells,
                                              const ValueRange& range, const Likeness& likeness)
{
    const std::size_t domains = table.domains;
    if (!table.countsAlike() || !range.smallLevels() || domains > kProfileTrieMostDomains ||
        cells.size() == 0)
        return std::nullopt;
    ProfileTrie trie;
    trie.m_metric = likeness.metric;
    trie.m_most = greatestLength(likeness);
    trie.m_partLayer = std::min(kPartLayer, domains);
    trie.m_level.resize(domains + 1);
    trie.m_first.resize(domains);
    const std::vector<Key> keys = sortedKeys(cells, range);
    for (std::size_t place = 0; place < keys.size(); ++place) {
        const Key& key = keys[place];
        trie.m_cells.push_back(key.cell);
        // The first layer in which this profile parts from the one before.
        std::size_t apart = 0;
        if (place > 0 && keys[place - 1].group == key.group) {
            apart = 1;
            while (apart < domains &&
                   (key.levels ^ keys[place - 1].levels) >> (4 * (domains - apart)) == 0)
                ++apart;
        }
        for (std::size_t layer = apart; layer <= domains; ++layer) {
            if (layer > 0)
                trie.m_level[layer].push_back(
                    static_cast<std::int8_t>(key.levels >> (4 * (domains - layer)) & 15U));
            else
                trie.m_level[0].push_back(0);
            if (layer < domains)
                trie.m_first[layer].push_back(
                    static_cast<std::uint32_t>(trie.m_level[layer + 1].size()));
        }
    }
    for (std::size_t layer = 0; layer < domains; ++layer)
        trie.m_first[layer].push_back(static_cast<std::uint32_t>(trie.m_level[layer + 1].size()));
    return trie;
}

ProfileTrie::Walk::Walk(const ProfileTrie& trie) : m_layers(trie.m_level.size())
{
    // One more: a child that is too far away is written before it is forgotten.
    for (std::size_t layer = 0; layer < m_layers.size(); ++layer)
        m_layers[layer].near =
            std::make_unique_for_overwrite<Near[]>(trie.m_level[layer].size() + 1);
}

void ProfileTrie::enter(Walk& walk, std::size_t part) const
{
    std::vector<std::uint32_t> path(m_partLayer + 1);
    path[m_partLayer] = static_cast<std::uint32_t>(part);
    for (std::size_t layer = m_partLayer; layer > 0; --layer) {
        const auto& first = m_first[layer - 1];
        const auto after = std::upper_bound(first.begin(), first.end(), path[layer]);
        path[layer - 1] = static_cast<std::uint32_t>(after - first.begin() - 1);
    }
    walk.m_layers[0].near[0] = {path[0], 0};
    walk.m_layers[0].count = 1;
    for (std::size_t layer = 0; layer < m_partLayer; ++layer)
        extend(walk, layer, m_level[layer + 1][path[layer + 1]]);
}

void ProfileTrie::extend(Walk& walk, std::size_t layer, std::int8_t level) const
{
    const Walk::Layer& from = walk.m_layers[layer];
    Walk::Layer& to = walk.m_layers[layer + 1];
    const std::span<const Near> near(from.near.get(), from.count);
    const auto find = [&](const auto& joined) {
        to.count = childrenNear(near, m_most, level, m_first[layer], m_level[layer + 1],
                                to.near.get(), joined);
    };
    switch (m_metric) {
    case Metric::l1:
        find([](std::int32_t length, std::int32_t apart) { return length + apart; });
        break;
    case Metric::euclidean:
        find([](std::int32_t length, std::int32_t apart) { return length + apart * apart; });
        break;
    case Metric::max:
        find([](std::int32_t length, std::int32_t apart) { return std::max(length, apart); });
        break;
    }
}

} // namespace twelvefold::statistics
