// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// One cell of a table that we write, as text, wherever it goes: a file or the clipboard.
namespace twelvefold::domain {

// Text that somebody else wrote, so that no spreadsheet runs it: one takes a cell that begins with
// =, +, - or @ for a formula, so unless it is a plain number it gets an apostrophe before it.
std::string withoutFormula(std::string_view text);

// One cell of a CSV file, quoted where it must be.
std::string csvCell(std::string_view text);

// The same for text that somebody else wrote.
std::string safeCsvCell(std::string_view text);

} // namespace twelvefold::domain
