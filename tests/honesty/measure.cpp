// SPDX-License-Identifier: GPL-3.0-or-later
#include "honesty/promises.h"

#include <cmath>

namespace twelvefold::honesty {

Kept measure(const Promise& promise, int replicates)
{
    std::uint64_t seed = kSeed;
    for (const char letter : promise.what) // FNV-1a: no two promises share their data
        seed = (seed ^ static_cast<unsigned char>(letter)) * 1099511628211U;
    double sum = 0, squares = 0;
    int counted = 0;
    for (int replicate = 0; replicate < replicates; ++replicate) {
        statistics::Random random(seed, static_cast<std::uint64_t>(replicate));
        Tally tally;
        promise.draw(random, tally);
        if (tally.of == 0) // nothing was claimed
            continue;
        sum += tally.share();
        squares += tally.share() * tally.share();
        ++counted;
    }
    const double n = counted;
    const double mean = sum / n;
    return {mean, std::sqrt(std::max(squares / n - mean * mean, 0.0) / n), counted};
}

} // namespace twelvefold::honesty
