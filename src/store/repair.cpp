// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/repair.h"

#include "store/audit.h"
#include "store/content.h"
#include "store/frameworks.h"
#include "store/schema_check.h"

#include <algorithm>
#include <set>

namespace twelvefold::store {
namespace {

constexpr MessageKind kFrameworkOf{
    "repair-framework",
    TWELVEFOLD_TEXT("Message", "the needs framework, as it was brought in on %1 by %2")};
using Steps = std::span<const Migration>;

constexpr MessageKind kPutBack{
    "store-framework-put-back",
    TWELVEFOLD_TEXT("Message", "Put back the needs framework that an undo took away")};

// Whether what an entry recorded of frameworks can be put into the tables as they are now. It goes
// by the places of columns, so those that there were must be the first there are.
bool fits(Connection& connection, std::int64_t entry, Steps steps)
{
    Query query(connection, "SELECT schema_version FROM audit WHERE sequence = ?");
    const auto version = query.with(entry).next() ? query.integer(0) : 0;
    if (version < 0 || version > std::ssize(steps)) // of a later version, which is not known here
        return version == schemaVersion(connection);
    const auto then = freshDatabase(steps.first(static_cast<std::size_t>(version)));
    return std::ranges::all_of(frameworkTables(), [&](const char* table) {
        const auto were = columnsOf(*then, table), are = columnsOf(connection, table);
        return std::ranges::mismatch(were, are).in1 == were.end();
    });
}

// The frameworks that an entry brings.
std::set<FrameworkId> broughtBy(Connection& connection, std::int64_t entry, Steps steps)
{
    std::set<FrameworkId> brought;
    const auto columns = columnsOf(connection, "framework");
    const auto id = static_cast<int>(std::ranges::find(columns, "id") - columns.begin());
    std::optional<bool> fitting; // asked only of an entry that brings any
    for (const Bytes& part : partsOf(connection, entry))
        forEachChange(part, [&](const ChangedRecord& change) {
            if (change.operation != SQLITE_INSERT || std::string_view(change.table) != "framework")
                return;
            if (!fitting)
                fitting = fits(connection, entry, steps);
            if (*fitting)
                brought.insert(FrameworkId{sqlite3_value_int64(change.after(id))});
        });
    return brought;
}

// Those that contradict themselves, and those that assessments were made against and are gone.
std::set<FrameworkId> lacking(Connection& connection)
{
    std::set<FrameworkId> lack;
    FrameworkShelf shelf(connection);
    Query query(connection, "SELECT id FROM framework UNION SELECT framework FROM assessment "
                            "UNION SELECT framework FROM draft");
    while (query.next()) {
        const auto id = query.id<FrameworkId>(0);
        try {
            if (shelf.find(id) == nullptr)
                lack.insert(id);
        } catch (const SqlError& error) {
            if (error.code() != SQLITE_CORRUPT)
                throw;
            lack.insert(id);
        }
    }
    return lack;
}

// What the audit is to say of a table once it has moved. Where the records were taken away behind
// its back it says so already; any other difference stays what it was.
Sum saidAfter(Connection& connection, std::string_view table, Sum moved, Sum now)
{
    const Sum said = recordedContent(connection, table);
    return said == now ? said : plus(said, moved);
}

// The entries that brought certain frameworks, the newest first.
std::vector<std::int64_t> entriesThatBrought(Connection& connection, std::set<FrameworkId> lack,
                                             Steps steps)
{
    std::vector<std::int64_t> entries;
    Query query(connection, "SELECT sequence FROM audit WHERE target IS NULL "
                            "ORDER BY sequence DESC");
    while (!lack.empty() && query.next()) {
        const std::set<FrameworkId> brought = broughtBy(connection, query.integer(0), steps);
        if (std::erase_if(lack, [&](FrameworkId id) { return brought.contains(id); }) != 0)
            entries.push_back(query.integer(0));
    }
    return lack.empty() ? entries : std::vector<std::int64_t>();
}

// Where there is none, nor anything that asks for a certain one: the newest that was not taken
// back, else the newest.
std::vector<std::int64_t> newestThatBrought(Connection& connection, Steps steps)
{
    std::vector<std::int64_t> newest;
    Query query(connection, "SELECT sequence FROM audit WHERE target IS NULL "
                            "ORDER BY sequence DESC");
    while (query.next()) {
        if (broughtBy(connection, query.integer(0), steps).empty())
            continue;
        if (inForce(connection, query.integer(0)))
            return {query.integer(0)};
        if (newest.empty())
            newest = {query.integer(0)};
    }
    return newest;
}

} // namespace

std::optional<Remedy> remedyFor(Connection& connection, Steps steps)
{
    const std::set<FrameworkId> lack = lacking(connection);
    Remedy remedy;
    remedy.entries = lack.empty() ? newestThatBrought(connection, steps)
                                  : entriesThatBrought(connection, lack, steps);
    if (remedy.entries.empty())
        return std::nullopt;
    const Step step = stepOf(connection, remedy.entries.front()).value();
    remedy.what = {kFrameworkOf, {step.day, step.author}};
    return remedy;
}

void putRight(Connection& connection, const Remedy& remedy, const std::string& author,
              std::span<const Migration> steps)
{
    const Shapes shapes(connection);
    Recorder recorder(connection, shapes);
    for (const std::int64_t from : remedy.entries) {
        for (const Bytes& part : partsOf(connection, from))
            putBack(connection, part, frameworkTables());
    }
    for (const Migration& step : steps)
        connection.run(recordsPart(step));
    NewEntry entry;
    entry.name = {kPutBack, {}};
    entry.author = author;
    entry.undoable = false;
    entry.parts = recorder.finish();
    Tallies tallies;
    for (const Bytes& part : entry.parts)
        tally(part, tallies);
    entry.detail = inWords(tallies);
    const Sums now = contentOf(connection, shapes, ContentKeys::Missing::make);
    for (const auto& [table, moved] : recorder.moved()) {
        const auto found = now.find(table);
        entry.content[table] =
            saidAfter(connection, table, moved, found == now.end() ? Sum{} : found->second);
    }
    append(connection, entry);
}

} // namespace twelvefold::store
