// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/temporary_folder.h"
#include "workbench/workbench.h"

#include "support/catch.h"

#include <nlohmann/json.hpp>
#include <sodium.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>

using namespace twelvefold;
using namespace twelvefold::domain;
using tests::contentsOf;
using tests::TemporaryFolder;
using workbench::Workbench;
namespace fs = std::filesystem;
using Trial = store::Store::Trial;

namespace {

constexpr const char* kVersion = "1.2.3";

std::unique_ptr<Workbench> opened(const fs::path& path)
{
    std::unique_ptr<Workbench> bench;
    const auto found = Workbench::open(path, bench, "A. Tester");
    INFO(plainEnglish(found.message));
    REQUIRE(bench != nullptr);
    return bench;
}

fs::path demonstration(const TemporaryFolder& folder, std::uint64_t seed)
{
    const fs::path path = folder.file("demo" + std::to_string(seed) + ".twelvefold");
    workbench::DemonstrationOptions options;
    options.children = 60;
    options.seed = seed;
    REQUIRE(workbench::makeDemonstration(path, options));
    return path;
}

// The texts of every file but those that say when and by whom.
std::map<std::string, std::string> tablesIn(const fs::path& folder)
{
    std::map<std::string, std::string> tables;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename();
        if (name != "datapackage.json" && name != "audit.csv")
            tables[name] = contentsOf(entry.path());
    }
    return tables;
}

std::string sha256Of(const std::string& bytes)
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    char hex[2 * sizeof hash + 1];
    sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
    return hex;
}

const char* const kOddTexts[] = {"=1+1",
                                 "'=1+1",
                                 "''@cmd",
                                 "-",
                                 "-5",
                                 "+44 1234",
                                 "\"quoted\", and;more",
                                 "two\nlines",
                                 "three\r\nlines\r",
                                 " blanks around ",
                                 "\ttab",
                                 "",
                                 "'",
                                 "''",
                                 "NULL",
                                 "Zoë 🙂 \u00A0\u2028\uFEFF end",
                                 "a,b\"c\"\n\"\""};

std::string oddText(std::mt19937& random)
{
    std::string text;
    for (auto n = random() % 4; n > 0; --n)
        text += kOddTexts[random() % std::size(kOddTexts)];
    return random() % 50 == 0 ? text + std::string(300'000, 'n') : text;
}

// Edits with whatever a person may write, and with the extremes of what may stand in a record.
void writeOddly(Workbench& bench, std::mt19937& random)
{
    for (int n = 0; n < 12; ++n) {
        Child child;
        child.localId = n % 3 == 0 ? "" : "=ID" + std::to_string(n) + oddText(random);
        child.ethnicity = oddText(random);
        child.disability = oddText(random);
        child.bornMonth = n % 2 == 0 ? std::optional(*Date::from(2010, 5, 1)) : std::nullopt;
        Identity identity;
        identity.givenName = SensitiveText(oddText(random));
        identity.familyName = SensitiveText(oddText(random));
        const auto added =
            bench.addChild(child, identity, {*Date::from(2020, 1, 1 + n), std::nullopt});
        REQUIRE(added);
        Placement placement;
        placement.child = *added;
        placement.setting = Setting::childrensHome;
        placement.period = {*Date::from(2020, 1, 1 + n), std::nullopt};
        placement.note = oddText(random);
        if (n % 2 == 0)
            placement.distanceMiles = 1.0 / (3 + n);
        REQUIRE(bench.savePlacement(placement));
        CostLine line;
        line.child = *added;
        line.amount = n == 0 ? Money() : Money::pence(10'000'000'000);
        line.period = {*Date::from(2020, 2, 1), *Date::from(2199, 12, 31)};
        line.note = oddText(random);
        REQUIRE(bench.saveCostLine(line));
        Assessment draft = bench.draftFor(*added, *Date::from(2026, 3, 1));
        draft.reason = oddText(random);
        draft.whatMatters = SensitiveText(oddText(random));
        draft.scores[0].evidence = SensitiveText(oddText(random));
        bench.saveDraft(draft);
    }
}

struct Saved
{
    TemporaryFolder folder;
    fs::path store, tables;

    explicit Saved(std::uint64_t seed = 1, bool odd = false)
        : store(demonstration(folder, seed)), tables(folder.file("tables"))
    {
        auto bench = opened(store);
        std::mt19937 random(static_cast<unsigned>(seed));
        if (odd) {
            writeOddly(*bench, random);
            const auto homes = folder.write(
                "homes.csv",
                "Local Authority,URN,Provider Type,Sector,Setting Name,Registration "
                "Date,Closed Date,Max Users\nTestshire,SC000001,Home,Private,\"=1+1, "
                "\"\"Oak\"\"\",01/02/2015,01/03/2015,4\nTestshire,SC000002,Home,,,,,\n");
            REQUIRE(bench->applyImport(bench->planImport({homes}, {})));
            REQUIRE(bench->store().registeredSettings().size() == 2);
        }
        const auto written = bench->exportTables(tables, kVersion);
        if (!written)
            FAIL(plainEnglish(written.failure()));
    }
    Result<workbench::TablesMoved> takenInto(const std::string& name, Trial trial = Trial::no) const
    {
        return Workbench::makeFromTables(tables, folder.file(name), {{}, "A. Tester", trial});
    }
    std::string refusal(const std::string& name = "new.twelvefold") const
    {
        const auto taken = takenInto(name);
        CHECK_FALSE(fs::exists(folder.file(name)));
        return taken ? std::string() : plainEnglish(taken.failure());
    }
    nlohmann::ordered_json package() const
    {
        return nlohmann::ordered_json::parse(contentsOf(tables / "datapackage.json"));
    }
    void setPackage(const nlohmann::ordered_json& json) const
    {
        (void)folder.write("tables/datapackage.json", json.dump());
    }
    // Another text for a table, with a package that says so.
    void spoil(const std::string& table,
               const std::function<std::string(std::string)>& spoilt) const
    {
        const std::string text = spoilt(contentsOf(tables / (table + ".csv")));
        (void)folder.write("tables/" + table + ".csv", text);
        auto json = package();
        for (auto& resource : json["resources"]) {
            if (resource["name"] == table)
                resource["hash"] = "sha256:" + sha256Of(text);
        }
        setPackage(json);
    }
};

std::string with(std::string text, const std::string& what, const std::string& instead)
{
    const auto at = text.find(what);
    REQUIRE(at != text.npos);
    return text.replace(at, what.size(), instead);
}

// The cell of the first record's column.
std::string withCell(const std::string& text, std::size_t column, const std::string& instead)
{
    std::size_t at = text.find('\n') + 1;
    for (; column > 0; --column)
        at = text.find(',', at) + 1;
    const std::size_t end = text.find_first_of(",\n", at);
    return text.substr(0, at) + instead + text.substr(end);
}

} // namespace

TEST_CASE("A whole store goes out as tables and comes back the same, whatever stands in it",
          "[tables]")
{
    for (const std::uint64_t seed : {1, 2, 3}) {
        const Saved saved(seed, true);
        const auto taken = saved.takenInto("back.twelvefold");
        if (!taken)
            FAIL(plainEnglish(taken.failure()));
        const auto back = opened(saved.folder.file("back.twelvefold"));
        const auto again = back->exportTables(saved.folder.file("again"), kVersion);
        REQUIRE(again);
        const auto tables = tablesIn(saved.tables);
        CHECK(tables.size() == store::Store::recordTables().size());
        for (const auto& [name, text] : tablesIn(saved.folder.file("again"))) {
            INFO(name);
            CHECK((tables.at(name) == text));
        }
        CHECK(taken->rows() == again->rows());
        CHECK(taken->council == again->council);

        const auto before = opened(saved.store);
        CHECK(back->store().councilName() == before->store().councilName());
        CHECK(back->defaultCensus() == before->defaultCensus());
        CHECK(back->scoringDay(*Date::from(2199, 1, 1)) ==
              before->scoringDay(*Date::from(2199, 1, 1)));
        CHECK(back->store().check().sound());
        CHECK(back->store().drafts().size() == before->store().drafts().size());
        CHECK_FALSE(back->nextUndo().has_value());
    }
}

TEST_CASE("What goes out is its owner's alone, and says how many rows there are of what",
          "[tables]")
{
    const Saved saved;
    CHECK(fs::status(saved.tables).permissions() == fs::perms::owner_all);
    const auto json = saved.package();
    CHECK(json["twelvefold"]["program_version"] == kVersion);
    std::set<std::string> files{"datapackage.json"};
    for (const auto& resource : json["resources"]) {
        const std::string path = resource["path"];
        const std::string text = contentsOf(saved.tables / path);
        files.insert(path);
        CHECK(resource["hash"] == "sha256:" + sha256Of(text));
        CHECK(resource["bytes"] == text.size());
        CHECK_FALSE(text.starts_with("\uFEFF"));
        for (const auto& field : resource["schema"]["fields"])
            CHECK(field["description"].get<std::string>().size() > 8);
    }
    for (const auto& entry : fs::directory_iterator(saved.tables))
        CHECK(files.contains(entry.path().filename()));
    const std::string history = contentsOf(saved.tables / "audit.csv");
    CHECK(history.starts_with("sequence,at,author,kind,what,records\n1,"));
}

TEST_CASE("A second export to the same folder is refused and changes nothing", "[tables]")
{
    const Saved saved;
    const auto before = tablesIn(saved.tables);
    const auto again = opened(saved.store)->exportTables(saved.tables, kVersion);
    REQUIRE_FALSE(again);
    CHECK(std::string(again.failure().kind.code) == "folder-holds-something");
    CHECK((tablesIn(saved.tables) == before));
}

TEST_CASE("Tables are taken into a store without records and into no other", "[tables]")
{
    const Saved saved;
    const fs::path empty = saved.folder.file("empty.twelvefold");
    REQUIRE(Workbench::create(empty, "Testshire", "A. Tester"));
    const auto bench = opened(empty);
    const auto trial = bench->takeInTables(saved.tables, Trial::yes);
    REQUIRE(trial);
    CHECK(trial->rows() > 100);
    CHECK(bench->store().childCount() == 0);
    CHECK(bench->store().audit().size() == 1);
    REQUIRE(bench->takeInTables(saved.tables, Trial::no));
    CHECK(bench->store().councilName() == "Testshire");
    CHECK(bench->store().check().sound());
    CHECK(bench->store().childCount() >= 60);
    // Twice changes nothing.
    const auto twice = bench->takeInTables(saved.tables, Trial::no);
    REQUIRE_FALSE(twice);
    CHECK(std::string(twice.failure().kind.code) == "records-in-the-way");
    REQUIRE(bench->exportTables(saved.folder.file("again"), kVersion));
    CHECK((tablesIn(saved.tables) == tablesIn(saved.folder.file("again"))));
    // Edits go on as in any store.
    Child child;
    child.localId = "new";
    REQUIRE(bench->addChild(child, {}, {*Date::from(2026, 1, 1), std::nullopt}));
    CHECK(bench->undo());
    CHECK(bench->store().check().sound());
}

TEST_CASE("A trial of a new store leaves none", "[tables]")
{
    const Saved saved;
    CHECK(saved.takenInto("new.twelvefold", Trial::yes));
    CHECK_FALSE(fs::exists(saved.folder.file("new.twelvefold")));
}

TEST_CASE("A table that was changed, cut or taken away is named, and nothing is taken", "[tables]")
{
    const Saved saved;
    const std::string child = contentsOf(saved.tables / "child.csv");
    (void)saved.folder.write("tables/child.csv", child + " ");
    CHECK(saved.refusal().starts_with("child.csv is not as it was written"));
    (void)saved.folder.write("tables/child.csv", child.substr(0, child.size() / 2));
    CHECK(saved.refusal().starts_with("child.csv is not as it was written"));
    fs::remove(saved.tables / "child.csv");
    CHECK(saved.refusal().find("child.csv") != std::string::npos);
    (void)saved.folder.write("tables/child.csv", child);
    CHECK(saved.takenInto("sound.twelvefold"));
}

TEST_CASE("What stands in a cell and cannot be is told by file, row and column", "[tables]")
{
    struct Fault
    {
        const char* table;
        std::size_t column;
        const char* instead;
        const char* said;
    };
    for (const Fault& fault : {
             Fault{"child", 3, "man", "child.csv, row 2, sex: one of male, female, unspecified"},
             Fault{"child", 4, "1.5.2010", "child.csv, row 2, born_month: a date"},
             Fault{"child", 0, "x", "child.csv, row 2, id: a whole number is wanted"},
             Fault{"child", 0, "-4", "child.csv, row 2, id: what stands there cannot be"},
             Fault{"child", 2, "", "child.csv, row 2, pseudonym: what stands there cannot be"},
             Fault{"cost_line", 4, "1.50", "cost_line.csv, row 2, pence: a whole number"},
             Fault{"cost_line", 4, "-1", "cost_line.csv, row 2, pence: what stands there"},
             Fault{"cost_line", 1, "77",
                   "cost_line.csv, row 2, child: it refers to a record that child.csv does not"},
             Fault{"cost_line", 6, "", "cost_line.csv, row 2, start_day: it is blank"},
             Fault{"kind_period", 0, "77", "kind_period.csv, row 2, child: it refers to"},
         }) {
        const Saved saved;
        saved.spoil(fault.table, [&](const std::string& text) {
            return withCell(text, fault.column, fault.instead);
        });
        const std::string refusal = saved.refusal();
        INFO(fault.table << " " << fault.column << " " << fault.instead << ": " << refusal);
        CHECK(refusal.starts_with(fault.said));
    }
}

TEST_CASE("A file that is no such table is told by what is wrong with it", "[tables]")
{
    const auto refused = [](const std::string& table,
                            const std::function<std::string(std::string)>& spoilt) {
        const Saved saved;
        saved.spoil(table, spoilt);
        return saved.refusal();
    };
    CHECK(refused("child", [](const std::string& text) {
              return with(text, "sex", "gender");
          }).starts_with("child.csv, row 1: its columns are not those"));
    CHECK(refused("child", [](const std::string& text) {
              return text + "1,2\n";
          }).find("it has 2 cells, and the table 7") != std::string::npos);
    CHECK(refused("child", [](const std::string& text) {
              return text + "\"1,2\n";
          }).find("a quotation mark") != std::string::npos);
    CHECK(refused("child", [](const std::string&) {
              return std::string();
          }).starts_with("child.csv, row 1"));
    // The last row once more: no two have one id.
    CHECK(refused("provider", [](const std::string& text) {
              return text + text.substr(text.rfind('\n', text.size() - 2) + 1);
          }).find(": an earlier row has the same") != std::string::npos);
    CHECK(refused("provider", [](const std::string& text) {
              return text.substr(0, text.rfind('\n', text.size() - 2) + 1);
          }).find("rows") != std::string::npos);
    // Without its frameworks there is no store.
    CHECK_FALSE(refused("framework", [](const std::string& text) {
                    return text.substr(0, text.find('\n') + 1);
                }).empty());
}

TEST_CASE("Tables in another order of their columns are the same tables", "[tables]")
{
    const Saved saved;
    saved.spoil("import_batch", [](const std::string&) { return std::string("author,at,id\n"); });
    CHECK(saved.takenInto("new.twelvefold"));
}

TEST_CASE("A package that is cut off, of a later version or of other tables is refused by name",
          "[tables]")
{
    const Saved saved;
    const std::string whole = contentsOf(saved.tables / "datapackage.json");
    const auto json = saved.package();
    (void)saved.folder.write("tables/datapackage.json", whole.substr(0, whole.size() / 2));
    CHECK(workbench::isTableFolder(saved.tables));
    CHECK(saved.refusal().starts_with("datapackage.json does not describe"));

    auto later = json;
    later["twelvefold"]["schema_version"] = store::Store::currentSchema() + 1;
    saved.setPackage(later);
    CHECK(saved.refusal().find("later version") != std::string::npos);
    later = json;
    later["twelvefold"]["format"] = 2;
    saved.setPackage(later);
    CHECK(saved.refusal().find("later version") != std::string::npos);

    auto less = json;
    less["resources"].erase(0);
    saved.setPackage(less);
    CHECK(saved.refusal().starts_with("The table child is missing"));
    auto more = json;
    more["resources"][0]["name"] = "../../precious";
    saved.setPackage(more);
    CHECK_FALSE(saved.refusal().empty());
    for (const char* key : {"name", "hash", "bytes", "twelvefold"}) {
        auto without = json;
        without["resources"][3].erase(key);
        saved.setPackage(without);
        CHECK(saved.refusal().starts_with("datapackage.json does not describe"));
    }
    (void)saved.folder.write("tables/datapackage.json", "[\"twelvefold\"]");
    CHECK(saved.refusal().starts_with("datapackage.json does not describe"));
    (void)saved.folder.write("tables/datapackage.json", "{\"name\": \"another program's\"}");
    CHECK_FALSE(workbench::isTableFolder(saved.tables));
}

TEST_CASE("Tables of an earlier version of the store's form are brought up", "[tables]")
{
    // As version 2 had them: without marks of domains, questions put aside, events and requests.
    const Saved saved;
    const auto then = store::Store::recordTables(2);
    auto json = saved.package();
    auto resources = nlohmann::ordered_json::array();
    for (auto& resource : json["resources"]) {
        const std::string name = resource["name"];
        if (name == "audit" || std::ranges::find(then, name, &RecordTable::name) != then.end())
            resources.push_back(resource);
        else
            fs::remove(saved.tables / (name + ".csv"));
    }
    json["resources"] = resources;
    json["twelvefold"]["schema_version"] = 2;
    saved.setPackage(json);
    const auto without = [&](const std::string& table) {
        // The last column goes from every row: no text in these holds a comma there.
        saved.spoil(table, [](const std::string& text) {
            std::string cut;
            for (std::size_t at = 0; at < text.size();) {
                const std::size_t end = text.find('\n', at);
                cut += text.substr(at, text.rfind(',', end) - at) + "\n";
                at = end + 1;
            }
            return cut;
        });
    };
    // Such as the mark of a domain, the credit of a cost, the disability of a child.
    const auto today = store::Store::recordTables();
    for (const RecordTable& earlier : then) {
        const auto now = std::ranges::find(today, earlier.name, &RecordTable::name);
        for (std::size_t n = earlier.columns.size(); n < now->columns.size(); ++n)
            without(earlier.name);
    }
    const auto taken = saved.takenInto("old.twelvefold");
    if (!taken)
        FAIL(plainEnglish(taken.failure()));
    const auto bench = opened(saved.folder.file("old.twelvefold"));
    CHECK(bench->store().check().sound());
    const auto framework = bench->currentFramework().framework;
    CHECK(std::ranges::any_of(framework->domains(),
                              [](const NeedDomain& domain) { return domain.mark.has_value(); }));
}

TEST_CASE("Stopped on the way, neither a folder nor a store is left", "[tables]")
{
    const Saved saved;
    std::stop_source stop;
    const auto soon = [&](const Message&, double fraction) {
        if (fraction > 0.2)
            stop.request_stop();
    };
    const auto out = opened(saved.store)
                         ->exportTables(saved.folder.file("out"), kVersion, soon, stop.get_token());
    REQUIRE_FALSE(out);
    CHECK(std::string(out.failure().kind.code) == "tables-stopped");
    std::stop_source again;
    const auto in = Workbench::makeFromTables(
        saved.tables, saved.folder.file("new.twelvefold"), {{}, "A. Tester"},
        [&](const Message&, double fraction) {
            if (fraction > 0.2)
                again.request_stop();
        },
        again.get_token());
    REQUIRE_FALSE(in);
    CHECK(std::string(in.failure().kind.code) == "tables-stopped");
    std::set<std::string> left;
    for (const auto& entry : fs::directory_iterator(saved.folder.path()))
        left.insert(entry.path().filename());
    left.erase("demo1.twelvefold.lock");
    CHECK(left == std::set<std::string>{"demo1.twelvefold", "tables"});
}
