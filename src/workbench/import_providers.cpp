// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_providers.h"

#include <algorithm>

namespace twelvefold::workbench::import {

Providers::Providers(const store::Store& store)
{
    for (const Provider& provider : store.providersAsRecorded())
        remember(provider);
}

ProviderId Providers::remember(const Provider& provider)
{
    m_all[provider.id] = provider;
    if (!provider.urn.empty())
        m_byUrn.emplace(provider.urn, provider.id);
    m_byName.emplace(provider.name, provider.id);
    return provider.id;
}

std::optional<ProviderId> Providers::find(const std::string& urn, const std::string& name,
                                          std::optional<Sector> sector)
{
    if (urn.empty() && name.empty())
        return std::nullopt;
    if (const auto known = m_byUrn.find(urn); !urn.empty() && known != m_byUrn.end()) {
        // A provider known by its number alone gets its name, and its sector when that is told.
        Provider& provider = m_all.at(known->second);
        if (sector && !provider.sector) {
            provider.sector = sector;
            m_changed.insert(provider.id);
        }
        if (!name.empty() && provider.name == provider.urn) {
            provider.name = name;
            m_byName.emplace(name, provider.id);
            m_changed.insert(provider.id);
        }
        return provider.id;
    }
    if (const auto known = m_byName.find(name); urn.empty() && known != m_byName.end())
        return known->second;
    Provider provider;
    provider.id.value = --m_new;
    provider.name = name.empty() ? urn : name;
    provider.urn = urn;
    provider.sector = sector;
    m_changed.insert(provider.id);
    return remember(provider);
}

std::vector<Provider> Providers::toWrite() const
{
    std::vector<Provider> providers;
    for (const ProviderId id : m_changed)
        providers.push_back(m_all.at(id));
    std::ranges::sort(providers, std::greater(), [](const Provider& p) { return p.id.value; });
    return providers;
}

} // namespace twelvefold::workbench::import
