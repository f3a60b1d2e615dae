// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/trimmed.h"
#include "exchange/cell_walk.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace twelvefold::exchange {

// A row of cells as they stand in the file.
struct CsvRow
{
    // As a spreadsheet that opens the file counts it, blank rows too, from 1: what people look for.
    std::int64_t row = 0;
    std::int64_t line = 0; // where it starts in the file, from 1: cells may hold line breaks
    std::vector<std::string> cells;
    bool badQuotes = false; // a quotation mark out of place or never closed: cells is the raw line
    std::string_view raw;   // where it stands in the text, with its line end; of no text: empty
    bool hidden = false;    // in a sheet, where people do not see it

    bool blank() const; // nothing but spaces in any cell
};

// What cells may be separated by.
inline constexpr std::string_view kSeparators = ",;\t|";

// The separator that the first line that is not blank uses most.
char separatorOf(std::string_view text);

// Cuts UTF-8 text into rows one after another, as parseCsv does, without keeping them.
class CsvCutter
{
public:
    CsvCutter(std::string_view text, char separator, std::int64_t firstLine = 1);

    bool next(CsvRow& row);                                                    // false at the end
    std::string_view rest() const { return m_text.substr(m_walk.position()); } // not yet cut …
    std::int64_t line() const { return m_line; } // … and the line on which it begins

private:
    void cut(CsvRow& row);

    std::string_view m_text;
    CellWalk m_walk;
    std::int64_t m_line;
    std::int64_t m_row = 0;
};

// Cuts UTF-8 text into rows, leaving out blank lines. Line ends may be LF, CRLF or CR, and may
// stand inside quotation marks. Where the quotation marks do not fit together, the line on which
// the row begins is set aside and reading goes on with the next line: one fault costs one line.
std::vector<CsvRow> parseCsv(std::string_view text, char separator);

using domain::trimmed;

// ="00070011" is how some programs keep a spreadsheet from making a number of a text: the text. Any
// other cell is what it is.
std::string_view textOfFormula(std::string_view cell);

// What a cell says, short enough for a message.
std::string shown(std::string_view cell);

// A year in one of our own tables of codes, whose cells may be blank.
int yearOr(int otherwise, std::string_view text);

} // namespace twelvefold::exchange
