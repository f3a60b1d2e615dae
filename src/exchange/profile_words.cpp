// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/profile_words.h"

#include "files/names.h"

#include <algorithm>

namespace twelvefold::exchange {
namespace {

template<class Enum>
std::vector<std::string> tokensOf()
{
    std::vector<std::string> tokens;
    for (const Named<Enum>& named : allOf<Enum>())
        tokens.emplace_back(named.token);
    return tokens;
}

std::vector<std::string> fieldTokens(std::string_view field)
{
    if (field == "component")
        return tokensOf<CostComponent>();
    if (field == "funder")
        return tokensOf<Funder>();
    if (field == "setting")
        return tokensOf<Setting>();
    if (field != "per")
        return {};
    std::vector<std::string> tokens = tokensOf<CostPer>();
    tokens.emplace_back(kYearToDate);
    return tokens;
}

} // namespace

bool hasWords(std::string_view field)
{
    return !fieldTokens(field).empty();
}

bool isWordOf(std::string_view field, std::string_view word)
{
    return std::ranges::count(fieldTokens(field), word) > 0;
}

std::string wordsOf(std::string_view field)
{
    std::string all;
    for (const std::string& token : fieldTokens(field))
        all += (all.empty() ? "" : ", ") + token;
    return all;
}

std::string asToken(std::string_view text)
{
    std::string token = files::lowerCase(std::string(text));
    std::ranges::replace_if(
        token, [](char c) { return c == ' ' || c == '-'; }, '_');
    return token;
}

bool isYearToDate(const Profile& profile)
{
    const ProfileField* per = profile.field("per");
    const auto isIt = [](const std::string& word) { return word == kYearToDate; };
    return (per != nullptr && (isIt(per->value) || std::ranges::any_of(per->words,
                                                                       [&](const auto& word) {
                                                                           return isIt(word.second);
                                                                       }))) ||
           std::ranges::any_of(profile.values,
                               [&](const ProfileValue& value) { return isIt(value.per); });
}

} // namespace twelvefold::exchange
