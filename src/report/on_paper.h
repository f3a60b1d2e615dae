// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/document.h"
#include "report/text_box.h"

namespace twelvefold::report {

// What is read (pages, HTML) holds as many rows of a list as are enough to read and says how many
// it leaves out; what figures are taken from (XLSX, CSV) holds all.
std::size_t rowsOnPaper(const Table& table);
std::vector<Row> rowsToRead(const Table& table); // those
// "3,312 more rows are in the XLSX and CSV forms of this report.", or where else in it they are
// listed; empty where nothing is left out.
QString leftOutOnPaper(const Table& table);
// Where what is strong of a statement stands in its sentence.
std::vector<Stretch> strongIn(const Statement& statement);
QString nothingToShow(); // in place of a table's rows, in every form

} // namespace twelvefold::report
