// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/changeset.h"
#include "store/connection.h"
#include "store/content.h"

#include <compare>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

// Takes back what an earlier edit changed while later ones stand, record by record.
namespace twelvefold::store {

// To whom a change was done. What an edit did to a child is taken back or kept as a whole, because
// the records of a child hang together: a placement comes of episodes, and costs are paid for it.
// What is of no child, such as a provider, is taken back or kept by itself.
struct Owner
{
    std::int64_t child = 0;
    std::string record; // its table and key, where it is of no child

    auto operator<=>(const Owner&) const = default;
};
using Owners = std::set<Owner>;

class TakingBack
{
public:
    // Of an edit with these changesets, in order, and the later ones in force: they say whose a
    // record was that is no longer there. Reads; both must outlive this.
    TakingBack(Connection& connection, const Shapes& shapes, const std::vector<Bytes>& changes,
               const std::vector<std::int64_t>& later);

    // What stands in the way of taking it back.
    struct InTheWay
    {
        // By table: records that were changed since, and others, added since, that rest on them.
        Tallies since;
        Owners owners;                          // whose changes are to be kept
        std::unordered_set<std::string> places; // table and key of each of these records
    };
    InTheWay inTheWay();

    // Who has to be kept besides, so that no record refers to one that is not there.
    Owners closed(Owners kept);

    // Takes back all but what is kept. wrote: after each record, whose it is. Like the two above it
    // works inside the open transaction, but they leave nothing changed.
    struct Took
    {
        Tallies taken, kept;
        bool fits = true; // false: something else was changed meanwhile; to be rolled back
    };
    Took takeBack(const Owners& kept, const std::function<void(ChildId)>& wrote);

private:
    // A record that refers to one that is not there.
    struct Orphan
    {
        std::string table;
        std::string place;
        Owner owner;
        std::string parent; // the place of the one that is not there
    };
    struct Pass
    {
        Tallies taken, kept;
        std::vector<std::pair<std::string, Owner>> unfit; // the places of what was changed since
    };
    Pass pass(const Owners& kept, const std::function<void(ChildId)>& wrote);
    struct Which
    {
        int operation = 0;
        std::string table; // empty: any
    };
    using Each = std::function<void(const ChangedRecord&, const Owner&)>;
    void forEach(std::size_t part, const Which& which, const Each& each);
    void findOwners();
    Owner ownerOf(const Shape& shape, const ChangedRecord& change);
    std::int64_t childOfRecord(const std::string& table, int column, const ChangedRecord& change);
    std::int64_t childOfLost(const std::string& place);
    std::vector<Orphan> orphans(const Tallies& of);

    Connection& m_connection;
    const Shapes& m_shapes;
    const std::vector<Bytes>& m_changes;
    const std::vector<std::int64_t>& m_later;
    std::vector<Owner> m_owners;                      // of the changes, one after another
    std::vector<std::size_t> m_first;                 // of them, of each part
    std::vector<std::vector<std::string>> m_tables;   // of each part, what others rest on first
    std::unordered_map<std::string, Owner> m_brought; // by place, of what others may rest on
    std::unordered_map<std::string, std::int64_t> m_child; // of parents that the edit touched
    std::unordered_map<std::string, std::int64_t> m_lost;  // of records removed since, by place
    bool m_lostRead = false;
};

// The place of a record: its table and its key.
std::string placeOf(const ChangedRecord& change);

// A table that has got other columns than changes of it know, or that no edit should have changed.
std::optional<std::string> misfit(const std::vector<Bytes>& changes, const Shapes& shapes);

} // namespace twelvefold::store
