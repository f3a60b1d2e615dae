// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/changeset.h"
#include "store/content.h"

namespace twelvefold::store {

// How far changesets move what the tables add up to. Each is followed in the moment when the
// database is as it left it: a changed record is read there, for a changeset has only the columns
// that it changed.
class ContentMoves
{
public:
    ContentMoves(Connection& connection, const Shapes& shapes);

    void follow(const Bytes& changeset);
    const Sums& moved() const { return m_moved; }

private:
    using Values = std::vector<sqlite3_value*>;
    void noteRemovedParents(const Bytes& changeset);
    void follow(const Shape& shape, const ChangedRecord& change);
    void followUpdate(const Shape& shape, const ChangedRecord& change);
    void move(const Shape& shape, const Values& values, bool added);
    ChildId ownerOf(const Shape& shape, const Values& values);

    Connection& m_connection;
    const Shapes& m_shapes;
    ContentKeys m_keys;
    Sums m_moved;
    // Whose the removed records were that others belonged to a child through.
    std::map<std::pair<std::string, std::int64_t>, ChildId> m_removedParents;
};

} // namespace twelvefold::store
