// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

// What the store asks of the operating system itself. The one source of this room to port.
namespace twelvefold::store {

// Makes an empty file that only its owner may read and write. The error says why not; a file or
// link of that name is never replaced or followed.
std::error_code createOwnFile(const std::filesystem::path& path);

// Gives a finished file its final name, which must not exist.
std::error_code publishFile(const std::filesystem::path& from, const std::filesystem::path& to);

// The program's mark that it is the one that writes to a store: an advisory lock of the operating
// system on a small file beside it, which says who and since when. The system lets go of it when
// the program ends, however it ends; a mark left behind by a crash holds nobody up.
class WriterLock
{
public:
    ~WriterLock();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

    struct Attempt;
    static Attempt take(const std::filesystem::path& store);

private:
    WriterLock(std::filesystem::path path, int descriptor);
    std::filesystem::path m_path;
    int m_descriptor;
};

struct WriterLock::Attempt
{
    std::unique_ptr<WriterLock> lock; // null when it could not be had
    bool held = false;                // somebody else has it …
    std::string who;                  // … "asha on finance-07"
    std::string since;                // … "2026-03-31T14:02:11Z"; both may be empty
    // Neither: the folder does not let us make the mark, so it does not let us write the store.
};

std::string utcNow(); // "2026-03-31T14:02:11Z"

} // namespace twelvefold::store
