// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/groups/random_intercept.h"
#include "statistics/regression/fit_messages.h"

// Why nothing can be said of how groups differ.
namespace twelvefold::statistics::group_messages {

using domain::MessageKind;

inline constexpr MessageKind kTooFewGroups{
    "groups-too-few",
    TWELVEFOLD_TEXT("Message", "To tell how much groups differ takes at least %2 of them; here the "
                               "number is %1.")};
inline constexpr MessageKind kAllSingle{
    "groups-all-single",
    TWELVEFOLD_TEXT("Message", "Every group has one case only, so what is the group's cannot be "
                               "told from what is the case's.")};
inline constexpr MessageKind kNothingWithin{
    "groups-nothing-within",
    TWELVEFOLD_TEXT("Message", "Within groups nothing varies that the columns do not explain, so "
                               "there is no spread to judge the differences between groups by.")};

inline std::optional<domain::Message>
whyNoGroups(const Design& design, std::span<const std::uint32_t> group, std::size_t groups)
{
    if (groups < kLeastGroups)
        return domain::Message{kTooFewGroups,
                               {static_cast<std::int64_t>(groups), std::int64_t{kLeastGroups}}};
    if (groups == group.size())
        return domain::Message{kAllSingle, {}};
    if (design.rows() <= design.columns() + 1)
        return fit_messages::tooFewRows(design);
    return std::nullopt;
}

} // namespace twelvefold::statistics::group_messages
