// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// A table of a council's records as it is told to others: what there is, in words, and what may
// stand in it.
namespace twelvefold::domain {

struct RecordColumn
{
    enum class Kind
    {
        text,
        integer,
        number, // with decimals
        day,    // an integer in the cell: days since 1 January 1970
        flag    // 0 or 1
    };
    std::string name;
    Kind kind = Kind::text;
    bool mayBeAbsent = false;       // an absent text is not the empty one
    std::string about;              // a sentence, in English
    std::vector<std::string> words; // the only ones it may have; none: any
};

// Columns that together name a record of a table, this one or another.
struct RecordReference
{
    std::vector<std::string> columns;
    std::string table;
    std::vector<std::string> theirs;
};

struct RecordTable
{
    std::string name;
    std::string about;
    std::vector<RecordColumn> columns;
    std::vector<std::string> key; // its rows come in the order of these
    std::vector<RecordReference> references;
};

// Nothing where the value is absent. Texts are valid until the next record.
using RecordCell = std::variant<std::monostate, std::int64_t, double, std::string_view>;

} // namespace twelvefold::domain
