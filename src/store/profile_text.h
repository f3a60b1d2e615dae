// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include "domain/assessment.h"

#include <span>
#include <string>
#include <string_view>

// How an assessment's scores stand in the store: the levels as one character each, in the
// framework's order ("0213-1"; '-' where there is none), and a note for each domain of which
// something was said.
namespace twelvefold::store {

inline constexpr char kNoLevelCharacter = '-';

std::string profileText(std::span<const Score> scores);
std::string strengthsText(std::span<const std::optional<int>> strengths);

// The level at a place of a profile.
inline std::optional<int> levelAt(std::string_view text, std::size_t place)
{
    if (place >= text.size() || text[place] < '0' || text[place] > '9')
        return std::nullopt;
    return text[place] - '0';
}

// Whether there is anything to note beside the level.
bool saysAnything(const Score& score);

// Fills in the levels and strengths of an assessment with a place for each.
void readProfile(std::string_view profile, std::string_view strengths,
                 const NeedsFramework& framework, Assessment& into);
// Fills in what was said of its domains from rows of domain and the columns of kNote.
void readNotes(Query& query, Assessment& into);

} // namespace twelvefold::store
