// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"
#include "domain/message.h"

#include <optional>
#include <string_view>

// What a question can be put aside with.
namespace twelvefold::domain {

std::optional<Message> faultInReason(std::string_view reason);
// Asked on one day, not asked again until another. A child's life changes: an answer that holds for
// longer than this would be one for good.
inline constexpr int kMonthsAsideAtMost = 24;
std::optional<Message> faultInUntil(Date on, Date until);

} // namespace twelvefold::domain
