// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema_check.h"

#include "store/migrate.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace twelvefold::store {
namespace {

constexpr MessageKind kMissing{
    "check-schema-missing",
    TWELVEFOLD_TEXT("Message", "The file lacks something that every store has: the %1 “%2”.")};
constexpr MessageKind kChanged{
    "check-schema-changed",
    TWELVEFOLD_TEXT("Message", "The %1 “%2” is not as this version of Twelvefold makes it.")};
constexpr MessageKind kExtra{
    "check-schema-extra",
    TWELVEFOLD_TEXT("Message", "The file holds something that no store has: the %1 “%2”.")};
constexpr MessageKind kConstraint{
    "check-constraint",
    TWELVEFOLD_TEXT("Message", "Records of the table “%1” that break one of its rules (%2): %3.")};

Word wordFor(std::string_view type)
{
    if (type == "index")
        return {TWELVEFOLD_TEXT("Word", "index")};
    if (type == "trigger")
        return {TWELVEFOLD_TEXT("Word", "trigger")};
    if (type == "view")
        return {TWELVEFOLD_TEXT("Word", "view")};
    return {TWELVEFOLD_TEXT("Word", "table")};
}

// By type and name, with its text; ANALYZE leaves tables behind that harm nothing.
using Objects = std::map<std::pair<std::string, std::string>, std::string>;

// With each run of white space as one space.
std::string spacedAlike(std::string_view text)
{
    std::string plain;
    for (const char c : text) {
        if (std::isspace(static_cast<unsigned char>(c)) == 0)
            plain += c;
        else if (!plain.empty() && plain.back() != ' ')
            plain += ' ';
    }
    return plain;
}

Objects objectsOf(Connection& connection)
{
    Objects objects;
    Query query(connection, "SELECT type, name, tbl_name, sql FROM sqlite_schema "
                            "WHERE name NOT GLOB 'sqlite_stat*'");
    while (query.next())
        objects[{query.text(0), query.text(1)}] = query.text(2) + ' ' + spacedAlike(query.view(3));
    return objects;
}

bool isPartOfName(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// Just behind a quoted text or a comment that begins here; the place itself where none does.
std::size_t behindQuoted(std::string_view sql, std::size_t at)
{
    const char c = sql[at];
    if (c == '\'' || c == '"')
        return std::min(sql.find(c, at + 1), sql.size() - 1) + 1;
    if (sql.substr(at, 2) == "--")
        return std::min(sql.find('\n', at), sql.size() - 1) + 1;
    return at;
}

// The place of the parenthesis that closes the one here.
std::size_t closing(std::string_view sql, std::size_t open)
{
    int depth = 0;
    for (std::size_t at = open; at < sql.size();) {
        if (const std::size_t behind = behindQuoted(sql, at); behind != at) {
            at = behind;
            continue;
        }
        depth += sql[at] == '(' ? 1 : sql[at] == ')' ? -1 : 0;
        if (depth == 0)
            return at;
        ++at;
    }
    return sql.size();
}

std::string whereBroken(const std::string& table, const std::string& condition)
{
    // A condition that is NULL holds, as it does in a CHECK.
    return "SELECT count(*) FROM " + table + " WHERE NOT (" + condition + ")";
}

void addConstraintFaults(Connection& connection, const std::string& table,
                         const std::vector<std::string>& checks, std::vector<Message>& faults)
{
    std::string all; // one pass over a table that is sound
    for (const std::string& check : checks)
        all += (all.empty() ? "(" : " AND (") + check + ")";
    if (checks.empty() || connection.number(whereBroken(table, all)) == 0)
        return;
    for (const std::string& check : checks) {
        if (const auto broken = connection.number(whereBroken(table, check)); broken != 0)
            faults.push_back({kConstraint, {table, spacedAlike(check), broken}});
    }
}

} // namespace

std::unique_ptr<Connection> freshDatabase(std::span<const Migration> steps)
{
    auto fresh =
        std::make_unique<Connection>(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY);
    prepareConnection(*fresh);
    migrate(*fresh, steps);
    return fresh;
}

std::vector<Message> schemaFaults(Connection& connection, Connection& fresh)
{
    std::vector<Message> faults;
    const Objects expected = objectsOf(fresh), found = objectsOf(connection);
    const auto add = [&](const MessageKind& kind, const std::pair<std::string, std::string>& what) {
        faults.push_back({kind, {wordFor(what.first), what.second}});
    };
    for (const auto& [what, text] : expected) {
        const auto same = found.find(what);
        if (same == found.end())
            add(kMissing, what);
        else if (same->second != text)
            add(kChanged, what);
    }
    for (const auto& [what, text] : found) {
        if (!expected.contains(what))
            add(kExtra, what);
    }
    return faults;
}

bool hasTablesOf(Connection& connection, Connection& fresh)
{
    const Objects found = objectsOf(connection);
    return std::ranges::all_of(objectsOf(fresh), [&](const auto& object) {
        const auto same = found.find(object.first);
        return object.first.first != "table" ||
               (same != found.end() && same->second == object.second);
    });
}

std::vector<std::string> checksIn(std::string_view sql)
{
    constexpr std::string_view word = "CHECK";
    std::vector<std::string> checks;
    for (std::size_t at = 0; at < sql.size();) {
        if (const std::size_t behind = behindQuoted(sql, at); behind != at) {
            at = behind;
            continue;
        }
        const bool begins = at == 0 || !isPartOfName(sql[at - 1]);
        const std::size_t open = sql.find_first_not_of(" \n\t", at + word.size());
        if (!begins || sql.substr(at, word.size()) != word || open >= sql.size() ||
            sql[open] != '(') {
            ++at;
            continue;
        }
        const std::size_t close = closing(sql, open);
        checks.emplace_back(sql.substr(open + 1, close - open - 1));
        at = close;
    }
    return checks;
}

std::vector<Message> constraintFaults(Connection& connection, Connection& fresh)
{
    std::vector<Message> faults;
    Query tables(fresh, "SELECT name, sql FROM sqlite_schema WHERE type = 'table' "
                        "AND name NOT GLOB 'sqlite_*' ORDER BY name");
    while (tables.next())
        addConstraintFaults(connection, tables.text(0), checksIn(tables.view(1)), faults);
    return faults;
}

} // namespace twelvefold::store
