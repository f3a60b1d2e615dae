// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct sqlite3_session;

namespace twelvefold::store {

using Bytes = std::vector<std::byte>;

// Records what is written to the recorded tables, in parts of at most 8 MB.
class Recorder
{
public:
    explicit Recorder(Connection& connection);
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    void afterWrite();           // begins a new part when this one is large enough
    std::vector<Bytes> finish(); // the parts that changed anything, in order

private:
    void begin();
    void end();
    Connection& m_connection;
    sqlite3_session* m_session = nullptr;
    std::vector<Bytes> m_parts;
};

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

// Applies a changeset inside the open transaction; the obstacle when it does not fit.
std::optional<Obstacle> apply(Connection& connection, const Bytes& changeset);

} // namespace twelvefold::store
