// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "store/connection.h"
#include "store/migrate.h"
#include "store/record_tables.h"
#include "store/schema.h"
#include "store/schema_check.h"

#include "support/catch.h"
#include "support/paths.h"

#include <algorithm>
#include <fstream>
#include <set>

using namespace store_tests;
using store::Store;

namespace {

const RecordTable& tableNamed(const std::vector<RecordTable>& tables, const std::string& name)
{
    const auto found = std::ranges::find(tables, name, &RecordTable::name);
    REQUIRE(found != tables.end());
    return *found;
}

const RecordColumn& columnNamed(const RecordTable& table, const std::string& name)
{
    const auto found = std::ranges::find(table.columns, name, &RecordColumn::name);
    REQUIRE(found != table.columns.end());
    return *found;
}

} // namespace

TEST_CASE("Every table of records and every column has its words, and no others do")
{
    std::set<std::string> expected, told;
    const auto fresh = store::freshDatabase(store::migrations());
    for (const auto tables : {store::recordedTables(), store::draftTables()}) {
        for (const char* table : tables) {
            store::Query query(*fresh, "SELECT name FROM pragma_table_info(?) "
                                       "WHERE type <> 'BLOB'");
            query.with(table);
            while (query.next())
                expected.insert(std::string(table) + "." + query.text(0));
        }
    }
    for (const store::TableWords& table : store::recordWords()) {
        CHECK(std::string_view(table.about).size() > 10);
        for (const store::ColumnWords& column : table.columns) {
            INFO(table.name << "." << column.name);
            CHECK(told.insert(std::string(table.name) + "." + column.name).second);
            CHECK(std::string_view(column.about).size() > 8);
            CHECK_FALSE(std::string_view(column.about).ends_with('.')); // a sentence is made of it
        }
    }
    CHECK(told == expected);
}

TEST_CASE("A table of records says what its schema does")
{
    const auto tables = Store::recordTables();
    const RecordTable& child = tableNamed(tables, "child");
    CHECK(child.key == std::vector<std::string>{"id"});
    CHECK(columnNamed(child, "sex").words ==
          std::vector<std::string>{"male", "female", "unspecified"});
    CHECK(columnNamed(child, "local_id").mayBeAbsent);
    CHECK_FALSE(columnNamed(child, "ethnicity").mayBeAbsent);
    CHECK(columnNamed(child, "born_month").kind == RecordColumn::Kind::day);
    CHECK(columnNamed(tableNamed(tables, "need_domain"), "mark").words ==
          std::vector<std::string>{"strain", "safety", "school"});
    const RecordTable& note = tableNamed(tables, "draft_note");
    CHECK(note.key == std::vector<std::string>{"child", "author", "domain"});
    REQUIRE(note.references.size() == 1);
    CHECK(note.references[0].columns == std::vector<std::string>{"child", "author"});
    CHECK(note.references[0].table == "draft");
    for (const RecordTable& table : tables) {
        for (const RecordReference& reference : table.references)
            tableNamed(tables, reference.table);
        for (const RecordColumn& column : table.columns) {
            INFO(table.name << "." << column.name);
            const bool isDay = column.name.ends_with("_day") || column.name.starts_with("born") ||
                               column.name == "day";
            CHECK((column.kind == RecordColumn::Kind::day) == isDay);
        }
    }
}

TEST_CASE("Tables come in an order in which every record follows those that it refers to")
{
    // The frameworks are taken in before all others.
    const std::vector<RecordTable> tables = Store::recordTables();
    const auto frameworks = store::frameworkTables();
    std::set<std::string> before(frameworks.begin(), frameworks.end());
    for (const RecordTable& table : tables) {
        before.insert(table.name);
        for (const RecordReference& reference : table.references) {
            INFO(table.name << " refers to " << reference.table);
            CHECK(before.contains(reference.table));
        }
    }
    std::set<std::string> own;
    for (const char* name : frameworks) {
        own.insert(name);
        for (const RecordReference& reference : tableNamed(tables, name).references)
            CHECK(own.contains(reference.table));
    }
}

TEST_CASE("An earlier version of the schema has the tables and columns that it had")
{
    const auto first = Store::recordTables(1);
    CHECK(std::ranges::find(first, "care_event", &RecordTable::name) == first.end());
    const RecordTable& domain = tableNamed(first, "need_domain");
    CHECK(std::ranges::find(domain.columns, "mark", &RecordColumn::name) == domain.columns.end());
    CHECK(Store::recordTables(0).empty());
    CHECK(Store::recordTables(Store::currentSchema() + 1).empty());
}

TEST_CASE("The records of a store are read table by table, each of its key")
{
    Council council;
    const ChildId later = council.child("B1B-001"), earlier = council.child("A1A-001");
    std::vector<std::string> begun;
    std::vector<std::int64_t> children;
    const auto read =
        council.store->readRecords([&](const RecordTable& table) { begun.push_back(table.name); },
                                   [&](std::span<const RecordCell> cells) {
                                       if (begun.back() == "child")
                                           children.push_back(std::get<std::int64_t>(cells[0]));
                                   });
    CHECK(read);
    CHECK(begun.size() == Store::recordTables().size());
    CHECK(children ==
          std::vector{std::min(later.value, earlier.value), std::max(later.value, earlier.value)});
}

TEST_CASE("The page on the store lists the tables as they are told", "[docs]")
{
    std::ifstream page(tests::documentation() / "store.md");
    std::vector<std::string> listed, told;
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("| `"))
            listed.push_back(line);
    }
    for (const store::TableWords& table : store::recordWords())
        told.push_back("| `" + std::string(table.name) + "` | " + table.about + " |");
    CHECK(listed == told);
}
