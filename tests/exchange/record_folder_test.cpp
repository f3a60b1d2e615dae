// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/record_cells.h"
#include "exchange/record_folder.h"

#include "support/catch.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>
#include <map>
#include <random>

using namespace twelvefold::domain;
using namespace twelvefold::exchange;

namespace {

RecordColumn column(RecordColumn::Kind kind, bool mayBeAbsent = false)
{
    return {"note", kind, mayBeAbsent, "What was noted", {}};
}

std::string cellOf(const RecordColumn& column, const RecordCell& value)
{
    CsvWriter csv(kCsvForPrograms);
    writeRecordCell(column, value, csv);
    return csv.take();
}

// What a cell that is quoted nowhere says.
std::string refusalOf(const RecordColumn& column, std::string_view cell)
{
    const auto read = readRecordCell(column, cell);
    return read ? std::string() : std::string(read.failure().kind.code);
}

std::string oddText(std::mt19937& random)
{
    static const char* const kPieces[] = {"'",  "=",    "+",  "-",      "@",      "\"", ",",
                                          "\n", "\r\n", ";",  "a",      "1",      " ",  "\t",
                                          "=1", "−",    "＝", "\u00A0", "\u2028", "é",  "\\"};
    std::string text;
    for (auto n = random() % 5; n > 0; --n)
        text += kPieces[random() % std::size(kPieces)];
    return text;
}

} // namespace

TEST_CASE("Every text has a cell of its own, which no spreadsheet runs")
{
    std::mt19937 random(7);
    for (const bool mayBeAbsent : {false, true}) {
        std::map<std::string, std::string> texts; // by their cells
        const RecordTable table{
            "t",
            "A table",
            {column(RecordColumn::Kind::text, mayBeAbsent), column(RecordColumn::Kind::integer)},
            {"note"},
            {}};
        if (mayBeAbsent)
            texts[cellOf(table.columns[0], RecordCell{})] = "absent";
        for (int i = 0; i < 20'000; ++i) {
            const std::string text = oddText(random);
            const std::string cell = cellOf(table.columns[0], std::string_view(text));
            const auto [known, isNew] = texts.emplace(cell, "text " + text);
            CHECK((isNew || known->second == "text " + text));
            CHECK(withoutFormula(text).ends_with(text));
        }
    }
}

TEST_CASE("Numbers are written whole and days as dates, and read as they were")
{
    using Kind = RecordColumn::Kind;
    for (const std::int64_t value : {std::int64_t{0}, std::numeric_limits<std::int64_t>::max(),
                                     std::numeric_limits<std::int64_t>::min(), std::int64_t{-1}}) {
        const std::string cell = cellOf(column(Kind::integer), value);
        CHECK(std::get<std::int64_t>(*readRecordCell(column(Kind::integer), cell)) == value);
    }
    for (const double value : {0.1, -1e300, 5e-324, 1.0 / 3, 36.5}) {
        const std::string cell = cellOf(column(Kind::number), value);
        CHECK(std::get<double>(*readRecordCell(column(Kind::number), cell)) == value);
    }
    CHECK(cellOf(column(Kind::number), 36.5) == "36.5");
    CHECK(cellOf(column(Kind::day), std::int64_t{20543}) == "2026-03-31");
    CHECK(std::get<std::int64_t>(*readRecordCell(column(Kind::day), "2026-03-31")) == 20543);
    CHECK(cellOf(column(Kind::flag), std::int64_t{1}) == "1");
    CHECK(cellOf(column(Kind::day, true), RecordCell{}).empty());
    CHECK(std::holds_alternative<std::monostate>(*readRecordCell(column(Kind::day, true), "")));
    CHECK(std::get<std::string_view>(*readRecordCell(column(Kind::text), "")).empty());
    CHECK(std::get<std::string_view>(*readRecordCell(column(Kind::text, true), "'")).empty());
}

TEST_CASE("A cell that is not of its column's kind is refused by what is wanted")
{
    using Kind = RecordColumn::Kind;
    CHECK(refusalOf(column(Kind::integer), "") == "record-cell-blank");
    CHECK(refusalOf(column(Kind::integer), "1.0") == "record-no-integer");
    CHECK(refusalOf(column(Kind::integer), "99999999999999999999") == "record-no-integer");
    CHECK(refusalOf(column(Kind::number), "1,5") == "record-no-number");
    CHECK(refusalOf(column(Kind::number), "inf") == "record-no-number");
    CHECK(refusalOf(column(Kind::number), "nan") == "record-no-number");
    CHECK(refusalOf(column(Kind::day), "31/03/2026") == "record-no-day");
    CHECK(refusalOf(column(Kind::day), "2026-02-30") == "record-no-day");
    CHECK(refusalOf(column(Kind::day), "20543") == "record-no-day");
    CHECK(refusalOf(column(Kind::flag), "2") == "record-no-flag");
    CHECK(refusalOf(column(Kind::flag), "true") == "record-no-flag");
    CHECK(refusalOf(column(Kind::text), "\xff") == "record-no-text");
    CHECK(refusalOf(column(Kind::text), std::string_view("a\0b", 3)) == "record-no-text");
    RecordColumn sex = column(Kind::text);
    sex.words = {"male", "female"};
    CHECK(refusalOf(sex, "Male") == "record-no-word");
    CHECK(refusalOf(sex, "male").empty());
}

TEST_CASE("The package describes every field of every table")
{
    RecordTable table{"cost_line",
                      "What is paid",
                      {{"id", RecordColumn::Kind::integer, false, "Identifies it", {}},
                       {"child", RecordColumn::Kind::integer, false, "Whose it is", {}},
                       {"end_day", RecordColumn::Kind::day, true, "The day after", {}},
                       {"per", RecordColumn::Kind::text, false, "Per what", {"day", "week"}},
                       {"credit", RecordColumn::Kind::flag, true, "Whether it comes back", {}}},
                      {"id"},
                      {{{"child"}, "child", {"id"}}, {{"id"}, "cost_line", {"id"}}}};
    RecordFileWriter writer(table);
    const std::vector<RecordCell> cells{std::int64_t{1}, std::int64_t{2}, RecordCell{},
                                        std::string_view("day"), RecordCell{}};
    writer.add(cells);
    CHECK(writer.take() == "id,child,end_day,per,credit\n1,2,,day,\n");
    RecordPackage package{7, "1.2.3", "Testshire", "2026-04-01T12:00:00Z", {}, {writer.end()}};
    const auto json = nlohmann::json::parse(packageText(package, std::span(&table, 1)));
    CHECK(json["profile"] == "tabular-data-package");
    CHECK(json["twelvefold"]["schema_version"] == 7);
    CHECK(json["twelvefold"]["program_version"] == "1.2.3");
    const auto& resource = json["resources"][0];
    CHECK(resource["path"] == "cost_line.csv");
    CHECK(resource["bytes"] == 38);
    CHECK(resource["hash"].get<std::string>().starts_with("sha256:"));
    CHECK(resource["twelvefold"]["rows"] == 1);
    const auto& schema = resource["schema"];
    CHECK(schema["primaryKey"] == nlohmann::json{"id"});
    CHECK(schema["foreignKeys"][0]["reference"]["resource"] == "child");
    CHECK(schema["foreignKeys"][1]["reference"]["resource"] == ""); // itself
    for (const auto& field : schema["fields"]) {
        CHECK(field["description"].get<std::string>().ends_with("."));
        CHECK_FALSE(field["title"].get<std::string>().empty());
    }
    CHECK(schema["fields"][2]["type"] == "date");
    CHECK(schema["fields"][2]["title"] == "End day");
    CHECK(schema["fields"][3]["constraints"]["enum"] == nlohmann::json{"day", "week"});
    CHECK(schema["fields"][4]["trueValues"] == nlohmann::json{"1"});
}
