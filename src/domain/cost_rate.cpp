// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/cost_rate.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace twelvefold::domain {
namespace {

constexpr MessageKind kUnknownPer{
    "cost-rate-unknown",
    TWELVEFOLD_TEXT("Message", "“%1” does not say how often: write an amount and a day, a week, "
                               "a month or a year, like 650 a month.")};
constexpr MessageKind kBelowZero{
    "cost-rate-negative", TWELVEFOLD_TEXT("Message", "“%1” is below zero: write what is paid.")};

struct Spelling
{
    std::string_view words;
    CostPer per;
};
// As invoices and placement agreements write it.
constexpr std::array kSpellings{
    Spelling{"", CostPer::week},         Spelling{"pw", CostPer::week},
    Spelling{"week", CostPer::week},     Spelling{"weekly", CostPer::week},
    Spelling{"wk", CostPer::week},       Spelling{"pcm", CostPer::month},
    Spelling{"pm", CostPer::month},      Spelling{"month", CostPer::month},
    Spelling{"monthly", CostPer::month}, Spelling{"calendar month", CostPer::month},
    Spelling{"pd", CostPer::day},        Spelling{"pn", CostPer::day},
    Spelling{"day", CostPer::day},       Spelling{"daily", CostPer::day},
    Spelling{"night", CostPer::day},     Spelling{"nightly", CostPer::day},
    Spelling{"pa", CostPer::year},       Spelling{"year", CostPer::year},
    Spelling{"yearly", CostPer::year},   Spelling{"annum", CostPer::year},
    Spelling{"annually", CostPer::year},
};

// The words alone: "p.c.m." and "per month" are "pcm" and "month".
std::string plainWords(std::string_view text)
{
    std::string words;
    for (const char c : text) {
        if (c != '.' && c != '/')
            words += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (c == '/')
            words += ' ';
    }
    const auto first = words.find_first_not_of(' ');
    words.erase(0, first == std::string::npos ? words.size() : first);
    words.erase(words.find_last_not_of(' ') + 1);
    for (const std::string_view lead : {"per ", "a ", "each ", "every "}) {
        if (words.starts_with(lead))
            words.erase(0, lead.size());
    }
    return words;
}

} // namespace

Result<CostRate> parseRate(std::string_view text)
{
    const auto isLetter = [](char c) {
        return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '/';
    };
    const auto words =
        static_cast<std::size_t>(std::ranges::find_if(text, isLetter) - text.begin());
    const std::string often = plainWords(text.substr(words));
    const auto spelling = std::ranges::find(kSpellings, std::string_view(often), &Spelling::words);
    if (spelling == kSpellings.end())
        return Message{kUnknownPer, {std::string(text)}};
    const auto amount = parseMoney(text.substr(0, words));
    if (!amount)
        return amount.failure();
    if (*amount < Money())
        return Message{kBelowZero, {std::string(text)}};
    return CostRate{*amount, spelling->per};
}

} // namespace twelvefold::domain
