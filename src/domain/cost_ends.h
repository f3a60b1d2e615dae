// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cost_line.h"
#include "domain/records.h"

#include <optional>
#include <span>
#include <vector>

// When cost lines end with the care that they pay for, and what is doubtful about those that run.
// The one place that says so: forms, imports, the mending of a store and the data quality all ask
// here.
namespace twelvefold::domain {

// The placement that a line pays for: the one that it names; a core line that names none, the one
// in which it starts, since a core cost is what a place costs. Nothing: the line is the child's
// own, such as a school taxi, and goes on when a placement ends.
std::optional<PlacementId> placementPaidFor(const CostLine& line,
                                            std::span<const Placement> placements);

// What becomes of a line.
struct LineChange
{
    CostLine before;
    std::optional<CostLine> after; // nothing: removed, since no day would be left of it
    bool operator==(const LineChange&) const = default;
};

// What a placement's other end does to a child's lines: those that it pays for which run on end on
// that day; those that ended with it before end with it now, or go on with it where it no longer
// ends; those that were to begin on that day or later are removed. A single payment is paid,
// whatever comes after, and stays as it is; so does a line that ended before.
std::vector<LineChange> linesFollowing(const Placement& before, const Placement& after,
                                       std::span<const Placement> placements,
                                       std::span<const CostLine> lines);

// What a child's death does: every line that runs ends on that day, the child's own as well.
std::vector<LineChange> linesEndingOn(Date day, std::span<const CostLine> lines);

// The lines as they are after the changes.
std::vector<CostLine> changed(std::vector<CostLine> lines, std::span<const LineChange> changes);

// What is doubtful about the lines that run on a day.
enum class CostTrouble : std::uint8_t
{
    coreOfTwoPlacements, // core lines of two placements at once
    samePartTwice,       // the same component and funder twice in one placement
    outsideAnyPlacement, // a line of a child looked after who lives nowhere that day
    outlivesPlacement    // a line that goes on after its placement has ended
};
inline constexpr std::size_t kCostTroubles = 4;

// One bit for each CostTrouble.
class CostTroubles
{
public:
    bool has(CostTrouble trouble) const { return (m_bits & bit(trouble)) != 0; }
    void add(CostTrouble trouble) { m_bits = static_cast<std::uint8_t>(m_bits | bit(trouble)); }
    bool operator==(const CostTroubles&) const = default;

private:
    static std::uint8_t bit(CostTrouble trouble)
    {
        return static_cast<std::uint8_t>(1U << static_cast<unsigned>(trouble));
    }
    std::uint8_t m_bits = 0;
};

// A line that runs on a day, as far as the troubles ask. Single payments are none of them.
struct RunningLine
{
    PlacementId placement; // that it pays for; 0: the child's own
    bool placementOver = false;
    CostComponent component = CostComponent::core;
    Funder funder = Funder::socialCare;
};

// Whether two lines that run at once may be one cost counted twice: the core costs of two
// placements, or the same component and funder twice in one placement.
std::optional<CostTrouble> countedTwice(const RunningLine& a, const RunningLine& b);

// The others of a child's lines that may be the same cost counted twice with this one, on any day
// on which both run. The line itself, by its id, is none of them, nor are single payments.
std::vector<CostLine> countedTwiceWith(const CostLine& line, std::span<const Placement> placements,
                                       std::span<const CostLine> lines);

// The troubles of one child's running lines. `placed`: the child lives somewhere on the day, or is
// not looked after and need not.
CostTroubles troublesOf(std::span<const RunningLine> lines, bool placed);

} // namespace twelvefold::domain
