// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook.h"

#include "exchange/workbook_source.h"

#include <algorithm>

namespace twelvefold::exchange {
namespace {

using namespace domain;
using namespace std::string_view_literals;

constexpr MessageKind kNoWorkbook{
    "workbook-none",
    TWELVEFOLD_TEXT("Message", "This is %1, not a workbook that can be read (.xlsx or .ods).")};
constexpr MessageKind kSaveAsXlsx{
    "workbook-of-other-format",
    TWELVEFOLD_TEXT("Message", "This is %1. Open it in the program that made it, save it as an "
                               "Excel workbook (.xlsx), and bring in that.")};
constexpr MessageKind kNoSheets{
    "workbook-no-sheets", TWELVEFOLD_TEXT("Message", "The workbook has no sheet with cells.")};
constexpr MessageKind kTooManySheets{
    "workbook-too-many-sheets",
    TWELVEFOLD_TEXT("Message", "The workbook has more than %1 sheets. Save those that are wanted "
                               "as a workbook of their own.")};
constexpr MessageKind kTooManyRows{
    "workbook-too-many-rows",
    TWELVEFOLD_TEXT("Message", "The sheet “%2” has rows beyond %1, the last that a spreadsheet "
                               "can have. Save it as CSV and bring in that.")};
constexpr MessageKind kRowOutOfPlace{
    "workbook-row-out-of-place",
    TWELVEFOLD_TEXT("Message", "The workbook is damaged: the row %1 of the sheet “%2” stands out "
                               "of its place. Open it in a spreadsheet program, save it again, and "
                               "bring in that.")};
constexpr MessageKind kTooManyColumns{
    "workbook-too-many-columns",
    TWELVEFOLD_TEXT("Message", "The cell %1 of the sheet “%2” is beyond %3 columns, the most that "
                               "a spreadsheet can have.")};
constexpr MessageKind kCellTooLong{
    "workbook-cell-too-long",
    TWELVEFOLD_TEXT("Message", "The cell %1 of the sheet “%2” holds more than %3 letters, which no "
                               "table needs. Shorten it, or save the sheet as CSV.")};
constexpr MessageKind kRowSaysTooMuch{
    "workbook-row-says-too-much",
    TWELVEFOLD_TEXT("Message", "By the cell %1, the row of the sheet “%2” holds more than %3 MB, "
                               "which no table has.")};
constexpr MessageKind kSheetSaysTooMuch{
    "workbook-sheet-says-too-much",
    TWELVEFOLD_TEXT("Message", "By the cell %1, the sheet “%2” holds more than %3 MB. Divide it, "
                               "or save it as CSV.")};
constexpr MessageKind kTooManyMerged{
    "workbook-too-many-merged",
    TWELVEFOLD_TEXT("Message", "The sheet “%2” has more than %1 merged cells.")};
constexpr MessageKind kFormulasWithoutValue{
    "workbook-formulas-without-value",
    TWELVEFOLD_TEXT("Message", "%1 formulas, the first in %2, have no value in the file and were "
                               "read as blank: the program that wrote them did not work them out. "
                               "Open the workbook in a spreadsheet program, save it again, and "
                               "bring in that."),
    TWELVEFOLD_TEXT("Message", "A formula, in %2, has no value in the file and was read as blank: "
                               "the program that wrote it did not work it out. Open the workbook "
                               "in a spreadsheet program, save it again, and bring in that.")};

constexpr Word kBytes{TWELVEFOLD_TEXT("Word", "a file of some other kind")};
constexpr Word kZipOfOthers{TWELVEFOLD_TEXT("Word", "a zipped file without a workbook's parts")};
constexpr Word kOldOther{TWELVEFOLD_TEXT("Word", "an older Office document")};
constexpr Word kOpenDocument{TWELVEFOLD_TEXT("Word", "an OpenDocument file without a spreadsheet")};
constexpr Word kOldExcel{TWELVEFOLD_TEXT("Word", "a workbook of Excel 2003 or older (.xls)")};

// Others that are zipped too, by a part that only they have.
struct ZippedKind
{
    std::string_view part;
    const MessageKind& said;
    Word kind;
};
constexpr ZippedKind zippedKinds[] = {
    {"xl/workbook.bin", kSaveAsXlsx, {TWELVEFOLD_TEXT("Word", "a binary Excel workbook (.xlsb)")}},
    {"Index/Document.iwa",
     kSaveAsXlsx,
     {TWELVEFOLD_TEXT("Word", "an Apple document, such as of Numbers")}},
    {"Index.zip", kSaveAsXlsx, {TWELVEFOLD_TEXT("Word", "an Apple document, such as of Numbers")}},
    {"word/document.xml", kNoWorkbook, {TWELVEFOLD_TEXT("Word", "a Word document")}},
    {"ppt/presentation.xml", kNoWorkbook, {TWELVEFOLD_TEXT("Word", "a presentation")}},
};

constexpr std::string_view kZipped = "PK\x03\x04"sv;
constexpr std::string_view kZippedEmpty = "PK\x05\x06"sv;
constexpr std::string_view kCompound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

// Whether a compound file, as older Office documents are, has a stream of a name: its list of them
// has an entry of 128 bytes for each, which begins with the name in UTF-16.
bool compoundFileHas(std::string_view bytes, std::string_view name)
{
    constexpr std::size_t kEntry = 128;
    std::string wide;
    for (const char letter : name)
        wide.append({letter, '\0'});
    wide.append(2, '\0');
    for (std::size_t at = kEntry; at < bytes.size(); at += kEntry) {
        if (bytes.substr(at, wide.size()) == wide)
            return true;
    }
    return false;
}

Message whyNoCompoundFile(std::string_view bytes)
{
    if (compoundFileHas(bytes, "EncryptedPackage"))
        return {kWorkbookProtected, {}};
    if (compoundFileHas(bytes, "Workbook") || compoundFileHas(bytes, "Book"))
        return {kSaveAsXlsx, {kOldExcel}};
    return {kNoWorkbook, {kOldOther}};
}

std::shared_ptr<const WorkbookSource> workbookSource(std::shared_ptr<const std::string> bytes)
{
    if (bytes->starts_with(kCompound))
        throw WorkbookFault{whyNoCompoundFile(*bytes)};
    if (!beginsAsWorkbook(*bytes))
        throw WorkbookFault{{kNoWorkbook, {kBytes}}};
    ZipParts parts(std::move(bytes));
    for (const ZippedKind& other : zippedKinds) {
        if (parts.has(other.part))
            throw WorkbookFault{{other.said, {other.kind}}};
    }
    constexpr std::string_view spreadsheet = "application/vnd.oasis.opendocument.spreadsheet";
    const bool saysWhat = parts.has("mimetype");
    if (saysWhat && parts.beginning("mimetype", spreadsheet.size()) != spreadsheet)
        throw WorkbookFault{{kNoWorkbook, {kOpenDocument}}};
    if (saysWhat || parts.has("content.xml"))
        return odsSource(std::move(parts));
    if (!parts.has("_rels/.rels"))
        throw WorkbookFault{{kNoWorkbook, {kZipOfOthers}}};
    return xlsxSource(std::move(parts));
}

} // namespace

bool beginsAsWorkbook(std::string_view bytes)
{
    return bytes.starts_with(kZipped) || bytes.starts_with(kZippedEmpty) ||
           bytes.starts_with(kCompound);
}

std::string cellName(std::int64_t row, std::size_t column)
{
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters + std::to_string(row);
}

Result<Workbook> Workbook::open(std::shared_ptr<const std::string> bytes)
{
    try {
        Workbook workbook(workbookSource(std::move(bytes)));
        if (workbook.sheets().empty())
            return Message{kNoSheets, {}};
        return workbook;
    } catch (const WorkbookFault& fault) {
        return fault.message;
    }
}

const std::vector<WorkbookSheet>& Workbook::sheets() const
{
    return m_source->sheets();
}

Result<SheetRows> Workbook::rows(std::size_t sheet) const
{
    try {
        return SheetRows(m_source->rows(sheet));
    } catch (const WorkbookFault& fault) {
        return fault.message;
    }
}

Result<std::vector<CellRange>> Workbook::mergedRanges(std::size_t sheet) const
{
    try {
        return m_source->mergedRanges(sheet);
    } catch (const WorkbookFault& fault) {
        return fault.message;
    }
}

SheetRows::SheetRows(std::unique_ptr<SheetReader> source) : m_source(std::move(source)) {}
SheetRows::~SheetRows() = default;
SheetRows::SheetRows(SheetRows&&) noexcept = default;
SheetRows& SheetRows::operator=(SheetRows&&) noexcept = default;

bool SheetRows::next(SheetRow& row)
{
    if (m_fault)
        return false;
    try {
        return m_source->next(row);
    } catch (const WorkbookFault& fault) {
        m_fault = fault.message;
        return false;
    }
}

std::vector<Message> SheetRows::warnings() const
{
    return m_source->warnings();
}

std::vector<Message> SheetReader::warnings() const
{
    if (m_formulasWithoutValue == 0)
        return {};
    return {{kFormulasWithoutValue, {m_formulasWithoutValue, m_firstWithoutValue}}};
}

void SheetReader::noteFormulaWithoutValue(std::int64_t row, std::size_t column)
{
    if (m_formulasWithoutValue++ == 0)
        m_firstWithoutValue = cellName(row, column);
}

void WorkbookSource::addSheet(WorkbookSheet sheet)
{
    if (m_sheets.size() == kMostSheets)
        throw WorkbookFault{{kTooManySheets, {static_cast<std::int64_t>(kMostSheets)}}};
    m_sheets.push_back(std::move(sheet));
}

void RowFiller::failAt(std::int64_t row, std::size_t column, const MessageKind& kind,
                       std::vector<Argument> more) const
{
    std::vector<Argument> arguments{cellName(row, column), m_sheet};
    std::ranges::move(more, std::back_inserter(arguments));
    throw WorkbookFault{{kind, std::move(arguments)}};
}

void RowFiller::begin(SheetRow& row, std::int64_t number, bool hidden)
{
    if (number > kMostSheetRows)
        throw WorkbookFault{{kTooManyRows, {kMostSheetRows, m_sheet}}};
    if (number <= m_last)
        throw WorkbookFault{{kRowOutOfPlace, {number, m_sheet}}};
    m_last = number;
    m_length = 0;
    row.number = number;
    row.hidden = hidden;
    row.cells.clear();
}

void RowFiller::put(SheetRow& row, std::size_t column, std::string text)
{
    constexpr auto megabytes = [](std::uint64_t bytes) {
        return static_cast<std::int64_t>(bytes >> 20);
    };
    if (text.empty())
        return;
    if (column >= kMostSheetColumns)
        failAt(row.number, column, kTooManyColumns, {static_cast<std::int64_t>(kMostSheetColumns)});
    if (text.size() > kLongestSheetCell)
        failAt(row.number, column, kCellTooLong, {static_cast<std::int64_t>(kLongestSheetCell)});
    m_length += text.size() + 1;
    m_said += text.size() + 1;
    if (m_length > kLongestRow)
        failAt(row.number, column, kRowSaysTooMuch, {megabytes(kLongestRow)});
    if (m_said > kMostUnpacked)
        failAt(row.number, column, kSheetSaysTooMuch, {megabytes(kMostUnpacked)});
    row.cells.resize(column + 1);
    row.cells[column] = std::move(text);
}

void addMerged(std::vector<CellRange>& ranges, const CellRange& range, const std::string& sheet)
{
    if (ranges.size() == kMostMergedRanges)
        throw WorkbookFault{
            {kTooManyMerged, {static_cast<std::int64_t>(kMostMergedRanges), sheet}}};
    ranges.push_back(range);
}

} // namespace twelvefold::exchange
