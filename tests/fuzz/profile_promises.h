// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/open_file.h"
#include "fuzz/promises.h"

namespace reading {

// A profile that somebody wrote, and behind a line of its own a table that is read by it. A profile
// that is taken is written and read back as it is, and what reading promises holds by it too: the
// promise that these bytes break, or nothing.
inline std::string brokenPromiseOfProfile(std::string_view bytes, const ReadOptions& options)
{
    constexpr std::string_view between = "\n=== TABLE\n";
    const auto at = bytes.find(between);
    const auto profile = readProfile(bytes.substr(0, at));
    if (!profile)
        return {};
    const auto again = readProfile(writeProfile(*profile));
    if (!again || !(*again == *profile))
        return "a profile that is written and read is the same";
    if (at == bytes.npos)
        return {};
    ProfileShelf shelf;
    shelf.ask(*profile);
    for (const auto& table : openBytes("table", bytes.substr(at + between.size()), shelf)) {
        if (const std::string broken = brokenPromise(readFile(*table, settingTable(), options));
            !broken.empty())
            return broken;
    }
    return {};
}

} // namespace reading
