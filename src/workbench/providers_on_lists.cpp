// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/workbench_private.h"

#include <algorithm>
#include <unordered_map>

namespace twelvefold::workbench {
namespace {

constexpr const char* kOfSomebodyElse = "XXXXXXX"; // a home that somebody else than Ofsted inspects

} // namespace

bool ProviderOnLists::isOfNoList() const
{
    return !provider.urn.empty() && provider.urn != kOfSomebodyElse && !listed;
}

std::int64_t ProvidersOnLists::ofNoList() const
{
    return latestList ? std::ranges::count_if(providers, &ProviderOnLists::isOfNoList) : 0;
}

std::int64_t ProvidersOnLists::usedPastClosing() const
{
    return std::ranges::count_if(providers,
                                 [](const ProviderOnLists& one) { return one.pastClosing > 0; });
}

ProvidersOnLists Workbench::providersOnLists() const
{
    ProvidersOnLists found;
    found.latestList = d->store->latestProviderList();
    const auto listed = d->store->listedProviders();
    std::unordered_map<ProviderId, std::size_t> places;
    for (Provider& provider : d->store->providers()) {
        ProviderOnLists one;
        if (const auto said = listed.find(provider.urn); said != listed.end())
            one.listed = said->second;
        one.provider = std::move(provider);
        places.emplace(one.provider.id, found.providers.size());
        found.providers.push_back(std::move(one));
    }
    for (const auto& [child, placements] : d->store->allPlacements()) {
        for (const Placement& placement : placements) {
            const auto at = placement.provider ? places.find(*placement.provider) : places.end();
            if (at == places.end())
                continue;
            ProviderOnLists& one = found.providers[at->second];
            ++one.placements;
            const auto closed = one.listed ? one.listed->closedOn : std::nullopt;
            one.pastClosing += closed && (!placement.period.end || *closed < *placement.period.end);
        }
    }
    return found;
}

} // namespace twelvefold::workbench
