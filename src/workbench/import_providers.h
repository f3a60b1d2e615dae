// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace twelvefold::workbench::import {

using namespace twelvefold::domain;

// The providers of the store and those that come with the files, found by URN or name. New ones
// have ids below zero until they are written.
class Providers
{
public:
    explicit Providers(const store::Store& store);
    std::optional<ProviderId> find(const std::string& urn, const std::string& name,
                                   std::optional<Sector> sector);
    // New ones in the order in which they came, and those that got a name.
    std::vector<Provider> toWrite() const;

private:
    ProviderId remember(const Provider& provider);

    std::unordered_map<ProviderId, Provider> m_all;
    std::unordered_map<std::string, ProviderId> m_byUrn, m_byName;
    std::set<ProviderId> m_changed;
    std::int64_t m_new = 0;
};

} // namespace twelvefold::workbench::import
