// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/look_through.h"
#include "exchange/open_kinds.h"
#include "exchange/workbook_source.h"

#include <algorithm>

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kHiddenSheet{
    "file-hidden-sheet",
    TWELVEFOLD_TEXT("Message",
                    "The sheet is hidden in the workbook. It was read like the others.")};
constexpr MessageKind kOtherSheets{
    "file-other-sheets",
    TWELVEFOLD_TEXT("Message",
                    "Of the workbook's sheets these hold no table that is known, and were left "
                    "aside: %1.")};
constexpr MessageKind kEmptyWorkbook{
    "file-workbook-empty", TWELVEFOLD_TEXT("Message", "None of the workbook's sheets has anything "
                                                      "in it.")};
constexpr MessageKind kNoSheetKnown{"file-no-sheet-known",
                                    TWELVEFOLD_TEXT("Message", "Of the workbook's sheet “%1”: %2")};

// A sheet in which something stands, looked through like a file of its own.
struct LookedThrough
{
    std::string name;
    OpenFile file;
};

// The lists of one workbook are of one day, which the latest of their days tells.
void giveDaysOfLists(std::vector<LookedThrough>& sheets)
{
    auto days = std::make_shared<DaysOfLists>();
    for (const LookedThrough& sheet : sheets)
        addDaysOf(sheet.file, *days);
    for (LookedThrough& sheet : sheets)
        sheet.file.daysOfLists = days;
}

std::vector<LookedThrough> sheetsOf(const Workbook& book, const OpenFile& whole)
{
    std::vector<LookedThrough> found;
    for (std::size_t i = 0; i < book.sheets().size(); ++i) {
        const WorkbookSheet& sheet = book.sheets()[i];
        LookedThrough looked{sheet.name, whole};
        auto source = std::make_shared<const SheetSource>(book, i);
        bool isEmpty = true;
        const auto gone = source->forEach([&](const CsvRow& row) { return isEmpty = row.blank(); });
        if (isEmpty && !gone.fault)
            continue;
        looked.file.name += " › " + sheet.name;
        if (sheet.hidden)
            looked.file.note(Problem::Severity::information, {kHiddenSheet, {}});
        lookThrough(std::move(source), looked.file);
        if (gone.fault)
            looked.file.refusal = gone.fault;
        found.push_back(std::move(looked));
    }
    return found;
}

} // namespace

Opened openWorkbook(std::shared_ptr<const std::string> bytes, OpenFile whole)
{
    const auto book = Workbook::open(std::move(bytes));
    const auto alone = [&](Message why) {
        whole.refusal = std::move(why);
        return Opened{std::make_shared<const OpenFile>(std::move(whole))};
    };
    if (!book)
        return alone(book.failure());
    std::vector<LookedThrough> sheets = sheetsOf(*book, whole);
    if (sheets.empty())
        return alone({kEmptyWorkbook, {}});
    // A page of help may list the headings of the table that another sheet is.
    const auto isKnown = [&sheets](const LookedThrough& sheet) {
        const TableEntry* nearly = sheet.file.nearly;
        const auto isThat = [nearly](const LookedThrough& each) {
            return each.file.table == nearly;
        };
        return sheet.file.isMeant || (nearly != nullptr && std::ranges::none_of(sheets, isThat));
    };
    const auto first = std::ranges::find_if(sheets, isKnown);
    if (first == sheets.end())
        return alone(
            {kNoSheetKnown, {sheets.front().name, plainEnglish(*sheets.front().file.refusal)}});
    std::string others;
    for (const LookedThrough& sheet : sheets) {
        if (!isKnown(sheet))
            others.append(others.empty() ? "" : ", ").append("“" + sheet.name + "”");
    }
    if (!others.empty())
        first->file.note(Problem::Severity::information, {kOtherSheets, {others}});
    giveDaysOfLists(sheets);
    Opened opened;
    for (LookedThrough& sheet : sheets) {
        if (isKnown(sheet))
            opened.push_back(std::make_shared<const OpenFile>(std::move(sheet.file)));
    }
    return opened;
}

} // namespace twelvefold::exchange
