// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/open_file.h"
#include "exchange/profile_guess.h"
#include "exchange/reading.h"

#include <algorithm>

using namespace reading;

namespace {

const std::vector<NeedName> kNeeds{
    {"school", "School and learning"}, {"safe", "Keeping safe"}, {"body", "Body and health"}};

Profile scores()
{
    Profile profile;
    profile.name = "Scores";
    profile.makes = ProfileMakes::assessments;
    profile.fields = {
        {"child", {"Ref"}, {}, {}}, {"date", {"Scored on"}, {}, {}}, {"author", {"By"}, {}, {}}};
    profile.values = {{{"School"}, "", "", "", "school", false},
                      {{"Safety"}, "", "", "", "safe", false}};
    return profile;
}

ReadFile scoresRead(const std::string& rows)
{
    ProfileShelf shelf;
    shelf.put(scores());
    const Opened opened = openBytes("scores.csv", "Ref,Scored on,By,School,Safety\n" + rows, shelf);
    ReadFile file = readFile(*opened.front(), settingTable(), on(2024, 6, 1));
    CHECK(brokenPromise(file).empty());
    return file;
}

std::ptrdiff_t told(const ReadFile& file, std::string_view rule)
{
    return std::ranges::count_if(file.problems, [rule](const Problem& problem) {
        return problem.message.kind.code == rule;
    });
}

} // namespace

TEST_CASE("levels of needs in a table of one's own are an assessment a row", "[profiles]")
{
    const ReadFile file = scoresRead("11,03/02/2024,A. Worker,2,0\n"
                                     "12,13/02/2024,,3 - a lot,1.0\n"
                                     "13,14/02/2024,,N/A,4\n");
    CHECK(file.kind == FileKind::assessments);
    REQUIRE(file.assessments.size() == 3);
    using Levels = std::vector<std::pair<std::string, int>>;
    CHECK(file.assessments[0].levels == Levels{{"school", 2}, {"safe", 0}});
    CHECK(file.assessments[0].author == "A. Worker");
    CHECK(file.assessments[0].date == *Date::from(2024, 2, 3));
    CHECK(file.assessments[1].levels == Levels{{"school", 3}, {"safe", 1}});
    CHECK(file.assessments[2].levels == Levels{{"safe", 4}});
}

TEST_CASE("what is no level is left out, and a row without one or without a day is refused",
          "[profiles]")
{
    const ReadFile file = scoresRead("11,13/02/2024,,2.5,1\n"
                                     "12,13/02/2024,,-1,high\n"
                                     "13,,,1,1\n"
                                     "14,13/02/2025,,1,1\n"
                                     "11,13/02/2024,,1,1\n"
                                     ",13/02/2024,,1,1\n"
                                     "15,13/02/2024,,1 or 2,12/13\n");
    CHECK(file.rows == 7);
    REQUIRE(file.assessments.size() == 1);
    CHECK(file.assessments[0].levels.size() == 1);
    CHECK(told(file, "assessment-not-a-level") >= 1);
    CHECK(told(file, "assessment-no-level") == 2);
    for (const char* rule : {"assessment-no-day", "assessment-day-to-come",
                             "assessment-twice-on-day", "child-missing"}) {
        INFO(rule);
        CHECK(told(file, rule) == 1);
    }
}

TEST_CASE("a table headed by what needs are called is guessed to be of assessments", "[profiles]")
{
    const TablePreview table{
        "scores",
        {"Child ID", "Assessment date", "School and learning", "safe", "Total"},
        {{"11", "13/02/2024", "2", "1", "3"}}};
    const Profile profile = guessProfile(table, kNeeds);
    CHECK(profile.makes == ProfileMakes::assessments);
    REQUIRE(profile.values.size() == 2);
    CHECK(profile.values[0].measure == "school");
    CHECK(profile.values[1].columns == std::vector<std::string>{"safe"});
    REQUIRE(profile.field("date") != nullptr);
    CHECK(profile.field("date")->columns == std::vector<std::string>{"Assessment date"});
    // One such heading alone is of something else.
    CHECK(guessProfile({"x", {"Child", "Safe", "Amount"}, {}}, kNeeds).makes ==
          ProfileMakes::costs);
}

TEST_CASE("a profile of assessments comes back from its file as it was, and faults are named",
          "[profiles]")
{
    const auto back = readProfile(writeProfile(scores()));
    REQUIRE(back);
    CHECK(*back == scores());
    CHECK(writeProfile(scores()).find("\"need\": \"school\"") != std::string::npos);
    Profile nobody = scores();
    nobody.values[0].measure.clear();
    REQUIRE(faultIn(nobody));
    CHECK(faultIn(nobody)->kind.code == std::string_view("profile-no-need"));
    Profile twice = scores();
    twice.values[1].measure = "school";
    REQUIRE(faultIn(twice));
    CHECK(faultIn(twice)->kind.code == std::string_view("profile-need-twice"));
    Profile costs = scores();
    costs.fields.push_back({"urn", {"URN"}, {}, {}});
    REQUIRE(faultIn(costs));
    CHECK(faultIn(costs)->kind.code == std::string_view("profile-field-of-others"));
    Profile measures = scores();
    measures.makes = ProfileMakes::measures;
    CHECK(faultIn(measures)); // nobody scores an outcome in a profile of values
}
