// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// What a spreadsheet stores in a cell, as a person would have typed it. What cannot be understood
// stays as it stands.
namespace twelvefold::exchange {

// How a number format shows a number, as far as it says what the number means.
struct NumberFormat
{
    enum class Kind
    {
        number,
        date,   // with a time behind it or not
        time,   // of the day
        elapsed // hours that go on beyond 24
    };
    Kind kind = Kind::number;
    std::size_t figures = 0; // of a format such as 00000: so many at least
    std::string currency{};  // "€"; empty: none, or pounds
    bool operator==(const NumberFormat&) const = default;
};
// Those with fixed numbers (ECMA-376 part 1, 18.8.30).
NumberFormat builtInNumberFormat(int id);
// A format's code, such as "[$-809]dd mmm yyyy;@".
NumberFormat numberFormat(std::string_view format);

// Which day a date's number counts from. The first counts 29 February 1900, which there was not.
enum class DayCount
{
    from1900,
    from1904
};

// "1.1000000000000001" is 1.1: fifteen figures, as spreadsheets show them, and no exponent unless
// people would write one.
std::string numberText(std::string_view stored);
std::string numberText(std::string_view stored, const NumberFormat& format, DayCount count);

std::string isoMomentText(std::string_view iso);   // "2025-03-31T14:30:00" is 2025-03-31 14:30:00
std::string isoDurationText(std::string_view iso); // "PT14H30M00S" is 14:30:00

// Letters that XML cannot hold, as OOXML writes them: "_x000D_" is a line end (ECMA-376 part 1,
// 22.9.2.19).
void undoEscapes(std::string& text);

} // namespace twelvefold::exchange
