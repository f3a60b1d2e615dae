// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "torture/commands.h"

#include <functional>
#include <random>

// The trials: each torments every command that writes and counts what was lost.
namespace twelvefold::torture {

struct Effort
{
    int moments = 1;   // of each kind for each command
    unsigned seed = 1; // which ones
};

struct Report
{
    int tried = 0;
    std::vector<std::string> lost; // one sentence each
    std::string remark;
    std::string skipped{}; // why nothing could be tried
};

Report killsAtAnyMoment(const Stage& stage, Effort effort); // -9 and Ctrl+C
Report callsThatFail(const Stage& stage, Effort effort);    // the N-th write, sync, rename, …
Report fullDisks(const Stage& stage, Effort effort);        // files may only grow so far
Report deafOutput(const Stage& stage);                      // > /dev/full
Report smallDisks(const Stage& stage, Effort effort); // of 3 MB and of 64 KB, with little left
Report twoAtOnce(const Stage& stage, Effort effort);  // of everything
Report heldWhileOthersWork(const Stage& stage, Effort effort); // one stands still in a call
Report preciousTargets(const Stage& stage);                    // stores, journals, devices, inputs
Report oddNames(const Stage& stage);                           // to write to
Report oddInputs(const Stage& stage);                          // pipes, devices, loops to read from
Report flippedBytes(const Stage& stage, Effort effort);        // does check name them?

struct Trial
{
    const char* name;
    std::function<Report(const Stage&, Effort)> run;
};
std::vector<Trial> allTrials();

} // namespace twelvefold::torture
