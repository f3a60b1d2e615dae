// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/flags.h"

namespace twelvefold::analysis {

std::span<const FlagEntry* const> flagEntries()
{
    return kFlagEntries;
}

const FlagEntry& entryOf(FlagKind kind)
{
    return *kFlagEntries[static_cast<std::size_t>(kind)];
}

std::vector<Flag> flags(const FlagInputs& inputs)
{
    std::vector<Flag> flags;
    std::vector<decltype(FlagEntry::raise)> raised;
    for (const FlagEntry* entry : kFlagEntries) {
        if (std::ranges::find(raised, entry->raise) != raised.end())
            continue;
        if (inputs.stop.stop_requested())
            break;
        entry->raise(inputs, flags);
        raised.push_back(entry->raise);
    }
    std::sort(flags.begin(), flags.end(), [](const Flag& a, const Flag& b) {
        if (a.kind != b.kind)
            return a.kind < b.kind;
        return a.strength != b.strength ? a.strength > b.strength : a.row < b.row;
    });
    return flags;
}

} // namespace twelvefold::analysis
