// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "torture/commands.h"

namespace twelvefold::torture {

// What a trial may leave that is not to be left otherwise.
struct Leeway
{
    bool killed = false;        // its unfinished files, a journal to be rolled back, its lock
    bool notRemoved = false;    // the same, since the disk would not remove them
    bool answerMayFail = false; // exit 1 with everything written: standard output gave out
};

// What was lost in a trial: nothing where the target is the old file whole or the new one whole,
// all else is as it was, nothing was left, and the exit code says which. A killed command is run
// again, and must then find its way.
std::vector<std::string> losses(const Stage& stage, const Command& command, const Folder& folder,
                                const Contents& before, const Outcome& outcome, Leeway leeway);

} // namespace twelvefold::torture
