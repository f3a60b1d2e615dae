// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/import_work.h"

#include <span>

namespace twelvefold::workbench::import {

// A row of the national data standard for placements and what it comes to.
struct RequestOffer
{
    std::size_t file = 0;
    const exchange::RequestRow* row = nullptr;
    Fate fate = Fate::unchanged;
    std::vector<Message> doubts{};
    std::optional<PlacementRequest> now{}; // what it comes to, where it changes a request
};

// Holds one child's rows against the requests that the store has. Rows of several files that speak
// of the same request come together, the one with the later day of its cost on top, then that of
// the file that sorts last. A blank says nothing and takes nothing away; of costs, what a row says
// stands as a whole. A row of an earlier day than the store has says nothing new.
void takeRequests(ChildWork& work, std::vector<RequestOffer>& offers,
                  const std::vector<exchange::ReadFile>& files);

// All requests of a child as they are once the new ones are in, by their days.
std::vector<PlacementRequest> requestsAfter(const ChildWork& work);
// As the store had it; null: it is new.
const PlacementRequest* storedVersion(const ChildWork& work, const PlacementRequest& request);

// Says of the placements that requests led to what nobody said of them: deprivation of liberty, and
// since when a place was sought. What a request gave before, it may say anew.
void completePlacements(std::vector<Placement>& placements, const ChildWork& work);

// What is to become of a child's lines for a request that is new or changed.
struct RequestCosts
{
    std::vector<exchange::FinanceRow> add;
    std::vector<CostLine> change; // as they are to be
    std::vector<CostLineId> remove;
    bool differs = false; // the records say another sum, and keep it
};
// Finance knows what is paid, the form what was agreed: where the records tell of costs from the
// agreed start on, they stay as they are, unless they are those that came with the same request.
RequestCosts costsOf(const PlacementRequest& request, const ChildWork& work,
                     std::span<const Placement> placements, std::span<const CostLine> lines);

} // namespace twelvefold::workbench::import
