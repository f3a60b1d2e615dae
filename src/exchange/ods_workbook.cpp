// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/spreadsheet_text.h"
#include "exchange/workbook_source.h"
#include "exchange/xml_pieces.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

namespace twelvefold::exchange {
namespace {

using namespace domain;

constexpr const char* kContent = "content.xml";
constexpr std::string_view kTablePath =
    "office:document-content/office:body/office:spreadsheet/table:table";
constexpr std::string_view kStylePath =
    "office:document-content/office:automatic-styles/style:style";

XmlPieces odsPart(const ZipParts& parts, const char* name, const char* root)
{
    return {parts.open(name), root, XmlPieces::Prefixes::kept};
}

// Whether the element at hand is a row of a sheet: within it or its groups of rows, and not within
// what is drawn on it.
bool isSheetRow(std::string_view path)
{
    constexpr std::string_view row = "/table:table-row";
    constexpr std::string_view groups[] = {"/table:table-row-group", "/table:table-header-rows",
                                           "/table:table-rows"};
    if (!path.starts_with(kTablePath) || !path.ends_with(row))
        return false;
    path.remove_prefix(kTablePath.size());
    while (path != row) {
        const auto group = std::ranges::find_if(groups, [&](std::string_view each) {
            return path.starts_with(each) && path.substr(each.size()).starts_with('/');
        });
        if (group == std::end(groups))
            return false;
        path.remove_prefix(group->size());
    }
    return true;
}

// How often, or over how many, something stands: 1 where nothing is said.
std::int64_t countIn(pugi::xml_node element, const char* attribute)
{
    constexpr std::int64_t most = 1'000'000'000;
    const std::string_view text = element.attribute(attribute).value();
    std::int64_t count = 1;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return std::clamp<std::int64_t>(count, 1, most);
}

bool isCalled(pugi::xml_node node, std::string_view name)
{
    return node.name() == name;
}

// A paragraph's text. Blanks stand as they are, though ODF has an element for more than one: so
// LibreOffice writes and reads cells. White space with a line end in it is the layout of the XML.
class ParagraphText : public pugi::xml_tree_walker
{
public:
    std::string text;

    bool for_each(pugi::xml_node& node) override
    {
        if (m_passedOver && depth() > m_passedDepth)
            return true;
        m_passedOver = isCalled(node, "text:ruby-text") || isCalled(node, "office:annotation");
        m_passedDepth = depth();
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
            addWithoutLayout(node.value());
        else if (isCalled(node, "text:s"))
            text.append(static_cast<std::size_t>(
                            std::min<std::int64_t>(countIn(node, "text:c"), kLongestSheetCell + 1)),
                        ' ');
        else if (isCalled(node, "text:tab"))
            text += '\t';
        else if (isCalled(node, "text:line-break"))
            text += '\n';
        return text.size() <= kLongestSheetCell;
    }

private:
    void addWithoutLayout(std::string_view written)
    {
        while (!written.empty()) {
            const auto blanks = std::min(written.find_first_of(" \t\r\n"), written.size());
            text += written.substr(0, blanks);
            written.remove_prefix(blanks);
            const auto behind = std::min(written.find_first_not_of(" \t\r\n"), written.size());
            const std::string_view white = written.substr(0, behind);
            text += white.find_first_not_of(' ') == white.npos ? white : " ";
            written.remove_prefix(behind);
        }
    }

    bool m_passedOver = false;
    int m_passedDepth = 0;
};

// The paragraphs that a cell shows. Its notes and drawings have theirs within them.
std::string paragraphsIn(pugi::xml_node cell)
{
    std::string text;
    bool first = true;
    for (const pugi::xml_node child : cell) {
        if (!isCalled(child, "text:p"))
            continue;
        ParagraphText paragraph;
        pugi::xml_node(child).traverse(paragraph);
        text += (first ? "" : "\n") + paragraph.text;
        first = false;
        if (text.size() > kLongestSheetCell)
            break;
    }
    return text;
}

// What the cell shows, where that says the same otherwise: with the leading noughts of a format, or
// as TRUE where LibreOffice keeps 1.
std::string odsNumber(pugi::xml_node cell)
{
    std::string number = numberText(cell.attribute("office:value").value());
    std::string shown = paragraphsIn(cell);
    if (number.empty() || (number == "1" && shown == "TRUE") || (number == "0" && shown == "FALSE"))
        return shown;
    const auto noughts =
        shown.empty() ? 0 : std::min(shown.find_first_not_of('0'), shown.size() - 1);
    return noughts > 0 && shown.substr(noughts) == number ? shown : number;
}

std::string odsCellText(pugi::xml_node cell)
{
    const std::string_view type = cell.attribute("office:value-type").value();
    if (std::string_view(cell.attribute("calcext:value-type").value()) == "error")
        return paragraphsIn(cell);
    if (type == "currency") {
        const std::string_view currency = cell.attribute("office:currency").value();
        const bool pounds = currency.empty() || currency == "GBP";
        return (pounds ? "" : std::string(currency) + " ") + odsNumber(cell);
    }
    if (type == "float" || type == "percentage")
        return odsNumber(cell);
    if (type == "date")
        return isoMomentText(cell.attribute("office:date-value").value());
    if (type == "time")
        return isoDurationText(cell.attribute("office:time-value").value());
    if (type == "boolean")
        return std::string_view(cell.attribute("office:boolean-value").value()) == "true" ? "TRUE"
                                                                                          : "FALSE";
    if (const pugi::xml_attribute text = cell.attribute("office:string-value"))
        return text.value();
    return paragraphsIn(cell);
}

// Goes through content.xml to a sheet, and through its rows.
class SheetWalk
{
public:
    SheetWalk(const ZipParts& parts, std::size_t sheet)
        : m_xml(odsPart(parts, kContent, "office:document-content")), m_before(sheet)
    {
    }

    // The next row of the sheet; an empty node at its end.
    pugi::xml_node next()
    {
        while (m_xml.next()) {
            if (m_xml.path() == kTablePath) {
                if (m_within)
                    return {};
                m_within = m_before == 0;
                m_before -= m_within ? 0 : 1;
            } else if (isSheetRow(m_xml.path())) {
                if (m_within)
                    return m_xml.take();
                m_xml.skip();
            }
        }
        return {};
    }

private:
    XmlPieces m_xml;
    std::size_t m_before; // sheets to be passed
    bool m_within = false;
};

class OdsRows : public SheetReader
{
public:
    OdsRows(const ZipParts& parts, std::size_t sheet, const std::string& name)
        : m_walk(parts, sheet), m_filler(name)
    {
    }

    bool next(SheetRow& row) override
    {
        while (m_repeats == 0) {
            const pugi::xml_node element = m_walk.next();
            if (!element)
                return false;
            fill(element);
        }
        --m_repeats;
        repeat(row);
        return true;
    }

private:
    // A row that repeats is worked out once.
    void fill(pugi::xml_node element)
    {
        m_cells.clear();
        m_hidden = !std::string_view(element.attribute("table:visibility").value()).empty() &&
                   std::string_view(element.attribute("table:visibility").value()) != "visible";
        std::int64_t column = 0;
        for (const pugi::xml_node cell : element) {
            const bool covered = isCalled(cell, "table:covered-table-cell");
            if (!covered && !isCalled(cell, "table:table-cell"))
                continue;
            const std::int64_t times = countIn(cell, "table:number-columns-repeated");
            std::string text = covered ? std::string() : odsCellText(cell);
            if (text.empty() && cell.attribute("table:formula") &&
                !cell.attribute("office:value-type"))
                noteFormulaWithoutValue(m_number + 1, static_cast<std::size_t>(column));
            if (!text.empty())
                m_cells.push_back({static_cast<std::size_t>(column),
                                   static_cast<std::size_t>(times), std::move(text)});
            column += times;
        }
        const std::int64_t times = countIn(element, "table:number-rows-repeated");
        m_repeats = m_cells.empty() ? 0 : times;
        m_number += m_cells.empty() ? times : 0;
    }

    void repeat(SheetRow& row)
    {
        m_filler.begin(row, ++m_number, m_hidden);
        for (const Cells& cells : m_cells) {
            for (std::size_t i = 0; i < cells.times; ++i)
                m_filler.put(row, cells.column + i, cells.text);
        }
    }

    struct Cells
    {
        std::size_t column = 0, times = 1;
        std::string text;
    };

    SheetWalk m_walk;
    RowFiller m_filler;
    std::vector<Cells> m_cells; // of the row at hand, those with text
    bool m_hidden = false;
    std::int64_t m_repeats = 0; // of it, still to come
    std::int64_t m_number = 0;  // of the row before
};

class OdsSource : public WorkbookSource
{
public:
    explicit OdsSource(ZipParts parts) : m_parts(std::move(parts))
    {
        refuseIfProtected();
        XmlPieces xml = odsPart(m_parts, kContent, "office:document-content");
        std::set<std::string> hiding; // styles
        while (xml.next()) {
            if (xml.path() == kStylePath) {
                const pugi::xml_node style = xml.take();
                if (hidesSheets(style))
                    hiding.insert(style.attribute("style:name").value());
            } else if (xml.path() == kTablePath) {
                const pugi::xml_node table = xml.attributes();
                addSheet({table.attribute("table:name").value(),
                          hiding.contains(table.attribute("table:style-name").value())});
            } else if (isSheetRow(xml.path())) {
                xml.skip();
            }
        }
    }

    std::unique_ptr<SheetReader> rows(std::size_t sheet) const override
    {
        return std::make_unique<OdsRows>(m_parts, sheet, sheets()[sheet].name);
    }

    std::vector<CellRange> mergedRanges(std::size_t sheet) const override
    {
        std::vector<CellRange> ranges;
        SheetWalk walk(m_parts, sheet);
        std::int64_t row = 1;
        while (const pugi::xml_node element = walk.next()) {
            std::int64_t column = 0;
            for (const pugi::xml_node cell : element) {
                const CellRange range{
                    row, row + countIn(cell, "table:number-rows-spanned") - 1,
                    static_cast<std::size_t>(column),
                    static_cast<std::size_t>(column +
                                             countIn(cell, "table:number-columns-spanned") - 1)};
                if (range.lastRow > range.firstRow || range.lastColumn > range.firstColumn)
                    addMerged(ranges, range, sheets()[sheet].name);
                column += countIn(cell, "table:number-columns-repeated");
            }
            row += countIn(element, "table:number-rows-repeated");
        }
        return ranges;
    }

private:
    static bool hidesSheets(pugi::xml_node style)
    {
        return std::string_view(style.attribute("style:family").value()) == "table" &&
               std::string_view(
                   style.child("style:table-properties").attribute("table:display").value()) ==
                   "false";
    }

    void refuseIfProtected() const
    {
        constexpr const char* manifest = "META-INF/manifest.xml";
        if (!m_parts.has(manifest))
            return;
        XmlPieces xml = odsPart(m_parts, manifest, "manifest:manifest");
        while (xml.next()) {
            if (xml.path().ends_with("manifest:encryption-data"))
                throw WorkbookFault{{kWorkbookProtected, {}}};
        }
    }

    ZipParts m_parts;
};

} // namespace

std::shared_ptr<const WorkbookSource> odsSource(ZipParts parts)
{
    return std::make_shared<OdsSource>(std::move(parts));
}

} // namespace twelvefold::exchange
