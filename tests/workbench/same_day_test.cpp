// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/paths.h"
#include "workbench/a_returned_store.h"

#include "support/catch.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

// Stays that begin and end on one day, and moves on the day on which children are counted.
using namespace twelvefold;
using namespace twelvefold::domain;
using namespace twelvefold::tests;

namespace {

const Date kCensus = *Date::from(2025, 3, 31);

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

std::string movesOnCensusDay()
{
    return contentsOf(testData() / "workbench" / "moves_on_census_day.csv");
}

struct Council
{
    TemporaryFolder folder;
    std::unique_ptr<Workbench> bench =
        Workbench::create(folder.file("store.twelvefold"), "Testshire", "A. Tester").value();

    workbench::ImportPlan bringIn(const std::string& text, const std::string& name)
    {
        const auto plan = bench->planImport({folder.write(name, text)}, {});
        REQUIRE(bench->applyImport(plan));
        for (const auto& file : plan.files)
            CHECK(file.accepted + file.changed + file.unchanged + file.rejected == file.rows);
        return plan;
    }
    // "8101 childrens_home": where each child lives on a day.
    std::map<std::string, std::string> settings(Date on) const
    {
        std::map<std::string, std::string> found;
        const auto cohort = bench->cohort(on);
        for (std::size_t row = 0; row < cohort->size(); ++row) {
            const std::string id = bench->store().child(cohort->child[row])->localId;
            CHECK_FALSE(found.contains(id));
            found[id] = cohort->setting[row] ? token(*cohort->setting[row]) : "nowhere";
        }
        return found;
    }
    std::size_t episodes(const std::string& localId) const
    {
        return bench->store().episodes(bench->store().childrenByLocalId().at(localId)).size();
    }
};

const std::map<std::string, std::string> kRight{{"8101", "childrens_home"},
                                                {"8103", "in_house_foster"},
                                                {"8104", "in_house_foster"},
                                                {"8105", "in_house_foster"}};

} // namespace

TEST_CASE("A child who moved on the census day is counted once, in the place it moved to",
          "[same-day]")
{
    Council council;
    const auto plan = council.bringIn(movesOnCensusDay(), "episodes.csv");
    CHECK(plan.files.front().rejected == 0);
    CHECK(council.settings(kCensus) == kRight);
    CHECK(council.episodes("8104") == 2); // the stay of no nights is history
    CHECK(council.episodes("8105") == 3);
    for (const char* id : {"8104", "8105"}) {
        const auto child = council.bench->store().childrenByLocalId().at(id);
        CHECK(council.bench->store().placements(child).size() == 1);
    }
}

TEST_CASE("The order of the rows and of the files does not matter, and again is unchanged",
          "[same-day]")
{
    const auto lines = linesOf(movesOnCensusDay());
    for (unsigned seed = 1; seed <= 10; ++seed) {
        std::vector<std::string> rows(lines.begin() + 1, lines.end());
        std::shuffle(rows.begin(), rows.end(), std::mt19937(seed));
        std::string text = lines.front() + "\n";
        for (const std::string& row : rows)
            text += row + "\n";
        Council council;
        council.bringIn(text, "episodes.csv");
        CHECK(council.settings(kCensus) == kRight);
        const auto again = council.bringIn(movesOnCensusDay(), "again.csv");
        CHECK(again.files.front().unchanged == again.files.front().rows);
        CHECK(council.episodes("8104") == 2);
    }
}

TEST_CASE("The next year's return meets the same stays, whichever comes first", "[same-day]")
{
    const auto lines = linesOf(movesOnCensusDay());
    // The year after has what was open on 1 April: 8104 has ended since, 8105 goes on.
    const std::string next = lines.front() + "\n"
                                             "8104,02/01/2025,P,V2,N4,U6,PR1,09/09/2025,E4A,,,,\n"
                                             "8105,31/03/2025,P,V2,N4,U4,PR1,,,,,,\n";
    Council forwards, backwards;
    forwards.bringIn(movesOnCensusDay(), "episodes.csv");
    const auto plan = forwards.bringIn(next, "next.csv");
    CHECK(plan.files.front().changed == 1);
    CHECK(plan.files.front().unchanged == 1);
    backwards.bringIn(next, "next.csv");
    backwards.bringIn(movesOnCensusDay(), "episodes.csv");
    for (const Council* council : {&forwards, &backwards}) {
        CHECK(council->settings(kCensus) == kRight);
        CHECK(council->episodes("8104") == 2);
        CHECK(council->episodes("8105") == 3);
        CHECK_FALSE(council->settings(*Date::from(2025, 9, 9)).contains("8104"));
    }
}

TEST_CASE("A stay that the later return ends on its first day is the one that was open",
          "[same-day]")
{
    const std::string headings = linesOf(movesOnCensusDay()).front() + "\n";
    Council council;
    council.bringIn(headings + "9001,31/03/2025,S,C2,N1,U4,PR4,,,,,,\n", "episodes.csv");
    council.bringIn(headings + "9001,31/03/2025,S,C2,N1,U4,PR4,31/03/2025,E4A,,,,\n"
                               "9002,01/05/2025,S,C2,N1,U4,PR4,,,,,,\n",
                    "next.csv");
    CHECK(council.episodes("9001") == 1);
    CHECK(council.settings(kCensus).empty());
}

TEST_CASE("Thousands of stays that begin on one day are told apart as fast as on many")
{
    Returned store;
    const auto rows = [](const std::string& end) {
        std::string text = kEpisodeHeadings;
        for (int i = 0; i < 20000; ++i)
            text += "101,10/05/2023,S,C2,N1,K2,PR4," + end + ",,,SC" +
                    std::to_string(1000000 + i).substr(1) + "\n";
        return text;
    };
    const auto first = store.bringIn(rows("10/05/2023,X1,CARPL"), "episodes.csv");
    CHECK(first.files.front().accepted == 20000);
    CHECK(store.bringIn(rows("10/05/2023,X1,CARPL"), "episodes.csv").nothingToDo());
    const auto changed = store.bringIn(rows("10/05/2023,X1,LAREQ"), "episodes.csv");
    CHECK(changed.files.front().changed == 20000);
}
