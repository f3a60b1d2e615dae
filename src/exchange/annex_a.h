// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/recognise.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

// The lists that a council draws up for an inspection by Ofsted (Annex A), mostly a workbook with a
// sheet for each. Their headings are whole phrases which differ from year to year and from council
// to council, so a column is known by the words in its heading, whatever stands beside them.
namespace twelvefold::exchange {

class OpenFile;

// Which of the lists headings are, and its columns by the names of the returns' own.
struct AnnexList
{
    const TableEntry* table = nullptr;
    Columns columns;
};
std::optional<AnnexList> annexList(const std::vector<std::string>& headings);

// How often which day stands in the lists that come together, births apart.
using DaysOfLists = std::map<Date, std::int64_t>;
void addDaysOf(const OpenFile& file, DaysOfLists& days);
// The day on which the lists were drawn up: the latest of their days that is not to come and not
// after the return's year, where somebody said that. A day that stands alone above the others is a
// slip of the pen. Nothing: they hold no such day, and nobody said the year.
std::optional<Date> snapshotDay(const DaysOfLists& days, Date today, std::optional<int> returnYear);

} // namespace twelvefold::exchange
