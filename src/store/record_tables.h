// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/record_table.h"
#include "store/connection.h"
#include "store/record_words.h"

#include <span>
#include <string>
#include <vector>

// The records as tables that others are told: what the schema says of them, with their words.
namespace twelvefold::store {

// Those of the tables that the database has. Bytes, which serve the audit, are not told.
std::vector<RecordTable> recordTablesOf(Connection& connection);

// A value as it lies in the file, until the next step.
RecordCell recordCellOf(const Query& query, int column);

// "id, child" of a table.
std::string namesOf(std::span<const RecordColumn> columns);

} // namespace twelvefold::store
