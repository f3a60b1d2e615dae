// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/record_table.h"

#include <span>

// What the tables of a store and their columns hold, in words: one list, for those who read them
// without the program. The rest of a table (types, keys, references, what it allows) is the
// schema's to say.
namespace twelvefold::store {

struct ColumnWords
{
    const char* name;
    const char* about;
    // What an integer means; nothing: itself.
    std::optional<domain::RecordColumn::Kind> means{};
};

struct TableWords
{
    const char* name;
    const char* about;
    std::span<const ColumnWords> columns;
};

// The records, then the unfinished forms.
std::span<const TableWords> recordWords();
// Who changed what and when: for reading only, it is not taken back in.
const TableWords& historyWords();

} // namespace twelvefold::store
