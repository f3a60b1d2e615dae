// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"
#include "domain/ids.h"
#include "domain/sensitive_text.h"
#include "domain/words.h"

#include <optional>

// What people decided about which placement a cost pays for.
namespace twelvefold::domain {

// What can be doubtful about what a cost line pays for, or about what is paid for a placement.
enum class CostDoubt : std::uint8_t
{
    otherProvider,    // a core cost is paid to another provider than the placement's
    otherSetting,     // by its file it is for another setting than the placement's
    runsOn,           // it goes on after its placement has ended
    beganBefore,      // it began before its placement
    spansPlacements,  // it runs into a placement with another provider
    twoPlacements,    // a core cost beside that of a placement which began later
    paidTwice,        // beside another of the same kind and payer, in the same placement
    outsidePlacement, // it names a placement of which it runs on no day
    noPlacement,      // a core cost that falls in no placement
    noCost            // days in a placement that is paid for, without a core cost
};
template<>
std::span<const Named<CostDoubt>> allOf<CostDoubt>();
template<>
inline constexpr std::size_t countOf<CostDoubt> = 10;

// What a doubt is about: as long as it is the same, it is the same doubt. Of the rest of the line
// and the placement, such as the amount, nothing is in it.
//
//                     line  placement           other line  paid,    from         until
//                                                           provides
//   otherProvider     yes   paid for                        both
//   otherSetting      yes   paid for
//   runsOn            yes   paid for                                 its end
//   beganBefore       yes   paid for                                 the line's   the placement's
//                                                                    start        start
//   spansPlacements   yes   that it runs into                        first day there
//   twoPlacements     yes   paid for            the other
//   paidTwice         yes   paid for            the other
//   outsidePlacement  yes   named                                    first and day after the last
//                                                                    of the days between the two
//   noPlacement       yes                                            the line's start
//   noCost                  without a cost                           first day without
struct CostMatter
{
    std::optional<CostDoubt> doubt; // nothing: which placement the line pays for
    std::optional<CostLineId> line{};
    std::optional<PlacementId> placement{};
    std::optional<CostLineId> otherLine{};
    std::optional<ProviderId> paid{}, provides{};
    std::optional<Date> from{}, until{};
    bool operator==(const CostMatter&) const = default;
};

using CostDecisionId = Id<struct CostDecisionTag>;

// That something doubtful is right as it is, or which placement a line pays for. It holds as long
// as there is a doubt that is about the same.
struct CostDecision
{
    CostDecisionId id;
    ChildId child;
    CostMatter about;
    SensitiveText reason; // may be empty
    bool operator==(const CostDecision&) const = default;
};

} // namespace twelvefold::domain
