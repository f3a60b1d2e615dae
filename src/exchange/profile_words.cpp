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

struct UsualWord
{
    std::string_view field, says, means;
};
const std::vector<UsualWord>& usualWords()
{
    static const std::vector<UsualWord> all{
        {"funder", "social_services", "social_care"},
        {"funder", "childrens_social_care", "social_care"},
        {"funder", "children's_social_care", "social_care"},
        {"funder", "children's_services", "social_care"},
        {"funder", "childrens_services", "social_care"},
        {"funder", "csc", "social_care"},
        {"funder", "council", "social_care"},
        {"funder", "local_authority", "social_care"},
        {"funder", "nhs", token(Funder::health)},
        {"funder", "icb", token(Funder::health)},
        {"funder", "ccg", token(Funder::health)},
        {"funder", "nhs_icb", token(Funder::health)},
        {"funder", "sen", token(Funder::education)},
        {"funder", "send", token(Funder::education)},
        {"funder", "dsg", token(Funder::education)},
        {"funder", "school", token(Funder::education)},
        {"funder", "schools", token(Funder::education)},
        {"component", "placement", "core"},
        {"component", "placement_fee", "core"},
        {"component", "placement_cost", "core"},
        {"component", "weekly_fee", "core"},
        {"component", "core_fee", "core"},
        {"component", "core_cost", "core"},
        {"component", "basic", "core"},
        {"component", "basic_price", "core"},
        {"component", "fee", "core"},
        {"component", "additional_support", "additional"},
        {"component", "additional_cost", "additional"},
        {"component", "additional_costs", "additional"},
        {"component", "extra", "additional"},
        {"component", "extra_support", "additional"},
        {"component", "extras", "additional"},
        {"component", "top_up", "additional"},
        {"component", "support", "additional"},
        {"component", "tuition", token(CostComponent::education)},
        {"component", "school", token(CostComponent::education)},
        {"per", "weekly", "week"},
        {"per", "per_week", "week"},
        {"per", "pw", "week"},
        {"per", "daily", "day"},
        {"per", "nightly", "day"},
        {"per", "per_day", "day"},
        {"per", "monthly", "month"},
        {"per", "per_month", "month"},
        {"per", "pcm", "month"},
        {"per", "annual", "year"},
        {"per", "annually", "year"},
        {"per", "yearly", "year"},
        {"per", "per_annum", "year"},
        {"per", "pa", "year"},
        {"per", "one_off", "once"},
        {"per", "ytd", kYearToDate},
    };
    return all;
}

} // namespace

std::string usualMeaning(std::string_view field, std::string_view cell)
{
    const std::string says = asToken(cell);
    if (isWordOf(field, says))
        return says;
    const auto usual = std::ranges::find_if(usualWords(), [&](const UsualWord& word) {
        return word.field == field && word.says == says;
    });
    return usual == usualWords().end() ? std::string() : std::string(usual->means);
}

std::vector<std::string> wordTokens(std::string_view field)
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

bool hasWords(std::string_view field)
{
    return !wordTokens(field).empty();
}

bool isWordOf(std::string_view field, std::string_view word)
{
    return std::ranges::count(wordTokens(field), word) > 0;
}

std::string wordsOf(std::string_view field)
{
    std::string all;
    for (const std::string& token : wordTokens(field))
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
