// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/level_scan.h"

#include "statistics/similar/level_bytes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace twelvefold::statistics {
namespace {

constexpr std::size_t kLevelScanMostDomains = 16;
constexpr int kLongest = 16 * 15 * 15; // squared, of sixteen domains fifteen levels apart

} // namespace

std::optional<LevelScan> LevelScan::build(const ProfileTable& table, const ProfileCells& cells,
                                          const ValueRange& range, Metric metric)
{
    if (!table.countsAlike() || !range.smallLevels() || table.domains > kLevelScanMostDomains ||
        cells.size() > kMostCells)
        return std::nullopt;
    LevelScan scan(cells, metric);
    scan.m_least = range.least;
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        Group& group = scan.m_groups[cells.group(cell)];
        group.cells.push_back(static_cast<std::uint32_t>(cell));
        group.levels.push_back(scan.levelsOf(cells.profile(cell)));
    }
    return scan;
}

LevelScan::Levels LevelScan::levelsOf(const double* profile) const
{
    std::array<std::int8_t, kLevelScanMostDomains> levels{};
    for (std::size_t d = 0; d < m_least.size(); ++d)
        levels[d] = static_cast<std::int8_t>(profile[d] - m_least[d]);
    return {level_bytes::packed(levels.data(), 8), level_bytes::packed(levels.data() + 8, 8)};
}

void LevelScan::nearest(const double* profile, std::int32_t group, std::size_t k,
                        std::uint32_t leftOut, std::vector<Near>& found) const
{
    found.clear();
    const auto members = m_groups.find(group);
    if (members == m_groups.end() || k == 0)
        return;
    const Levels own = levelsOf(profile);
    const std::vector<std::uint32_t>& cells = members->second.cells;
    std::array<std::uint16_t, kMostCells> lengths;
    std::array<std::uint32_t, kLongest + 1> childrenAt;
    int longest = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Levels& levels = members->second.levels[i];
        const int first = level_bytes::lengthBetween(m_metric, levels.first, own.first);
        const int second = level_bytes::lengthBetween(m_metric, levels.second, own.second);
        const int length =
            std::min(m_metric == Metric::max ? std::max(first, second) : first + second, kLongest);
        lengths[i] = static_cast<std::uint16_t>(length);
        longest = std::max(longest, length);
    }
    std::fill_n(childrenAt.begin(), longest + 1, 0U);
    for (std::size_t i = 0; i < cells.size(); ++i)
        childrenAt[lengths[i]] += static_cast<std::uint32_t>(m_cells->rows(cells[i]).size());
    // Up to the length within which there are enough, one more in case the child is among them.
    int most = 0;
    for (std::size_t met = childrenAt[0]; met <= k && most < longest;)
        met += childrenAt[static_cast<std::size_t>(++most)];
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (lengths[i] > most)
            continue;
        const double distance = m_metric == Metric::euclidean ? std::sqrt(lengths[i]) : lengths[i];
        for (const std::uint32_t row : m_cells->rows(cells[i])) {
            if (row != leftOut)
                found.push_back({distance, row});
        }
    }
    const auto last = found.begin() + static_cast<std::ptrdiff_t>(std::min(k, found.size()));
    std::partial_sort(found.begin(), last, found.end());
    found.erase(last, found.end());
}

} // namespace twelvefold::statistics
