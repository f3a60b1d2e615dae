// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/numbers/parallel.h"

namespace twelvefold::statistics {
namespace {

std::atomic<std::size_t> told = 0;

} // namespace

std::size_t threads()
{
    static const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t count = told.load(std::memory_order_relaxed);
    return count > 0 ? count : processors;
}

void useThreads(std::size_t count)
{
    told.store(count, std::memory_order_relaxed);
}

} // namespace twelvefold::statistics
