// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/csv.h"
#include "domain/record_table.h"
#include "domain/result.h"

namespace twelvefold::exchange {

// A value as it stands in a cell of a record's file. An empty cell is an absent value or, in a text
// column where none may be absent, the empty text; where a text may be absent, an apostrophe is the
// empty one, and one more stands before a text of nothing but apostrophes. So every value has a
// cell of its own.
void writeRecordCell(const domain::RecordColumn& column, const domain::RecordCell& value,
                     domain::CsvWriter& csv);
// Of a cell as CellWalk gives it: without the apostrophe that keeps a formula from being run. Texts
// point into the cell.
domain::Result<domain::RecordCell> readRecordCell(const domain::RecordColumn& column,
                                                  std::string_view cell);

} // namespace twelvefold::exchange
