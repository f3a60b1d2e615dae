// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/import_providers.h"
#include "workbench/import_work.h"

#include <unordered_map>

namespace twelvefold::workbench::import {

// What a child's episodes are once the new ones are in.
std::vector<Episode> episodesAfter(const ChildWork& work);

// Works out what a child's episodes and cost rows come to: where it lived, while it was looked
// after, and which cost lines end with that.
class CarePlanner
{
public:
    using Episodes = std::unordered_map<ChildId, std::vector<Episode>>;
    using Lines = std::unordered_map<ChildId, std::vector<CostLine>>;
    using Events = std::unordered_map<ChildId, std::vector<CareEvent>>;
    // Without postcodes no distance is worked out.
    CarePlanner(const store::Store& store, const Episodes& episodes, const Lines& lines,
                const Events& events, const exchange::PostcodeIndex* postcodes);
    // Fills the child's care. Told about its files: what the rule of cost lines did.
    struct Told
    {
        std::int64_t ended = 0;     // lines that end with a placement or with the child's life
        std::int64_t displaced = 0; // that were to begin after their placement ended
        std::int64_t moved = 0;     // that went to the placement that finance had told
        std::map<std::size_t, std::int64_t>
            endedRows;                             // by file: rows without an end, of what is over
        std::map<std::size_t, std::int64_t> twice; // by file: rows that may be counted twice
        // By file: requests that say otherwise than the records, of costs or of the placement.
        std::map<std::size_t, std::int64_t> otherCosts, otherType;
        std::map<std::size_t, std::int64_t> unplaced; // by file: requests without a placement
    };
    Told plan(ChildWork& work);
    // Whether a line has the end that the rule gave it: with its placement, or with the child.
    bool endsByRule(const CostLine& line) const;
    std::vector<Provider> providers() const { return m_providers.toWrite(); }

private:
    void planPeriods(ChildWork& work, const std::vector<Episode>& all) const;
    void planPlacements(ChildWork& work, const std::vector<Episode>& all);
    bool cameAlone(const ChildWork& work) const;
    std::vector<CostLine> linesAfterCare(const ChildWork& work, Told& told) const;
    void moveToWhatWasTold(const ChildWork& work, std::vector<CostLine>& lines, Told& told) const;
    static void nameWhatIsPaidFor(const ChildWork& work, std::vector<CostLine>& lines, Told& told);
    void planRequests(ChildWork& work, Told& told);
    void giveProviders(ChildWork& work);
    // Of the placement where one is named, else of the one that fits best.
    void add(ChildWork& work, const ChildWork::Cost& cost, Told& told,
             const Placement* named = nullptr);
    CostLine lineOf(const ChildWork& work, const ChildWork::Cost& cost, Told& told,
                    const Placement* named);

    const store::Store& m_store;
    Providers m_providers;
    std::unordered_map<ChildId, std::vector<Placement>> m_placements;
    const Lines& m_lines;
    const Events& m_events; // that the store has
    const exchange::PostcodeIndex* m_postcodes;
    std::unordered_map<CostLineId, PlacementId> m_chosen; // by a person: what a line pays for
    std::unordered_map<ChildId, Date> m_deaths;           // as the store has them
    std::int64_t m_newPlacements = 0;
};

} // namespace twelvefold::workbench::import
