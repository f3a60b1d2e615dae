// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading.h"

using namespace reading;

namespace {

ReadFile readOc2(const std::string& rows, const ReadOptions& options = summer2024())
{
    const ReadFile file =
        read("CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,"
             "HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED\n" +
                 rows,
             options);
    checkInvariants(file);
    return file;
}

using Values = std::vector<std::pair<std::string, double>>;

} // namespace

TEST_CASE("OC2 gives the outcome values that the product knows, and blanks give none")
{
    const ReadFile file = readFile(fixture("oc2.csv"), settingTable(), on(2024, 6, 1, 2024));
    checkInvariants(file);
    CHECK(codes(file) == "");
    REQUIRE(file.outcomes.size() == 3);
    CHECK(file.outcomes[0].localId == "000101");
    CHECK(file.outcomes[0].values == Values{{"sdq_total", 17},
                                            {"convicted", 0},
                                            {"immunisations", 1},
                                            {"dental_check", 1},
                                            {"health_assessment", 1},
                                            {"substance_misuse", 0}});
    for (const auto& [measure, value] : file.outcomes[1].values)
        CHECK(findOutcomeMeasure(measure) != nullptr);
}

TEST_CASE("an SDQ score is a whole number from 0 to 40")
{
    const ReadFile file = readOc2("a,,0,,,,,,,,,\nb,,40,,,,,,,,,\nc,,41,,,,,,,,,\nd,,-1,,,,,,,,,\n"
                                  "e,,12.5,,,,,,,,,\nf,,12.0,,,,,,,,,\ng,,many,,,,,,,,,\n");
    REQUIRE(file.outcomes.size() == 7);
    CHECK(file.outcomes[0].values == Values{{"sdq_total", 0}});
    CHECK(file.outcomes[1].values == Values{{"sdq_total", 40}});
    CHECK(file.outcomes[5].values == Values{{"sdq_total", 12}});
    for (const std::size_t none : {2U, 3U, 4U, 6U})
        CHECK(file.outcomes[none].values.empty());
    CHECK(std::ranges::count(file.problems, Problem::Action::valueLeftOut, &Problem::action) == 4);
    CHECK(plainEnglish(file.problems[0].message) ==
          "“41” is not a whole number from 0 to 40: it was left out.");
}

TEST_CASE("a score beside a reason for none is kept, with a warning")
{
    const ReadFile file = readOc2("a,,12,SDQ2,,,,,,,,\nb,,,SDQ9,,,,,,,,\n");
    CHECK(codes(file) == "sdq-score-and-reason code-unknown");
    CHECK(file.outcomes[0].values == Values{{"sdq_total", 12}});
}

TEST_CASE("yes and no are 1 and 0, or plain words for them, and nothing else")
{
    const ReadFile file = readOc2("a,,,,2,yes,1,0,1.0,0.0,,\n");
    CHECK(codes(file) == "column-yes-and-no not-yes-or-no");
    CHECK(file.outcomes[0].values == Values{{"health_check", 1},
                                            {"immunisations", 1},
                                            {"dental_check", 0},
                                            {"health_assessment", 1},
                                            {"substance_misuse", 0}});
}

TEST_CASE("help with substance misuse has to fit what is said of it")
{
    CHECK(codes(readOc2("a,,,,,,,,,1,1,\n")) == "");
    CHECK(codes(readOc2("a,,,,,,,,,1,0,1\n")) == "");
    CHECK(codes(readOc2("a,,,,,,,,,0,1,\n")) == "intervention-without-misuse");
    CHECK(codes(readOc2("a,,,,,,,,,1,1,1\n")) == "intervention-offered-and-received");
}

TEST_CASE("ages are held against what is asked, once the return's year is known")
{
    const std::string young = "a,01/01/2021,10,,1,,,,,,,\n";
    CHECK(codes(readOc2(young)) == "");
    CHECK(codes(readOc2(young, on(2024, 6, 1, 2024))) == "sdq-unexpected convicted-too-young");
    const std::string unscored = "a,01/01/2012,,,,,,,,,,\n";
    CHECK(codes(readOc2(unscored)) == "");
    CHECK(codes(readOc2(unscored, on(2024, 6, 1, 2024))) == "sdq-expected");
}

TEST_CASE("a child stands once in OC2, and a birth date that does not exist costs the row")
{
    const ReadFile file = readOc2("a,,12,,,,,,,,,\na,,13,,,,,,,,,\nb,30/02/2012,13,,,,,,,,,\n");
    CHECK(codes(file) == "child-repeated not-a-date");
    REQUIRE(file.outcomes.size() == 1);
    CHECK(file.outcomes[0].values == Values{{"sdq_total", 12}});
}
