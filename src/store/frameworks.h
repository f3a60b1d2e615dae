// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/store.h"

#include <map>

namespace twelvefold::store {

// The frameworks of a store, read once and kept: a published version never changes.
class FrameworkShelf
{
public:
    explicit FrameworkShelf(Connection& connection) : m_connection(connection) {}
    // Null where there is none of that id.
    std::shared_ptr<const NeedsFramework> find(FrameworkId id);
    std::vector<StoredFramework> all(); // the newest first
    void forget() { m_known.clear(); }  // after an undo or an edit that failed

private:
    Connection& m_connection;
    std::map<FrameworkId, std::shared_ptr<const NeedsFramework>> m_known;
};

void writeFramework(Connection& connection, FrameworkId id, const NeedsFramework& framework);

} // namespace twelvefold::store
