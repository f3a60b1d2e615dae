// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/profile.h"

// The few words that a field of a profile can mean.
namespace twelvefold::exchange {

// Beside the five of CostPer: what was paid since 1 April, up to a day.
inline constexpr std::string_view kYearToDate = "year_to_date";

bool hasWords(std::string_view field); // component, per, funder, setting
bool isWordOf(std::string_view field, std::string_view word);
std::vector<std::string> wordTokens(std::string_view field);
std::string wordsOf(std::string_view field); // "core, additional, …"

// "Social care" and "social-care" are the token social_care.
std::string asToken(std::string_view text);

// What a cell of a field commonly means, as councils and suppliers write it: a token of the field,
// or empty where it is none of their usual words. A profile's own words come first.
std::string usualMeaning(std::string_view field, std::string_view cell);

// Whether any of its amounts may be of the year to date.
bool isYearToDate(const Profile& profile);

} // namespace twelvefold::exchange
