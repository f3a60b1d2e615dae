// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading.h"

using namespace reading;

namespace {

const std::string kCosts = "child_id,component,amount,period,start,end\n";
const std::string kEpisodes = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,"
                              "REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";

ReadOptions dates(DateOrder order)
{
    ReadOptions options = summer2024();
    options.answers.dates = order;
    return options;
}
ReadOptions decimals(DecimalMark mark)
{
    ReadOptions options = summer2024();
    options.answers.decimal = mark;
    return options;
}

// A header with these dates of birth.
ReadFile born(const std::vector<std::string>& births, const ReadOptions& options = summer2024())
{
    std::string text = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
    for (std::size_t i = 0; i < births.size(); ++i)
        text += "c" + std::to_string(i) + ",1,\"" + births[i] + "\",WBRI,UN1,,\n";
    const ReadFile file = read(text, options);
    checkInvariants(file);
    return file;
}

// Cost lines of a week with these amounts.
ReadFile paid(const std::vector<std::string>& amounts, const ReadOptions& options = summer2024())
{
    std::string text = kCosts;
    for (std::size_t i = 0; i < amounts.size(); ++i)
        text += "c" + std::to_string(i) + ",core,\"" + amounts[i] + "\",week,2024-02-01,\n";
    const ReadFile file = read(text, options);
    checkInvariants(file);
    return file;
}

std::vector<std::int64_t> pence(const ReadFile& file)
{
    std::vector<std::int64_t> all;
    for (const FinanceRow& row : file.finance)
        all.push_back(row.line.signedAmount().inPence());
    return all;
}

std::vector<std::string> births(const ReadFile& file)
{
    std::vector<std::string> all;
    for (const HeaderRow& row : file.headers)
        all.push_back(row.born ? row.born->iso() : "");
    return all;
}

std::size_t count(const ReadFile& file, std::string_view code)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        file.problems, [&](const Problem& entry) { return entry.message.kind.code == code; }));
}

using Texts = std::vector<std::string>;
using InPence = std::vector<std::int64_t>;

} // namespace

TEST_CASE("one date with a thirteenth day shows that its whole column is written month first")
{
    const ReadFile file = born({"2/14/2010", "9/3/2012", "12/5/2015"});
    CHECK(births(file) == Texts{"2010-02-14", "2012-09-03", "2015-12-05"});
    REQUIRE(count(file, "column-month-first") == 1);
    CHECK(problem(file, "column-month-first")->severity == Problem::Severity::warning);
    CHECK(plainEnglish(problem(file, "column-month-first")->message) ==
          "The dates of this column are written month first, as “2/14/2010” shows: all 3 of them "
          "were read so.");
    CHECK(file.rejected == 0);
}

TEST_CASE("another column of the table shows how a column without a thirteenth day is written")
{
    const ReadFile file = read(kEpisodes + "a,06/12/2023,S,C2,N1,U4,PR4,02/17/2024,X1,CREQB,,,\n"
                                           "b,03/04/2022,S,C2,N5,U6,PR1,,,,,,\n");
    checkInvariants(file);
    REQUIRE(file.episodes.size() == 2);
    CHECK(file.episodes[0].episode.start == Date::from(2023, 6, 12));
    CHECK(file.episodes[1].episode.start == Date::from(2022, 3, 4));
}

TEST_CASE("a return is day first by its own rule where no cell says otherwise")
{
    CHECK(births(born({"02/03/2010", "04/05/2012"})) == Texts{"2010-03-02", "2012-05-04"});
    CHECK(births(born({"02/03/2010"}, dates(DateOrder::monthFirst))) == Texts{"2010-02-03"});

    ReadOptions broken = summer2024(); // another file of the return is month first
    broken.ruleOfDatesBroken = true;
    const ReadFile file = born({"02/03/2010"}, broken);
    CHECK(file.refused);
    CHECK(codes(file) == "dates-ambiguous");
}

TEST_CASE("dates of costs that could be either are asked about, and read as somebody says")
{
    const std::string text = kCosts + "a,core,5,week,01/04/2024,\nb,core,5,week,01/05/2024,\n";
    const ReadFile asked = read(text);
    checkInvariants(asked);
    CHECK(asked.refused);
    CHECK(asked.kind == FileKind::finance);
    REQUIRE(asked.questions.size() == 1);
    CHECK(asked.questions[0].kind == QuestionKind::dateOrder);
    CHECK(asked.questions[0].column == "start");
    REQUIRE(asked.questions[0].choices.size() == 2);
    CHECK(asked.questions[0].choices[1].token == "mdy");
    CHECK(plainEnglish(asked.questions[0].choices[1].words) == "Month first: 2024-01-04");

    CHECK(read(text, dates(DateOrder::dayFirst)).finance[0].line.period.start ==
          Date::from(2024, 4, 1));
    CHECK(read(text, dates(DateOrder::monthFirst)).finance[0].line.period.start ==
          Date::from(2024, 1, 4));
    // What shows its order is not turned round by an answer.
    const std::string shows = kCosts + "a,core,5,week,17/04/2024,\nb,core,5,week,01/05/2024,\n";
    CHECK(read(shows, dates(DateOrder::monthFirst)).finance[1].line.period.start ==
          Date::from(2024, 5, 1));
}

TEST_CASE("in a column of both orders the rows that cannot be are rejected by name")
{
    const ReadFile file = born({"17/09/2010", "25/12/2011", "9/17/2012", "01/02/2013"});
    CHECK(births(file) == Texts{"2010-09-17", "2011-12-25", "2013-02-01"});
    CHECK(file.rejected == 1);
    CHECK(problem(file, "not-a-date")->row == 4);
    CHECK(problem(file, "not-a-date")->value == "9/17/2012");
    CHECK(count(file, "column-both-orders") == 1);

    // Where most are the other way round, which was meant is not clear.
    CHECK(born({"9/17/2010", "12/25/2011", "17/9/2012"}).refused);
}

TEST_CASE("times, day numbers, short years and names of months are read and said once a column")
{
    const ReadFile midnights = born({"2010-02-14 00:00:00.000", "2012-09-03T00:00:00Z",
                                     "14/02/2010 00:00", "2/14/2010 12:00:00 AM"});
    CHECK(births(midnights).size() == 3); // the last is month first
    CHECK(count(midnights, "column-midnights") == 1);
    CHECK(problem(midnights, "column-midnights")->row == 0);

    const ReadFile clocks = born({"2010-02-14 09:30", "14/02/2010 13:45:10"});
    CHECK(births(clocks) == Texts{"2010-02-14", "2010-02-14"});
    CHECK(codes(clocks) == "column-times");

    const ReadFile numbers = born({"40223", "41155.0"});
    CHECK(births(numbers) == Texts{"2010-02-14", "2012-09-03"});
    CHECK(codes(numbers) == "column-day-numbers");
    CHECK(plainEnglish(problem(numbers, "column-day-numbers")->message) ==
          "2 dates stand as a spreadsheet's count of days: “40223” was read as 2010-02-14.");

    CHECK(births(born({"14/02/10", "03/09/99"})) == Texts{"2010-02-14", "1999-09-03"});
    CHECK(births(born({"14 Feb 2010", "3-Sep-12", "September 3rd, 2012", "Tue 14 Feb 2012"})) ==
          Texts{"2010-02-14", "2012-09-03", "2012-09-03", "2012-02-14"});
    CHECK(births(born({"20100214", "2010/02/14", "14.02.2010", "14-02-2010"})) ==
          Texts(4, "2010-02-14"));
    CHECK(born({"soon", "31/31/2010", "2010", "0/0/0", "14/02/2010 25 o'clock"}).rejected == 5);
}

TEST_CASE("words for nothing are nothing, whatever program wrote them")
{
    const ReadFile file =
        read(kEpisodes + "a,10/06/2022,S,C1,N1,U4,PR1,NULL,null,N/A,NULL,NULL,NULL\n"
                         "b,17/06/2022,S,C1,N1,U4,PR1,-,(blank),none,NULL,NULL,NULL\n");
    checkInvariants(file);
    REQUIRE(file.episodes.size() == 2);
    for (const EpisodeRow& row : file.episodes) {
        CHECK_FALSE(row.episode.end.has_value());
        CHECK(row.episode.endReason.empty());
        CHECK(row.episode.urn.empty());
        CHECK(row.episode.homePostcode.empty());
    }
    CHECK(file.rejected == 0);
    CHECK(count(file, "column-words-for-blank") == 6); // once a column
}

TEST_CASE("amounts are read as ledgers write them, and credits are kept apart")
{
    const ReadFile file =
        paid({" £5,250.00 ", "£ 612.40", "1 200.00", "£982.1", "5250.0000", "(1,250.00)",
              "-1,250.00", "250.00-", "1,450.00 CR", "£(75.50)", "−20", "1,100.00 DR", "GBP 30"});
    CHECK(pence(file) == InPence{525000, 61240, 120000, 98210, 525000, -125000, -125000, -25000,
                                 -145000, -7550, -2000, 110000, 3000});
    CHECK(file.rejected == 0);
    for (const FinanceRow& row : file.finance)
        CHECK(row.line.amount >= Money());
    CHECK(plainEnglish(problem(file, "cost-credits")->message) ==
          "6 lines are credits, together £4295.50 a week: they are taken off the costs of their "
          "children while they run.");
}

TEST_CASE("a dash is nought, and what is no amount is refused with its reason")
{
    const ReadFile file =
        paid({"£ -   ", "-", "#REF!", "£5600.00 pw", "one thousand", "(5)-", "1.2.3"});
    CHECK(pence(file) == InPence{0, 0});
    CHECK(file.rejected == 5);
    CHECK(count(file, "column-dash-for-nought") == 1);
    CHECK(problem(file, "amount-not-a-number")->value == "#REF!");
}

TEST_CASE("a column of amounts with commas before the pence is read so as a whole")
{
    const ReadFile file = paid({"1.375,00", "4500,75", "2.500"});
    CHECK(pence(file) == InPence{137500, 450075, 250000});
    CHECK(count(file, "column-decimal-comma") == 1);
    // Beside amounts with points it is refused and not guessed.
    const ReadFile mixed = paid({"1.375,00", "4500,75", "1,200.50"});
    CHECK(pence(mixed) == InPence{120050});
    CHECK(count(mixed, "amount-ambiguous") == 2);
}

TEST_CASE("amounts that could be a thousandfold are asked about, and read as somebody says")
{
    const ReadFile asked = paid({"4.500", "1.200", "300"});
    CHECK(asked.refused);
    CHECK(codes(asked) == "amounts-ambiguous");
    CHECK(asked.questions[0].choices[0].token == "point");
    CHECK(pence(paid({"4.500", "1.200", "300"}, decimals(DecimalMark::comma))) ==
          InPence{450000, 120000, 30000});
    CHECK(pence(paid({"4.500", "1.200", "300"}, decimals(DecimalMark::point))) ==
          InPence{450, 120, 30000});
    CHECK(pence(paid({"4,500", "300"})) == InPence{450000, 30000}); // nobody writes pence of three
}

TEST_CASE("a single credit without dates is kept, counted and said not to count")
{
    const ReadFile file = read(kCosts + "a,core,\"(1,250.00)\",once,2024-01-06,\n"
                                        "a,core,-7,once,2024-01-06,2024-01-13\n");
    checkInvariants(file);
    CHECK(codes(file) == "cost-credits cost-credits-without-dates");
    CHECK(plainEnglish(problem(file, "cost-credits-without-dates")->message) ==
          "A credit of £1250.00 has no dates to take it off over: it is kept and not counted, so "
          "what is paid may be less.");
    CHECK(plainEnglish(problem(file, "cost-credits")->message) ==
          "One line is a credit of £7.00 a week: it is taken off the costs of its child while it "
          "runs.");
}

TEST_CASE("identifiers and URNs that a script made decimals of are read without the nought")
{
    const ReadFile file = read(kEpisodes + "70011.0,10/06/2022,S,C1,N1,U4,PR1,,,,,,2900301.0\n"
                                           "70012,17/06/2022,S,C1,N1,U4,PR1,,,,,,SC123456\n");
    checkInvariants(file);
    REQUIRE(file.episodes.size() == 2);
    CHECK(file.episodes[0].localId == "70011");
    CHECK(file.episodes[0].episode.urn == "2900301");
    CHECK(count(file, "column-point-nought") == 2);
    CHECK(problem(file, "column-point-nought")->severity == Problem::Severity::warning);
}

TEST_CASE("what nobody sees in an identifier or a date does not make another of it, and is said")
{
    for (const char* unseen : {"\u200B", "\u202F", "\u2007", "\u202E", "\u2066", "\u061C", "\u034F",
                               "\uFE0F", "\u3164", "\u00AD", "\u2060", "\u007F"}) {
        const std::string mark(unseen);
        const ReadFile file =
            read(kEpisodes + "70" + mark + "011,10/06/2022,S,C1,N1,U4,PR1,,,,,,\n" + "70012" +
                 mark + ",11/06/" + mark + "2022,S,C1,N1,U4,PR1,,,,,,\n" +
                 "70013,12/06/2022,S,C1,N1,U4,PR1,,,,,,\n");
        checkInvariants(file);
        INFO(mark);
        REQUIRE(file.episodes.size() == 3);
        CHECK(file.episodes[0].localId == "70011");
        CHECK(file.episodes[1].localId == "70012");
        CHECK(file.episodes[1].episode.start == *Date::from(2022, 6, 11));
        CHECK(std::ranges::count(file.problems, std::string_view("column-unseen-characters"),
                                 [](const Problem& problem) {
                                     return std::string_view(problem.message.kind.code);
                                 }) == 2); // one a column
    }
}

TEST_CASE("codes with what they mean, or only what they mean, are the codes")
{
    const ReadFile file =
        read(kEpisodes +
             "a,10/06/2022,S Started to be looked after,Full care order,N1 - Abuse or neglect,"
             "\"U4: Foster placement with other foster carer - long term\",PR4 - Private "
             "provision,,,,,,\n"
             "b,17/06/2022,S,c2,N1,k) K2: Children's home,PR1 – Own provision,,,,,,1234567\n"
             "c,17/06/2022,S,C2,N1,Children’s home or something,Own provision,,,,,,1234567\n");
    checkInvariants(file);
    REQUIRE(file.episodes.size() == 3);
    const Episode& first = file.episodes[0].episode;
    CHECK(first.reasonNew == "S");
    CHECK(first.legalStatus == "C2");
    CHECK(first.needCode == "N1");
    CHECK(first.placeCode == "U4");
    CHECK(first.providerCode == "PR4");
    CHECK(file.episodes[1].episode.placeCode == "K2");
    CHECK(file.episodes[1].episode.providerCode == "PR1");
    CHECK(file.episodes[2].episode.providerCode == "PR1");
    // What nobody knows is kept, and said.
    CHECK(count(file, "code-unknown") == 1);
    CHECK(problem(file, "code-unknown")->row == 4);
    CHECK(count(file, "column-codes-and-meanings") == 4);
    CHECK(count(file, "column-meanings") == 2);
}

TEST_CASE("two codes in one cell are neither, and a word that begins like a code is none")
{
    const ReadFile file =
        read(kEpisodes + "a,10/06/2022,S,C1,N1,U4 or U6,PR1,17/06/2023,X1,Child's wish,,,\n"
                         "b,10/06/2022,S,C1,N1,U4,PR1,17/06/2023,X1,CHILD Child asks,,,\n");
    checkInvariants(file);
    CHECK(file.episodes[0].episode.placeCode == "U4 OR U6");
    CHECK(file.episodes[0].episode.changeReason == "CHILD'S WISH");
    CHECK(file.episodes[1].episode.changeReason == "CHILD");
    CHECK(count(file, "code-unknown") == 2);
}

TEST_CASE("a sex is read in words and in the codes of either year, and that is said")
{
    const ReadFile file = read("CHILD,SEX,DOB,ETHNIC\na,Male,14/02/2012,WBRI\nb,2,14/02/2012,WBRI\n"
                               "c,M - Male,14/02/2012,WBRI\nd,F,14/02/2012,WBRI\n"
                               "e,Girl,14/02/2012,White British\n");
    checkInvariants(file);
    std::string sexes;
    for (const HeaderRow& row : file.headers)
        sexes += row.sex == Sex::male ? 'm' : row.sex == Sex::female ? 'f' : '?';
    CHECK(sexes == "mfmff");
    CHECK(file.headers[4].ethnicity == "WBRI");
    CHECK(count(file, "column-codes-of-two-years") == 1);
}

TEST_CASE("yes and no in words are 1 and 0")
{
    const ReadFile file = read("CHILD,SDQ_SCORE,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK\n"
                               "a,18.0,No,yes,TRUE,b) No\n");
    checkInvariants(file);
    using Values = std::vector<std::pair<std::string, double>>;
    CHECK(file.outcomes[0].values == Values{{"sdq_total", 18},
                                            {"convicted", 0},
                                            {"health_check", 1},
                                            {"immunisations", 1},
                                            {"dental_check", 0}});
    CHECK(count(file, "column-yes-and-no") == 4);
}

TEST_CASE("the end of time is no end, and a text kept from being a number is that text")
{
    const ReadFile file =
        read(kEpisodes + "=\"00070011\",10/06/2022,S,C1,N1,U4,PR1,31/12/9999,,,,,SC123456\n"
                         "\"=\"\"00070012\"\"\",17/06/2022,S,C1,N1,U4,PR1,9999-12-31 00:00:00,,,,,"
                         "SC123456\n");
    checkInvariants(file);
    REQUIRE(file.episodes.size() == 2);
    CHECK(file.episodes[0].localId == "00070011");
    CHECK(file.episodes[1].localId == "00070012");
    for (const EpisodeRow& row : file.episodes)
        CHECK_FALSE(row.episode.end.has_value());
}

TEST_CASE("numbers with a decimal comma are read so where their column shows it")
{
    const ReadFile file = read("CHILD,DECOM,DEC,PLACE,PL_DISTANCE\na,17/06/2022,,U4,\"12,5\"\n"
                               "b,17/06/2022,,U4,\"3,1\"\nc,17/06/2022,,U4,7\n");
    checkInvariants(file);
    CHECK(file.episodes[0].episode.distanceMiles == 12.5);
    CHECK(file.episodes[2].episode.distanceMiles == 7.0);
    CHECK(count(file, "column-decimal-comma") == 1);
    CHECK(has(read("CHILD,DECOM,DEC,PLACE,PL_DISTANCE\na,17/06/2022,,U4,\"12,5\"\n"
                   "b,17/06/2022,,U4,3.1\n"),
              "not-a-distance"));
}

TEST_CASE("how each column was read is told with its first cell, private ones without")
{
    const ReadFile file = read("CHILD,SEX,DOB,ETHNIC,UPN\na,1,2/14/2010,WBRI,A123456789012\n"
                               "b,1,3/1/2010,WBRI,UN1\n");
    const auto column = [&](std::string_view name) {
        const auto found = std::ranges::find(file.columns, name, &ColumnRead::column);
        REQUIRE(found != file.columns.end());
        return *found;
    };
    CHECK(std::string(column("DOB").readAs.english) == "dates, month first");
    CHECK(column("DOB").cells == 2);
    CHECK(column("DOB").sample == "2/14/2010");
    CHECK(column("UPN").sample.empty());
}

TEST_CASE("files as other programs leave them are read whole")
{
    const ReadFile turned = readFile(fixture("month-first.csv"), settingTable(), summer2024());
    checkInvariants(turned);
    CHECK(turned.rejected == 0);
    CHECK(turned.episodes[1].episode.start == Date::from(2023, 9, 5));
    CHECK(turned.returnYear == 2024);

    const ReadFile report = readFile(fixture("report.csv"), settingTable(), summer2024());
    checkInvariants(report);
    CHECK(report.rejected == 0);
    CHECK(births(report) == Texts{"2012-02-14", "2008-07-03", "2016-02-29"});
    CHECK(report.headers[2].sex == Sex::female);
    CHECK(report.headers[0].ethnicity == "WBRI");

    const ReadFile ledger = readFile(fixture("ledger.csv"), settingTable(), summer2024());
    checkInvariants(ledger);
    CHECK(pence(ledger) == InPence{412000, -35000, 0, -117850});
    CHECK(ledger.finance[0].line.period.start == Date::from(2023, 9, 5));
    CHECK(ledger.finance[1].line.per == CostPer::once);
    REQUIRE(ledger.rejects.size() == 1);
    CHECK(ledger.rejects[0].row == 6);
    CHECK(ledger.lineOf(6) == 7);

    const ReadFile regional = readFile(fixture("regional.csv"), settingTable(), summer2024());
    checkInvariants(regional);
    CHECK(regional.rejected == 3);
    CHECK(regional.questions.size() == 1);
}

TEST_CASE("dates that a spreadsheet of another country has half turned are asked about")
{
    // A British table opened where the month comes first: up to the twelfth the dates were taken
    // for others, and what could not be taken for one stayed text.
    const Texts half{"2010-03-02", "2011-12-01", "14/02/2012", "30/06/2010"};
    const ReadFile asked = born(half);
    CHECK(asked.refused);
    CHECK(asked.waiting == 4);
    REQUIRE(asked.questions.size() == 1);
    CHECK(asked.questions[0].kind == QuestionKind::turnedDays);
    CHECK(plainEnglish(asked.questions[0].choices[0].words) ==
          "Turned round: the first is 2010-02-03");

    ReadOptions options = summer2024();
    options.answers.give(QuestionKind::turnedDays, "yes");
    const ReadFile turned = born(half, options);
    CHECK(births(turned) == Texts{"2010-02-03", "2011-01-12", "2012-02-14", "2010-06-30"});
    CHECK(has(turned, "column-dates-turned"));
    CHECK(turned.answered.size() == 1);
    options.answers.give(QuestionKind::turnedDays, "no");
    CHECK(births(born(half, options)) ==
          Texts{"2010-03-02", "2011-12-01", "2012-02-14", "2010-06-30"});
}

TEST_CASE("dates of two kinds that can both be what they say are not asked about")
{
    const std::vector<Texts> all{
        {"2010-03-02", "2011-12-21", "14/02/2012", "15/02/2012"}, // a real date after the twelfth
        {"2010-03-02", "2011-12-01", "14/02/2012", "03/04/2012", "15/02/2012"}, // text up to it
        {"2010-03-02", "2011-12-01", "14/02/2012"}};                            // one slip
    for (const Texts& fine : all) {
        CHECK(born(fine).questions.empty());
        CHECK(born(fine).headers.size() == fine.size());
    }
}

TEST_CASE("a day that is the same in both orders is no question, and never the example")
{
    const std::string text = kCosts + "a,core,100,week,01/01/2024,\nb,core,100,week,02/02/2024,\n";
    CHECK(read(text).questions.empty());
    const ReadFile asked = read(text + "c,core,100,week,03/04/2024,\n");
    REQUIRE(asked.questions.size() == 1);
    CHECK(asked.questions[0].sample == "03/04/2024");
}

TEST_CASE("what stands where headings should is not repeated where it may be somebody's")
{
    const ReadFile file = read("A1,M,14/02/2010,WBRI,A123456789012\nB2,F,15/02/2010,WBRI,\n");
    CHECK(plainEnglish(file.problems.at(0).message) ==
          "The headings are not those of a table that can be brought in. They begin: …, M, …, "
          "WBRI, …. If its rows say what is paid for children, or how they do, a profile can say "
          "which column is what.");
}
