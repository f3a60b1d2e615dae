// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/tables.h"

#include <set>
#include <string>
#include <string_view>

// The parts of reading the national data standard for placements.
namespace twelvefold::exchange {

// The example that the form brings along is told by these two, whatever else somebody did to it.
inline constexpr std::string_view kExampleChild = "ABCD2012";
inline constexpr std::string_view kExampleUrn = "ABCD10293002";

// A field's heading as it is compared, and as an earlier edition had it; empty where it is the
// same.
std::string_view tidiedHeadingOf(const RequestField& field);
std::string_view earlierHeadingOf(const RequestField& field);
// Which of the two a table has; empty: none.
std::string_view columnOf(const RequestField& field, const Columns& columns);

// What somebody wrote, in the standard's own spelling where it is one of the field's answers, else
// as it is written.
struct Understood
{
    std::string answer;
    bool isKnown = true;
};
Understood understood(const RequestField& field, std::string_view written);
// Every choice of a field, for a message.
std::string choicesOf(const RequestField& field);

// What the standard's own checks say of a row that was read. The amounts may have been written with
// pence or without; what a row says of nothing is none of a complete record.
void checkRequest(RowReader& row, const RequestRow& typed, const Columns& columns);
// What they say of the table: columns that the standard has not, but for one that says whose the
// rows are, or that stand in another order.
void checkForm(const Columns& columns, const std::string& councilHeading, ReadFile& file);

} // namespace twelvefold::exchange
