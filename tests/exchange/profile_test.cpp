// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/profile.h"
#include "reading.h"

using namespace reading;

namespace {

// A table read by a profile that somebody asked for.
ReadFile readBy(const Profile& profile, const std::string& table,
                const ReadOptions& options = summer2024())
{
    const Folder folder;
    ProfileShelf shelf;
    shelf.ask(profile);
    const ReadFile file = readFile(*openFile(folder.write("table.csv", table), shelf).front(),
                                   settingTable(), options);
    checkInvariants(file);
    return file;
}

Profile soundly(const std::string& json)
{
    const auto profile = readProfile(json);
    INFO((profile ? "" : plainEnglish(profile.failure())));
    REQUIRE(profile);
    return *profile;
}

std::string whyNot(const std::string& json)
{
    const auto profile = readProfile(json);
    return profile ? "" : plainEnglish(profile.failure());
}

// A weekly fee with a heading of its own.
const std::string kFees = R"({"format": "twelvefold-profile", "name": "Fees",
  "fields": {"child": {"column": "Client"}, "start": {"column": "From"},
             "component": "core", "per": "week"%1},
  "values": [{"column": "Fee"}]%2})";

std::string fees(const std::string& fields = "", const std::string& more = "")
{
    std::string json = kFees;
    json.replace(json.find("%1"), 2, fields);
    json.replace(json.find("%2"), 2, more);
    return json;
}

// "core £100.00 week social_care 2024-02-01–, …": what is paid, in the order of the rows.
std::string lines(const ReadFile& file)
{
    std::string all;
    for (const FinanceRow& row : file.finance) {
        const CostLine& line = row.line;
        if (row.onlyIfThere)
            continue;
        all += (all.empty() ? "" : ", ") + row.localId + " " + std::string(token(line.component)) +
               " " + line.signedAmount().plain() + " " + std::string(token(line.per)) + " " +
               std::string(token(line.funder)) + " " + line.period.start.iso() + "–" +
               (line.period.end ? line.period.end->iso() : "");
    }
    return all;
}

const std::string kCensusHead =
    "Looked after child?,Placing Authority,Identifier,Age,Organisation,Provider Ofsted URN,"
    "Type of provision,Placement start date,Total weekly cost,Contribution from Social Care,"
    "Contribution from Education,Contribution from Health\n";

} // namespace

TEST_CASE("the census of placements is known by its headings: a line for each payer", "[profile]")
{
    const ReadFile file =
        read(kCensusHead +
             "Yes,Anyshire,101,12,Hazel House,2345678,Residential,05/09/2023,\"£4,120.00\","
             "\"£3,000.00\",£620.00,£500.00\n"
             "Yes,Anyshire,102,9,Alder Fostering,,Fostering,01/02/2024,980,980,0,\n"
             "Yes,Anyshire,103,15,Rowan Care,,Supported accommodation,13/02/2024,1250,,250,\n");
    checkInvariants(file);
    CHECK(file.kind == FileKind::finance);
    CHECK(file.profile == "Placements North West census");
    CHECK(file.rows == 3);
    CHECK(lines(file) == "101 core 3000.00 week social_care 2023-09-05–, "
                         "101 core 620.00 week education 2023-09-05–, "
                         "101 core 500.00 week health 2023-09-05–, "
                         "102 core 980.00 week social_care 2024-02-01–, "
                         "103 core 250.00 week education 2024-02-13–, "
                         "103 core 1000.00 week social_care 2024-02-13–");
    CHECK(file.finance[0].line.settingTold == Setting::childrensHome);
    CHECK(file.finance[0].providerName == "Hazel House");
    CHECK(has(file, "file-by-profile"));
    CHECK(has(file, "cost-rest-of-total"));   // of 103: what education leaves
    CHECK(has(file, "cost-lines-of-nought")); // of 102
    CHECK(file.columns.size() >= 8);
}

TEST_CASE("parts that do not come to the total are said, and a total without parts is the amount",
          "[profile]")
{
    const ReadFile file = read(kCensusHead + "Yes,A,101,1,H,,,13/09/2023,4120,3000,620,400\n"
                                             "Yes,A,102,1,H,,,13/09/2023,500,,,\n"
                                             "Yes,A,103,1,H,,,13/09/2023,,,,\n"
                                             "Yes,A,104,1,H,,,13/09/2023,0,0,0,0\n");
    checkInvariants(file);
    REQUIRE(has(file, "cost-parts-and-total"));
    CHECK(plainEnglish(problem(file, "cost-parts-and-total")->message) ==
          "The parts come to £4020.00 and the total is £4120.00: the parts were taken as they "
          "stand. Which is right?");
    CHECK(lines(file) == "101 core 3000.00 week social_care 2023-09-13–, "
                         "101 core 620.00 week education 2023-09-13–, "
                         "101 core 400.00 week health 2023-09-13–, "
                         "102 core 500.00 week social_care 2023-09-13–");
    CHECK(file.rejected == 1);
    CHECK(problem(file, "cost-amounts-blank")->row == 4);
}

TEST_CASE("shares come to the total to the penny, as per cent or as parts of one", "[profile]")
{
    const Profile profile = soundly(R"({"format": "twelvefold-profile", "name": "Shares",
      "fields": {"child": {"column": "Client"}, "start": {"column": "From"},
                 "component": "core", "per": "week"},
      "values": [{"column": "Social care", "funder": "social_care", "share": true},
                 {"column": "Health", "funder": "health", "share": true}],
      "total": "Fee"})");
    const std::string head = "Client,From,Fee,Social care,Health\n";
    CHECK(lines(readBy(profile, head + "1,2024-01-13,100.01,33.3333%,66.6667%\n")) ==
          "1 core 33.34 week social_care 2024-01-13–, 1 core 66.67 week health 2024-01-13–");
    CHECK(lines(readBy(profile, head + "1,2024-01-13,100,0.6,0.4\n")) ==
          "1 core 60.00 week social_care 2024-01-13–, 1 core 40.00 week health 2024-01-13–");
    CHECK(lines(readBy(profile, head + "1,2024-01-13,100,,25\n")) ==
          "1 core 25.00 week health 2024-01-13–, 1 core 75.00 week social_care 2024-01-13–");
    const ReadFile off = readBy(profile, head + "1,2024-01-13,100,60,30\n");
    CHECK(has(off, "cost-shares-and-whole"));
    CHECK(off.finance.size() == 2);
    CHECK(codes(readBy(profile, head + "1,2024-01-13,100,most,30\n")).find("cost-share-unclear") !=
          std::string::npos);
}

TEST_CASE("what was paid in the year to date is spread over the days that it is for", "[profile]")
{
    const std::string table =
        "Child ID,Placement start date,Placement end date,Ofsted URN,Placement type,Provider type,"
        "Total committed cost accrued in FY to date,Contribution from social care,"
        "Contribution from health,Contribution from education\n"
        "101,13/06/2019,,SC012345,K2,PR4,36500,30000,6500,\n"
        "102,01/05/2023,30/09/2023,,U6,PR1,9000,9000,0,0\n"
        "103,01/02/2024,,,U6,PR1,9000,9000,0,0\n"
        "104,01/02/2020,13/03/2022,,U6,PR1,9000,9000,0,0\n";
    const ReadFile asked = read(table);
    CHECK(asked.profile == "Section 251 placement costs");
    REQUIRE(asked.questions.size() == 1);
    CHECK(asked.questions[0].kind == QuestionKind::upTo);
    CHECK(asked.questions[0].choices[0].token == "2024-03-31");
    CHECK(asked.waiting == 4);

    ReadOptions options = summer2024();
    options.answers.give(QuestionKind::upTo, "2023-12-31");
    const ReadFile file = read(table, options);
    checkInvariants(file);
    CHECK(lines(file) == "101 core 30000.00 once social_care 2023-04-01–2024-01-01, "
                         "101 core 6500.00 once health 2023-04-01–2024-01-01, "
                         "102 core 9000.00 once social_care 2023-05-01–2023-10-01");
    CHECK(file.finance[0].line.settingTold == Setting::childrensHome);
    CHECK(has(file, "cost-after-year-to-date"));
    CHECK(has(file, "cost-ended-before-year"));
    // The year that the return ends is up to its 31 March.
    CHECK(read(table, on(2024, 6, 1, 2024)).finance.front().line.period.end ==
          Date::from(2024, 4, 1));
}

TEST_CASE("VAT is taken off, a credit stays one, and both are said", "[profile]")
{
    const ReadFile file = readBy(soundly(fees("", R"(, "vat": 20)")),
                                 "Client,From,Fee\n1,2024-01-13,\"1,200.00\"\n2,2024-01-13,(60)\n");
    CHECK(lines(file) == "1 core 1000.00 week social_care 2024-01-13–, "
                         "2 core -50.00 week social_care 2024-01-13–");
    CHECK(plainEnglish(problem(file, "cost-vat-taken-off")->message) ==
          "VAT was taken off 2 amounts, together £190.00, as the profile says.");
    CHECK(has(file, "cost-credits"));
}

TEST_CASE("a payment for several children is shared equally, and nothing of it is lost",
          "[profile]")
{
    const ReadFile cell =
        readBy(soundly(fees("", R"(, "several_children": true)")),
               "Client,From,Fee\n\"1; 2 and 3\",2024-01-13,100\n4,2024-01-13,50\n");
    CHECK(cell.rows == 2);
    CHECK(lines(cell) == "1 core 33.34 week social_care 2024-01-13–, "
                         "2 core 33.33 week social_care 2024-01-13–, "
                         "3 core 33.33 week social_care 2024-01-13–, "
                         "4 core 50.00 week social_care 2024-01-13–");
    CHECK(has(cell, "cost-split-by-child"));

    const ReadFile rows = readBy(soundly(fees("", R"(, "shared_by": "Carer")")),
                                 "Client,From,Fee,Carer\n1,2024-01-13,401,C7\n"
                                 "2,2024-01-13,401,C7\n3,2024-01-13,401,\n4,2024-02-13,401,C7\n");
    CHECK(lines(rows) == "1 core 200.50 week social_care 2024-01-13–, "
                         "2 core 200.50 week social_care 2024-01-13–, "
                         "3 core 401.00 week social_care 2024-01-13–, "
                         "4 core 401.00 week social_care 2024-02-13–");
    CHECK(has(rows, "cost-shared-payment"));
}

TEST_CASE("words of a table's own mean what the profile says", "[profile]")
{
    const std::string words =
        R"(, "setting": {"column": "Service", "words": {"IFA": "agency_foster", "Misc": ""}},
            "funder": {"column": "Budget", "value": "social_care", "words": {"ICB": "health"}},
            "last_day": {"column": "To"})";
    const ReadFile file =
        readBy(soundly(fees(words)), "Client,From,To,Fee,Service,Budget,Note\n"
                                     "1,2024-01-13,2024-01-31,10,ifa,ICB,not mapped\n"
                                     "2,2024-01-13,,10,Misc,,\n3,2024-01-13,,10,Hotel,,\n");
    CHECK(lines(file) == "1 core 10.00 week health 2024-01-13–2024-02-01, "
                         "2 core 10.00 week social_care 2024-01-13–, "
                         "3 core 10.00 week social_care 2024-01-13–");
    CHECK(file.finance[0].line.settingTold == Setting::agencyFoster);
    CHECK(file.finance[0].line.note.empty()); // a column that the profile does not speak of
    CHECK(codes(file).find("cost-setting-unknown") != std::string::npos);
}

TEST_CASE("columns of one kind, payer and time are one line of the row", "[profile]")
{
    const Profile two = soundly(R"({"format": "twelvefold-profile", "name": "Two",
      "fields": {"child": {"column": "Client"}, "start": {"column": "From"},
                 "component": "core", "per": "week"},
      "values": [{"column": "Fee"}, {"column": "Top-up"},
                 {"column": "Tuition", "component": "education", "per": "month"}]})");
    const ReadFile file =
        readBy(two, "Client,From,Fee,Top-up,Tuition\n70011.0,2024-01-13,100,100,40\n");
    CHECK(lines(file) == "70011 core 200.00 week social_care 2024-01-13–, "
                         "70011 education 40.00 month social_care 2024-01-13–");
    CHECK(has(file, "column-point-nought"));
}

TEST_CASE("a table without what the profile wants says what, and one heading twice is refused",
          "[profile]")
{
    const Profile profile = soundly(fees());
    const ReadFile lacking = readBy(profile, "Client,Since,Fee\n1,2024-01-13,10\n");
    CHECK(plainEnglish(lacking.problems.front().message) ==
          "The profile “Fees” wants a column “From”, and there is none. The headings are: Client, "
          "Since, Fee.");
    CHECK(codes(readBy(profile, "Client,From,Fee,Fee\n1,2024-01-13,10,20\n")) ==
          "file-repeats-column");
    CHECK(codes(readBy(profile, "Client,From,Fee\n")).find("file-no-rows") != std::string::npos);
    CHECK(codes(readBy(profile, "")).find("file-by-profile") == std::string::npos);
}

TEST_CASE("what was answered once is remembered with the profile, and can be answered otherwise",
          "[profile]")
{
    const std::string table = "Client,From,Fee\n1,05/12/2023,10\n";
    CHECK(codes(readBy(soundly(fees()), table)) == "dates-ambiguous");
    const Profile remembers = soundly(fees("", R"(, "answers": {"dates": "mdy"})"));
    CHECK(lines(readBy(remembers, table)) == "1 core 10.00 week social_care 2023-05-12–");
    ReadOptions options = summer2024();
    options.answers.give(QuestionKind::dateOrder, "dmy");
    CHECK(lines(readBy(remembers, table, options)) == "1 core 10.00 week social_care 2023-12-05–");
}

TEST_CASE("two rows that say the same are one cost, whatever else stands in them", "[profile]")
{
    const ReadFile file = readBy(soundly(fees()), "Client,From,Fee,Invoice\n1,2024-01-13,10,7\n"
                                                  "1,2024-01-13,10,8\n1,2024-01-13,11,9\n");
    CHECK(file.rejected == 1);
    CHECK(has(file, "cost-repeated"));
    CHECK(readBy(soundly(fees(R"(, "note": {"column": "Invoice"})")),
                 "Client,From,Fee,Invoice\n1,2024-01-13,10,7\n1,2024-01-13,10,8\n")
              .rejected == 0);
}

TEST_CASE("values of a measure come with their day, one out of range is left out", "[profile]")
{
    const ReadFile file = read("Child ID,SDQ date,SDQ score\n1,13/01/2024,12\n2,14/01/2024,41\n"
                               "3,,9\n1,13/01/2024,15\n4,13/01/2030,9\n");
    checkInvariants(file);
    CHECK(file.kind == FileKind::measures);
    REQUIRE(file.measures.size() == 1);
    CHECK(file.measures[0].values == std::vector{std::pair(std::string("sdq_total"), 12.0)});
    CHECK(file.measures[0].date == Date::from(2024, 1, 13));
    CHECK(file.rejected == 4);
    for (const char* code : {"measure-not-a-value", "measure-no-value", "measure-no-day",
                             "measure-twice-on-day", "measure-day-to-come"})
        CHECK(has(file, code));
}

TEST_CASE("a profile says what is wrong with it, and where", "[profile]")
{
    CHECK(whyNot("{\"format\"") == "This is not a JSON file: it stops making sense at character "
                                   "10.");
    CHECK(whyNot("[]") == "This is not a profile: “format” must be “twelvefold-profile”.");
    CHECK(whyNot("\x80") != "");
    CHECK(whyNot(fees("", R"(, "version": 2)")) ==
          "This profile has another form (“version” is not 1), which this version of Twelvefold "
          "does not read.");
    CHECK(whyNot(R"({"format": "twelvefold-profile", "name": "two\nlines"})") ==
          "The profile has no name of up to 80 letters in one line.");
    CHECK(whyNot(fees(R"(, "colour": "red")")) ==
          "At fields.colour: a profile has nothing of this name. Check its spelling.");
    CHECK(whyNot(fees(R"(, "setting": {"column": "S", "words": {"IFA": "ifa"}})"))
              .starts_with("“ifa” is no setting. There are: kinship_foster"));
    CHECK(whyNot(fees(R"(, "setting": 5)")) ==
          "At fields.setting: a group of names and values in braces is wanted here.");
    CHECK(whyNot(fees("", R"(, "vat": 0)")) != "");
    CHECK(whyNot(fees(R"(, "end": {"column": "From"})")) ==
          "The column From is to say two things: it can say one.");
    CHECK(whyNot(fees(R"(, "up_to": "31/03/2024")")) ==
          "“31/03/2024” is not a day written like 2026-03-31.");
    CHECK(whyNot(R"({"format": "twelvefold-profile", "name": "x",
                     "fields": {"child": {"column": "Client"}}})") ==
          "The profile names no column of amounts or values.");
}

TEST_CASE("a profile is written as it was read, and so are those that come with the product",
          "[profile]")
{
    CHECK(readyProfiles().size() >= 3);
    for (const Profile& profile : readyProfiles()) {
        INFO(profile.name);
        const auto again = readProfile(writeProfile(profile));
        REQUIRE(again);
        CHECK(*again == profile);
        CHECK_FALSE(profile.recognisedBy.empty());
    }
}

TEST_CASE("a profile takes no table from those that are known", "[profile]")
{
    ProfileShelf shelf;
    shelf.ask(soundly(fees()));
    const auto opened = openFile(fixture("finance.csv"), shelf);
    const ReadFile file = readFile(*opened.front(), settingTable(), summer2024());
    CHECK(file.profile.empty());
    CHECK(file.finance.size() == 6);
}
