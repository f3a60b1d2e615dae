// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/changeset.h"
#include "store/connection.h"
#include "store/store.h"

#include <array>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

// What the records of a table add up to: the sum, modulo 2^128, of a keyed hash of each record
// (SipHash-2-4 of 128 bits, libsodium) over the table's name, its columns' names and their values.
// A sum can be moved by what an edit changed and recomputed by a check, in any order of the
// records. The keys are in the file, one a child: this finds accidents and edits behind the
// program's back, not somebody who rewrites the audit as well.
namespace twelvefold::store {

// A Sum has its low half first; Sums are by table, and one that is not in them is 0.
Sum plus(Sum a, Sum b);
Sum minus(Sum a, Sum b);
Sums difference(const Sums& after, const Sums& before); // without those that are the same

std::array<std::byte, 16> bytesOf(Sum sum);
Sum sumOf(std::span<const std::byte> bytes);

// A table as its records are hashed.
struct Shape
{
    std::string table;
    std::vector<std::string> columns;
    std::vector<bool> real; // which are REAL: SQLite may hand their whole numbers out as integers
    std::vector<int> key;
    int child = -1;                // the column that says whose record it is,
    int parent = -1;               // or the one that leads to it,
    std::string parentName;        // in this table
    bool isParent = false;         // others' records belong to a child through its own
    std::uint64_t fingerprint = 0; // of the names
    std::string selection;         // named columns, and the child behind a parent as one more
    std::string lookUp;            // the same columns of the record with a key
    std::string ownerLookUp;       // the child of the parent with an id; empty: there is none

    int column(std::string_view name) const; // -1 where there is none
};

// The summed tables of a database: those that edits record, and what the store says of itself.
class Shapes
{
public:
    explicit Shapes(Connection& connection);
    const Shape* find(std::string_view table) const; // null: not summed
    const std::vector<Shape>& all() const { return m_shapes; }

private:
    std::vector<Shape> m_shapes;
};

using ContentKey = std::array<unsigned char, 16>;

// The keys of the hashes, read when first asked for.
class ContentKeys
{
public:
    enum class Missing
    {
        make, // in the open transaction
        leave // a record without its key hashes to what no sum holds
    };
    ContentKeys(Connection& connection, Missing missing);
    void readAll();
    const ContentKey& of(ChildId child); // that of what is of no child where there is none

private:
    const ContentKey& found(ChildId child);
    Connection& m_connection;
    Missing m_missing;
    std::unordered_map<std::int64_t, ContentKey> m_keys; // its values stay where they are
    ChildId m_lastChild;
    const ContentKey* m_last = nullptr;
};

Sum hashOf(const Shape& shape, std::span<sqlite3_value* const> values, const ContentKey& key);

// What every table adds up to now, by reading every record.
Sums contentOf(Connection& connection, const Shapes& shapes, ContentKeys::Missing missing);
// What the audit says that a table adds up to, and the same of all tables that it speaks of.
Sum recordedContent(Connection& connection, std::string_view table);
Sums recordedContent(Connection& connection, const Shapes& shapes);
// What the audit is to say once the tables have moved so far. A difference between the records and
// the audit stays what it was: nobody's edit makes it good.
Sums recordedAfter(Connection& connection, const Sums& moved);

// The tables whose records are not what the audit says.
std::vector<Message> contentFaults(Connection& connection, const Shapes& shapes);

// The hash of a draft with its notes, as it lies in the file.
std::array<std::byte, 16> draftDigest(Connection& connection, ContentKeys& keys, ChildId child,
                                      const std::string& author);

} // namespace twelvefold::store
