// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct sqlite3_session;
struct sqlite3_changeset_iter;

namespace twelvefold::store {

using Bytes = std::vector<std::byte>;
class ContentMoves;
class Shapes;
using Sum = std::array<std::uint64_t, 2>;
using Sums = std::map<std::string, Sum, std::less<>>;

// Records what is written to the recorded tables and the drafts, in parts of at most 8 MB, and how
// far that moves what the tables add up to.
class Recorder
{
public:
    Recorder(Connection& connection, const Shapes& shapes);
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    void afterWrite();           // begins a new part when this one is large enough
    std::vector<Bytes> finish(); // the parts that changed anything, in order
    const Sums& moved() const;   // after finish()

private:
    void begin();
    void end();
    Connection& m_connection;
    sqlite3_session* m_session = nullptr;
    std::vector<Bytes> m_parts;
    std::unique_ptr<ContentMoves> m_moves;
};

// One record that a changeset adds, changes or removes.
struct ChangedRecord
{
    const char* table = "";
    int columns = 0;
    int operation = 0; // SQLITE_INSERT, SQLITE_UPDATE or SQLITE_DELETE
    sqlite3_changeset_iter* iterator = nullptr;

    explicit ChangedRecord(sqlite3_changeset_iter* at);
    // Null where the change says nothing of the column; until the next change.
    sqlite3_value* before(int column) const;
    sqlite3_value* after(int column) const;
};
void forEachChange(const Bytes& changeset, const std::function<void(const ChangedRecord&)>& see);
// The primary key of a record in a form of our own, of its values or as a change has it.
std::string keyText(const std::vector<sqlite3_value*>& key);
std::string recordOf(const ChangedRecord& change);

// How many records of a table a changeset adds, changes and removes.
struct Tally
{
    std::int64_t added = 0, changed = 0, removed = 0;
};
using Tallies = std::map<std::string, Tally>;
void tally(const Bytes& changeset, Tallies& into);
// "assessment +1, placement ~2 -1"
std::string inWords(const Tallies& tallies);

Bytes inverted(const Bytes& changeset);

// The record that a changeset found otherwise than it left it.
struct Obstacle
{
    std::string table;
    std::string record;       // its primary key, in a form of our own
    std::vector<int> columns; // those with another value; empty: the whole record
    bool foreignKey = false;  // something still refers to what would go; table is empty then
};
// Whether a changeset touches the same record and one of the same columns.
bool touches(const Bytes& changeset, const Obstacle& obstacle);

// Applies a changeset inside the open transaction; the obstacle when it does not fit, which is the
// whole table where that has got other columns.
std::optional<Obstacle> apply(Connection& connection, const Bytes& changeset);
// Applies what a changeset says of some tables, over records that are there already.
void putBack(Connection& connection, const Bytes& changeset, std::span<const char* const> tables);

} // namespace twelvefold::store
