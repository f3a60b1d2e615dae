// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/invariants.h"

#include "store/fields.h"
#include "store/frameworks.h"
#include "store/schema_check.h"

#include <algorithm>

namespace twelvefold::store {
namespace {

constexpr MessageKind kMark{
    "invariant-mark",
    TWELVEFOLD_TEXT("Message", "the mark that says it is a Twelvefold store is not there")};
constexpr MessageKind kTable{
    "invariant-tables",
    TWELVEFOLD_TEXT("Message", "the table %1, or a column of it, is not there")};
constexpr MessageKind kAboutMissing{
    "invariant-about",
    TWELVEFOLD_TEXT("Message", "what the store says of itself is not there (%1)")};
constexpr MessageKind kNoFramework{"invariant-framework",
                                   TWELVEFOLD_TEXT("Message", "it has no needs framework")};
constexpr MessageKind kFrameworkContradicts{
    "invariant-framework-whole",
    TWELVEFOLD_TEXT("Message", "version %1 of its needs framework “%2” contradicts itself: %3")};

std::optional<Message> mark(Connection& connection, std::span<const Migration>)
{
    if (connection.number("PRAGMA application_id") == kApplicationId)
        return std::nullopt;
    return Message{kMark, {}};
}

// Reads the first page of every table, so that a file cut short or with parts missing is found on
// opening rather than in the middle of somebody's work.
std::optional<Message> tables(Connection& connection, std::span<const Migration> steps)
{
    const auto fresh = freshDatabase(steps);
    Query query(*fresh, "SELECT name FROM sqlite_schema WHERE type = 'table' "
                        "AND name NOT GLOB 'sqlite_*' ORDER BY name");
    while (query.next()) {
        std::string names;
        for (const std::string& column : columnsOf(*fresh, query.view(0)))
            names += (names.empty() ? "" : ", ") + column;
        try {
            Query(connection, selectionText(query.text(0), names) + " LIMIT 1").next();
        } catch (const SqlError& error) {
            if (error.code() == SQLITE_ERROR)
                return Message{kTable, {query.text(0)}};
            throw;
        }
    }
    return std::nullopt;
}

std::optional<Message> about(Connection& connection, std::span<const Migration>)
{
    for (const char* key : {"council", "store_id"}) {
        Query query(connection, "SELECT value FROM about WHERE key = ?");
        if (!query.with(key).next())
            return Message{kAboutMissing, {std::string(key)}};
    }
    return std::nullopt;
}

std::optional<Message> framework(Connection& connection, std::span<const Migration>)
{
    if (connection.number("SELECT count(*) FROM framework") != 0)
        return std::nullopt;
    return Message{kNoFramework, {}};
}

std::optional<Message> frameworksWhole(Connection& connection, std::span<const Migration>)
{
    FrameworkShelf shelf(connection);
    Query query(connection, "SELECT id, version, key FROM framework");
    while (query.next()) {
        try {
            shelf.find(query.id<FrameworkId>(0));
        } catch (const SqlError& error) {
            if (error.code() != SQLITE_CORRUPT)
                throw;
            // Without its full stop: it stands within a sentence.
            std::string why = error.what();
            why.erase(why.find_last_not_of('.') + 1);
            return Message{kFrameworkContradicts,
                           {query.integer(1), query.text(2), std::move(why)}};
        }
    }
    return std::nullopt;
}

// In the order in which each can be asked only when those before it hold.
constexpr Invariant kInvariants[] = {{"mark", &mark, false},
                                     {"tables", &tables, false},
                                     {"about", &about, false},
                                     {"framework", &framework, true},
                                     {"frameworks whole", &frameworksWhole, true}};

} // namespace

std::span<const Invariant> invariants()
{
    return kInvariants;
}

std::optional<Broken> brokenInvariant(Connection& connection, std::span<const Migration> steps)
{
    for (const Invariant& invariant : kInvariants) {
        if (auto broken = invariant.broken(connection, steps))
            return Broken{std::move(*broken), invariant.ofFrameworks};
    }
    return std::nullopt;
}

std::optional<Message> brokenBy(Connection& connection, const Tallies& changes)
{
    const auto tables = frameworkTables();
    if (std::ranges::none_of(tables, [&](const char* table) { return changes.contains(table); }))
        return std::nullopt;
    for (const Invariant& invariant : kInvariants) {
        if (!invariant.ofFrameworks)
            continue;
        if (auto broken = invariant.broken(connection, {}))
            return broken;
    }
    return std::nullopt;
}

} // namespace twelvefold::store
