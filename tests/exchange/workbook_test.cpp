// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbooks.h"

using namespace workbooks;
using namespace std::string_literals;

TEST_CASE("a sheet's rows say what a person sees in them, by row and column")
{
    Xlsx book;
    book.shared = "<si><t>CHILD</t></si><si><t>Weekly cost</t></si><si><t> 0012 </t></si>";
    book.rows =
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>"
        "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c>"
        "<c r=\"B3\" t=\"b\"><v>1</v></c><c r=\"C3\"><v>4500.7500000000002</v></c>"
        "<c r=\"D3\" t=\"e\"><v>#REF!</v></c><c r=\"E3\" t=\"b\"><v>0</v></c></row>";
    const Workbook workbook = opened(book.bytes());
    CHECK(sheetsOf(workbook) == "Costs");
    CHECK(told(workbook) == "1:CHILD||Weekly cost 3: 0012 |TRUE|4500.75|#REF!|FALSE");
}

TEST_CASE("rows can be gone over again, and several goings over at once")
{
    const Workbook workbook = opened(Xlsx{
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>"}
                                         .bytes());
    auto first = workbook.rows(0), second = workbook.rows(0);
    SheetRow row, other;
    REQUIRE(first->next(row));
    REQUIRE(second->next(other));
    REQUIRE(first->next(row));
    CHECK(row.number == 2);
    CHECK(other.number == 1);
    CHECK_FALSE(first->next(row));
    CHECK(second->next(other));
    CHECK(told(workbook) == "1:1 2:2");
    CHECK(told(workbook) == "1:1 2:2");
}

TEST_CASE("rows with nothing in them are left out, and so are blank cells behind the last")
{
    CHECK(toldOfRows(
              "<row r=\"1\"/><row r=\"2\"><c r=\"A2\" s=\"3\"/></row>"
              "<row r=\"5\"><c r=\"A5\"/><c r=\"B5\"><v>1</v></c><c r=\"C5\" s=\"1\"/></row>") ==
          "5:|1");
    CHECK(toldOfRows("") == "");
}

TEST_CASE("rich text is one text, without what says how to pronounce it")
{
    Xlsx book;
    book.shared = "<si><r><rPr><b/></rPr><t>Needs </t></r><r><t xml:space=\"preserve\">met </t></r>"
                  "<r><t>now</t></r></si>"
                  "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh>"
                  "<phoneticPr fontId=\"1\"/></si>"
                  "<si><t>one_x000D_\ntwo &amp; &#x201C;three&#8221;</t></si>"
                  "<si><t xml:space=\"preserve\">  </t></si><si/>"
                  "<si><t><![CDATA[a & b </row> <c>]]></t></si>";
    book.rows = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>"
                "<c t=\"s\"><v>3</v></c><c t=\"s\"><v>4</v></c><c t=\"s\"><v>5</v></c></row>";
    CHECK(told(opened(book.bytes())) ==
          "1:Needs met now|東京|one\r\ntwo & “three”|  ||a & b </row> <c>");
}

TEST_CASE("text that stands in its cell is read, where no texts are shared")
{
    CHECK(toldOfRows(
              "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Alex</t></is></c>"
              "<c r=\"B1\" t=\"inlineStr\"><is><r><t>Sam_x0021_</t></r><r><t> B</t></r></is></c>"
              "<c r=\"C1\" t=\"str\"><f>A1&amp;\"x\"</f><v>Alexx</v></c></row>") ==
          "1:Alex|Sam! B|Alexx");
}

TEST_CASE("dates are known by their number format, of 1900 and of 1904")
{
    Xlsx book;
    book.styles = "<numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy;@\"/>"
                  "<numFmt numFmtId=\"165\" formatCode=\"[$-809]dd mmm yyyy\"/>"
                  "<numFmt numFmtId=\"166\" formatCode=\"[Red]0.00&quot; d&quot;\"/>"
                  "<numFmt numFmtId=\"167\" formatCode=\"0000000\"/></numFmts>"
                  "<cellStyleXfs><xf numFmtId=\"14\"/><xf numFmtId=\"14\"/></cellStyleXfs>"
                  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
                  "<xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"22\"/>"
                  "<xf numFmtId=\"46\"/><xf numFmtId=\"167\"/></cellXfs>";
    for (int style = 0; style < 9; ++style)
        book.rows += "<c s=\"" + std::to_string(style) + "\"><v>44285.25</v></c>";
    book.rows = "<row>" + book.rows + "</row><row><c s=\"7\"><v>1234</v></c></row>";
    CHECK(told(opened(book.bytes())) ==
          "1:44285.25|2021-03-30 06:00:00|2021-03-30 06:00:00|2021-03-30 06:00:00|44285.25|"
          "2021-03-30 06:00:00|1062846:00:00|44285.25|44285.25 2:0001234");
    book.properties = "<workbookPr date1904=\"1\"/>";
    CHECK(told(opened(book.bytes())).starts_with("1:44285.25|2025-03-31 06:00:00|"));
    book.properties = "<workbookPr date1904=\"false\"/>";
    CHECK(told(opened(book.bytes())).starts_with("1:44285.25|2021-03-30 06:00:00|"));
}

TEST_CASE("formulas are read by their stored values, and those without are said to be blank")
{
    const Workbook workbook = opened(Xlsx{
        "<row r=\"2\"><c r=\"A2\"><f>1+1</f><v>2</v></c>"
        "<c r=\"B2\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"C2\"><f>A2*2</f><v/></c>"
        "<c r=\"D2\"><f>SUM(A2:B2)</f></c><c r=\"E2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"}
                                         .bytes());
    CHECK(told(workbook) == "2:2||||#DIV/0!");
    auto rows = workbook.rows(0);
    CHECK(rows->warnings().empty());
    for (SheetRow row; rows->next(row);)
        ;
    REQUIRE(rows->warnings().size() == 1);
    CHECK(plainEnglish(rows->warnings()[0])
              .starts_with("2 formulas, the first in C2, have no value in the file"));
}

TEST_CASE("rows and cells that are not numbered stand behind the one before")
{
    CHECK(toldOfRows("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/>"
                     "<row><c r=\"B3\"><v>4</v></c><c><v>5</v></c></row>"
                     "\n <row>\n <c r=\"A7\"><v>6</v></c></row><row><c><v>7</v></c></row>") ==
          "1:1||3 3:|4|5 7:6 8:7");
}

TEST_CASE("hidden rows and sheets are read and said to be hidden, and charts are no sheets")
{
    Parts parts = Xlsx{"<row r=\"1\" hidden=\"1\"><c><v>1</v></c></row>"
                       "<row r=\"2\" hidden=\"0\"><c><v>2</v></c></row>"
                       "<row r=\"3\" hidden=\"true\"><c><v>3</v></c></row>"}
                      .parts();
    parts = with(parts, "xl/workbook.xml",
                 "<workbook xmlns:r=\"x\"><sheets>"
                 "<sheet name=\"Notes\" sheetId=\"9\" state=\"hidden\" r:id=\"rId9\"/>"
                 "<sheet name=\"Chart\" sheetId=\"4\" r:id=\"rId4\"/>"
                 "<sheet name=\"A &amp; B\" sheetId=\"1\" state=\"visible\" r:id=\"rId1\"/>"
                 "<sheet name=\"Codes\" sheetId=\"2\" state=\"veryHidden\" r:id=\"rId9\"/>"
                 "</sheets></workbook>");
    parts =
        with(parts, "xl/_rels/workbook.xml.rels",
             "<Relationships>"
             "<Relationship Id=\"rId4\" Type=\"x/chartsheet\" Target=\"chartsheets/sheet1.xml\"/>"
             "<Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
             "<Relationship Id=\"rId9\" Type=\"x/worksheet\" Target=\"worksheets/notes.xml\"/>"
             "</Relationships>");
    parts.insert(parts.begin(), {"xl/worksheets/notes.xml",
                                 "<worksheet><sheetData><row><c><v>9</v></c></row></sheetData>"
                                 "</worksheet>"});
    const Workbook workbook = opened(zipped(parts));
    CHECK(sheetsOf(workbook) == "Notes! A & B Codes!");
    CHECK(told(workbook, 0) == "1:9");
    CHECK(told(workbook, 1) == "1!1 2:2 3!3");
    CHECK(told(workbook, 2) == "1:9");
}

TEST_CASE("a head merged over columns says its text in the first, and its range is known")
{
    Xlsx book;
    book.rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Costs</t></is></c><c r=\"B1\"/>"
                "<c r=\"C1\"/></row>";
    book.behindRows = "<mergeCells count=\"2\"><mergeCell ref=\"A1:C1\"/>"
                      "<mergeCell ref=\"AA2:AB4\"/></mergeCells>";
    const Workbook workbook = opened(book.bytes());
    CHECK(told(workbook) == "1:Costs");
    const auto merged = workbook.mergedRanges(0);
    REQUIRE(merged.ok());
    CHECK(*merged == std::vector<CellRange>{{1, 1, 0, 2}, {2, 4, 26, 27}});

    for (const char* odd : {"A1:", "", "1:2", "C1:A1", "A1:XFE1", "A1:A1048577"}) {
        book.behindRows = "<mergeCells><mergeCell ref=\""s + odd + "\"/></mergeCells>";
        const auto broken = opened(book.bytes()).mergedRanges(0);
        INFO(odd);
        REQUIRE_FALSE(broken.ok());
        CHECK(broken.failure().kind.code == "workbook-merged-out-of-place");
    }
}

TEST_CASE("strict workbooks, prefixed elements and every way to name a part are read alike")
{
    Xlsx book{"<row r=\"1\"><c r=\"A1\" t=\"d\"><v>2025-03-31T00:00:00</v></c>"
              "<c r=\"B1\"><v>5</v></c></row>"};
    book.main = kStrictMain;
    book.office = kStrictOffice;
    for (const char* target : {"worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml",
                               "../xl/worksheets/sheet1.xml", "./worksheets/Sheet1.xml"}) {
        INFO(target);
        book.target = target;
        CHECK(told(opened(book.bytes())) == "1:2025-03-31|5");
    }
    Parts parts = book.parts();
    parts = with(parts, "xl/worksheets/sheet1.xml",
                 "\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?><!-- <row> --><x:worksheet "
                 "xmlns:x=\"m\">\n<x:cols><x:col min=\"1\" max=\"2\" note=\"a > b\"/></x:cols>"
                 "<x:sheetData>\n <x:row r=\"1\"> <x:c r=\"A1\" t=\"inlineStr\"> <x:is><x:t>Alex"
                 "</x:t></x:is> </x:c><!-- </x:row> --></x:row></x:sheetData></x:worksheet>\n");
    CHECK(told(opened(zipped(parts))) == "1:Alex");
    for (ZippedPart& part : parts)
        std::ranges::replace(part.name, '/', '\\'); // as a zip made by hand on Windows may have it
    CHECK(told(opened(zipped(parts))) == "1:Alex");
}

TEST_CASE("an ODS says its values by their types, and text with its blanks and lines")
{
    const Workbook workbook = opened(ods(
        "<table:table-row>"
        "<table:table-cell office:value-type=\"string\"><text:p>Needs <text:span>met</text:span>"
        "</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"float\" office:value=\"4500.1000000000004\">"
        "<text:p>4,500.10</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"currency\" office:currency=\"GBP\" "
        "office:value=\"1200\"><text:p>£1,200.00</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"percentage\" office:value=\"0.05\">"
        "<text:p>5%</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"date\" office:date-value=\"2025-03-31\">"
        "<text:p>31/03/25</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"date\" office:date-value=\"2025-03-31T14:30:00\"/>"
        "<table:table-cell office:value-type=\"time\" office:time-value=\"PT14H30M00S\"/>"
        "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>"
        "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"false\"/>"
        "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" "
        "office:string-value=\"\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p>"
        "</table:table-cell>"
        "<table:table-cell table:formula=\"of:=TRUE()\" office:value-type=\"float\" "
        "office:value=\"1\"><text:p>TRUE</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"float\" office:value=\"1234\">"
        "<text:p>0001234</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"string\" office:string-value=\"said\">"
        "<text:p>shown</text:p></table:table-cell></table:table-row>"));
    CHECK(told(workbook) == "1:Needs met|4500.1|1200|0.05|2025-03-31|2025-03-31 14:30:00|14:30:00|"
                            "TRUE|FALSE|#DIV/0!|TRUE|0001234|said");
    CHECK(toldOfOds(
              "<table:table-row><table:table-cell office:value-type=\"string\">"
              "<office:annotation><text:p>a note</text:p></office:annotation>"
              "<text:p>  one\n <text:s text:c=\"2\"/>two<text:tab/>three </text:p>"
              "<text:p><text:span>東<text:ruby><text:ruby-base>京</text:ruby-base><text:ruby-text>"
              "キョウ</text:ruby-text></text:ruby></text:span><text:line-break/>four"
              " <text:a>five</text:a></text:p>"
              "</table:table-cell></table:table-row>") == "1:  one   two\tthree \n東京\nfour five");
}

TEST_CASE("cells and rows of an ODS that repeat are repeated, and the blank rest is passed over")
{
    const std::string one = "<table:table-cell office:value-type=\"float\" office:value=\"1\"/>";
    CHECK(toldOfOds("<table:table-row table:number-rows-repeated=\"2\">"
                    "<table:table-cell table:number-columns-repeated=\"2\"/>"
                    "<table:table-cell office:value-type=\"string\" "
                    "table:number-columns-repeated=\"2\"><text:p>x</text:p></table:table-cell>"
                    "<table:table-cell table:number-columns-repeated=\"16380\"/></table:table-row>"
                    "<table:table-row table:number-rows-repeated=\"1048569\">"
                    "<table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
                    "<table:table-row>" +
                    one + "</table:table-row>") == "1:||x|x 2:||x|x 1048572:1");
    const auto repeated = [&](const char* attribute, const char* times) {
        return "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\" "
               "table:" +
               std::string(attribute) + "=\"" + times + "\"/></table:table-row>";
    };
    CHECK(toldOfOds(repeated("number-columns-repeated", "16385")) == "workbook-too-many-columns");
    CHECK(toldOfOds(repeated("number-columns-repeated", "99999999999999999999")) == "1:1");
    CHECK(toldOfOds("<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell/>"
                    "</table:table-row><table:table-row>" +
                    one + "</table:table-row>") == "workbook-too-many-rows");
}

TEST_CASE("cells of an ODS under a merged one are blank, and the range is known")
{
    const Workbook workbook = opened(ods(
        "<table:table-header-rows><table:table-row><table:table-cell/><table:table-cell "
        "office:value-type=\"string\" table:number-columns-spanned=\"2\" "
        "table:number-rows-spanned=\"2\"><text:p>Costs</text:p></table:table-cell>"
        "<table:covered-table-cell office:value-type=\"string\"><text:p>under it</text:p>"
        "</table:covered-table-cell><table:table-cell office:value-type=\"float\" "
        "office:value=\"1\"/></table:table-row></table:table-header-rows>"
        "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>"
        "<table:table-row><table:table-cell table:number-columns-spanned=\"3\" "
        "table:number-rows-spanned=\"1\"/></table:table-row>"));
    CHECK(told(workbook) == "1:|Costs||1");
    const auto merged = workbook.mergedRanges(0);
    REQUIRE(merged.ok());
    CHECK(*merged == std::vector<CellRange>{{1, 2, 1, 2}, {5, 5, 0, 2}});
}

TEST_CASE("an ODS tells hidden sheets and rows, and what is drawn on a sheet is no row of it")
{
    const std::string cell = "<table:table-cell office:value-type=\"string\"><text:p>x</text:p>"
                             "</table:table-cell>";
    const auto table = [](const std::string& name, const std::string& rows) {
        return "<table:table table:name=\"" + name + "\" table:style-name=\"t" + name + "\">" +
               rows + "</table:table>";
    };
    const Workbook workbook = opened(zipped(odsParts(
        table("A",
              "<table:shapes><draw:frame><draw:text-box><table:table><table:table-row>" + cell +
                  "</table:table-row></table:table></draw:text-box></draw:frame></table:shapes>"
                  "<table:table-row-group><table:table-rows>"
                  "<table:table-row table:visibility=\"filter\">" +
                  cell +
                  "</table:table-row>"
                  "</table:table-rows></table:table-row-group>"
                  "<table:table-row table:visibility=\"collapse\">" +
                  cell +
                  "</table:table-row>"
                  "<table:table-row>" +
                  cell + cell + "</table:table-row>") +
            table("B", "<table:table-row>" + cell + "</table:table-row>") + table("C", ""),
        "<style:style style:name=\"tA\" style:family=\"table\"><style:table-properties "
        "table:display=\"true\"/></style:style>"
        "<style:style style:name=\"tB\" style:family=\"table\"><style:table-properties "
        "table:display=\"false\"/></style:style>")));
    CHECK(sheetsOf(workbook) == "A B! C");
    CHECK(told(workbook, 0) == "1!x 2!x 3:x|x");
    CHECK(told(workbook, 1) == "1:x");
    CHECK(told(workbook, 2) == "");
}

TEST_CASE("a formula of an ODS that was never worked out is said to be blank")
{
    const Workbook workbook = opened(
        ods("<table:table-row><table:table-cell table:formula=\"of:=1+1\"/><table:table-cell "
            "table:formula=\"of:=1\" office:value-type=\"float\" "
            "office:value=\"1\"/></table:table-row>"));
    auto rows = workbook.rows(0);
    SheetRow row;
    REQUIRE(rows->next(row));
    CHECK(row.cells == std::vector<std::string>{"", "1"});
    REQUIRE(rows->warnings().size() == 1);
    CHECK(plainEnglish(rows->warnings()[0])
              .starts_with("A formula, in A1, has no value in the file"));
}

namespace {

// A compound file of nothing but a header and a list with one stream.
std::string compoundFile(const std::string& stream)
{
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(1016, '\0');
    for (const char letter : stream)
        bytes.append({letter, '\0'});
    return bytes + std::string(512, '\0');
}

} // namespace

TEST_CASE("what is no workbook that can be read is named, with what to do")
{
    CHECK(
        refusal(compoundFile("EncryptedPackage")) ==
        "The workbook is protected by a password. Open it with the password, save it without one, "
        "and bring in that.");
    CHECK(refusal(compoundFile("Workbook")) ==
          "This is a workbook of Excel 2003 or older (.xls). Open it in the program that made it, "
          "save it as an Excel workbook (.xlsx), and bring in that.");
    CHECK(refusal(compoundFile("Book")).starts_with("This is a workbook of Excel 2003 or older"));
    CHECK(refusal(compoundFile("WordDocument")) ==
          "This is an older Office document, not a workbook that can be read (.xlsx or .ods).");
    CHECK(
        refusal(zipped({{"xl/workbook.bin", "x"}})).starts_with("This is a binary Excel workbook"));
    CHECK(refusal(zipped({{"Index/Document.iwa", "x"}})).starts_with("This is an Apple document"));
    CHECK(
        refusal(zipped({{"word/document.xml", "x"}})).starts_with("This is a Word document, not"));
    CHECK(refusal(zipped({{"mimetype", "application/vnd.oasis.opendocument.text"}}))
              .starts_with("This is an OpenDocument file without a spreadsheet, not"));
    CHECK(refusal(zipped({{"header.csv", "CHILD"}}))
              .starts_with("This is a zipped file without a workbook's parts, not"));
    CHECK(refusal("CHILD,SEX\n").starts_with("This is a file of some other kind, not a workbook"));
    CHECK(refusalCode("") == "workbook-none");
    CHECK(beginsAsWorkbook(Xlsx{}.bytes()));
    CHECK(beginsAsWorkbook(compoundFile("Workbook")));
    CHECK_FALSE(beginsAsWorkbook("CHILD,SEX\n"));
}

TEST_CASE("an ODS or a zipped file under a password is named as such")
{
    CHECK(refusalCode(zipped(
              with(odsParts(""), "META-INF/manifest.xml",
                   "<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\">"
                   "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"))) ==
          "workbook-protected");
    std::string bytes = Xlsx{}.bytes();
    for (const auto& [mark, flags] : {std::pair("PK\x03\x04", 6), std::pair("PK\x01\x02", 8)}) {
        for (auto at = bytes.find(mark); at != std::string::npos; at = bytes.find(mark, at + 4))
            bytes[at + static_cast<std::size_t>(flags)] |= 1; // the bit that says so
    }
    CHECK(refusalCode(bytes) == "workbook-protected");
}

TEST_CASE("a workbook that is cut off, or lacks a part, says so")
{
    const Parts parts = Xlsx{"<row><c><v>1</v></c></row>", "", "<si/>", "<cellXfs/>"}.parts();
    const std::string whole = zipped(parts);
    CHECK(told(opened(whole)) == "1:1");
    CHECK(refusal(whole.substr(0, whole.size() / 2))
              .starts_with("The file is cut off or damaged: the list of what is in it"));
    for (const char* needed : {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
                               "xl/sharedStrings.xml"}) {
        INFO(needed);
        CHECK(refusal(zipped(without(parts, needed)))
                  .starts_with("The workbook is damaged: its part “"s + needed + "” is missing."));
    }
    CHECK(refusalCode(zipped(with(parts, "_rels/.rels", "<Relationships/>"))) ==
          "workbook-no-main-part");
    CHECK(refusalCode(zipped(without(odsParts(""), "content.xml"))) == "workbook-part-missing");
    // One sheet that is missing leaves the others to be read.
    const Workbook lacking = opened(zipped(without(parts, "xl/worksheets/sheet1.xml")));
    CHECK(told(lacking) == "workbook-part-missing");
    CHECK(told(opened(zipped(with(parts, "xl/_rels/workbook.xml.rels", "<Relationships/>")))) ==
          "workbook-sheet-not-there");
    CHECK(refusalCode(zipped(with(parts, "xl/workbook.xml", "<workbook><sheets/></workbook>"))) ==
          "workbook-no-sheets");
    CHECK(refusalCode(zipped(with(parts, "xl/workbook.xml", "<document/>"))) ==
          "workbook-part-of-other-kind");
}

TEST_CASE("a part whose bytes have changed since it was packed is not believed")
{
    const Parts parts = Xlsx{"<row><c><v>1234</v></c></row>"}.parts();
    std::string bytes = zipped(parts, false);
    const auto at = bytes.find("<v>1234");
    bytes[at + 3] = '9';
    CHECK(told(opened(bytes)) == "1:9234 workbook-part-damaged");
}

TEST_CASE("XML that breaks off, makes no sense or declares what it should not is refused")
{
    const auto toldOfSheet = [](const std::string& xml) {
        return told(opened(zipped(with(Xlsx{}.parts(), "xl/worksheets/sheet1.xml", xml))));
    };
    const std::string row = "<row><c><v>1</v></c></row>";
    CHECK(toldOfSheet("<worksheet><sheetData>" + row) == "1:1 workbook-part-broken");
    for (const char* xml :
         {"", "<worksheet", "<worksheet><sheetData><row><c>",
          "<worksheet><sheetData></worksheet></sheetData>", "<worksheet/><worksheet/>",
          "<worksheet></worksheet></worksheet>", "<worksheet><></></worksheet>",
          "<worksheet><!-- </worksheet>", "<worksheet a=\"<\"/>",
          "<worksheet><sheetData><row><c><v></c></v></row></sheetData></worksheet>",
          "<worksheet><sheetData><row><c><v>\x01</v></c></row></sheetData></worksheet>",
          "<worksheet><sheetData><row><c><v>\xC3</v></c></row></sheetData></worksheet>",
          "<worksheet><sheetData><row r='1></row></sheetData></worksheet>"}) {
        INFO(xml);
        CHECK(toldOfSheet(xml) == "workbook-part-broken");
    }
    for (const char* xml :
         {"<!DOCTYPE w [<!ENTITY a \"aaaa\">]><worksheet/>",
          "<worksheet><!ENTITY a \"b\"></worksheet>",
          "<worksheet><sheetData><row><c t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>",
          "<worksheet><sheetData><row><c t=\"str\"><v>a & b</v></c></row></sheetData></worksheet>",
          "<worksheet><sheetData><row><c t=\"str\"><v>a&#0;b</v></c></row></sheetData></worksheet>",
          "<worksheet><sheetData><row><c "
          "t=\"str\"><v>a&#xD800;</v></c></row></sheetData></worksheet>",
          "<worksheet><sheetData><row><c t=\"str\"><v>&#99999999999;</v></c></row></sheetData>"
          "</worksheet>"}) {
        INFO(xml);
        CHECK(toldOfSheet(xml) == "workbook-part-declares");
    }
    CHECK(toldOfSheet("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><worksheet/>") ==
          "workbook-part-encoding");
    CHECK(toldOfSheet("\xFF\xFE<\0w\0"s) == "workbook-part-encoding");
    CHECK(toldOfSheet("<chartsheet/>") == "workbook-part-of-other-kind");
    std::string deep = "<worksheet>";
    for (int i = 0; i < 1000; ++i)
        deep += "<a>";
    CHECK(toldOfSheet(deep) == "workbook-part-broken");
}

TEST_CASE("cells and rows out of their place, and texts that are not there, are not guessed at")
{
    CHECK(toldOfRows("<row r=\"2\"><c><v>1</v></c></row><row r=\"2\"><c><v>1</v></c></row>") ==
          "2:1 workbook-row-out-of-place");
    for (const char* rows : {"<row r=\"0\"/>", "<row r=\"-3\"/>", "<row r=\"one\"/>"})
        CHECK(toldOfRows(rows) == "workbook-row-out-of-place");
    for (const char* cells : {"<c r=\"A2\"><v>1</v></c>", "<c r=\"B1\"/><c r=\"A1\"><v>1</v></c>",
                              "<c r=\"B1\"/><c r=\"B1\"/>", "<c r=\"1\"/>", "<c r=\"\"/>",
                              "<c r=\"a1\"/>", "<c r=\"AAAAAA1\"/>", "<c r=\"A1x\"/>"}) {
        INFO(cells);
        CHECK(toldOfRows("<row r=\"1\">"s + cells + "</row>") == "workbook-cell-out-of-place");
    }
    for (const char* text : {"0", "-1", "x", "99999999999999999999"})
        CHECK(toldOfRows("<row><c t=\"s\"><v>"s + text + "</v></c></row>") ==
              "workbook-shared-text-not-there");
    const Workbook walk =
        opened(Xlsx{"<row r=\"7\"><c r=\"B7\" t=\"s\"><v>3</v></c></row>"}.bytes());
    auto going = walk.rows(0);
    SheetRow row;
    CHECK_FALSE(going->next(row));
    CHECK_FALSE(going->next(row));
    REQUIRE(going->fault());
    CHECK(plainEnglish(*going->fault())
              .starts_with(
                  "The workbook is damaged: the cell B7 of the sheet “Costs” has a text that"));
}

TEST_CASE("a workbook beyond what a spreadsheet can have is refused with the bound")
{
    CHECK(toldOfRows("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>").size() ==
          16383 + std::string("1048576:1").size());
    CHECK(toldOfRows("<row r=\"1048577\"><c><v>1</v></c></row>") == "workbook-too-many-rows");
    CHECK(toldOfRows("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>") ==
          "workbook-too-many-columns");
    CHECK(toldOfRows("<row><c t=\"str\"><v>" + std::string(kLongestSheetCell + 1, 'x') +
                     "</v></c></row>") == "workbook-cell-too-long");
    CHECK(toldOfOds("<table:table-row><table:table-cell><text:p>a<text:s text:c=\"999999999\"/>"
                    "</text:p></table:table-cell></table:table-row>") == "workbook-cell-too-long");

    std::string sheets;
    for (std::size_t i = 0; i <= kMostSheets; ++i)
        sheets += "<sheet name=\"x\" r:id=\"rId1\"/>";
    CHECK(
        refusal(zipped(with(Xlsx{}.parts(), "xl/workbook.xml",
                            "<workbook><sheets>" + sheets + "</sheets></workbook>"))) ==
        "The workbook has more than 1000 sheets. Save those that are wanted as a workbook of their "
        "own.");
    Parts many;
    for (std::int64_t i = 0; i <= kMostParts; ++i)
        many.push_back({std::to_string(i), {}});
    CHECK(refusal(zipped(many, false)) == "The file has 10001 parts, more than a workbook's 10000. "
                                          "Save the sheets that are wanted as "
                                          "a workbook of their own.");

    Xlsx merging{"", "<mergeCells>"};
    for (std::size_t i = 0; i <= kMostMergedRanges; ++i)
        merging.behindRows += "<mergeCell ref=\"A1:B1\"/>";
    merging.behindRows += "</mergeCells>";
    const auto merged = opened(merging.bytes()).mergedRanges(0);
    REQUIRE_FALSE(merged.ok());
    CHECK(merged.failure().kind.code == "workbook-too-many-merged");
}

TEST_CASE("a bomb is refused before it fills the memory")
{
    // One text of a megabyte in each of a row's cells.
    Xlsx book;
    book.shared = "<si><t>" + std::string(kLongestSheetCell, 'x') + "</t></si>";
    book.rows = "<row>";
    for (int i = 0; i < 100; ++i)
        book.rows += "<c t=\"s\"><v>0</v></c>";
    book.rows += "</row>";
    CHECK(told(opened(book.bytes())) == "workbook-row-says-too-much");
    CHECK(toldOfOds("<table:table-row><table:table-cell table:number-columns-repeated=\"16000\">"
                    "<text:p>" +
                    std::string(kLongestSheetCell, 'x') +
                    "</text:p></table:table-cell>"
                    "</table:table-row>") == "workbook-row-says-too-much");
    // A row that never ends, and rows of nothing packed a thousand times as tight as figures are.
    CHECK(toldOfRows("<row>" + std::string(kLongestRow + 200'000, ' ') + "</row>") ==
          "workbook-row-too-long");
    std::string nothing;
    while (nothing.size() < kUnpackedWithoutQuestion)
        nothing += "<row/>" + std::string(200, ' ');
    CHECK(toldOfRows(nothing) == "workbook-packed-too-tightly");
}
