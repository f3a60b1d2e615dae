// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace twelvefold::domain {

// An amount in whole pence. Never a double; a ratio of two amounts is a double.
class Money
{
public:
    constexpr Money() = default;
    static constexpr Money pence(std::int64_t pence) { return Money(pence); }
    static constexpr Money pounds(std::int64_t pounds) { return Money(pounds * 100); }
    // To the nearest penny, a half away from zero.
    static Money fromPounds(double pounds);

    constexpr std::int64_t inPence() const { return m_pence; }
    constexpr double inPounds() const { return static_cast<double>(m_pence) / 100.0; }

    // This amount times a fraction, to the nearest penny, a half away from zero, in whole numbers.
    Money times(std::int64_t numerator, std::int64_t denominator) const;

    constexpr Money operator+(Money other) const { return Money(m_pence + other.m_pence); }
    constexpr Money operator-(Money other) const { return Money(m_pence - other.m_pence); }
    constexpr Money operator-() const { return Money(-m_pence); }
    constexpr Money& operator+=(Money other)
    {
        m_pence += other.m_pence;
        return *this;
    }
    constexpr auto operator<=>(const Money&) const = default;

    // "1234.50": pounds with a point and two decimals, for files and the command line.
    std::string plain() const;

private:
    constexpr explicit Money(std::int64_t pence) : m_pence(pence) {}
    std::int64_t m_pence = 0;
};

// Reads what a person or a file wrote: "4500", "4,500.75", "£4 500.75", "-12.30". An amount that
// could be read in two ways ("4.500,75", "4,50", "1,2345") or has more than two decimals is
// refused with the reason: a guess could be a hundredfold wrong. At most £100,000,000.
Result<Money> parseMoney(std::string_view text);

} // namespace twelvefold::domain
