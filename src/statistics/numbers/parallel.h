// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace twelvefold::statistics {

// How many threads long work is shared among: as many as there are processors, unless told. Nothing
// that is worked out may depend on it, which is what telling it is for.
std::size_t threads();
void useThreads(std::size_t count); // 0: as many as there are processors

// Calls work(first, last) for consecutive parts of 0 to n, on as many threads as threads() says
// when each has at least `worthAThread` of them. What is worked out must not depend on where the
// parts begin.
template<class Work>
void inParts(std::size_t n, std::size_t worthAThread, const Work& work)
{
    const std::size_t parts = std::clamp<std::size_t>(n / worthAThread, 1, threads());
    std::vector<std::jthread> others;
    for (std::size_t part = 1; part < parts; ++part)
        others.emplace_back(work, n * part / parts, n * (part + 1) / parts);
    work(std::size_t{0}, n / parts);
}

// Calls work(next) on so many threads; next() gives each of 0, 1, … to whoever asks first, so that
// unequal pieces of work are shared out evenly. Whoever is given n or more has no more to do.
template<class Work>
void inTurns(std::size_t n, std::size_t worthAThread, const Work& work)
{
    std::atomic<std::size_t> turn = 0;
    const auto next = [&turn] { return turn.fetch_add(1, std::memory_order_relaxed); };
    const std::size_t count =
        std::clamp<std::size_t>(n / std::max<std::size_t>(worthAThread, 1), 1, threads());
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < count; ++i)
        others.emplace_back([&work, &next] { work(next); });
    work(next);
}

} // namespace twelvefold::statistics
