// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// The one writer of CSV files, and what keeps a cell that we hand on from being run.
namespace twelvefold::domain {

// A spreadsheet takes what begins with =, +, - or @ for a formula, so unless it is a plain number
// it gets an apostrophe before it. What stands behind apostrophes of its own gets one more, so that
// asWritten() gives back any text as it was.
std::string withoutFormula(std::string_view text);
std::string_view asWritten(std::string_view cell);

// Whom a file is for. Its cells are the same to both.
struct CsvFlavour
{
    std::string_view byteOrderMark;
    std::string_view lineEnd;
};
inline constexpr CsvFlavour kCsvForPrograms{"", "\n"};
// Without the mark a spreadsheet takes UTF-8 for the letters of its own country.
inline constexpr CsvFlavour kCsvForSpreadsheets{"\uFEFF", "\r\n"};

class CsvWriter
{
public:
    explicit CsvWriter(const CsvFlavour& flavour) : m_flavour(flavour), m_csv(flavour.byteOrderMark)
    {
    }

    void text(std::string_view words);   // anybody's: quoted where it must be, never a formula
    void figure(std::string_view plain); // a number, date or code of ours, as it stands
    void endRow();

    std::size_t size() const { return m_csv.size(); }
    std::string take(); // what was written since it was last taken

private:
    void beginCell();

    CsvFlavour m_flavour;
    std::string m_csv;
    bool m_rowBegun = false;
};

} // namespace twelvefold::domain
