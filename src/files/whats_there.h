// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <filesystem>
#include <span>

// What stands at a name before a file is written there.
namespace twelvefold::files {

// What a new file may take the place of.
enum class Over
{
    ordinaryFiles, // whatever is no store, journal, device or input
    nothing,       // the name must be free: for stores and copies of them
    aCopy          // a store or copy that the caller makes sure may go, once the file is begun
};

// Where a file of that name is to be put: the name itself or, for a link to an ordinary file, what
// the link leads to. Refused, with a sentence that says what to do, where a file there must not be
// replaced. The inputs are what the same command reads.
domain::Result<std::filesystem::path> placeFor(const std::filesystem::path& name,
                                               std::span<const std::filesystem::path> inputs,
                                               Over over);

} // namespace twelvefold::files
