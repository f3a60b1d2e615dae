// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "store/audit.h"
#include "store/content.h"
#include "store/migrate.h"

#include "support/catch.h"
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>

namespace store_tests {

Folder::Folder()
{
    static std::atomic<int> number = 0;
    m_path = std::filesystem::temp_directory_path() /
             ("twelvefold-store-" + std::to_string(::getpid()) + "-" + std::to_string(++number));
    std::filesystem::create_directory(m_path);
}

Folder::~Folder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

NeedsFramework smallFramework(int version, const std::string& key)
{
    NeedsFramework::Parts parts;
    parts.key = key;
    parts.version = version;
    parts.title = "A small framework";
    parts.levelNames = {"none", "some", "regular", "intensive", "constant"};
    for (const char* code : {"health", "education", "safety"})
        parts.domains.push_back({code,
                                 std::string("About ") + code,
                                 "What to think about",
                                 1.0,
                                 {"a", "b", "c", "d", "e"}});
    parts.domains[1].mark = DomainMark::school;
    parts.domains[2].mark = DomainMark::safety;
    parts.strengthLevelNames = {"not yet", "a start", "steady", "a pillar"};
    parts.strengths = {{"humour", "Humour", {"a", "b", "c", "d"}}};
    parts.bands = {{"low", "Low", 0, 4}, {"medium", "Medium", 5, 8}, {"high", "High", 9, 12}};
    return NeedsFramework::make(std::move(parts)).value();
}

Council::Council()
{
    auto made = store::Store::create(file, "Testshire", smallFramework(), "asha");
    REQUIRE(made.ok());
    store = std::move(*made);
    framework = store->frameworks().front().id;
}

void Council::reopen(store::Access access)
{
    store.reset();
    store::Opened opened = store::Store::open(file, access);
    INFO(plainEnglish(opened.message));
    REQUIRE(opened.store != nullptr);
    store = std::move(opened.store);
}

void Council::edit(const std::function<void(store::Writer&)>& work, const std::string& what,
                   const std::string& author)
{
    store->edit(store_tests::edit(what), author, work);
}

ChildId Council::child(const std::string& pseudonym, Date since)
{
    ChildId id;
    edit(
        [&](store::Writer& writer) {
            Child child;
            child.pseudonym = pseudonym;
            child.localId = "local " + pseudonym;
            id = writer.addChild(child);
            const Period period{since, std::nullopt};
            writer.setKindPeriods(id, CohortKind::lookedAfter, std::span(&period, 1));
        },
        pseudonym);
    return id;
}

Assessment Council::assessment(ChildId child, Date date, const std::string& levels) const
{
    const auto stored = store->framework(framework);
    Assessment assessment = blankAssessment(child, framework, *stored->framework, date);
    assessment.final = true;
    assessment.author = "asha";
    assessment.reason = "Review";
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (levels[i] != '-')
            assessment.scores[i].level = stored->framework->level(levels[i] - '0');
    }
    return assessment;
}

AssessmentId Council::assess(ChildId child, Date date, const std::string& levels)
{
    AssessmentId id;
    edit([&](store::Writer& writer) { id = writer.addAssessment(assessment(child, date, levels)); },
         "the assessment");
    return id;
}

CostLine weekly(ChildId child, Money amount, Period period)
{
    CostLine line;
    line.child = child;
    line.amount = amount;
    line.period = period;
    return line;
}

Placement placement(ChildId child, Period period, Setting setting)
{
    Placement result;
    result.child = child;
    result.period = period;
    result.setting = setting;
    return result;
}

PutAside putAside(ChildId child, Date on)
{
    return {{},
            child,
            "price_above",
            QuestionOutcome::explained,
            SensitiveText("Two carers at night"),
            on,
            on.plusMonths(12)};
}

CostDecision rightAsItIs(ChildId child, CostLineId line, PlacementId placement, Date ended)
{
    CostDecision decision;
    decision.child = child;
    decision.about = {CostDoubt::runsOn, line, placement, {}, {}, {}, ended};
    decision.reason = SensitiveText("Notice was given late");
    return decision;
}

namespace {

// The changesets by which programs of a version brought a framework in; those before marks had the
// same columns of it.
std::vector<store::Bytes> broughtIn(const NeedsFramework& framework, std::size_t version)
{
    const Folder folder;
    const auto donor = folder / "donor.twelvefold";
    REQUIRE(store::Store::create(donor, "Testshire", framework, "asha").ok());
    store::Connection old(folder / "old", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    store::prepareConnection(old);
    const auto steps = store::migrations();
    store::migrate(old, std::span(steps).first(std::max<std::size_t>(version, 2)));
    old.run("ATTACH '" + donor.string() + "' AS donor");
    store::Transaction transaction(old);
    const store::Shapes shapes(old);
    store::Recorder recorder(old, shapes);
    for (const char* table : store::frameworkTables()) {
        std::string columns;
        for (const std::string& column : shapes.find(table)->columns)
            columns += (columns.empty() ? "" : ", ") + column;
        old.run("INSERT INTO main." + std::string(table) + " (" + columns + ") SELECT " + columns +
                " FROM donor." + table);
    }
    return recorder.finish();
}

} // namespace

void makeOldStore(const std::filesystem::path& file, std::size_t version,
                  const NeedsFramework& framework, bool undone)
{
    store::NewEntry entry;
    entry.name = {{"framework-added", "Bring in the needs framework %1, version %2"},
                  {framework.title(), std::int64_t{framework.version()}}};
    entry.author = "asha";
    entry.detail = "framework +1";
    entry.undoable = version == 1;
    entry.parts = broughtIn(framework, version);
    REQUIRE(entry.parts.size() == 1);

    store::Connection old(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    store::prepareConnection(old);
    const auto steps = store::migrations();
    store::migrate(old, std::span(steps).first(version));
    old.run("PRAGMA application_id = " + std::to_string(store::kApplicationId));
    old.run("INSERT INTO about (key, value) VALUES ('council', 'Testshire'), "
            "('store_id', '0123456789abcdef'), ('made_at', '2026-01-01T00:00:00Z')");
    store::Transaction transaction(old);
    REQUIRE_FALSE(store::apply(old, entry.parts[0]));
    if (version > 1)
        entry.content =
            store::contentOf(old, store::Shapes(old), store::ContentKeys::Missing::make);
    const std::int64_t added = store::append(old, entry);
    if (undone) {
        REQUIRE_FALSE(store::apply(old, store::inverted(entry.parts[0])));
        store::NewEntry undo = entry;
        undo.kind = store::AuditEntry::Kind::undo;
        undo.target = added;
        undo.undoable = false;
        undo.parts.clear();
        store::append(old, undo);
    }
    transaction.commit();
}

void tamper(const std::filesystem::path& file, const std::string& sql)
{
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    char* why = nullptr;
    const int code = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &why);
    INFO((why == nullptr ? "" : why));
    sqlite3_close(database);
    REQUIRE(code == SQLITE_OK);
}

} // namespace store_tests
