// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "store/audit.h"
#include "store/content.h"
#include "store/open.h"
#include "store/schema.h"

#include "support/catch.h"

#include <algorithm>
#include <tuple>

// That a store means the same wherever a later version, or another program, put a column of its
// own: what is read, written, undone and repaired goes by the names of columns.
using namespace store_tests;
using store::Access;
using store::OpenState;
using store::Store;

namespace {

// A provider, two children and all that there is a way to write of them, no two fields alike.
struct FullCouncil : Council
{
    ChildId ada, ben;
    Placement home; // of Ada, with everything that a placement can have

    FullCouncil()
    {
        edit([&](store::Writer& w) { w.addFramework(smallFramework(2)); }, "a framework");
        ada = child("A1A-001");
        ben = child("B1B-002", day(2023, 5, 6));
        edit([&](store::Writer& w) { writeAda(w); });
        edit([&](store::Writer& w) { writeLinesOf(w); });
        Assessment draft = assessment(ben, day(2026, 1, 5), "1-4");
        draft.final = false;
        draft.reason = "A new school";
        draft.goingWell = SensitiveText("Chess");
        draft.whatMatters = SensitiveText("To be left alone");
        draft.strengthsInWords = SensitiveText("Patient");
        draft.scores[1].notKnownBecause = SensitiveText("No report yet");
        draft.scores[2].confidence = 2;
        store->saveDraft(draft);
        edit([&](store::Writer& w) {
            w.addOutcome({{}, ben, "attendance", day(2025, 9, 1), 81, ""});
        });
        REQUIRE(store->undo("ben").ok());
    }

private:
    void writeAda(store::Writer& w)
    {
        Child changed = *store->child(ada);
        changed.sex = Sex::female;
        changed.bornMonth = day(2012, 5, 1);
        changed.ethnicity = "WBRI";
        w.updateChild(changed);
        w.setIdentity({ada, SensitiveText("Ada"), SensitiveText("Byron"), day(2012, 5, 6),
                       SensitiveText("AB1 2CD"), SensitiveText("H801200001001")});
        home = placement(ada, {day(2025, 2, 1), {}}, Setting::childrensHome);
        home.provider = w.addProvider(
            {{}, "Brightwater", Sector::privateSector, "Bright Group", "SC123456", "North East"});
        home.sector = Sector::voluntary;
        home.emergency = true;
        home.solo = false;
        home.deprivationOfLiberty = false;
        home.distanceMiles = 36.5;
        home.referredOn = day(2025, 1, 20);
        home.placeCode = "K2";
        home.providerCode = "PR4";
        home.changeReason = "CREQB";
        home.note = "Near her school";
        home.id = w.addPlacement(home);
        Episode episode;
        episode.child = ada;
        episode.start = day(2025, 2, 1);
        episode.end = day(2025, 6, 1);
        episode.reasonNew = "S";
        episode.legalStatus = "C2";
        episode.needCode = "N1";
        episode.placeCode = "K2";
        episode.providerCode = "PR4";
        episode.endReason = "X1";
        episode.changeReason = "PLACE";
        episode.urn = "SC123456";
        episode.homePostcode = SensitiveText("AB1 2CD");
        episode.placePostcode = SensitiveText("EF3 4GH");
        episode.distanceMiles = 36.5;
        episode.returnYear = 2025;
        w.addEpisode(episode);
        Assessment first = assessment(ada, day(2025, 2, 10), "04-");
        first.scores[0].evidence = SensitiveText("Seen by the nurse");
        first.scores[0].confidence = 3;
        first.scores[2].notKnownBecause = SensitiveText("New to us");
        first.strengths = {2};
        first.whatMatters = SensitiveText("My dog");
        first.goingWell = SensitiveText("Maths");
        first.whatIWant = SensitiveText("To see my sister");
        first.strengthsInWords = SensitiveText("Kind");
        Assessment blind = assessment(ada, day(2025, 2, 10), "121");
        blind.secondRatingOf = w.addAssessment(first);
        w.addAssessment(blind);
        w.addAssessment(assessment(ada, day(2025, 12, 1), "122"));
        w.addImportBatch({{{"a.csv", "0a", "header", 4, 1, 1, 1, 1}}});
    }

    void writeLinesOf(store::Writer& w)
    {
        CostLine line = weekly(ada, Money::pence(123456), {day(2025, 2, 1), day(2027, 2, 1)});
        line.placement = home.id;
        line.component = CostComponent::health;
        line.per = CostPer::month;
        line.funder = Funder::health;
        line.provider = home.provider;
        line.note = "Therapy";
        w.addCostLine(line);
        Placement over = placement(ben, {day(2023, 5, 6), day(2024, 1, 1)});
        CostLine tooLong = weekly(ben, Money::pounds(900), {day(2023, 5, 6), {}});
        tooLong.placement = w.addPlacement(over);
        const CostLineId late = w.addCostLine(tooLong);
        CostDecision decision = rightAsItIs(ben, late, *tooLong.placement, day(2024, 1, 1));
        decision.about.otherLine = late;
        decision.about.paid = decision.about.provides = home.provider;
        decision.about.until = day(2024, 2, 1);
        w.addCostDecision(decision);
        w.addOutcome({{}, ada, "sdq_total", day(2025, 6, 1), 17.5, "OC2 2025"});
        w.addRegisteredSetting({{},
                                "SC123456",
                                "Bright House",
                                "Children's Home",
                                Sector::voluntary,
                                4,
                                "Bright plc",
                                "Testshire",
                                "London",
                                "Good",
                                day(2026, 1, 2),
                                day(2026, 2, 3)});
        PutAside panel = putAside(ada, day(2026, 3, 31));
        panel.outcome = QuestionOutcome::toPanel;
        w.addPutAside(panel);
    }
};

std::string inText(const NeedsFramework& framework)
{
    std::string text = framework.key() + std::to_string(framework.version()) + framework.title();
    for (const std::string& name : framework.levelNames())
        text += '|' + name;
    for (const NeedDomain& domain : framework.domains()) {
        text += '|' + domain.code + domain.title + domain.prompt + std::to_string(domain.weight);
        for (const std::string& descriptor : domain.descriptors)
            text += '|' + descriptor;
    }
    for (const std::string& name : framework.strengthLevelNames())
        text += '|' + name;
    for (const Strength& strength : framework.strengths()) {
        text += '|' + strength.code + strength.title;
        for (const std::string& descriptor : strength.descriptors)
            text += '|' + descriptor;
    }
    for (const Band& band : framework.bands())
        text += '|' + band.code + band.title + std::to_string(band.from) + std::to_string(band.to);
    return text;
}

auto columnsOf(const Cohort& c)
{
    std::vector<std::vector<double>> numbers{c.age.values,
                                             c.weeksTo18.values,
                                             c.distanceMiles.values,
                                             c.movesInYear.values,
                                             c.unplannedMovesInYear.values,
                                             c.movesInQuarter.values,
                                             c.unplannedMovesInQuarter.values,
                                             c.needTotal.values,
                                             c.earlierTotal.values,
                                             c.weeklyCost.values};
    for (const auto& component : c.costs) {
        for (const NumberColumn& funder : component)
            numbers.push_back(funder.values);
    }
    for (const OutcomeColumn& outcome : c.outcomes) {
        numbers.push_back(outcome.values.values);
        numbers.push_back(outcome.earlier.values);
    }
    return std::tuple(c.child, c.pseudonym, c.kind, c.sex, c.setting, c.provider, c.providerNames,
                      c.providerOwners, c.sector, c.emergency, c.solo, c.deprivationOfLiberty,
                      c.placedOn, c.levels.byDomain, c.band, c.assessedOn, c.earlierAssessedOn,
                      numbers);
}

using RowShown = std::tuple<ChildId, std::string, std::optional<Date>, std::optional<int>,
                            std::optional<double>, std::optional<Money>, bool, bool>;
using EntryShown = std::tuple<std::int64_t, std::string, std::string, std::string, std::string>;

// All that a store says.
struct Held
{
    std::string council;
    std::unordered_map<ChildId, Child> children;
    std::unordered_map<ChildId, Identity> identities;
    std::unordered_map<ChildId, std::vector<Placement>> placements;
    std::unordered_map<ChildId, std::vector<Episode>> episodes;
    std::unordered_map<ChildId, std::vector<CostLine>> costs;
    std::unordered_map<ChildId, std::vector<Outcome>> outcomes;
    std::vector<std::pair<CostLine, Date>> tooLong;
    std::vector<PutAside> putAsides;
    std::vector<CostDecision> costDecisions;
    std::vector<Provider> providers;
    std::vector<RegisteredSetting> registered;
    std::vector<KindPeriod> kinds;
    std::vector<Assessment> assessments;
    std::vector<Assessment> drafts;
    std::vector<std::string> frameworks;
    std::vector<RowShown> rows;
    decltype(columnsOf(Cohort())) cohort;
    std::optional<std::pair<Date, Date>> span;
};

Held heldBy(const Store& store)
{
    const Date on = day(2026, 3, 31);
    Held held{store.councilName(),
              store.allChildren(),
              store.allIdentities(),
              store.allPlacements(),
              store.allEpisodes(),
              store.allCostLines(),
              store.allOutcomes(),
              store.linesPastTheirEnd(),
              store.putAsides(),
              store.costDecisions(),
              store.providers(),
              store.registeredSettings(),
              {},
              {},
              {},
              {},
              {},
              columnsOf(store.cohort(on)),
              store.recordedSpan()};
    for (const store::ChildRow& row : store.childRows(on)) {
        held.rows.emplace_back(row.child.id, row.child.localId, row.child.bornMonth, row.age,
                               row.needTotal, row.weeklyCost, row.hasDraft, row.current);
        std::ranges::copy(store.kindPeriods(row.child.id), std::back_inserter(held.kinds));
        std::ranges::copy(store.assessments(row.child.id), std::back_inserter(held.assessments));
        // One child's records are read by statements of their own.
        CHECK(store.child(row.child.id) == held.children.at(row.child.id));
        CHECK(store.placements(row.child.id) == held.placements[row.child.id]);
        CHECK(store.episodes(row.child.id) == held.episodes[row.child.id]);
        CHECK(store.costLines(row.child.id) == held.costs[row.child.id]);
        CHECK(store.outcomes(row.child.id) == held.outcomes[row.child.id]);
    }
    for (const auto& draft : store.drafts())
        held.drafts.push_back(store.draft(draft.child, draft.author).value());
    for (const store::StoredFramework& stored : store.frameworks())
        held.frameworks.push_back(inText(*stored.framework));
    return held;
}

std::vector<EntryShown> auditOf(const Store& store)
{
    std::vector<EntryShown> entries;
    for (const store::AuditEntry& entry : store.audit())
        entries.emplace_back(entry.sequence, entry.at, entry.author, plainEnglish(entry.name),
                             entry.detail);
    return entries;
}

// By name, so that a failure says where to look.
std::vector<std::string> differences(const Held& a, const Held& b)
{
    std::vector<std::string> found;
    const auto compare = [&](const char* name, const auto& member) {
        if (!(a.*member == b.*member))
            found.emplace_back(name);
    };
    compare("council", &Held::council);
    compare("children", &Held::children);
    compare("identities", &Held::identities);
    compare("placements", &Held::placements);
    compare("episodes", &Held::episodes);
    compare("costs", &Held::costs);
    compare("outcomes", &Held::outcomes);
    compare("lines past their end", &Held::tooLong);
    compare("questions put aside", &Held::putAsides);
    compare("decisions about costs", &Held::costDecisions);
    compare("providers", &Held::providers);
    compare("registered homes", &Held::registered);
    compare("kinds", &Held::kinds);
    compare("assessments", &Held::assessments);
    compare("drafts", &Held::drafts);
    compare("frameworks", &Held::frameworks);
    compare("rows", &Held::rows);
    compare("cohort", &Held::cohort);
    compare("span", &Held::span);
    return found;
}

std::vector<std::string> texts(store::Connection& connection, const std::string& sql)
{
    std::vector<std::string> found;
    store::Query query(connection, sql);
    while (query.next())
        found.push_back(query.text(0));
    return found;
}

std::vector<std::string> tablesOf(const std::filesystem::path& file)
{
    store::Connection connection(file, SQLITE_OPEN_READONLY);
    return texts(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' "
                             "AND name NOT GLOB 'sqlite_*' ORDER BY name");
}

constexpr const char* kForeign = "foreign_word TEXT NOT NULL DEFAULT 'foreign'";

// Where the column goes that a table is given.
enum class Place
{
    end,    // as a migration adds it
    middle, // as in a table that was made anew
    start
};

// The statements that give a table one more column, for a file with its foreign keys switched off.
std::string added(store::Connection& file, const std::string& table, Place place)
{
    if (place == Place::end)
        return "ALTER TABLE " + table + " ADD COLUMN " + kForeign + ";";
    const auto columns =
        texts(file, "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid");
    std::string sql =
        texts(file, "SELECT sql FROM sqlite_schema WHERE name = '" + table + "'").front();
    const std::size_t before =
        place == Place::start ? 0 : std::min<std::size_t>((columns.size() + 1) / 2, 2);
    const std::size_t at = sql.find("\n    " + columns.at(before) + " ");
    REQUIRE(at != std::string::npos);
    sql.insert(at, "\n    " + std::string(kForeign) + ",");
    std::string names;
    for (const std::string& column : columns)
        names += (names.empty() ? "" : ", ") + column;
    std::string statements = "ALTER TABLE " + table + " RENAME TO before_it; " + sql +
                             "; INSERT INTO " + table + " (" + names + ") SELECT " + names +
                             " FROM before_it; DROP TABLE before_it;";
    for (const std::string& index :
         texts(file, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL "
                     "AND tbl_name = '" +
                         table + "'"))
        statements += index + ";";
    return statements;
}

// Foreign keys and the names in them stay as they are while a table is made anew.
constexpr const char* kAside =
    "PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON; PRAGMA synchronous = OFF;";

void addColumn(const std::filesystem::path& file, const std::string& table, Place place,
               const std::string& further = "")
{
    store::Connection connection(file, SQLITE_OPEN_READWRITE);
    connection.run(kAside + added(connection, table, place) + further);
}

const std::vector<Place> kPlaces{Place::end, Place::middle, Place::start};

} // namespace

TEST_CASE("A column that a later version added to a table, wherever it is, shifts no record")
{
    FullCouncil council;
    const Held before = heldBy(*council.store);
    const auto audit = auditOf(*council.store);
    council.close();
    const auto later = council.folder / "later.twelvefold";
    for (const std::string& table : tablesOf(council.file)) {
        for (const Place place : kPlaces) {
            INFO(table << ", place " << static_cast<int>(place));
            std::filesystem::copy_file(council.file, later,
                                       std::filesystem::copy_options::overwrite_existing);
            addColumn(later, table, place, "PRAGMA user_version = 99");
            const store::Opened opened = Store::open(later);
            INFO(plainEnglish(opened.message));
            CHECK(opened.state == OpenState::newer);
            REQUIRE(opened.store);
            CHECK(differences(heldBy(*opened.store), before).empty());
            CHECK(auditOf(*opened.store) == audit);
            store::Connection connection(later, SQLITE_OPEN_READONLY);
            CHECK(store::faultsInChain(connection).empty());
        }
    }
}

TEST_CASE("Records written beside a column of another's come back, and the column keeps its value")
{
    FullCouncil council;
    council.close();
    const std::string table = GENERATE("child", "placement", "draft", "assessment", "need_domain");
    const Place place = GENERATE(Place::end, Place::middle, Place::start);
    INFO(table << ", place " << static_cast<int>(place));
    addColumn(council.file, table, place);
    council.reopen();
    Placement changed = council.home;
    changed.id = {};
    changed.period = {day(2026, 1, 1), {}};
    Assessment draft = council.store->draft(council.ben, "asha").value();
    draft.reason = "Another reason";
    Assessment ofThird;
    const Held before = heldBy(*council.store);
    council.edit([&](store::Writer& w) {
        changed.id = w.addPlacement(changed);
        Assessment scored = council.assessment(council.ben, day(2026, 1, 9), "333");
        scored.whatIWant = SensitiveText("To stay");
        scored.scores[0].evidence = SensitiveText("As the school says");
        w.addAssessment(scored);
        w.addFramework(smallFramework(3));
        Child third;
        third.pseudonym = "C1C-003";
        third.id = w.addChild(third);
        ofThird = council.assessment(third.id, day(2026, 1, 9), "000");
    });
    council.store->saveDraft(ofThird); // goes with the child that it is of, and comes back with it
    const Held after = heldBy(*council.store);
    CHECK(after.placements.at(council.ada) == std::vector{changed, council.home});
    REQUIRE(council.store->undo("asha").ok());
    CHECK(differences(heldBy(*council.store), before).empty());
    REQUIRE(council.store->redo("asha").ok());
    CHECK(differences(heldBy(*council.store), after).empty());
    council.store->saveDraft(draft);
    CHECK(council.store->draft(council.ben, "asha") == draft);
    store::Connection connection(council.file, SQLITE_OPEN_READONLY);
    CHECK(texts(connection, "SELECT DISTINCT foreign_word FROM " + table) ==
          std::vector<std::string>{"foreign"});
    // Only the table itself does not add up to what it was held to.
    for (const Message& fault : store::contentFaults(connection, store::Shapes(connection)))
        CHECK(std::get<std::string>(fault.arguments.at(0)) == table);
}

TEST_CASE("What was recorded before a table had another column is undone whole or not at all")
{
    FullCouncil council;
    const Held before = heldBy(*council.store);
    council.close();
    const std::string table = GENERATE("cost_line", "placement", "outcome", "child", "identity");
    const Place place = GENERATE(Place::end, Place::middle, Place::start);
    INFO(table << ", place " << static_cast<int>(place));
    addColumn(council.file, table, place);
    council.reopen();
    const auto undone = council.store->undo("asha"); // costs, a placement, an outcome
    const bool touched = table == "cost_line" || table == "placement" || table == "outcome";
    REQUIRE(undone.ok() != touched);
    if (undone.ok()) {
        CHECK(council.store->costLines(council.ada).empty());
        REQUIRE(council.store->redo("asha").ok());
    } else {
        CHECK(undone.failure().kind.code == std::string("undo-blocked"));
    }
    CHECK(differences(heldBy(*council.store), before).empty());
}

namespace {

// The migrations, and a later one that gives every table whose records are edited another column.
std::vector<store::Migration> withLater(const std::filesystem::path& file, Place place,
                                        std::string& sql)
{
    store::Connection connection(file, SQLITE_OPEN_READONLY);
    for (const auto tables : {store::recordedTables(), store::draftTables()}) {
        for (const char* table : tables)
            sql += added(connection, table, place);
    }
    std::vector<store::Migration> steps = store::migrations();
    steps.push_back({"later", sql});
    return steps;
}

} // namespace

TEST_CASE("After a migration has added columns, what is changed is undone and adds up")
{
    FullCouncil council;
    const Held before = heldBy(*council.store);
    council.close();
    std::string sql;
    const auto steps = withLater(council.file, Place::end, sql);
    store::Opened opened = store::openStore(council.file, Access::readWrite, steps);
    INFO(plainEnglish(opened.message));
    REQUIRE(opened.state == OpenState::upgraded);
    CHECK(differences(heldBy(*opened.store), before).empty());
    CHECK_FALSE(opened.store->nextUndo());

    // Records that were there before, each changed or taken away, whose new column was never
    // written.
    opened.store->edit(edit(), "asha", [&](store::Writer& w) {
        Child child = before.children.at(council.ada);
        child.ethnicity = "MWBC";
        w.updateChild(child);
        Identity identity = before.identities.at(council.ada);
        identity.givenName = SensitiveText("Augusta");
        w.setIdentity(identity);
        Episode episode = before.episodes.at(council.ada).front();
        episode.homePostcode = episode.placePostcode = {};
        w.updateEpisode(episode);
        Provider provider = before.providers.front();
        provider.region = "North West";
        w.updateProvider(provider);
        w.removePlacement(council.home.id);
        w.removeCostLine(before.costs.at(council.ben).front().id);
        w.removeOutcome(before.outcomes.at(council.ada).front().id);
        w.setKindPeriods(council.ben, CohortKind::lookedAfter, {});
        w.removeDraft(council.ben, "asha");
    });
    const Held after = heldBy(*opened.store);
    CHECK(differences(after, before).size() > 8);
    REQUIRE(opened.store->undo("asha").ok());
    CHECK(differences(heldBy(*opened.store), before).empty());
    REQUIRE(opened.store->redo("asha").ok());
    CHECK(differences(heldBy(*opened.store), after).empty());
    opened.store.reset();
    store::Connection connection(council.file, SQLITE_OPEN_READONLY);
    CHECK(store::contentFaults(connection, store::Shapes(connection)).empty());
    CHECK(store::faultsInChain(connection).empty());
}

TEST_CASE(
    "A framework recorded before its tables had another column is put back right or not at all")
{
    FullCouncil council;
    const Held before = heldBy(*council.store);
    council.close();
    const auto place = GENERATE(Place::end, Place::middle, Place::start);
    INFO("place " << static_cast<int>(place));
    std::string sql;
    const auto steps = withLater(council.file, place, sql);
    // In an order of its own each table is made anew, which only a file without references lets be.
    store::Connection(council.file, SQLITE_OPEN_READWRITE)
        .run(kAside + sql + "PRAGMA user_version = " + std::to_string(steps.size()));
    tamper(council.file, "DELETE FROM need_descriptor WHERE level = 4");
    const store::Opened opened = store::repairStore(council.file, "ben", steps);
    INFO(plainEnglish(opened.message));
    if (place == Place::end) {
        REQUIRE(opened.state == OpenState::repaired);
        CHECK(differences(heldBy(*opened.store), before).empty());
    } else {
        CHECK(opened.state == OpenState::damaged);
        CHECK(opened.store == nullptr);
    }
}

TEST_CASE("A framework is not put back into columns that have moved, even where it would go in")
{
    const Folder folder;
    const auto file = folder / "council.twelvefold";
    auto steps = store::migrations();
    steps.push_back(
        {"colour", "ALTER TABLE need_level ADD COLUMN colour TEXT NOT NULL DEFAULT ''"});
    REQUIRE(store::createStore(file, {"Testshire", smallFramework(), "asha"}, steps).ok());
    steps.push_back({"foreign word before the name", ""});
    addColumn(file, "need_level", Place::middle,
              "PRAGMA user_version = " + std::to_string(steps.size()) +
                  "; DELETE FROM need_level WHERE level = 4");
    const store::Opened opened = store::openStore(file, Access::readOnly, steps);
    INFO(plainEnglish(opened.message));
    CHECK(opened.state == OpenState::damaged);
    CHECK(opened.store == nullptr);
}
