// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/changeset.h"
#include "store/connection.h"
#include "store/schema.h"
#include "store/store.h"

// What a store cannot be without. Opening one holds it to these and to nothing else, so nothing
// that is done to it may break them; a check verifies them with all the rest.
namespace twelvefold::store {

struct Invariant
{
    const char* name;
    // What is wrong, where it is broken. steps: the versions of the schema that are known.
    std::optional<Message> (*broken)(Connection& connection, std::span<const Migration> steps);
    bool ofFrameworks; // the only ones that an edit, an undo or a redo can reach
};
std::span<const Invariant> invariants();

// The first that is broken.
struct Broken
{
    Message what;
    bool ofFrameworks = false;
};
std::optional<Broken> brokenInvariant(Connection& connection, std::span<const Migration> steps);
// The same of those that changes of these tables could break.
std::optional<Message> brokenBy(Connection& connection, const Tallies& changes);

} // namespace twelvefold::store
