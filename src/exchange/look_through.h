// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/open_file.h"
#include "exchange/recognise.h"

namespace twelvefold::exchange {

// Where the headings are: the first row that is those of a table.
struct Headings
{
    CsvRow row;
    Recognition recognition;
    std::vector<std::string> above; // the lines above them, as text
};

// The headings among the first rows; else what the rows most look like.
Headings headingsIn(const RowSource& source, const ProfileShelf& profiles);

// Finds the headings among the first rows of a source, and goes over the rows below them once. The
// source may come from anything that has rows of cells; `name`, `path` and `sha256` are the file's.
void lookThrough(std::shared_ptr<const RowSource> source, OpenFile& file);

} // namespace twelvefold::exchange
