// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/spreadsheet_text.h"

#include "support/catch.h"

using namespace twelvefold::exchange;
using Kind = NumberFormat::Kind;

namespace {

std::string shownAs(std::string_view stored, std::string_view code,
                    DayCount count = DayCount::from1900)
{
    return numberText(stored, numberFormat(code), count);
}

std::string plain(std::string text)
{
    undoEscapes(text);
    return text;
}

} // namespace

TEST_CASE("a number reads as a person would have typed it")
{
    const std::pair<const char*, const char*> cases[] = {
        {"4500", "4500"},
        {"4500.75", "4500.75"},
        {"1.1000000000000001", "1.1"},
        {"1200.1000000000001", "1200.1"},
        {"0.30000000000000004", "0.3"},
        {"0.1", "0.1"},
        {"12.0", "12"},
        {"1E3", "1000"},
        {"1.0000000000000001E-5", "0.00001"},
        {"2.5e-3", "0.0025"},
        {"1.2345E+15", "1234500000000000"},
        {"-0", "0"},
        {"-3.50", "-3.5"},
        {" 7 ", "7"},
        {"0.123456789012345", "0.123456789012345"},
        {"12345678901234567", "12345678901234567"}, // an id: as it stands
        {"1e300", "1e+300"},
        {"", ""},
        {"nan", "nan"},
        {"1e999", "1e999"},
        {"12 weeks", "12 weeks"},
    };
    for (const auto& [stored, typed] : cases) {
        INFO(stored);
        CHECK(numberText(stored) == typed);
    }
}

TEST_CASE("number formats that show dates and times are told from those that do not")
{
    for (const char* code : {"dd/mm/yyyy", "dd/mm/yyyy;@", "[$-809]dd mmm yyyy", "d-mmm-yy",
                             "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "mmm-yy", "mmmm",
                             "YYYY\\-MM\\-DD", "[Red]dd/mm/yy", "dd\"th\" mmm", "m/d/yy h:mm",
                             "dd/mm/yyyy hh:mm:ss", "[$-409]d/m/yy h:mm AM/PM;@"}) {
        INFO(code);
        CHECK(numberFormat(code).kind == Kind::date);
    }
    for (const char* code : {"h:mm", "hh:mm:ss", "[$-F400]h:mm:ss AM/PM", "mm:ss", "mm:ss.0"}) {
        INFO(code);
        CHECK(numberFormat(code).kind == Kind::time);
    }
    for (const char* code : {"[h]:mm", "[hh]:mm:ss", "[mm]", "[ss].00"}) {
        INFO(code);
        CHECK(numberFormat(code).kind == Kind::elapsed);
    }
    for (const char* code : {"General",
                             "0.00",
                             "[Red]0.00",
                             "#,##0.00;[Red]-#,##0.00",
                             "0.00E+00",
                             "\"day\" 0",
                             "0 \"days\"",
                             "0\\d",
                             "_d0_)",
                             "*d0",
                             "[$£-809]#,##0.00",
                             "@",
                             "",
                             "GENERAL",
                             "0%",
                             "# ?/?",
                             "[>=1000]0",
                             "[Magenta]0",
                             "\"",
                             "[",
                             "\\",
                             "0;dd/mm/yyyy",
                             "_-[$£-809]* #,##0.00_-",
                             "[DBNum1]0"}) {
        INFO(code);
        CHECK(numberFormat(code).kind == Kind::number);
    }
    for (const int id : {14, 15, 16, 17, 22, 27, 36, 50, 58})
        CHECK(builtInNumberFormat(id).kind == Kind::date);
    for (const int id : {18, 19, 20, 21, 45, 47})
        CHECK(builtInNumberFormat(id).kind == Kind::time);
    CHECK(builtInNumberFormat(46).kind == Kind::elapsed);
    for (const int id : {0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 37, 40, 44, 48, 49, 59, 164})
        CHECK(builtInNumberFormat(id).kind == Kind::number);
}

TEST_CASE("a day's number is the day that the spreadsheet shows")
{
    CHECK(shownAs("45747", "dd/mm/yyyy") == "2025-03-31");
    CHECK(shownAs("1", "dd/mm/yyyy") == "1900-01-01");
    CHECK(shownAs("59", "dd/mm/yyyy") == "1900-02-28");
    CHECK(shownAs("60", "dd/mm/yyyy") == "1900-02-29"); // as Excel has it, which nobody was born on
    CHECK(shownAs("61", "dd/mm/yyyy") == "1900-03-01");
    CHECK(shownAs("2958465", "dd/mm/yyyy") == "9999-12-31");
    CHECK(shownAs("44285", "dd/mm/yyyy", DayCount::from1904) == "2025-03-31");
    CHECK(shownAs("0", "dd/mm/yyyy", DayCount::from1904) == "1904-01-01");
    // What is shown as no date is none.
    CHECK(shownAs("0", "dd/mm/yyyy") == "0");
    CHECK(shownAs("-1", "dd/mm/yyyy") == "-1");
    CHECK(shownAs("2958466", "dd/mm/yyyy") == "2958466");
    CHECK(shownAs("1e300", "dd/mm/yyyy") == "1e+300");
    CHECK(shownAs("soon", "dd/mm/yyyy") == "soon");
    CHECK(shownAs("", "dd/mm/yyyy") == "");
}

TEST_CASE("a time stands behind a day unless it is midnight")
{
    CHECK(shownAs("45747.604166666664", "dd/mm/yyyy hh:mm") == "2025-03-31 14:30:00");
    CHECK(shownAs("45747.604166666664", "dd/mm/yyyy") == "2025-03-31 14:30:00");
    CHECK(shownAs("45747.604166666664", "hh:mm") == "2025-03-31 14:30:00");
    CHECK(shownAs("45746.999999999993", "dd/mm/yyyy") ==
          "2025-03-31"); // midnight, but for rounding
    CHECK(shownAs("0.60416666666666663", "hh:mm") == "14:30:00");
    CHECK(shownAs("0", "hh:mm") == "00:00:00");
    CHECK(shownAs("0.5", "dd/mm/yyyy hh:mm") == "12:00:00");
    CHECK(shownAs("1.1041666666666667", "[h]:mm") == "26:30:00");
}

TEST_CASE("a format of noughts alone keeps the noughts that lead a number")
{
    CHECK(shownAs("1234", "0000000") == "0001234");
    CHECK(shownAs("12345678", "0000000") == "12345678");
    CHECK(shownAs("12.5", "0000") == "12.5");
    CHECK(shownAs("-12", "0000") == "-12");
    CHECK(shownAs("7", "0") == "7");
    CHECK(shownAs("1234", "#,##0") == "1234");
    CHECK(shownAs("", "000") == "");
}

TEST_CASE("dates and times in words of ISO 8601 read like those in numbers")
{
    CHECK(isoMomentText("2025-03-31") == "2025-03-31");
    CHECK(isoMomentText("2025-03-31T00:00:00") == "2025-03-31");
    CHECK(isoMomentText("2025-03-31T14:30:00") == "2025-03-31 14:30:00");
    CHECK(isoMomentText("2025-03-31T14:30") == "2025-03-31 14:30:00");
    CHECK(isoMomentText("2025-03-31T14:29:59.999999") == "2025-03-31 14:30:00");
    CHECK(isoMomentText("2025-03-31T23:59:59.9999999Z") == "2025-04-01");
    CHECK(isoMomentText("14:30:00") == "14:30:00");
    for (const char* odd :
         {"2025-02-30", "2025-3-1", "25-03-2025", "next week", "", "T", "2025-03-31T",
          "2025-03-31 x", "2025-03-31T25:00:00", "2025-03-31T10:61"}) {
        INFO(odd);
        CHECK(isoMomentText(odd) == (std::string_view(odd) == "2025-03-31T" ? "2025-03-31" : odd));
    }
    CHECK(isoDurationText("PT14H30M00S") == "14:30:00");
    CHECK(isoDurationText("PT26H30M00.4S") == "26:30:00");
    CHECK(isoDurationText("P1DT2H") == "26:00:00");
    CHECK(isoDurationText("PT0S") == "00:00:00");
    for (const char* odd : {"-PT1H", "P1Y", "PTH", "1 hour", "PT1e99H", "P5"}) {
        INFO(odd);
        CHECK(isoDurationText(odd) == odd);
    }
}

TEST_CASE("letters that XML cannot hold come back from how Excel writes them")
{
    CHECK(plain("one_x000D_\ntwo") == "one\r\ntwo");
    CHECK(plain("_x005F_x000D_") == "_x000D_");
    CHECK(plain("_xD83D__xDE00_") == "\U0001F600");
    CHECK(plain("Zo_x00EB_") == "Zo\u00EB");
    for (const char* asItIs :
         {"_x000_", "_xD83D_", "_xDE00_", "_x0000_", "_x00G0_", "_x", "a_b", ""}) {
        INFO(asItIs);
        CHECK(plain(asItIs) == asItIs);
    }
}
