// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/workbook.h"
#include "exchange/zip_parts.h"

// What XLSX and ODS each do in their own way behind workbook.h. All of it throws WorkbookFault.
namespace twelvefold::exchange {

class SheetReader
{
public:
    virtual ~SheetReader() = default;
    virtual bool next(SheetRow& row) = 0;

    std::vector<domain::Message> warnings() const;

protected:
    void noteFormulaWithoutValue(std::int64_t row, std::size_t column);

private:
    std::int64_t m_formulasWithoutValue = 0;
    std::string m_firstWithoutValue;
};

class WorkbookSource
{
public:
    virtual ~WorkbookSource() = default;

    const std::vector<WorkbookSheet>& sheets() const { return m_sheets; }
    virtual std::unique_ptr<SheetReader> rows(std::size_t sheet) const = 0;
    virtual std::vector<CellRange> mergedRanges(std::size_t sheet) const = 0;

protected:
    void addSheet(WorkbookSheet sheet);

private:
    std::vector<WorkbookSheet> m_sheets;
};

std::shared_ptr<const WorkbookSource> xlsxSource(ZipParts parts);
std::shared_ptr<const WorkbookSource> odsSource(ZipParts parts);

// Makes a sheet's rows one after another, held to their order and to the bounds of workbook.h.
class RowFiller
{
public:
    explicit RowFiller(std::string sheet) : m_sheet(std::move(sheet)) {}

    void begin(SheetRow& row, std::int64_t number, bool hidden);
    void put(SheetRow& row, std::size_t column, std::string text);

    [[noreturn]] void failAt(std::int64_t row, std::size_t column, const domain::MessageKind& kind,
                             std::vector<domain::Argument> more = {}) const;

private:
    std::string m_sheet;
    std::int64_t m_last = 0;  // row
    std::size_t m_length = 0; // of the row
    std::uint64_t m_said = 0; // in all rows
};

// Says "cell C12 of the sheet “Costs”": what RowFiller::failAt tells first.
inline constexpr domain::MessageKind kCellOutOfPlace{
    "workbook-cell-out-of-place",
    TWELVEFOLD_TEXT("Message", "The workbook is damaged: the cell %1 of the sheet “%2” stands out "
                               "of its place. Open it in a spreadsheet program, save it again, and "
                               "bring in that.")};

void addMerged(std::vector<CellRange>& ranges, const CellRange& range, const std::string& sheet);

} // namespace twelvefold::exchange
