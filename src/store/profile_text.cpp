// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/profile_text.h"

#include "store/tables.h"

namespace twelvefold::store {

std::string profileText(std::span<const Score> scores)
{
    std::string text;
    for (const Score& score : scores)
        text += score.level ? static_cast<char>('0' + score.level->value()) : kNoLevelCharacter;
    return text;
}

std::string strengthsText(std::span<const std::optional<int>> strengths)
{
    std::string text;
    for (const std::optional<int>& strength : strengths)
        text += strength ? static_cast<char>('0' + *strength) : kNoLevelCharacter;
    return text;
}

bool saysAnything(const Score& score)
{
    return !score.notKnownBecause.empty() || !score.evidence.empty() || score.confidence;
}

void readProfile(std::string_view profile, std::string_view strengths,
                 const NeedsFramework& framework, Assessment& into)
{
    for (std::size_t place = 0; place < into.scores.size(); ++place) {
        if (const auto level = levelAt(profile, place))
            into.scores[place].level = framework.level(*level);
    }
    for (std::size_t place = 0; place < into.strengths.size(); ++place)
        into.strengths[place] = levelAt(strengths, place);
}

void readNotes(Query& query, Assessment& into)
{
    while (query.next()) {
        const auto place = static_cast<std::size_t>(query.integer(0));
        if (place >= into.scores.size())
            continue;
        kNote.read(query, 1, into.scores[place]);
    }
}

} // namespace twelvefold::store
