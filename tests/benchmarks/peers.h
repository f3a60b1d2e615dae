// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "synthetic_children.h"

#include <string>
#include <vector>

namespace twelvefold::benchmarks {

// What another program takes for a task, in processor time.
struct Peer
{
    std::string task, program;
    double milliseconds = 0;
};

// Runs the scripts beside this on the children, those for which Rscript and python3 are there.
std::vector<Peer> peersOn(const SyntheticChildren& children);

} // namespace twelvefold::benchmarks
