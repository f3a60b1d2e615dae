// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>

namespace twelvefold::files {

// A name that must not be left behind: while one of these lives, Ctrl+C and other requests to end
// remove the file on the way out (see endTidily), or the folder once the files in it are gone.
class Unfinished
{
public:
    explicit Unfinished(const std::filesystem::path& path);
    ~Unfinished();
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

private:
    std::size_t m_slot;
};

// Removes every such file. May be called from a signal's handler.
void removeUnfinished() noexcept;

} // namespace twelvefold::files
