// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include <catch2/catch.hpp>
#include <sqlite3.h>
#include <unistd.h>

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
