// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/spreadsheet_text.h"
#include "exchange/workbook_source.h"
#include "exchange/xml_pieces.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <optional>

namespace twelvefold::exchange {
namespace {

using namespace domain;

constexpr MessageKind kNoMainPart{
    "workbook-no-main-part",
    TWELVEFOLD_TEXT("Message", "The workbook is damaged: it does not say which of its parts is the "
                               "workbook. Open it in a spreadsheet program, save it again, and "
                               "bring in that.")};
constexpr MessageKind kSheetNotThere{
    "workbook-sheet-not-there",
    TWELVEFOLD_TEXT("Message", "The workbook is damaged: it does not say where its sheet “%1” is. "
                               "Open it in a spreadsheet program, save it again, and bring in "
                               "that.")};
constexpr MessageKind kSharedTextNotThere{
    "workbook-shared-text-not-there",
    TWELVEFOLD_TEXT("Message", "The workbook is damaged: the cell %1 of the sheet “%2” has a text "
                               "that is not in the file. Open it in a spreadsheet program, save it "
                               "again, and bring in that.")};
constexpr MessageKind kSharedTextTooLarge{
    "workbook-shared-text-too-large",
    TWELVEFOLD_TEXT("Message", "The texts of the workbook come to more than %1 MB or %2 in number. "
                               "Save the sheet that is wanted as CSV and bring in that.")};
constexpr MessageKind kMergedOutOfPlace{
    "workbook-merged-out-of-place",
    TWELVEFOLD_TEXT("Message", "The workbook is damaged: the sheet “%1” merges “%2”, which are no "
                               "cells. Open it in a spreadsheet program, save it again, and bring "
                               "in that.")};

// Elements and the values of attributes are the same in transitional and strict OOXML but for the
// namespaces, which are not looked at.
XmlPieces xlsxPart(const ZipParts& parts, std::string_view name, const char* root)
{
    return {parts.open(name), root, XmlPieces::Prefixes::leftOut};
}

bool isTrue(pugi::xml_attribute attribute)
{
    const std::string_view value = attribute.value();
    return value == "1" || value == "true" || value == "on";
}

// The attribute that has a prefix, as r:id has.
const char* prefixedAttribute(pugi::xml_node element, std::string_view name)
{
    for (const pugi::xml_attribute attribute : element.attributes()) {
        if (std::string_view(attribute.name()).find(':') != std::string_view::npos &&
            localName(attribute.name()) == name)
            return attribute.value();
    }
    return "";
}

struct Relationship
{
    std::string kind; // the last part of its type, which is all that strict OOXML has in common
    std::string target;
};
using Relationships = std::map<std::string, Relationship, std::less<>>; // by id

// "xl/worksheets/sheet1.xml" of "worksheets/sheet1.xml", "../xl/…" or "/xl/…" said in "xl/".
std::string resolved(std::string_view folder, std::string_view target)
{
    std::string path(target.starts_with('/') ? "" : folder);
    while (!target.empty()) {
        const auto stroke = std::min(target.find('/'), target.size());
        const std::string_view step = target.substr(0, stroke);
        target.remove_prefix(std::min(stroke + 1, target.size()));
        if (step == "..") {
            path.resize(path.empty() ? 0 : path.size() - 1);
            path.resize(path.rfind('/') + 1);
        } else if (!step.empty() && step != ".") {
            path += step;
            path += target.empty() ? "" : "/";
        }
    }
    return path;
}

std::string folderOf(std::string_view part)
{
    return std::string(part.substr(0, part.rfind('/') + 1));
}

// Of a part, or of the whole file where the part has no name.
Relationships relationshipsOf(const ZipParts& parts, const std::string& part)
{
    const std::string folder = folderOf(part);
    XmlPieces xml =
        xlsxPart(parts, folder + "_rels/" + part.substr(folder.size()) + ".rels", "Relationships");
    Relationships found;
    while (xml.next()) {
        if (xml.path() != "Relationships/Relationship")
            continue;
        const pugi::xml_node each = xml.take();
        const std::string_view type = each.attribute("Type").value();
        if (std::string_view(each.attribute("TargetMode").value()) != "External")
            found.emplace(each.attribute("Id").value(),
                          Relationship{std::string(type.substr(type.rfind('/') + 1)),
                                       resolved(folder, each.attribute("Target").value())});
    }
    return found;
}

std::optional<std::string> targetOfKind(const Relationships& relationships, std::string_view kind)
{
    const auto found = std::ranges::find_if(
        relationships, [&](const auto& each) { return each.second.kind == kind; });
    return found == relationships.end() ? std::nullopt : std::optional(found->second.target);
}

// Texts that cells share, one behind the other.
class SharedTexts
{
public:
    void add(std::string_view text)
    {
        if (m_ends.size() == kMostSharedTexts || m_texts.size() + text.size() > kMostSharedText)
            throw WorkbookFault{{kSharedTextTooLarge,
                                 {static_cast<std::int64_t>(kMostSharedText >> 20),
                                  static_cast<std::int64_t>(kMostSharedTexts)}}};
        m_texts += text;
        m_ends.push_back(static_cast<std::uint32_t>(m_texts.size()));
    }
    std::optional<std::string_view> at(std::size_t index) const
    {
        if (index >= m_ends.size())
            return std::nullopt;
        const std::size_t from = index == 0 ? 0 : m_ends[index - 1];
        return std::string_view(m_texts).substr(from, m_ends[index] - from);
    }

private:
    static_assert(kMostSharedText <= std::numeric_limits<std::uint32_t>::max());
    std::string m_texts;
    std::vector<std::uint32_t> m_ends;
};

// Of <si> or <is>: its text, or its runs of text, without what says how to pronounce them.
std::string richText(pugi::xml_node element)
{
    std::string text;
    for (const pugi::xml_node child : element) {
        const std::string_view name = localName(child.name());
        if (name == "t")
            text += textIn(child);
        else if (name == "r")
            text += richText(child);
    }
    return text;
}

SharedTexts sharedTexts(const ZipParts& parts, const std::optional<std::string>& name)
{
    SharedTexts texts;
    if (!name)
        return texts;
    XmlPieces xml = xlsxPart(parts, *name, "sst");
    while (xml.next()) {
        if (xml.path() != "sst/si")
            continue;
        std::string text = richText(xml.take());
        undoEscapes(text);
        texts.add(text);
    }
    return texts;
}

// By the number that a cell has for its style.
std::vector<NumberFormat> cellFormats(const ZipParts& parts, const std::optional<std::string>& name)
{
    std::vector<NumberFormat> formats;
    if (!name)
        return formats;
    std::map<int, NumberFormat> own;
    XmlPieces xml = xlsxPart(parts, *name, "styleSheet");
    while (xml.next()) {
        if (xml.path() == "styleSheet/numFmts/numFmt") {
            const pugi::xml_node each = xml.take();
            own.emplace(each.attribute("numFmtId").as_int(),
                        numberFormat(each.attribute("formatCode").value()));
        } else if (xml.path() == "styleSheet/cellXfs/xf") {
            const int id = xml.take().attribute("numFmtId").as_int();
            const auto found = own.find(id);
            formats.push_back(found == own.end() ? builtInNumberFormat(id) : found->second);
        }
    }
    return formats;
}

struct CellPlace
{
    std::int64_t row = 0;
    std::size_t column = 0;
};

// "C12", also beyond what a spreadsheet can have.
std::optional<CellPlace> cellPlace(std::string_view name)
{
    constexpr std::size_t mostLetters = 5;
    CellPlace place;
    std::size_t letters = 0;
    for (; letters < name.size() && name[letters] >= 'A' && name[letters] <= 'Z'; ++letters)
        place.column = place.column * 26 + static_cast<std::size_t>(name[letters] - 'A' + 1);
    const auto [end, error] =
        std::from_chars(name.data() + letters, name.data() + name.size(), place.row);
    if (letters == 0 || letters > mostLetters || error != std::errc() ||
        end != name.data() + name.size() || place.row < 1)
        return std::nullopt;
    --place.column;
    return place;
}

// What all sheets of a workbook have in common.
struct XlsxShared
{
    SharedTexts texts;
    std::vector<NumberFormat> formats;
    DayCount days = DayCount::from1900;

    NumberFormat format(unsigned style) const
    {
        return style < formats.size() ? formats[style] : NumberFormat();
    }
};

class XlsxRows : public SheetReader
{
public:
    XlsxRows(XmlPieces xml, const std::string& sheet, std::shared_ptr<const XlsxShared> shared)
        : m_xml(std::move(xml)), m_filler(sheet), m_shared(std::move(shared))
    {
    }

    bool next(SheetRow& row) override
    {
        while (m_xml.next()) {
            if (m_xml.path() != "worksheet/sheetData/row")
                continue;
            fill(row, m_xml.take());
            if (!row.cells.empty())
                return true;
        }
        return false;
    }

private:
    struct Cell
    {
        pugi::xml_node element;
        const char* place = nullptr; // nothing: behind the one before
        std::string_view type = "n";
        unsigned style = 0;
    };

    static Cell cellFrom(pugi::xml_node element)
    {
        Cell cell{element};
        for (const pugi::xml_attribute attribute : element.attributes()) {
            const std::string_view name = attribute.name();
            if (name == "r")
                cell.place = attribute.value();
            else if (name == "t")
                cell.type = attribute.value();
            else if (name == "s")
                cell.style = attribute.as_uint();
        }
        return cell;
    }

    void fill(SheetRow& row, pugi::xml_node element)
    {
        m_number = numberOf(element);
        m_filler.begin(row, m_number, isTrue(element.attribute("hidden")));
        std::size_t column = 0; // of the next cell
        for (const pugi::xml_node child : element) {
            if (localName(child.name()) != "c")
                continue;
            const Cell cell = cellFrom(child);
            column = placeOf(cell, column);
            m_filler.put(row, column, textOf(cell, column));
            ++column;
        }
    }

    // Some writers number neither rows nor cells, some only cells.
    std::int64_t numberOf(pugi::xml_node row) const
    {
        if (const pugi::xml_attribute number = row.attribute("r"))
            return number.as_llong();
        const pugi::xml_node numbered =
            row.find_child([](pugi::xml_node cell) { return !cell.attribute("r").empty(); });
        const auto place = cellPlace(numbered.attribute("r").value());
        return place ? place->row : m_number + 1;
    }

    std::size_t placeOf(const Cell& cell, std::size_t next) const
    {
        if (cell.place == nullptr)
            return next;
        const auto place = cellPlace(cell.place);
        if (!place || place->row != m_number || place->column < next)
            m_filler.failAt(m_number, place ? place->column : next, kCellOutOfPlace);
        return place->column;
    }

    std::string textOf(const Cell& cell, std::size_t column)
    {
        std::string value, inlineText;
        bool formula = false;
        for (const pugi::xml_node child : cell.element) {
            const std::string_view name = localName(child.name());
            if (name == "v")
                value = textIn(child);
            else if (name == "is")
                inlineText = richText(child);
            else if (name == "f")
                formula = true;
        }
        if (formula && value.empty() && cell.type != "str")
            noteFormulaWithoutValue(m_number, column);
        if (cell.type == "n")
            return numberText(value, m_shared->format(cell.style), m_shared->days);
        if (cell.type == "s")
            return sharedText(value, column);
        if (cell.type == "b")
            return value.empty() ? "" : value == "1" || value == "true" ? "TRUE" : "FALSE";
        if (cell.type == "d")
            return isoMomentText(value);
        std::string text = cell.type == "inlineStr" ? std::move(inlineText) : std::move(value);
        undoEscapes(text);
        return text;
    }

    std::string sharedText(std::string_view index, std::size_t column) const
    {
        if (index.empty())
            return {};
        std::size_t number = 0;
        const auto [end, error] =
            std::from_chars(index.data(), index.data() + index.size(), number);
        const auto text = error == std::errc() && end == index.data() + index.size()
                              ? m_shared->texts.at(number)
                              : std::nullopt;
        if (!text)
            m_filler.failAt(m_number, column, kSharedTextNotThere);
        return std::string(*text);
    }

    XmlPieces m_xml;
    RowFiller m_filler;
    std::shared_ptr<const XlsxShared> m_shared;
    std::int64_t m_number = 0; // of the row at hand
};

// "A1:C1"
std::optional<CellRange> cellRange(std::string_view text)
{
    const auto colon = text.find(':');
    const auto first = cellPlace(text.substr(0, colon));
    const auto last = colon == text.npos ? first : cellPlace(text.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column ||
        last->row > kMostSheetRows || last->column >= kMostSheetColumns)
        return std::nullopt;
    return CellRange{first->row, last->row, first->column, last->column};
}

class XlsxSource : public WorkbookSource
{
public:
    explicit XlsxSource(ZipParts parts) : m_parts(std::move(parts))
    {
        const auto main = targetOfKind(relationshipsOf(m_parts, ""), "officeDocument");
        if (!main)
            throw WorkbookFault{{kNoMainPart, {}}};
        const Relationships related = relationshipsOf(m_parts, *main);
        auto shared = std::make_shared<XlsxShared>();
        XmlPieces xml = xlsxPart(m_parts, *main, "workbook");
        while (xml.next()) {
            if (xml.path() == "workbook/workbookPr")
                shared->days = isTrue(xml.take().attribute("date1904")) ? DayCount::from1904
                                                                        : DayCount::from1900;
            else if (xml.path() == "workbook/sheets/sheet")
                noteSheet(xml.take(), related);
        }
        shared->texts = sharedTexts(m_parts, targetOfKind(related, "sharedStrings"));
        shared->formats = cellFormats(m_parts, targetOfKind(related, "styles"));
        m_shared = std::move(shared);
    }

    std::unique_ptr<SheetReader> rows(std::size_t sheet) const override
    {
        return std::make_unique<XlsxRows>(sheetXml(sheet), sheets()[sheet].name, m_shared);
    }

    std::vector<CellRange> mergedRanges(std::size_t sheet) const override
    {
        const std::string& name = sheets()[sheet].name;
        std::vector<CellRange> ranges;
        XmlPieces xml = sheetXml(sheet);
        while (xml.next()) {
            if (xml.path() == "worksheet/sheetData/row")
                xml.skip();
            if (xml.path() != "worksheet/mergeCells/mergeCell")
                continue;
            const std::string text = xml.take().attribute("ref").value();
            const auto range = cellRange(text);
            if (!range)
                throw WorkbookFault{{kMergedOutOfPlace, {name, text}}};
            addMerged(ranges, *range, name);
        }
        return ranges;
    }

private:
    void noteSheet(pugi::xml_node sheet, const Relationships& related)
    {
        const auto found = related.find(prefixedAttribute(sheet, "id"));
        const std::string kind = found == related.end() ? std::string() : found->second.kind;
        if (kind != "worksheet" && !kind.empty())
            return; // a chart, a dialogue or macros
        std::string name = sheet.attribute("name").value();
        undoEscapes(name);
        const std::string_view state = sheet.attribute("state").value();
        addSheet({std::move(name), state == "hidden" || state == "veryHidden"});
        m_sheetParts.push_back(kind.empty() ? std::string() : found->second.target);
    }

    XmlPieces sheetXml(std::size_t sheet) const
    {
        if (m_sheetParts[sheet].empty())
            throw WorkbookFault{{kSheetNotThere, {sheets()[sheet].name}}};
        return xlsxPart(m_parts, m_sheetParts[sheet], "worksheet");
    }

    ZipParts m_parts;
    std::vector<std::string> m_sheetParts; // nothing where the workbook does not say
    std::shared_ptr<const XlsxShared> m_shared;
};

} // namespace

std::shared_ptr<const WorkbookSource> xlsxSource(ZipParts parts)
{
    return std::make_shared<XlsxSource>(std::move(parts));
}

} // namespace twelvefold::exchange
