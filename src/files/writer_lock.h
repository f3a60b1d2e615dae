// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/own_file.h"
#include "files/unfinished.h"

#include <filesystem>
#include <memory>
#include <string>

namespace twelvefold::files {

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
    // Whether somebody, this program included, has it. Looks at the small file alone.
    static bool isHeld(const std::filesystem::path& store);

private:
    WriterLock(std::filesystem::path path, Descriptor file);
    std::filesystem::path m_path;
    Descriptor m_file;
    Unfinished m_unfinished;
};

struct WriterLock::Attempt
{
    std::unique_ptr<WriterLock> lock; // null when it could not be had
    bool held = false;                // somebody else has it …
    std::string who;                  // … "asha on finance-07"
    std::string since;                // … "2026-03-31T14:02:11Z"; both may be empty
    // Neither: the folder does not let us make the mark, so it does not let us write the store.
};

} // namespace twelvefold::files
