// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cohort_csv.h"
#include "workbench/returns.h"
#include "workbench/temporary_folder.h"
#include "workbench/workbench.h"

#include "support/catch.h"

#include <algorithm>
#include <map>

using namespace twelvefold;
using namespace twelvefold::domain;
using namespace twelvefold::tests;
using workbench::ImportPlan;
using workbench::Workbench;

namespace {

// A new, empty store and files to bring in.
struct Bench
{
    TemporaryFolder folder;
    std::unique_ptr<Workbench> bench =
        Workbench::create(folder.file("store.twelvefold"), "Testshire", "A. Tester").value();

    std::vector<std::filesystem::path> write(const std::map<std::string, std::string>& files) const
    {
        std::vector<std::filesystem::path> paths;
        for (const auto& [name, text] : files)
            paths.push_back(folder.write(name, text));
        return paths;
    }
    ImportPlan bringIn(const std::vector<std::filesystem::path>& paths,
                       std::optional<int> year = {})
    {
        ImportPlan plan = bench->planImport(paths, {year});
        REQUIRE(bench->applyImport(plan));
        return plan;
    }
    const store::Store& store() const { return bench->store(); }
    ChildId child(const std::string& localId) const
    {
        return store().childrenByLocalId().at(localId);
    }
};

const std::map<std::string, std::string> kBothReturns{
    {"2024/header.csv", kHeader2024},     {"2024/episodes.csv", kEpisodes2024},
    {"2024/oc2.csv", kOc2_2024},          {"2025/header.csv", kHeader2025},
    {"2025/episodes.csv", kEpisodes2025},
};

const ImportPlan::File& fileNamed(const ImportPlan& plan, std::string_view name)
{
    const auto found = std::ranges::find(plan.files, name, &ImportPlan::File::name);
    REQUIRE(found != plan.files.end());
    return *found;
}

void checkEveryRowIsAccountedFor(const ImportPlan& plan)
{
    for (const auto& file : plan.files) {
        INFO(file.name);
        CHECK(file.accepted + file.changed + file.unchanged + file.rejected == file.rows);
    }
}

// What the store knows, without the identifiers that differ from store to store.
std::string everything(const store::Store& store)
{
    std::string text;
    std::map<std::string, ChildId> children;
    for (const auto& [localId, id] : store.childrenByLocalId())
        children[localId] = id;
    for (const auto& [localId, id] : children) {
        const Child child = *store.child(id);
        text += localId + token(child.sex).data() + child.ethnicity + "\n";
        for (const KindPeriod& p : store.kindPeriods(id))
            text +=
                "kind " + p.period.start.iso() + (p.period.end ? p.period.end->iso() : "") + "\n";
        for (const Episode& e : store.episodes(id))
            text += "episode " + e.start.iso() + (e.end ? e.end->iso() : "") + e.legalStatus +
                    e.placeCode + std::to_string(e.returnYear) + "\n";
        for (const Placement& p : store.placements(id))
            text += "placement " + p.period.start.iso() +
                    (p.period.end ? p.period.end->iso() : "") + token(p.setting).data() +
                    p.changeReason + "\n";
        for (const Outcome& o : store.outcomes(id))
            text += "outcome " + o.measure + o.date.iso() + std::to_string(o.value) + "\n";
    }
    return text;
}

std::size_t count(const ImportPlan& plan, const std::string& code)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        plan.problems, [&](const Problem& problem) { return problem.message.kind.code == code; }));
}

} // namespace

TEST_CASE("Two years' returns come in at once and every row is accounted for", "[import]")
{
    Bench bench;
    const ImportPlan plan = bench.bringIn(bench.write(kBothReturns));
    checkEveryRowIsAccountedFor(plan);
    CHECK(plan.newChildren == 3);
    CHECK(plan.changedChildren == 0);
    CHECK(bench.store().childCount() == 3);

    SECTION("the earlier return's row gives way to the later one's")
    {
        const auto& earlier = fileNamed(plan, "2024/episodes.csv");
        CHECK(earlier.rows == 3);
        CHECK(earlier.accepted == 1); // the placement that had ended by then
        CHECK(earlier.unchanged == 2);
        CHECK(fileNamed(plan, "2025/episodes.csv").accepted == 4);
        const auto episodes = bench.store().episodes(bench.child("101"));
        REQUIRE(episodes.size() == 3);
        CHECK(episodes[1].end == Date::from(2024, 11, 6));
    }
    SECTION("tables without dates of their own belong to the episodes beside them")
    {
        CHECK(fileNamed(plan, "2024/header.csv").returnYear == 2024);
        CHECK(fileNamed(plan, "2025/header.csv").returnYear == 2025);
        CHECK(fileNamed(plan, "oc2.csv").returnYear == 2024);
        const auto outcomes = bench.store().outcomes(bench.child("101"));
        REQUIRE_FALSE(outcomes.empty());
        CHECK(outcomes.front().date == *Date::from(2024, 3, 31));
        CHECK(outcomes.front().source == "OC2 2024");
    }
    SECTION("a change of legal status is not a move")
    {
        const auto placements = bench.store().placements(bench.child("101"));
        REQUIRE(placements.size() == 2); // latest first
        CHECK(placements[0].period == Period{*Date::from(2023, 10, 2), std::nullopt});
        CHECK(placements[0].setting == Setting::agencyFoster);
        CHECK(placements[1].period == Period{*Date::from(2023, 4, 10), *Date::from(2023, 10, 2)});
        CHECK(placements[1].setting == Setting::inHouseFoster);
        CHECK(placements[1].changeReason == "CARPL");
        REQUIRE(placements[0].provider);
    }
    SECTION("the chain of episodes says when the child was looked after")
    {
        const auto periods = bench.store().kindPeriods(bench.child("101"));
        REQUIRE(periods.size() == 1);
        CHECK(periods[0].period == Period{*Date::from(2023, 4, 10), std::nullopt});
        CHECK(bench.bench->cohort(*Date::from(2025, 3, 31))->size() == 3);
        CHECK(bench.bench->cohort(*Date::from(2024, 3, 31))->size() == 2);
    }
    SECTION("who a child is stays apart from what is said of them")
    {
        const auto identity = bench.store().identity(bench.child("103"));
        REQUIRE(identity);
        CHECK(identity->born == Date::from(2016, 1, 30));
        CHECK(bench.store().child(bench.child("103"))->bornMonth == Date::from(2016, 1, 1));
    }
}

TEST_CASE("Bringing the same files in again changes nothing", "[import]")
{
    Bench bench;
    const auto paths = bench.write(kBothReturns);
    bench.bringIn(paths);
    const std::string before = everything(bench.store());
    const ImportPlan again = bench.bringIn(paths);
    checkEveryRowIsAccountedFor(again);
    CHECK(again.nothingToDo());
    for (const auto& file : again.files)
        CHECK(file.unchanged == file.rows);
    CHECK(everything(bench.store()) == before);
}

TEST_CASE("The order in which returns come in does not matter", "[import]")
{
    Bench together, forwards, backwards;
    together.bringIn(together.write(kBothReturns));

    const std::map<std::string, std::string> first{{"2024/header.csv", kHeader2024},
                                                   {"2024/episodes.csv", kEpisodes2024},
                                                   {"2024/oc2.csv", kOc2_2024}};
    const std::map<std::string, std::string> second{{"2025/header.csv", kHeader2025},
                                                    {"2025/episodes.csv", kEpisodes2025}};
    forwards.bringIn(forwards.write(first));
    const ImportPlan later = forwards.bringIn(forwards.write(second));
    CHECK(fileNamed(later, "episodes.csv").changed == 1);
    CHECK(fileNamed(later, "episodes.csv").unchanged == 1);
    CHECK(fileNamed(later, "episodes.csv").accepted == 2);
    backwards.bringIn(backwards.write(second));
    const ImportPlan earlier = backwards.bringIn(backwards.write(first));
    CHECK(fileNamed(earlier, "episodes.csv").unchanged == 2);

    auto reversed = Bench();
    auto paths = reversed.write(kBothReturns);
    std::ranges::reverse(paths);
    reversed.bringIn(paths);

    CHECK(everything(reversed.store()) == everything(together.store()));
    CHECK(everything(backwards.store()) == everything(together.store()));
    CHECK(everything(forwards.store()) == everything(together.store()));
}

TEST_CASE("An import is one step to undo and redo", "[import]")
{
    Bench bench;
    bench.bringIn(bench.write(kBothReturns));
    const std::string after = everything(bench.store());
    REQUIRE(bench.bench->undo());
    CHECK(bench.store().childCount() == 0);
    CHECK(bench.store().providers().empty());
    REQUIRE(bench.bench->redo());
    CHECK(everything(bench.store()) == after);
    CHECK(bench.store().check().sound());
}

TEST_CASE("A year's return is taken back while what came after it stands", "[import]")
{
    const std::map<std::string, std::string> first{{"2024/header.csv", kHeader2024},
                                                   {"2024/episodes.csv", kEpisodes2024}};
    const std::map<std::string, std::string> second{{"2025/header.csv", kHeader2025},
                                                    {"2025/episodes.csv", kEpisodes2025}};
    Bench never, taken;
    never.bringIn(never.write(first));
    taken.bringIn(taken.write(first));
    taken.bringIn(taken.write(second));
    const std::int64_t id = taken.bench->nextUndo()->id;
    for (Bench* bench : {&never, &taken}) {
        Outcome outcome;
        outcome.child = bench->child("102");
        outcome.measure = "sdq_total";
        outcome.date = *Date::from(2025, 5, 1);
        outcome.value = 14;
        REQUIRE(bench->bench->saveOutcome(outcome).ok());
    }
    REQUIRE(everything(taken.store()) != everything(never.store()));
    const auto plan = taken.store().planTakeBack(id);
    REQUIRE(plan.ok());
    CHECK(plan->since.empty());
    REQUIRE(taken.bench->takeBack(*plan, store::Store::Keep::nothing).ok());
    CHECK(everything(taken.store()) == everything(never.store()));
    CHECK(taken.store().check().sound());
    const auto imports = taken.store().imports();
    REQUIRE(imports.size() == 2);
    REQUIRE(imports.front().gone);
    CHECK(imports.front().gone->author == "A. Tester");
    CHECK_FALSE(imports.back().gone);
    // The earlier year's is needed by the outcome, the later one's is not there any more: so it can
    // come again, and is not taken for one that is there.
    const ImportPlan again = taken.bringIn(taken.write(second));
    CHECK(count(again, "import-same-file") == 0);
    CHECK(again.newChildren == 1);
}

TEST_CASE("A file whose bytes are there already is said to be, once a file", "[import]")
{
    Bench bench;
    const ImportPlan first = bench.bringIn(bench.write({{"header.csv", kHeader2024}}));
    CHECK(count(first, "import-same-file") == 0);
    // Under another name, beside one that is new.
    const ImportPlan plan = bench.bench->planImport(
        bench.write({{"renamed.csv", kHeader2024}, {"episodes.csv", kEpisodes2024}}), {});
    REQUIRE(count(plan, "import-same-file") == 1);
    const auto found = std::ranges::find(plan.problems, "import-same-file",
                                         [](const Problem& p) { return p.message.kind.code; });
    CHECK(found->file == "renamed.csv");
    CHECK(found->row == 0);
    CHECK(found->severity == Problem::Severity::information);
    CHECK(std::get<std::string>(found->message.arguments.at(0)) == "A. Tester");
    CHECK(std::get<std::string>(found->message.arguments.at(1)) ==
          bench.store().imports().front().at);
}

TEST_CASE("A plan alone writes nothing", "[import]")
{
    Bench bench;
    const ImportPlan plan = bench.bench->planImport(bench.write(kBothReturns), {});
    CHECK_FALSE(plan.nothingToDo());
    CHECK(bench.store().childCount() == 0);
}

TEST_CASE("A plan that was shown before the same files came in otherwise doubles nothing",
          "[import]")
{
    Bench bench, other;
    const ImportPlan shown = bench.bench->planImport(bench.write(kBothReturns), {});
    bench.bringIn(bench.write(kBothReturns));
    const std::string before = everything(bench.store());
    REQUIRE(bench.bench->applyImport(shown));
    CHECK(everything(bench.store()) == before);

    // Nor is what was decided for one store written into another.
    other.bringIn(other.write(kBothReturns));
    const ImportPlan early = Bench().bench->planImport(other.write(kBothReturns), {});
    REQUIRE(other.bench->applyImport(early));
    CHECK(everything(other.store()) == before);
}

TEST_CASE("A stop before the end changes nothing", "[import]")
{
    Bench bench;
    const ImportPlan plan = bench.bench->planImport(bench.write(kBothReturns), {});
    std::stop_source stop;
    stop.request_stop();
    CHECK_FALSE(bench.bench->applyImport(plan, {}, stop.get_token()));
    CHECK(bench.store().childCount() == 0);
}

TEST_CASE("Episodes of a child in no header are taken with a warning", "[import]")
{
    Bench bench;
    const ImportPlan plan = bench.bringIn(bench.write({{"episodes.csv", kEpisodes2024}}));
    checkEveryRowIsAccountedFor(plan);
    CHECK(plan.newChildren == 2);
    CHECK(count(plan, "episode-child-not-in-header") == 2); // once a child
}

TEST_CASE("OC2 alone says which year is missing, and takes it from the person", "[import]")
{
    Bench bench;
    bench.bringIn(bench.write({{"header.csv", kHeader2024}}));
    const auto paths = bench.write({{"oc2.csv", kOc2_2024}});
    const ImportPlan without = bench.bench->planImport(paths, {});
    checkEveryRowIsAccountedFor(without);
    CHECK(without.files.front().rejected == 2);
    CHECK(count(without, "row-return-year-unknown") == 2);
    const ImportPlan with = bench.bringIn(paths, 2024);
    CHECK(with.files.front().accepted == 2);
}

TEST_CASE("Costs find their child, placement and provider", "[import]")
{
    Bench bench;
    bench.bringIn(bench.write(kBothReturns));
    const std::string costs = kFinanceHeadings +
                              "101,core,950.00,week,2024-04-01,,social_care,Greenacre,SC000002,,\n"
                              "102,core,5200,week,2024-04-01,,,,,,\n"
                              "102,education,800,week,2024-04-01,,education,,,,\n"
                              "999,core,100,week,2024-04-01,,,,,,\n";
    const auto paths = bench.write({{"costs.csv", costs}});
    const ImportPlan plan = bench.bringIn(paths);
    checkEveryRowIsAccountedFor(plan);
    CHECK(plan.files.front().accepted == 3);
    CHECK(plan.files.front().rejected == 1);
    CHECK(count(plan, "row-unknown-child") == 1);

    const auto lines = bench.store().costLines(bench.child("101"));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].placement == bench.store().placements(bench.child("101")).front().id);
    const auto providers = bench.store().providers();
    const auto named = std::ranges::find(providers, lines[0].provider.value(), &Provider::id);
    CHECK(named->name == "Greenacre"); // until now known by its number alone
    CHECK(named->urn == "SC000002");

    SECTION("again, they change nothing")
    {
        const ImportPlan again = bench.bringIn(paths);
        CHECK(again.files.front().unchanged == 3);
        CHECK(bench.store().costLines(bench.child("102")).size() == 2);
    }
    SECTION("a new amount changes the line instead of adding one")
    {
        std::string dearer = costs;
        dearer.replace(dearer.find("5200"), 4, "5500");
        const ImportPlan changed = bench.bringIn(bench.write({{"costs.csv", dearer}}));
        CHECK(changed.files.front().changed == 1);
        CHECK(changed.files.front().unchanged == 2);
        CHECK(bench.store().costLines(bench.child("102")).size() == 2);
    }
    SECTION("the rejected row is saved with its reason")
    {
        const auto rejects = bench.folder.file("rejects.csv");
        REQUIRE(bench.bench->saveRejects(plan, rejects));
        const std::string text = contentsOf(rejects);
        CHECK(text.find("999,core,100,week") != std::string::npos);
        CHECK(text.find("102,core") == std::string::npos);
        CHECK(text.find("neither in the store") != std::string::npos);
    }
}

TEST_CASE("Deriving care again leaves what people entered alone", "[import]")
{
    Bench bench;
    bench.bringIn(bench.write({{"header.csv", kHeader2024}, {"episodes.csv", kEpisodes2024}}));
    const ChildId child = bench.child("101");
    // An earlier placement entered by hand, a note on one that came with the return, and a cost.
    Placement own;
    own.child = child;
    own.period = {*Date::from(2022, 5, 1), *Date::from(2022, 8, 1)};
    own.setting = Setting::kinshipFoster;
    REQUIRE(bench.bench->savePlacement(own));
    Placement noted = bench.store().placements(child).front();
    noted.note = "School run agreed";
    noted.emergency = true;
    REQUIRE(bench.bench->savePlacement(noted));
    CostLine line;
    line.child = child;
    line.placement = noted.id;
    line.amount = Money::pounds(900);
    line.period = {noted.period.start, std::nullopt};
    REQUIRE(bench.bench->saveCostLine(line));

    bench.bringIn(bench.write({{"b/header.csv", kHeader2025}, {"b/episodes.csv", kEpisodes2025}}));
    const auto placements = bench.store().placements(child);
    REQUIRE(placements.size() == 3);
    CHECK(placements[0].id == noted.id);
    CHECK(placements[0].note == "School run agreed");
    CHECK(placements[0].emergency == true);
    CHECK(placements[2].setting == Setting::kinshipFoster);
    CHECK(bench.store().costLines(child).front().placement == noted.id);
}

TEST_CASE("Files that are none of ours are refused and named", "[import]")
{
    Bench bench;
    const auto paths = bench.write({{"empty.csv", ""},
                                    {"report.csv", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj"},
                                    {"shopping.csv", "milk,bread\n1,2\n"}});
    const ImportPlan plan = bench.bench->planImport(paths, {});
    CHECK_FALSE(plan.anythingRead());
    CHECK(plan.nothingToDo());
    REQUIRE(plan.files.size() == 3);
    for (const auto& file : plan.files) {
        INFO(file.name);
        CHECK(std::ranges::any_of(plan.problems, [&](const Problem& problem) {
            return problem.file == file.name && problem.action == Problem::Action::fileRejected;
        }));
    }
}

namespace {

std::string manyCosts(int rows, const std::string& child)
{
    std::string text = kFinanceHeadings;
    for (int row = 0; row < rows; ++row)
        text += child + std::to_string(row) + ",core,100,week,2024-04-01,,,,,,\n";
    return text;
}

std::size_t linesWith(const std::string& text, const std::string& part)
{
    std::size_t n = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++n;
    return n;
}

} // namespace

TEST_CASE(
    "Of thousands of rows of unknown children a hundred are listed, and all are in the rejects",
    "[import]")
{
    Bench bench;
    bench.bringIn(bench.write({{"header.csv", kHeader2024}}));
    const ImportPlan plan =
        bench.bench->planImport(bench.write({{"costs.csv", manyCosts(1000, "unknown-")}}), {});
    checkEveryRowIsAccountedFor(plan);
    CHECK(plan.files.front().rejected == 1000);
    CHECK(count(plan, "row-unknown-child") == 100);
    CHECK(plan.unlisted.at("row-unknown-child").n == 900);
    CHECK(plan.unlisted.at("row-unknown-child").severity == Problem::Severity::rejection);
    const auto rejects = bench.folder.file("rejects.csv");
    REQUIRE(bench.bench->saveRejects(plan, rejects));
    const std::string text = contentsOf(rejects);
    CHECK(linesWith(text, "neither in the store") == 1000);
    CHECK(text.find("unknown-999,core") != std::string::npos);
}

TEST_CASE(
    "Of thousands of rows whose year nobody knows a hundred are listed, and each has its reason",
    "[import]")
{
    Bench bench;
    std::string header = kHeaderHeadings, outcomes = kOc2Headings;
    for (int row = 0; row < 500; ++row) {
        header += "c" + std::to_string(row) + ",1,05/06/2012,WBRI,UN3,,\n";
        outcomes += "c" + std::to_string(row) + ",05/06/2012,14,,0,,1,1,1,0,,\n";
    }
    bench.bringIn(bench.write({{"header.csv", header}}));
    const ImportPlan plan = bench.bench->planImport(bench.write({{"oc2.csv", outcomes}}), {});
    checkEveryRowIsAccountedFor(plan);
    CHECK(plan.files.front().rejected == 500);
    CHECK(count(plan, "row-return-year-unknown") == 100);
    CHECK(plan.unlisted.at("row-return-year-unknown").n == 400);
    const auto rejects = bench.folder.file("rejects.csv");
    REQUIRE(bench.bench->saveRejects(plan, rejects));
    CHECK(linesWith(contentsOf(rejects), "Which year's return") == 500);
}

TEST_CASE("Whom there is does not depend on the order of the files", "[import]")
{
    Bench bench;
    const std::string costs =
        kFinanceHeadings + "101,core,950.00,week,2024-04-01,,social_care,Greenacre,SC000002,,\n";
    const ImportPlan plan = bench.bringIn(bench.write({{"a costs.csv", costs},
                                                       {"b oc2.csv", kOc2_2024},
                                                       {"c episodes.csv", kEpisodes2024},
                                                       {"d header.csv", kHeader2024}}));
    checkEveryRowIsAccountedFor(plan);
    CHECK(fileNamed(plan, "a costs.csv").accepted == 1);
    CHECK(fileNamed(plan, "b oc2.csv").accepted == 2);
}

TEST_CASE("A file whose name is not UTF-8 is brought in, and named as far as it can be", "[import]")
{
    Bench bench;
    const ImportPlan plan = bench.bringIn({bench.folder.write("header\xff.csv", kHeader2024)});
    CHECK(plan.files.front().accepted == 2);
    CHECK(plan.files.front().name == "header\uFFFD.csv");
}

namespace {

const std::string kMissingHeadings = "CHILD,DOB,MISSING,MIS_START,MIS_END\n";
const std::string kMissing2024 = kMissingHeadings + "101,05/06/2012,M,02/05/2023,04/05/2023\n"
                                                    "101,05/06/2012,M,20/03/2024,\n"
                                                    "102,11/02/2009,A,20/03/2024,21/03/2024\n";
// Who was missing on 31 March was found in April, and 102 went again.
const std::string kMissing2025 = kMissingHeadings + "101,05/06/2012,M,20/03/2024,02/04/2024\n"
                                                    "102,11/02/2009,M,01/10/2024,04/10/2024\n";

std::map<std::string, std::string> with(std::map<std::string, std::string> files,
                                        const std::map<std::string, std::string>& more)
{
    files.insert(more.begin(), more.end());
    return files;
}

const OutcomeColumn* outcomeOf(const Cohort& cohort, std::string_view measure)
{
    const auto found = std::ranges::find(cohort.outcomes, measure, &OutcomeColumn::measure);
    return found == cohort.outcomes.end() ? nullptr : &*found;
}

std::size_t rowOf(const Cohort& cohort, ChildId child)
{
    const auto found = std::ranges::find(cohort.child, child);
    REQUIRE(found != cohort.child.end());
    return static_cast<std::size_t>(found - cohort.child.begin());
}

} // namespace

TEST_CASE("What a later return says of a time missing corrects the earlier, whatever the order",
          "[import]")
{
    const auto files = with(
        kBothReturns, {{"2024/missing.csv", kMissing2024}, {"2025/missing.csv", kMissing2025}});
    const bool together = GENERATE(true, false);
    const bool laterFirst = GENERATE(true, false);
    Bench bench;
    const auto all = bench.write(files);
    if (together) {
        const ImportPlan plan = bench.bringIn(all);
        checkEveryRowIsAccountedFor(plan);
        CHECK(fileNamed(plan, "2024/missing.csv").returnYear == 2024);
        CHECK(fileNamed(plan, "2025/missing.csv").returnYear == 2025);
        CHECK(fileNamed(plan, "2024/missing.csv").unchanged == 1);
        CHECK(fileNamed(plan, "2025/missing.csv").accepted == 2);
    } else {
        for (const int year : {laterFirst ? 2025 : 2024, laterFirst ? 2024 : 2025}) {
            std::vector<std::filesystem::path> paths;
            for (const auto& path : all) {
                if (path.string().find(std::to_string(year)) != std::string::npos)
                    paths.push_back(path);
            }
            checkEveryRowIsAccountedFor(bench.bringIn(paths));
        }
    }
    const auto of101 = bench.store().careEvents(bench.child("101"));
    REQUIRE(of101.size() == 2);
    CHECK(of101[1].start == Date::from(2024, 3, 20));
    CHECK(of101[1].end == Date::from(2024, 4, 2));
    CHECK(of101[1].returnYear == 2025);
    CHECK(bench.store().careEvents(bench.child("102")).size() == 2);

    const ImportPlan again = bench.bringIn(all);
    CHECK(again.nothingToDo());
}

TEST_CASE("Times missing are counted for every child of a return that tells of any", "[import]")
{
    Bench bench;
    bench.bringIn(bench.write(with(
        kBothReturns, {{"2024/missing.csv", kMissing2024}, {"2025/missing.csv", kMissing2025}})));
    const Cohort cohort = bench.store().cohort(*Date::from(2025, 3, 31));
    const OutcomeColumn* missing = outcomeOf(cohort, "missing_episodes");
    REQUIRE(missing != nullptr);
    const auto at = [&](const char* child) { return rowOf(cohort, bench.child(child)); };
    CHECK(missing->values.at(at("101")) == 0.0);  // none in the year to March 2025
    CHECK(missing->earlier.at(at("101")) == 2.0); // twice in the year before
    CHECK(missing->values.at(at("102")) == 1.0);
    CHECK(missing->earlier.at(at("102")) == 0.0); // away without authorisation is not missing
    CHECK(missing->values.at(at("103")) == 0.0);
    CHECK_FALSE(missing->earlier.at(at("103"))); // not looked after then
    CHECK(missing->recordedOn[at("103")] == Date::from(2025, 3, 31));
    CHECK(cohort.missingInYear.at(at("102")) == 1.0);
    CHECK(cohort.missingInQuarter.at(at("102")) == 0.0);

    // After the last return nobody knows who was missing, but whoever is known to have been.
    const Cohort summer = bench.store().cohort(*Date::from(2025, 8, 1));
    CHECK(summer.missingInYear.at(rowOf(summer, bench.child("102"))) == 1.0);
    CHECK_FALSE(summer.missingInYear.at(rowOf(summer, bench.child("101"))));
    CHECK_FALSE(summer.missingInQuarter.at(rowOf(summer, bench.child("102"))));
}

TEST_CASE(
    "The return's smaller tables say who is unaccompanied, deprived of liberty or was adopted",
    "[import]")
{
    Bench bench;
    const ImportPlan plan = bench.bringIn(bench.write(with(
        kBothReturns,
        {{"2025/uasc.csv", "CHILD,SEX,DOB,DUC\n102,F,11/02/2009,11/02/2027\n"},
         {"2025/dolo.csv", "CHILD,DOB,DOLO_START,DOLO_END\n101,05/06/2012,01/02/2025,01/05/2025\n"},
         {"2025/prev_perm.csv",
          "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n101,05/06/2012,P1,816,zz/05/2018\n"
          "102,11/02/2009,Z1,,\n"},
         {"2025/sw_episodes.csv", "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n"
                                  "101,05/06/2012,SW1,01/05/2023,01/06/2024,LEFTRL\n"
                                  "101,05/06/2012,SW2,01/06/2024,01/01/2025,LEFTRL\n"
                                  "101,05/06/2012,SW1,01/01/2025,,OTHERS\n"}})));
    checkEveryRowIsAccountedFor(plan);
    CHECK(count(plan, "row-return-year-unknown") == 0);
    const Cohort cohort = bench.store().cohort(*Date::from(2025, 3, 31));
    const std::size_t first = rowOf(cohort, bench.child("101")),
                      second = rowOf(cohort, bench.child("102"));
    CHECK(cohort.unaccompanied[first] == false);
    CHECK(cohort.unaccompanied[second] == true);
    CHECK(cohort.deprivationOfLiberty[first] == true);
    CHECK_FALSE(cohort.deprivationOfLiberty[second]);
    CHECK(cohort.previousPermanence[first] == "P1");
    CHECK(cohort.previousPermanence[second] == "Z1");
    CHECK(cohort.socialWorkersInYear.at(first) == 2.0); // who comes back is the same person
    CHECK_FALSE(cohort.socialWorkersInYear.at(second));

    CohortFilter filter;
    filter.ask("unaccompanied", anyOf({"no"}));
    CHECK(cohort.filtered(filter).size() == 2);
    // Once the order has ended, and for whom no table says anything.
    CHECK_FALSE(bench.store().cohort(*Date::from(2025, 5, 1)).deprivationOfLiberty[first]);
}

TEST_CASE("Events of a child that nobody knows are rejected, and undo takes all back", "[import]")
{
    Bench bench;
    bench.bringIn(bench.write(kBothReturns));
    const ImportPlan plan = bench.bringIn(
        bench.write({{"reviews.csv", "CHILD,DOB,REVIEW,REVIEW_CODE\n101,05/06/2012,01/02/2025,PN1\n"
                                     "999,05/06/2012,01/02/2025,PN1\n"}}));
    const auto& file = fileNamed(plan, "reviews.csv");
    CHECK(file.accepted == 1);
    CHECK(file.rejected == 1);
    CHECK(file.returnYear == 2025);
    CHECK(bench.store().careEvents(bench.child("101")).size() == 1);
    REQUIRE(bench.bench->undo());
    CHECK(bench.store().careEvents(bench.child("101")).empty());
}

TEST_CASE("Care leavers' outcomes stand beside those of children looked after", "[import]")
{
    Bench bench;
    bench.bringIn(bench.write(
        with(kBothReturns,
             {{"2024/oc3.csv", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n102,11/02/2009,YES,F2,Z1\n"}})));
    const auto outcomes = bench.store().outcomes(bench.child("102"));
    CHECK(std::ranges::count(outcomes, "OC3 2024", &Outcome::source) == 3);
    CHECK(std::ranges::count(outcomes, "OC2 2024", &Outcome::source) > 3);
}

namespace {

// A child in need who went on a plan, one whose referral came to nothing, and one known to the
// return.
std::string census(const std::string& lastDay, const std::string& closed,
                   const std::string& planEnd)
{
    const auto child = [](const std::string& id, const std::string& born, const std::string& rest) {
        return "<Child><ChildIdentifiers><LAchildID>" + id + "</LAchildID><PersonBirthDate>" +
               born +
               "</PersonBirthDate><Sex>F</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>"
               "WBRI</Ethnicity><Disabilities><Disability>HAND</Disability><Disability>HEAR"
               "</Disability></Disabilities></ChildCharacteristics>" +
               rest + "</Child>";
    };
    const std::string closure =
        closed.empty() ? "" : "<CINclosureDate>" + closed + "</CINclosureDate>";
    const std::string ended = planEnd.empty() ? "" : "<CPPendDate>" + planEnd + "</CPPendDate>";
    return "<Message><Header><CollectionDetails><Collection>CIN</Collection><ReferenceDate>" +
           lastDay + "</ReferenceDate></CollectionDetails></Header><Children>" +
           child("501", "2015-03-27",
                 "<CINdetails><CINreferralDate>2023-10-06</CINreferralDate><PrimaryNeedCode>N4"
                 "</PrimaryNeedCode>" +
                     closure +
                     "<ReferralNFA>0</ReferralNFA><ChildProtectionPlans><CPPstartDate>2023-12-01"
                     "</CPPstartDate><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>" +
                     ended + "</ChildProtectionPlans></CINdetails>") +
           child("502", "2016-03-27",
                 "<CINdetails><CINreferralDate>2023-11-06</CINreferralDate>"
                 "<ReferralNFA>1</ReferralNFA></CINdetails>") +
           child("101", "2012-06-05",
                 "<CINdetails><CINreferralDate>2023-01-09</CINreferralDate><PrimaryNeedCode>N1"
                 "</PrimaryNeedCode></CINdetails>") +
           "</Children></Message>";
}

} // namespace

TEST_CASE("The children in need census says who is in need, who is on a plan, and who is disabled",
          "[import]")
{
    Bench bench;
    bench.bringIn(bench.write(kBothReturns));
    const auto first = bench.write({{"cin24.xml", census("2024-03-31", "", "")}});
    const ImportPlan plan = bench.bringIn(first);
    checkEveryRowIsAccountedFor(plan);
    CHECK(fileNamed(plan, "cin24.xml › Children").returnYear == 2024);
    CHECK(count(plan, "file-xml-no-further-action") == 1);
    const auto kindOf = [&](const char* child, Date on) -> std::optional<CohortKind> {
        const Cohort cohort = bench.store().cohort(on);
        const auto found = std::ranges::find(cohort.child, bench.child(child));
        if (found == cohort.child.end())
            return std::nullopt;
        return cohort.kind[static_cast<std::size_t>(found - cohort.child.begin())];
    };
    CHECK(kindOf("501", *Date::from(2023, 11, 1)) == CohortKind::inNeed);
    CHECK(kindOf("501", *Date::from(2024, 1, 1)) == CohortKind::protectionPlan);
    CHECK_FALSE(kindOf("502", *Date::from(2024, 1, 1)));
    CHECK(kindOf("101", *Date::from(2023, 2, 1)) == CohortKind::inNeed);
    CHECK(kindOf("101", *Date::from(2023, 5, 1)) == CohortKind::lookedAfter); // and still in need
    const Cohort cohort = bench.store().cohort(*Date::from(2024, 1, 1));
    CHECK(cohort.disabled[rowOf(cohort, bench.child("501"))] == true);
    CHECK_FALSE(cohort.disabled[rowOf(cohort, bench.child("102"))]); // not in the census
    CHECK(bench.store().child(bench.child("501"))->disability == "HAND HEAR");

    SECTION("the next year's ends what has ended, and twice changes nothing")
    {
        const auto next =
            bench.write({{"cin25.xml", census("2025-03-31", "2024-09-01", "2024-06-01")}});
        checkEveryRowIsAccountedFor(bench.bringIn(next));
        CHECK(kindOf("501", *Date::from(2024, 5, 1)) == CohortKind::protectionPlan);
        CHECK(kindOf("501", *Date::from(2024, 7, 1)) == CohortKind::inNeed);
        CHECK_FALSE(kindOf("501", *Date::from(2024, 10, 1)));
        CHECK(bench.bringIn(next).nothingToDo());
        CHECK(bench.bringIn(first).nothingToDo());
        CHECK_FALSE(kindOf("501", *Date::from(2024, 10, 1)));
    }
    SECTION("what was undone is as if it had never come")
    {
        REQUIRE(bench.bench->undo());
        CHECK_FALSE(bench.store().childrenByLocalId().contains("501"));
        CHECK(bench.store().kindPeriods(bench.child("101")).size() == 1);
    }
}
