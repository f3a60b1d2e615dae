// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/similar/pair.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>
#define TWELVEFOLD_SSE2 1
#endif

// Levels packed as bytes, eight to a number, and how far apart such profiles are.
namespace twelvefold::statistics::level_bytes {

// The first level lowest; n is at most 8. Raised by 64, so that a profile asked about may lie below
// those that are there.
inline std::uint64_t packed(const std::int8_t* levels, std::size_t n)
{
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < n; ++i)
        bytes |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(levels[i] + 64)) << (8 * i);
    return bytes;
}

// A distance so far, joined with the difference in one more domain; euclidean: its square.
template<class Number>
Number joined(Metric metric, Number sum, Number difference)
{
    switch (metric) {
    case Metric::l1:
        return sum + difference;
    case Metric::euclidean:
        return sum + difference * difference;
    case Metric::max:
        break;
    }
    return std::max(sum, difference);
}

// The sum of the differences of eight levels, all at once.
inline int sumOfDifferences(std::uint64_t a, std::uint64_t b)
{
#ifdef TWELVEFOLD_SSE2
    return _mm_cvtsi128_si32(_mm_sad_epu8(_mm_cvtsi64_si128(static_cast<long long>(a)),
                                          _mm_cvtsi64_si128(static_cast<long long>(b))));
#else
    // Each byte of a, raised by 128, less that of b cannot borrow from its neighbour, and its top
    // bit then says which was greater.
    constexpr std::uint64_t kTops = 0x8080808080808080U;
    constexpr std::uint64_t kOnes = 0x0101010101010101U;
    const std::uint64_t raised = (a | kTops) - b;
    const std::uint64_t less = (~raised & kTops) >> 7; // 1 where a was less
    const std::uint64_t sizes = ((raised & ~kTops) ^ (less * 0x7f)) + less;
    return static_cast<int>((sizes * kOnes) >> 56);
#endif
}

inline int lengthBetween(Metric metric, std::uint64_t a, std::uint64_t b)
{
    if (metric == Metric::l1)
        return sumOfDifferences(a, b);
    int length = 0;
    for (; a != b; a >>= 8, b >>= 8)
        length = joined(metric, length,
                        std::abs(static_cast<int>(a & 0xff) - static_cast<int>(b & 0xff)));
    return length;
}

} // namespace twelvefold::statistics::level_bytes
