// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/cost_tails.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace twelvefold::statistics {
namespace {

// Positive doubles are ordered as their bits are: sign, exponent and the first six bits of the
// fraction make 2^18 bins, each some 1.5 % wide.
constexpr int kShift = 46;

double leastOf(std::size_t bin)
{
    return std::bit_cast<double>(static_cast<std::uint64_t>(bin) << kShift);
}

// Every cost above zero lies between these.
constexpr double kCostTailsLeast = std::numeric_limits<double>::denorm_min();
constexpr double kCostTailsGreatest = std::numeric_limits<double>::max();

bool hasCost(const ProfileTable& table, std::size_t row)
{
    const double cost = table.costs[row];
    return cost > 0 && cost <= kCostTailsGreatest && table.group(row) >= 0;
}

// Who is dear: costs from one bound. Who is cheap: costs up to the other.
struct Bounds
{
    double dearFrom = kCostTailsLeast;
    double cheapUpTo = kCostTailsGreatest;
};

// Bounds beyond which there are about so many on either side, by a sample spread evenly.
Bounds aboutSoMany(const ProfileTable& table, std::size_t width)
{
    if (width >= table.size() / 2)
        return {};
    const std::size_t step = table.size() / 65536 + 1;
    std::vector<std::uint32_t> histogram(std::size_t{1} << (64 - kShift), 0);
    std::size_t count = 0;
    for (std::size_t row = 0; row < table.size(); row += step) {
        if (!hasCost(table, row))
            continue;
        ++histogram[std::bit_cast<std::uint64_t>(table.costs[row]) >> kShift];
        ++count;
    }
    const std::size_t wanted = width / step;
    if (wanted >= count / 2)
        return {};
    std::size_t cheap = 0, dear = histogram.size();
    for (std::size_t seen = 0; seen < wanted; ++cheap)
        seen += histogram[cheap];
    for (std::size_t seen = 0; seen < wanted;)
        seen += histogram[--dear];
    return {std::max(leastOf(dear), kCostTailsLeast), std::nextafter(leastOf(cheap), 0.0)};
}

CostTails beyond(const ProfileTable& table, const Bounds& bounds)
{
    // Written whether wanted or not, and then kept or written over: a processor would guess wrong
    // too often at a branch.
    constexpr std::size_t kBlock = 1024;
    std::array<std::uint32_t, kBlock> dear, cheap;
    CostTails tails;
    for (std::size_t first = 0; first < table.size(); first += kBlock) {
        const std::size_t end = std::min(first + kBlock, table.size());
        std::size_t dearCount = 0, cheapCount = 0;
        for (std::size_t row = first; row < end; ++row) {
            const double cost = table.costs[row];
            dear[dearCount] = cheap[cheapCount] = static_cast<std::uint32_t>(row);
            dearCount += static_cast<std::size_t>(cost >= bounds.dearFrom) &
                         static_cast<std::size_t>(cost <= kCostTailsGreatest);
            cheapCount += static_cast<std::size_t>(cost > 0) &
                          static_cast<std::size_t>(cost <= bounds.cheapUpTo);
        }
        tails.dear.insert(tails.dear.end(), dear.data(), dear.data() + dearCount);
        tails.cheap.insert(tails.cheap.end(), cheap.data(), cheap.data() + cheapCount);
    }
    if (!table.groups.empty()) {
        for (auto* rows : {&tails.dear, &tails.cheap})
            std::erase_if(*rows, [&](std::uint32_t row) { return table.group(row) < 0; });
    }
    return tails;
}

void noteExtremes(const ProfileTable& table, CostTails& tails)
{
    const auto costOf = [&](std::uint32_t row) { return table.costs[row]; };
    if (!tails.dear.empty())
        tails.highest = costOf(*std::ranges::max_element(tails.dear, {}, costOf));
    if (!tails.cheap.empty())
        tails.lowest = costOf(*std::ranges::min_element(tails.cheap, {}, costOf));
}

} // namespace

CostTails CostTails::outermost(const ProfileTable& table, std::size_t width)
{
    const Bounds bounds = aboutSoMany(table, width);
    CostTails tails = beyond(table, bounds);
    noteExtremes(table, tails);
    tails.everybody = bounds.dearFrom == kCostTailsLeast && bounds.cheapUpTo == kCostTailsGreatest;
    return tails;
}

CostTails CostTails::within(const ProfileTable& table, double ratio, double highest, double lowest)
{
    // The ratios themselves are compared, as for a pair: rounding must not lose one that is equal.
    double cheapUpTo = highest / ratio;
    double dearFrom = lowest * ratio;
    // Between costs as far apart as numbers can be, what follows could take for ever.
    if (!std::isnormal(cheapUpTo) || !std::isnormal(dearFrom))
        return outermost(table, table.size());
    while (highest / std::nextafter(cheapUpTo, highest) >= ratio && cheapUpTo < highest)
        cheapUpTo = std::nextafter(cheapUpTo, highest);
    while (std::nextafter(dearFrom, 0.0) / lowest >= ratio)
        dearFrom = std::nextafter(dearFrom, 0.0);
    CostTails tails = beyond(table, {dearFrom, cheapUpTo});
    tails.highest = highest;
    tails.lowest = lowest;
    return tails;
}

} // namespace twelvefold::statistics
