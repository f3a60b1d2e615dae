// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/row_checks.h"

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kDateToCome{"date-in-future",
                                  TWELVEFOLD_TEXT("Message", "The date %1 is still to come.")};
constexpr MessageKind kAfterYear{
    "date-after-return-year",
    TWELVEFOLD_TEXT("Message",
                    "The date %1 lies after the end of the return's year, 31 March %2.")};
constexpr MessageKind kRepeatedChild{
    "child-repeated",
    TWELVEFOLD_TEXT("Message",
                    "This child already stands in row %1, and this table has each child once.")};
} // namespace

void checkDay(RowReader& row, std::string_view column, Date day, int returnYear, Date today)
{
    if (day > today)
        row.warn(column, kDateToCome, {day});
    else if (returnYear != 0 && returnYearEnding(day) > returnYear)
        row.warn(column, kAfterYear, {day, std::to_string(returnYear)});
}

bool isRepeatedChild(RowReader& row, const std::string& localId, FirstSeen& children)
{
    const auto before = children.before(localId, row.row());
    if (before)
        row.reject("CHILD", kRepeatedChild, {*before});
    return before.has_value();
}

} // namespace twelvefold::exchange
