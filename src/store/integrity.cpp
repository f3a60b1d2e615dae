// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/integrity.h"

#include "store/audit.h"
#include "store/copies.h"
#include "store/invariants.h"
#include "store/schema_check.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace twelvefold::store {
namespace {

constexpr MessageKind kFile{"check-file", TWELVEFOLD_TEXT("Message", "The file is damaged: %1.")};
constexpr MessageKind kInvariant{
    "check-invariant", TWELVEFOLD_TEXT("Message", "The store cannot be opened like this: %1.")};
constexpr MessageKind kAppended{
    "check-appended",
    TWELVEFOLD_TEXT("Message", "%1 bytes that are not the store's stand at the end of the file.")};
constexpr MessageKind kLog{
    "check-log",
    TWELVEFOLD_TEXT("Message",
                    "Another program has given the store a write-ahead log: what was written last "
                    "may stand in a second file beside it (-wal), without which the store must not "
                    "be copied. Open it once for writing, and it is one file again.")};
constexpr MessageKind kVersion{
    "check-version",
    TWELVEFOLD_TEXT("Message", "The file says that a later version of Twelvefold made it (%1), but "
                               "its tables are those of this one (%2): that number was altered.")};
constexpr MessageKind kLater{
    "check-later-version",
    TWELVEFOLD_TEXT("Message", "The store was made by a later version of Twelvefold. Its file is "
                               "not damaged; its records and its audit trail can only be checked "
                               "by that version.")};
constexpr MessageKind kDraft{
    "check-draft",
    TWELVEFOLD_TEXT("Message", "The unfinished assessment of %1 by %2 was altered behind the "
                               "program's back.")};
constexpr MessageKind kReference{
    "check-reference",
    TWELVEFOLD_TEXT("Message", "A record of %1 refers to one of %2 that is not there.")};
constexpr MessageKind kProfileLength{
    "check-profile-length",
    TWELVEFOLD_TEXT("Message",
                    "The assessment of %1 on %2 has %3 levels: its framework has %4 need "
                    "domains.")};
constexpr MessageKind kProfileLevel{
    "check-profile-level",
    TWELVEFOLD_TEXT("Message", "The assessment of %1 on %2 has a level that its framework does not "
                               "have.")};
constexpr MessageKind kStrengths{
    "check-strengths",
    TWELVEFOLD_TEXT("Message", "The strengths in the assessment of %1 on %2 do not fit its "
                               "framework.")};
constexpr MessageKind kFramework{
    "check-framework",
    TWELVEFOLD_TEXT("Message", "Version %1 of the framework “%2” contradicts itself: %3")};
constexpr MessageKind kOverlap{
    "check-placements-overlap",
    TWELVEFOLD_TEXT("Message", "%1 has two placements at once: one from %2 and one from %3.")};
constexpr MessageKind kUnplaced{
    "check-cost-of-other-child",
    TWELVEFOLD_TEXT("Message",
                    "A cost line of %1 from %2 belongs to a placement of another child.")};
constexpr MessageKind kMoreOverlap{
    "check-placements-overlap-more",
    TWELVEFOLD_TEXT("Message", "%1 more placements begin before the one before them has ended.")};
constexpr MessageKind kMoreUnplaced{
    "check-cost-of-other-child-more",
    TWELVEFOLD_TEXT("Message", "%1 more cost lines belong to a placement of another child.")};

// Beyond this many of one kind, the rest say nothing new, but how many they are.
constexpr std::size_t kMostOfAKind = 100;

using Faults = std::vector<CheckFault>;

void add(std::vector<Message> messages, Faults& faults)
{
    for (Message& message : messages)
        faults.push_back({std::move(message)});
}

void checkInvariants(Connection& connection, std::span<const Migration> steps, Faults& faults)
{
    if (const auto broken = brokenInvariant(connection, steps))
        faults.push_back({{kInvariant, {plainEnglish(broken->what)}}});
}

// Bytes behind the last page are no part of the database, and SQLite never looks at them.
void checkEnd(Connection& connection, Faults& faults)
{
    const char* path = sqlite3_db_filename(connection.handle(), "main");
    if (path == nullptr || *path == '\0') // a copy in memory
        return;
    std::error_code error;
    const auto size = static_cast<std::int64_t>(std::filesystem::file_size(path, error));
    const std::int64_t used =
        connection.number("PRAGMA page_count") * connection.number("PRAGMA page_size");
    if (!error && size > used)
        faults.push_back({{kAppended, {size - used}}});
}

// Of the file itself, before anything in it.
void checkOutside(Connection& connection, CheckReport& report)
{
    checkEnd(connection, report.faults);
    if (hasLog(connection))
        report.notes.push_back({{kLog, {}}});
}

// While it lives SQLite looks at no CHECK: those are asked for by queries of our own, which hold in
// a file that is only read too. However the check ends, what is written later meets them again.
class WithoutChecks
{
public:
    explicit WithoutChecks(Connection& connection) : m_connection(connection)
    {
        m_connection.run("PRAGMA ignore_check_constraints = ON");
    }
    ~WithoutChecks()
    {
        sqlite3_exec(m_connection.handle(), "PRAGMA ignore_check_constraints = OFF", nullptr,
                     nullptr, nullptr);
    }
    WithoutChecks(const WithoutChecks&) = delete;
    WithoutChecks& operator=(const WithoutChecks&) = delete;

private:
    Connection& m_connection;
};

void checkFile(Connection& connection, Faults& faults)
{
    const WithoutChecks without(connection);
    Query query(connection, "PRAGMA integrity_check(100)");
    while (query.next()) {
        if (query.view(0) != "ok")
            faults.push_back({{kFile, {query.text(0)}}});
    }
}

void checkDrafts(Connection& connection, Faults& faults)
{
    ContentKeys keys(connection, ContentKeys::Missing::leave);
    // A draft without its hash was saved before the store was brought up to hold drafts to one.
    Query query(connection,
                "SELECT d.child, d.author, d.digest, c.pseudonym FROM draft d "
                "JOIN child c ON c.id = d.child WHERE d.digest IS NOT NULL OR NOT EXISTS "
                "(SELECT 1 FROM audit a WHERE a.name_code = 'store-brought-up' "
                "AND a.at >= d.saved_at)");
    while (query.next()) {
        const auto digest = draftDigest(connection, keys, query.id<ChildId>(0), query.text(1));
        if (!std::ranges::equal(digest, query.bytes(2)))
            faults.push_back({{kDraft, {query.text(3), query.text(1)}}});
    }
}

void checkReferences(Connection& connection, Faults& faults)
{
    Query query(connection, "PRAGMA foreign_key_check");
    for (std::size_t n = 0; n < kMostOfAKind && query.next(); ++n)
        faults.push_back({{kReference, {query.text(0), query.text(2)}}});
}

bool fits(std::string_view levels, int highest)
{
    return std::ranges::all_of(levels, [&](char c) { return c == '-' || c - '0' <= highest; });
}

using Sound = std::map<FrameworkId, std::shared_ptr<const NeedsFramework>>;

Sound checkFrameworks(Connection& connection, FrameworkShelf& frameworks, Faults& faults)
{
    Sound sound;
    Query query(connection, "SELECT id, version, key FROM framework");
    while (query.next()) {
        const auto id = query.id<FrameworkId>(0);
        try {
            sound.emplace(id, frameworks.find(id));
        } catch (const SqlError& error) {
            if (error.code() != SQLITE_CORRUPT)
                throw;
            faults.push_back(
                {{kFramework, {query.integer(1), query.text(2), std::string(error.what())}}});
        }
    }
    return sound;
}

void checkAssessments(Connection& connection, FrameworkShelf& frameworks, Faults& faults)
{
    const Sound sound = checkFrameworks(connection, frameworks, faults);
    Query query(connection, "SELECT c.pseudonym, a.day, a.framework, a.profile, a.strengths "
                            "FROM assessment a JOIN child c ON c.id = a.child");
    const std::size_t most = faults.size() + kMostOfAKind;
    while (faults.size() < most && query.next()) {
        const auto found = sound.find(query.id<FrameworkId>(2));
        if (found == sound.end())
            continue; // said of the framework itself
        const NeedsFramework* framework = found->second.get();
        const std::string_view profile = query.view(3), strengths = query.view(4);
        const auto highest = static_cast<int>(framework->strengthLevelNames().size()) - 1;
        if (profile.size() != framework->domainCount())
            faults.push_back(
                {{kProfileLength,
                  {query.text(0), query.day(1), static_cast<std::int64_t>(profile.size()),
                   static_cast<std::int64_t>(framework->domainCount())}}});
        else if (!fits(profile, framework->highestLevel()))
            faults.push_back({{kProfileLevel, {query.text(0), query.day(1)}}});
        if (strengths.size() != framework->strengths().size() || !fits(strengths, highest))
            faults.push_back({{kStrengths, {query.text(0), query.day(1)}}});
    }
}

void checkPlacements(Connection& connection, Faults& faults)
{
    Query query(connection,
                "SELECT c.pseudonym, p.before_start, p.start_day FROM (SELECT child, start_day, "
                "lag(start_day) OVER child_by_start AS before_start, "
                "max(coalesce(end_day, 84006)) OVER (PARTITION BY child ORDER BY start_day, id "
                "ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before_end FROM placement "
                "WINDOW child_by_start AS (PARTITION BY child ORDER BY start_day, id)) p "
                "JOIN child c ON c.id = p.child WHERE p.before_end > p.start_day "
                "ORDER BY c.pseudonym, p.start_day");
    std::size_t n = 0;
    while (query.next()) {
        if (++n <= kMostOfAKind)
            faults.push_back({{kOverlap, {query.text(0), query.day(1), query.day(2)}}});
    }
    if (n > kMostOfAKind)
        faults.push_back({{kMoreOverlap, {static_cast<std::int64_t>(n - kMostOfAKind)}}});
}

void checkCosts(Connection& connection, Faults& faults)
{
    Query query(connection, "SELECT c.pseudonym, l.start_day FROM cost_line l "
                            "JOIN placement p ON p.id = l.placement JOIN child c ON c.id = l.child "
                            "WHERE p.child <> l.child ORDER BY c.pseudonym");
    std::size_t n = 0;
    while (query.next()) {
        if (++n <= kMostOfAKind)
            faults.push_back({{kUnplaced, {query.text(0), query.day(1)}}});
    }
    if (n > kMostOfAKind)
        faults.push_back({{kMoreUnplaced, {static_cast<std::int64_t>(n - kMostOfAKind)}}});
}

// While it lives, a request to stop interrupts what SQLite is doing.
class Interruptible
{
public:
    Interruptible(Connection& connection, const std::stop_token& stop) : m_connection(connection)
    {
        sqlite3_progress_handler(m_connection.handle(), 10000, &stopRequested,
                                 const_cast<std::stop_token*>(&stop));
    }
    ~Interruptible() { sqlite3_progress_handler(m_connection.handle(), 0, nullptr, nullptr); }
    Interruptible(const Interruptible&) = delete;
    Interruptible& operator=(const Interruptible&) = delete;

private:
    static int stopRequested(void* stop)
    {
        return static_cast<std::stop_token*>(stop)->stop_requested() ? 1 : 0;
    }
    Connection& m_connection;
};

// The tables of a later version are not known here; but a number alone makes no later version.
bool isLater(Connection& connection, std::span<const Migration> steps, CheckReport& report)
{
    const std::int64_t version = schemaVersion(connection);
    const auto newest = static_cast<std::int64_t>(steps.size());
    if (version <= newest)
        return false;
    const bool later = !schemaFaults(connection, *freshDatabase(steps)).empty();
    if (!later)
        report.faults.push_back({{kVersion, {version, newest}}});
    return later;
}

// What only makes sense of a file whose tables are those that this version knows.
void checkAsOurs(Connection& connection, FrameworkShelf& frameworks, const Shapes& shapes,
                 std::span<const Migration> steps, CheckReport& report)
{
    const auto fresh = freshDatabase(steps);
    add(schemaFaults(connection, *fresh), report.faults);
    if (!hasTablesOf(connection, *fresh)) // there is no asking what the records are
        return;
    add(constraintFaults(connection, *fresh), report.faults);
    checkReferences(connection, report.faults);
    add(faultsInChain(connection), report.faults);
    add(contentFaults(connection, shapes), report.faults);
    checkDrafts(connection, report.faults);
    checkAssessments(connection, frameworks, report.faults);
    checkCosts(connection, report.faults);
    checkPlacements(connection, report.notes);
}

} // namespace

CheckReport examined(Connection& connection, FrameworkShelf& frameworks, const Shapes& shapes,
                     const std::stop_token& stop)
{
    CheckReport report;
    const std::vector<Migration> steps = migrations();
    const Interruptible interruptible(connection, stop);
    try {
        const ReadTransaction moment(connection);
        checkFile(connection, report.faults);
        checkOutside(connection, report);
        if (!report.faults
                 .empty()) // what a damaged file says of its records is not to be relied on
            return report;
        checkInvariants(connection, steps, report.faults);
        if (isLater(connection, steps, report))
            report.notExamined = Message{kLater, {}};
        else
            checkAsOurs(connection, frameworks, shapes, steps, report);
    } catch (const SqlError& error) {
        if (error.code() == SQLITE_CORRUPT)
            report.faults.push_back({{kFile, {std::string(error.what())}}});
        else if (error.code() != SQLITE_INTERRUPT)
            throw;
    }
    return report;
}

CheckReport examinedAside(Connection& file, const std::stop_token& stop)
{
    CheckReport report;
    if (schemaVersion(file) != static_cast<std::int64_t>(migrations().size()))
        return report;
    checkOutside(file, report);
    const auto copy = copyInMemory(file);
    FrameworkShelf frameworks(*copy);
    CheckReport further = examined(*copy, frameworks, Shapes(*copy), stop);
    std::ranges::move(further.faults, std::back_inserter(report.faults));
    std::ranges::move(further.notes, std::back_inserter(report.notes));
    report.notExamined = std::move(further.notExamined);
    return report;
}

} // namespace twelvefold::store
