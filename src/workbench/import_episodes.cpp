// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_episodes.h"

#include "domain/episode_order.h"

#include <algorithm>
#include <numeric>

namespace twelvefold::workbench::import {
namespace {

std::vector<std::size_t> inOrder(const std::vector<const Episode*>& episodes)
{
    std::vector<std::size_t> order(episodes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return comesBefore(*episodes[a], *episodes[b]);
    });
    return order;
}

} // namespace

std::vector<std::optional<std::size_t>>
sameStays(const std::vector<const Episode*>& coming, const std::vector<const Episode*>& known,
          const std::function<bool(const Episode&, const Episode&)>& comingIsNewer)
{
    std::vector<std::optional<std::size_t>> same(coming.size());
    std::vector<bool> taken(known.size());
    const std::vector<std::size_t> ofComing = inOrder(coming), ofKnown = inOrder(known);
    const auto pair = [&](auto&& fits) {
        for (const std::size_t i : ofComing) {
            for (const std::size_t k : ofKnown) {
                if (same[i] || taken[k] || !fits(*coming[i], *known[k]))
                    continue;
                same[i] = k;
                taken[k] = true;
            }
        }
    };
    pair(&saysTheSame);
    pair([](const Episode& a, const Episode& b) { return tookNoNight(a) == tookNoNight(b); });
    pair([&](const Episode& a, const Episode& b) {
        return comingIsNewer(a, b) ? tookNoNight(a) && !b.end : tookNoNight(b) && !a.end;
    });
    return same;
}

} // namespace twelvefold::workbench::import
