// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/workbook.h"
#include "support/zipped.h"

#include "support/catch.h"

#include <memory>
#include <string>
#include <vector>

// Workbooks made from what a test wants in them, and short ways to ask what was read.
namespace workbooks {

using namespace twelvefold::exchange;
using twelvefold::domain::Message;
using twelvefold::tests::zipped;
using twelvefold::tests::ZippedPart;

using Parts = std::vector<ZippedPart>;

inline twelvefold::domain::Result<Workbook> open(std::string bytes)
{
    return Workbook::open(std::make_shared<const std::string>(std::move(bytes)));
}

inline Workbook opened(std::string bytes)
{
    auto workbook = open(std::move(bytes));
    if (!workbook)
        throw std::logic_error(plainEnglish(workbook.failure()));
    return *std::move(workbook);
}

// "1:Name|Born 2:Alex|2010-04-01": the rows that have something, those hidden with "!".
inline std::string told(const Workbook& workbook, std::size_t sheet = 0)
{
    std::string all;
    auto rows = workbook.rows(sheet);
    if (!rows)
        return std::string(rows.failure().kind.code);
    SheetRow row;
    while (rows->next(row)) {
        all += (all.empty() ? "" : " ") + std::to_string(row.number) + (row.hidden ? "!" : ":");
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            all += (i == 0 ? "" : "|") + row.cells[i];
    }
    if (rows->fault())
        all += (all.empty() ? "" : " ") + std::string(rows->fault()->kind.code);
    return all;
}

// "Costs Notes!": the sheets, those hidden with "!".
inline std::string sheetsOf(const Workbook& workbook)
{
    std::string all;
    for (const WorkbookSheet& sheet : workbook.sheets())
        all += (all.empty() ? "" : " ") + sheet.name + (sheet.hidden ? "!" : "");
    return all;
}

inline std::string refusal(std::string bytes)
{
    const auto workbook = open(std::move(bytes));
    return workbook ? "not refused" : plainEnglish(workbook.failure());
}
inline std::string refusalCode(std::string bytes)
{
    const auto workbook = open(std::move(bytes));
    return workbook ? "not refused" : std::string(workbook.failure().kind.code);
}

inline constexpr const char* kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
inline constexpr const char* kOffice =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
inline constexpr const char* kStrictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main";
inline constexpr const char* kStrictOffice =
    "http://purl.oclc.org/ooxml/officeDocument/relationships";

// An XLSX of one sheet, as little of it as there must be.
struct Xlsx
{
    std::string rows;         // within <sheetData>
    std::string behindRows{}; // such as <mergeCells>
    std::string shared{};     // within <sst>; where empty there is no such part
    std::string styles{};     // likewise within <styleSheet>
    std::string properties{}; // of the workbook: <workbookPr …/>
    std::string main = kMain; // the namespaces
    std::string office = kOffice;
    std::string target = "worksheets/sheet1.xml";

    Parts parts() const
    {
        const auto related = [&](const char* id, const char* kind, const std::string& to) {
            return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + office + "/" + kind +
                   "\" Target=\"" + to + "\"/>";
        };
        const std::string relationships = "<Relationships xmlns=\"http://schemas.openxmlformats."
                                          "org/package/2006/relationships\">";
        Parts all{
            {"_rels/.rels", relationships + related("rId1", "officeDocument", "xl/workbook.xml") +
                                "</Relationships>"},
            {"xl/workbook.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
                                "<workbook xmlns=\"" +
                                    main + "\" xmlns:r=\"" + office + "\">" + properties +
                                    "<sheets><sheet name=\"Costs\" sheetId=\"1\" r:id=\"rId1\"/>"
                                    "</sheets></workbook>"},
            {"xl/_rels/workbook.xml.rels",
             relationships + related("rId1", "worksheet", target) +
                 (shared.empty() ? "" : related("rId2", "sharedStrings", "sharedStrings.xml")) +
                 (styles.empty() ? "" : related("rId3", "styles", "styles.xml")) +
                 "</Relationships>"},
            {"xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" + main + "\"><sheetData>" + rows +
                                             "</sheetData>" + behindRows + "</worksheet>"}};
        if (!shared.empty())
            all.push_back(
                {"xl/sharedStrings.xml", "<sst xmlns=\"" + main + "\">" + shared + "</sst>"});
        if (!styles.empty())
            all.push_back({"xl/styles.xml",
                           "<styleSheet xmlns=\"" + main + "\">" + styles + "</styleSheet>"});
        return all;
    }
    std::string bytes() const { return zipped(parts()); }
};

inline std::string toldOfRows(const std::string& rows)
{
    return told(opened(Xlsx{rows}.bytes()));
}

// A part put in the place of that of its name, or added.
inline Parts with(Parts parts, const std::string& name, const std::string& content)
{
    for (ZippedPart& part : parts) {
        if (part.name == name) {
            part.content = content;
            return parts;
        }
    }
    parts.push_back({name, content});
    return parts;
}
inline Parts without(Parts parts, const std::string& name)
{
    std::erase_if(parts, [&](const ZippedPart& part) { return part.name == name; });
    return parts;
}

// An ODS with these tables and automatic styles.
inline Parts odsParts(const std::string& tables, const std::string& styles = {})
{
    return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
            {"content.xml",
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
             "<office:document-content "
             "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
             "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
             "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
             "<office:automatic-styles>" +
                 styles + "</office:automatic-styles><office:body><office:spreadsheet>" + tables +
                 "</office:spreadsheet></office:body></office:document-content>"},
            {"META-INF/manifest.xml",
             "<manifest:manifest "
             "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
             "<manifest:file-entry manifest:full-path=\"content.xml\"/></manifest:manifest>"}};
}

// Of one sheet with these rows.
inline std::string ods(const std::string& rows)
{
    return zipped(odsParts("<table:table table:name=\"Costs\">" + rows + "</table:table>"));
}
inline std::string toldOfOds(const std::string& rows)
{
    return told(opened(ods(rows)));
}

} // namespace workbooks
