// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace twelvefold::store {

// What tells that a file was written to, without opening it: opening and closing a database beside
// SQLite would drop the locks that a connection of this program has on it.
struct FileState
{
    std::filesystem::file_time_type written{};
    std::uintmax_t size = 0;
    bool operator==(const FileState&) const = default;
};

// Of a file that cannot be reached: that of none.
inline FileState stateOf(const std::filesystem::path& path)
{
    std::error_code error;
    FileState state;
    state.written = std::filesystem::last_write_time(path, error);
    if (!error)
        state.size = std::filesystem::file_size(path, error);
    return error ? FileState{} : state;
}

} // namespace twelvefold::store
