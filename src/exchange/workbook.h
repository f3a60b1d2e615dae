// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Workbooks (XLSX and ODS) from bytes at hand, a row at a time. A part of the zipped file is
// unpacked as it is read and never kept: memory grows with the text that an XLSX's cells share, not
// with rows.
namespace twelvefold::exchange {

// What a workbook is held to, whatever it says of itself. Up to kUnpackedWithoutQuestion a part may
// be packed as tightly as it likes.
inline constexpr std::uint64_t kMostUnpacked = std::uint64_t{2} << 30; // bytes of a part
inline constexpr std::uint64_t kUnpackedWithoutQuestion = std::uint64_t{32} << 20;
inline constexpr std::uint64_t kHighestRatio = 200; // of a part unpacked to the whole file
inline constexpr std::int64_t kMostParts = 10'000;
inline constexpr std::size_t kMostSheets = 1'000;
inline constexpr std::int64_t kMostSheetRows = 1'048'576; // as Excel and LibreOffice
inline constexpr std::size_t kMostSheetColumns = 16'384;  // likewise
inline constexpr std::size_t kLongestRow = std::size_t{8}
                                           << 20; // bytes, of its XML and of its text
inline constexpr std::size_t kLongestSheetCell = std::size_t{1} << 20;
inline constexpr std::size_t kMostSharedText = std::size_t{512} << 20;
inline constexpr std::size_t kMostSharedTexts = std::size_t{1} << 24;
inline constexpr std::size_t kMostMergedRanges = 100'000;

struct WorkbookSheet
{
    std::string name;
    bool hidden = false;
};

// A row with something in it. A cell says what a person would have typed: text as it is; a number
// with a point, to the fifteen figures that spreadsheets show, without an exponent where people
// write none, and with the leading noughts of a format like 00000; a percentage as the number that
// it is (0.05); a date as 2025-03-31, with " 14:30:00" behind it unless it is midnight; a time
// alone as 14:30:00; TRUE or FALSE; an error such as #REF! as such; a formula as its stored value.
// A cell that is merged into another is blank in an ODS, and says in an XLSX what the file has for
// it.
struct SheetRow
{
    std::int64_t number = 0; // as the spreadsheet counts it, from 1
    bool hidden = false;
    std::vector<std::string> cells; // by column from the first, A; none behind the last with text
};

struct CellRange
{
    std::int64_t firstRow = 0, lastRow = 0;      // as the spreadsheet counts them, from 1
    std::size_t firstColumn = 0, lastColumn = 0; // as a row's cells are counted, A being 0
    bool operator==(const CellRange&) const = default;
};

class SheetReader;
class WorkbookSource;

// Over a sheet's rows, once. Rows without anything in them are left out.
class SheetRows
{
public:
    explicit SheetRows(std::unique_ptr<SheetReader> source);
    ~SheetRows();
    SheetRows(SheetRows&&) noexcept;
    SheetRows& operator=(SheetRows&&) noexcept;

    bool next(SheetRow& row); // false at the end, or where the sheet cannot be read further …
    const std::optional<domain::Message>& fault() const { return m_fault; } // … and then why not
    // What was doubtful in the rows gone over so far.
    std::vector<domain::Message> warnings() const;

private:
    std::unique_ptr<SheetReader> m_source;
    std::optional<domain::Message> m_fault;
};

class Workbook
{
public:
    // Or why it is none, or cannot be read, and what to do.
    static domain::Result<Workbook> open(std::shared_ptr<const std::string> bytes);

    const std::vector<WorkbookSheet>& sheets() const; // as the tabs stand; none without cells
    // Each time from the first row; several may be under way at once, also on several threads.
    domain::Result<SheetRows> rows(std::size_t sheet) const;
    // Goes over the whole sheet, since an XLSX has them behind its rows.
    domain::Result<std::vector<CellRange>> mergedRanges(std::size_t sheet) const;

private:
    explicit Workbook(std::shared_ptr<const WorkbookSource> source) : m_source(std::move(source)) {}

    std::shared_ptr<const WorkbookSource> m_source;
};

// Whether bytes begin as a workbook does, or as what people take for one: a zipped file or an older
// Office document. Workbook::open says which.
bool beginsAsWorkbook(std::string_view bytes);

// "C12"
std::string cellName(std::int64_t row, std::size_t column);

} // namespace twelvefold::exchange
