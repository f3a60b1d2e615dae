// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <thread>
#include <vector>

namespace twelvefold::analysis {

// Calls work(first, last) for consecutive parts of 0 to n, on as many threads as there are
// processors when each has at least `worthAThread` of them. What is worked out must not depend on
// where the parts begin.
template<class Work>
void inParts(std::size_t n, std::size_t worthAThread, const Work& work)
{
    const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t parts = std::clamp<std::size_t>(n / worthAThread, 1, processors);
    std::vector<std::jthread> others;
    for (std::size_t part = 1; part < parts; ++part)
        others.emplace_back(work, n * part / parts, n * (part + 1) / parts);
    work(std::size_t{0}, n / parts);
}

} // namespace twelvefold::analysis
