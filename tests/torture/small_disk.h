// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "torture/ground.h"

#include <optional>

namespace twelvefold::torture {

// A disk of its own in memory, in a folder: full when it is full, whatever is written.
class SmallDisk
{
public:
    // Nothing where one may be had: mostly by root alone.
    static std::optional<std::string> whyNone();

    SmallDisk(const fs::path& at, std::uint64_t bytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    // Fills it with one file until so many bytes are left.
    void leave(std::uint64_t bytes) const;
    void empty() const; // of that file
    static constexpr const char* kFiller = "filler";

private:
    fs::path m_at;
};

} // namespace twelvefold::torture
