// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_episodes.h"

#include "domain/episode_order.h"

#include <algorithm>
#include <deque>
#include <map>
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

// Episodes are looked at in order and each at most twice, so that thousands on one day take no
// longer than thousands on many.
struct Pairing
{
    const std::vector<const Episode*>& coming;
    const std::vector<const Episode*>& known;
    std::vector<std::size_t> ofComing, ofKnown; // in order
    std::vector<std::optional<std::size_t>> same;
    std::vector<bool> taken;

    void take(std::size_t i, std::size_t k)
    {
        same[i] = k;
        taken[k] = true;
    }

    void pairThoseThatSayTheSame()
    {
        auto k = ofKnown.begin();
        for (const std::size_t i : ofComing) {
            while (k != ofKnown.end() && comesBefore(*known[*k], *coming[i]))
                ++k;
            if (k != ofKnown.end() && saysTheSame(*coming[i], *known[*k]))
                take(i, *k++);
        }
    }

    // Those that are left, of no nights or with nights; where the two differ, of those with nights
    // only open ones. Each goes with the first whose return's year fits its own.
    template<class YearsFit>
    void pairInOrder(bool comingNoNight, bool knownNoNight, const YearsFit& yearsFit)
    {
        const bool onlyOpen = comingNoNight != knownNoNight;
        const auto asked = [&](const Episode& e, bool noNight) {
            return tookNoNight(e) == noNight && (noNight || !onlyOpen || !e.end);
        };
        std::map<int, std::deque<std::pair<std::size_t, std::size_t>>> byYear; // with their place
        for (std::size_t place = 0; place < ofKnown.size(); ++place) {
            const std::size_t k = ofKnown[place];
            if (!taken[k] && asked(*known[k], knownNoNight))
                byYear[known[k]->returnYear].emplace_back(place, k);
        }
        for (const std::size_t i : ofComing) {
            if (same[i] || !asked(*coming[i], comingNoNight))
                continue;
            auto first = byYear.end();
            for (auto year = byYear.begin(); year != byYear.end(); ++year) {
                if (yearsFit(coming[i]->returnYear, year->first) && !year->second.empty() &&
                    (first == byYear.end() || year->second.front() < first->second.front()))
                    first = year;
            }
            if (first == byYear.end())
                continue;
            take(i, first->second.front().second);
            first->second.pop_front();
        }
    }
};

} // namespace

std::vector<std::optional<std::size_t>> sameStays(const std::vector<const Episode*>& coming,
                                                  const std::vector<const Episode*>& known,
                                                  MayCorrect mayCorrect)
{
    Pairing pairing{coming, known, inOrder(coming), inOrder(known), {}, {}};
    pairing.same.resize(coming.size());
    pairing.taken.resize(known.size());
    pairing.pairThoseThatSayTheSame();
    for (const bool noNight : {true, false})
        pairing.pairInOrder(noNight, noNight, [](int, int) { return true; });
    const auto isNewer = [&](int now, int before) {
        return mayCorrect == MayCorrect::laterReturn && now >= before;
    };
    pairing.pairInOrder(true, false, isNewer);
    pairing.pairInOrder(false, true, [&](int now, int before) { return !isNewer(now, before); });
    return pairing.same;
}

} // namespace twelvefold::workbench::import
