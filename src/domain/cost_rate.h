// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cost_line.h"
#include "domain/result.h"

#include <string_view>

namespace twelvefold::domain {

// What is paid and how often.
struct CostRate
{
    Money amount;
    CostPer per = CostPer::week;
    bool operator==(const CostRate&) const = default;
};

// Reads what a person writes: "1,200" (a week), "650 pcm", "£85.50 a night", "52000 pa". The amount
// is read by parseMoney, so that what could be read in two ways is refused; so are words that are
// none of those known and an amount below zero.
Result<CostRate> parseRate(std::string_view text);

} // namespace twelvefold::domain
