// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"

#include "domain/trimmed.h"

#include <cmath>
#include <optional>

namespace twelvefold::domain {
namespace {

constexpr MessageKind kEmpty{
    "amount-empty", TWELVEFOLD_TEXT("Message", "An amount is missing: write it like 4500.75.")};
constexpr MessageKind kNotAnAmount{
    "amount-not-a-number",
    TWELVEFOLD_TEXT("Message", "“%1” is not an amount: write it like 4500.75.")};
constexpr MessageKind kAmbiguous{
    "amount-ambiguous",
    TWELVEFOLD_TEXT("Message",
                    "“%1” could be read in two ways: write pounds with a point before the "
                    "pence and, if you like, commas between thousands, like 4,500.75.")};
constexpr MessageKind kTooPrecise{
    "amount-too-precise",
    TWELVEFOLD_TEXT("Message",
                    "“%1” has more than two figures after the point: amounts are in whole pence.")};
constexpr MessageKind kTooLarge{
    "amount-too-large",
    TWELVEFOLD_TEXT("Message", "“%1” is more than £100,000,000: check the amount.")};

constexpr std::int64_t kMostPounds = 100'000'000;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

void dropPrefix(std::string_view& text, std::string_view prefix)
{
    if (text.starts_with(prefix))
        text.remove_prefix(prefix.size());
}

// Thousands stand in threes behind the first one to three digits, all split by the same mark.
// Returns the bare digits.
std::optional<std::string> withoutThousands(std::string_view text, char mark)
{
    std::string digits;
    const auto first = text.find(mark);
    if (first == 0 || first > 3)
        return std::nullopt;
    digits += text.substr(0, first);
    std::size_t at = first;
    while (at < text.size()) {
        if (text[at] != mark || text.size() - at < 4)
            return std::nullopt;
        for (std::size_t i = 1; i <= 3; ++i) {
            if (!isDigit(text[at + i]))
                return std::nullopt;
            digits += text[at + i];
        }
        at += 4;
    }
    return digits;
}

} // namespace

Money Money::fromPounds(double pounds)
{
    return Money(static_cast<std::int64_t>(std::llround(pounds * 100.0)));
}

Money Money::times(std::int64_t numerator, std::int64_t denominator) const
{
    const std::int64_t product = m_pence * numerator;
    const std::int64_t half = denominator / 2;
    return Money(product >= 0 ? (product + half) / denominator : (product - half) / denominator);
}

std::string Money::plain() const
{
    const std::int64_t size = m_pence < 0 ? -m_pence : m_pence;
    const std::int64_t rest = size % 100;
    return (m_pence < 0 ? "-" : "") + std::to_string(size / 100) + (rest < 10 ? ".0" : ".") +
           std::to_string(rest);
}

Result<Money> parseMoney(std::string_view written)
{
    const Argument asWritten{std::string(written)};
    std::string_view text = trimmed(written);
    if (text.empty())
        return Message{kEmpty, {}};

    const bool negative = text.starts_with('-') || text.starts_with("−");
    dropPrefix(text, "-");
    dropPrefix(text, "−");
    dropPrefix(text, "£");
    text = trimmed(text);
    if (text.empty() || text.find_first_not_of("0123456789., ") != std::string_view::npos)
        return Message{kNotAnAmount, {asWritten}};

    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view decimals =
        point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    if (decimals.find_first_not_of("0123456789") != std::string_view::npos)
        return Message{kAmbiguous, {asWritten}};
    if (decimals.size() == 3 && !whole.empty() && whole.size() <= 3)
        return Message{kAmbiguous, {asWritten}}; // "4.500" is 4500 to some and 4.5 to others
    if (decimals.size() > 2)
        return Message{kTooPrecise, {asWritten}};
    if (point != std::string_view::npos && (whole.empty() || decimals.empty()))
        return Message{kNotAnAmount, {asWritten}};

    std::optional<std::string> digits(whole);
    if (whole.find_first_of(", ") != std::string_view::npos)
        digits = withoutThousands(whole, whole[whole.find_first_of(", ")]);
    if (!digits)
        return Message{kAmbiguous, {asWritten}};
    if (digits->size() > 12)
        return Message{kTooLarge, {asWritten}};

    std::int64_t pounds = 0;
    for (const char digit : *digits)
        pounds = pounds * 10 + (digit - '0');
    std::int64_t pence = 0;
    if (!decimals.empty())
        pence = (decimals[0] - '0') * 10 + (decimals.size() > 1 ? decimals[1] - '0' : 0);
    const Money amount = Money::pence(pounds * 100 + pence);
    if (amount > Money::pounds(kMostPounds))
        return Message{kTooLarge, {asWritten}};
    return negative ? -amount : amount;
}

} // namespace twelvefold::domain
