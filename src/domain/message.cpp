// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/message.h"

#include "domain/money.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace twelvefold::domain {
namespace {

std::string shortest(double value)
{
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return {buffer, end};
}

struct InEnglish
{
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const { return shortest(value); }
    std::string operator()(const std::string& value) const { return value; }
    std::string operator()(Date value) const { return value.iso(); }
    std::string operator()(Pence value) const { return "£" + Money::pence(value.value).plain(); }
    std::string operator()(AboutPounds value) const
    {
        return "£" + std::to_string(std::llround(value.value));
    }
    std::string operator()(Word value) const { return value.english; }
};

} // namespace

Argument argument(Money amount)
{
    return Pence{amount.inPence()};
}

const char* Message::english() const
{
    const auto counted = std::find_if(arguments.begin(), arguments.end(), [](const Argument& each) {
        return std::holds_alternative<std::int64_t>(each);
    });
    const bool isOne = counted != arguments.end() && std::get<std::int64_t>(*counted) == 1;
    return kind.one != nullptr && isOne ? kind.one : kind.english;
}

std::string plainEnglish(const Message& message)
{
    std::string sentence;
    for (const char* at = message.english(); *at != '\0'; ++at) {
        const auto index = static_cast<std::size_t>(at[1] - '1');
        if (*at == '%' && at[1] >= '1' && at[1] <= '9' && index < message.arguments.size()) {
            sentence += std::visit(InEnglish{}, message.arguments[index]);
            ++at;
        } else {
            sentence += *at;
        }
    }
    return sentence;
}

} // namespace twelvefold::domain
