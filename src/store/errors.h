// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/names.h"
#include "store/connection.h"
#include "store/store.h"

#include <filesystem>

namespace twelvefold::store {

// Throws what callers are told of an SQLite error at a store's path: a WorldError where the disk,
// the folder or another program stands in the way, a std::logic_error where our own call was wrong.
[[noreturn]] void rethrow(const SqlError& error, const std::filesystem::path& path);
// Nothing where the error is no fault of the world.
std::optional<Message> worldFault(const SqlError& error, const std::filesystem::path& path);

using files::shownName;

// Runs work at a store's door.
template<class Work>
auto atDoor(const std::filesystem::path& path, const Work& work)
{
    try {
        return work();
    } catch (const SqlError& error) {
        rethrow(error, path);
    }
}

} // namespace twelvefold::store
