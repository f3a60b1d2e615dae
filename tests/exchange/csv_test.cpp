// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv_table.h"

#include "domain/csv.h"
#include "exchange/text.h"

#include "support/catch.h"
#include <random>

using namespace twelvefold::exchange;

namespace {

// "1:a|b 2:c|d": each row's line and cells.
std::string cut(std::string_view text, char separator = ',')
{
    std::string all;
    for (const CsvRow& row : parseCsv(text, separator)) {
        all += (all.empty() ? "" : " ") + std::to_string(row.line) + (row.badQuotes ? "!" : ":");
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            all += (i > 0 ? "|" : "") + row.cells[i];
    }
    return all;
}

} // namespace

TEST_CASE("rows are cut at any kind of line end and blank lines are left out")
{
    CHECK(cut("a,b\nc,d\n") == "1:a|b 2:c|d");
    CHECK(cut("a,b\r\nc,d") == "1:a|b 2:c|d");
    CHECK(cut("a,b\rc,d\r") == "1:a|b 2:c|d");
    CHECK(cut("\n\r\n a,b \n\n  \nc,d\n\n") == "3:a|b 6:c|d");
    CHECK(cut("") == "");
    CHECK(cut("\n\n") == "");
    CHECK(cut("a") == "1:a");
    CHECK(cut(",") == "1:|");
    CHECK(cut("a,,\n,,b") == "1:a|| 2:||b");
}

TEST_CASE("quotation marks keep separators, line ends and quotation marks inside a cell")
{
    CHECK(cut("\"a,b\",c") == "1:a,b|c");
    CHECK(cut("\"say \"\"yes\"\"\",c") == "1:say \"yes\"|c");
    CHECK(cut("\"two\nlines\",c\nd,e") == "1:two\nlines|c 3:d|e");
    CHECK(cut("\"two\r\nlines\",c\r\nd,e") == "1:two\r\nlines|c 3:d|e");
    CHECK(cut("\"\",\"\"") == "1:|");
    CHECK(cut("\"a\" , \"b\" \nc,d") == "1:a|b 2:c|d");
}

TEST_CASE("a broken quotation mark costs its own line and no other")
{
    CHECK(cut("a,b\n\"c,d\ne,f\ng,h") == "1:a|b 2!\"c,d 3:e|f 4:g|h");
    CHECK(cut("a,b\nc\"x\",d\ne,f") == "1:a|b 2!c\"x\",d 3:e|f");
    CHECK(cut("a,b\n\"c\"x,d\ne,f") == "1:a|b 2!\"c\"x,d 3:e|f");
    CHECK(cut("a,b\n\"c,d\ne,\"f, g\"\nh,i") == "1:a|b 2!\"c,d 3:e|f, g 4:h|i");
    CHECK(cut("\"") == "1!\"");
    CHECK(cut("a,b\nc,\"d") == "1:a|b 2!c,\"d");
}

TEST_CASE("a file of nothing but opening quotation marks is cut in reasonable time")
{
    std::string text;
    for (int i = 0; i < 100'000; ++i)
        text += "\"a,b\n";
    CHECK(parseCsv(text, ',').size() >= 50'000);
}

TEST_CASE("other separators are found by the headings and used")
{
    CHECK(separatorOf("a,b,c\n1;2;3;4;5") == ',');
    CHECK(separatorOf("\n\na;b;c\n") == ';');
    CHECK(separatorOf("a\tb\tc") == '\t');
    CHECK(separatorOf("\"a;b;c;d\",e") == ',');
    CHECK(separatorOf("one") == ',');
    CHECK(separatorOf("") == ',');
    CHECK(cut("a;b,c;d", ';') == "1:a|b,c|d");
    CHECK(cut("a\t\tb", '\t') == "1:a||b");
}

TEST_CASE("white space goes from both ends, whatever kind it is")
{
    CHECK(trimmed(" \t a b \r\n") == "a b");
    CHECK(trimmed("\u00A0 a\u00A0") == "a");
    CHECK(trimmed("\uFEFFa") == "a");
    CHECK(trimmed("   ") == "");
    CHECK(trimmed("") == "");
    CHECK(trimmed("\u00E0") == "\u00E0"); // shares a byte with the no-break space
}

TEST_CASE("whatever is written is read back as it was, by programs and from spreadsheets")
{
    constexpr std::string_view pieces[] = {
        "\"",          "\n", "\r",     "\r\n",   "=",  "+",  "-", "@", "＝",
        "\t",          "'",  "\u00A0", "\uFEFF", " ",  ",",  ";", "a", "Zoë",
        "👩‍👧", "12", ".5",     "e-07",   "NA", "# ", "\v"};
    std::mt19937 random(12); // the same texts each time
    const auto anyText = [&] {
        std::string text;
        const bool veryLong = random() % 500 == 0;
        for (std::size_t n = veryLong ? 50'000 : random() % 7; n > 0; --n)
            text += pieces[random() % std::size(pieces)];
        return text;
    };
    for (const auto& flavour :
         {twelvefold::domain::kCsvForPrograms, twelvefold::domain::kCsvForSpreadsheets}) {
        std::vector<std::vector<std::string>> written;
        twelvefold::domain::CsvWriter csv(flavour);
        for (int row = 0; row < 3000; ++row) {
            std::vector<std::string>& cells = written.emplace_back();
            for (int column = 0; column < 4; ++column)
                csv.text(cells.emplace_back(anyText()));
            csv.figure(cells.emplace_back("-3.5e-07"));
            csv.endRow();
        }
        const auto decoded = decodeText(csv.take());
        REQUIRE(decoded.ok());
        const auto rows = parseCsv(decoded->utf8, ',');
        REQUIRE(rows.size() == written.size());
        CellWalk walk(decoded->utf8, decoded->utf8, ','); // as stats reads
        for (std::size_t row = 0; row < rows.size(); ++row) {
            std::vector<std::string> walked, withoutBlanks;
            REQUIRE(walk.nextRow());
            while (!walk.rowEnded())
                walked.emplace_back(walk.cell());
            for (const std::string& cell : written[row])
                withoutBlanks.emplace_back(trimmed(cell));
            if (rows[row].cells != written[row] || walked != withoutBlanks) {
                CHECK(rows[row].cells == written[row]);
                CHECK(walked == withoutBlanks);
            }
        }
        CHECK_FALSE(walk.nextRow());
    }
}
