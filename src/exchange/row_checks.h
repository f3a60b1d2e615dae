// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/row_reader.h"

#include <map>

// What rows of several tables are looked at for.
namespace twelvefold::exchange {

// In which row something was first seen.
class FirstSeen
{
public:
    // The row it was seen in before, or nothing the first time.
    std::optional<std::int64_t> before(const std::string& key, std::int64_t row)
    {
        const auto [entry, isNew] = m_rows.emplace(key, row);
        return isNew ? std::nullopt : std::optional(entry->second);
    }

private:
    std::map<std::string, std::int64_t> m_rows;
};

// Warns of a day that is still to come or lies after the year of its return; 0: not known.
void checkDay(RowReader& row, std::string_view column, Date day, int returnYear, Date today);

// Rejects the row of a child that stood in a row before, where a table has each child once.
bool isRepeatedChild(RowReader& row, const std::string& localId, FirstSeen& children);

} // namespace twelvefold::exchange
