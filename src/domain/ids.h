// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace twelvefold::domain {

// A record's identity, unique across stores (see store/identity.h for how it is made). Ids of
// different records are different types, so that one cannot be passed for another.
template<class Record>
struct Id
{
    std::int64_t value = 0;
    auto operator<=>(const Id&) const = default;
    explicit operator bool() const { return value != 0; }
};

using ChildId = Id<struct ChildTag>;
using FrameworkId = Id<struct FrameworkTag>;
using AssessmentId = Id<struct AssessmentTag>;
using PlacementId = Id<struct PlacementTag>;
using EpisodeId = Id<struct EpisodeTag>;
using CostLineId = Id<struct CostLineTag>;
using OutcomeId = Id<struct OutcomeTag>;
using ProviderId = Id<struct ProviderTag>;
using PutAsideId = Id<struct PutAsideTag>;
using EventId = Id<struct EventTag>;

} // namespace twelvefold::domain

template<class Record>
struct std::hash<twelvefold::domain::Id<Record>>
{
    std::size_t operator()(const twelvefold::domain::Id<Record>& id) const noexcept
    {
        return std::hash<std::int64_t>{}(id.value);
    }
};
