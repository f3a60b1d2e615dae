// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace twelvefold::statistics {

// 128 random bits as a pure function of a key and a counter: Philox4x32-10 (Salmon, Moraes, Dror &
// Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3").
std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                    std::array<std::uint32_t, 2> key);

// A stream of random numbers that depends on the seed and the stream's number alone, never on what
// was drawn elsewhere: one stream a replicate or draw, and the order of work does not matter.
class Random
{
public:
    explicit Random(std::uint64_t seed, std::uint64_t stream = 0);

    std::uint32_t bits32()
    {
        if (m_used == m_block.size())
            refill();
        return m_block[m_used++];
    }
    std::uint64_t bits64();

    // 0 to n - 1, all equally likely; n above 0.
    std::uint32_t below(std::uint32_t n)
    {
        // Lemire 2019: the high half of a product, rejecting the few low halves that would bias it.
        std::uint64_t product = static_cast<std::uint64_t>(bits32()) * n;
        if (static_cast<std::uint32_t>(product) < n) {
            const std::uint32_t threshold = (0U - n) % n;
            while (static_cast<std::uint32_t>(product) < threshold)
                product = static_cast<std::uint64_t>(bits32()) * n;
        }
        return static_cast<std::uint32_t>(product >> 32U);
    }

    double uniform(); // above 0 and below 1
    double normal();  // mean 0, standard deviation 1

    // Every order equally likely (Fisher & Yates).
    template<class T>
    void shuffle(std::span<T> values)
    {
        for (std::size_t left = values.size(); left > 1; --left) {
            const std::size_t pick = below(static_cast<std::uint32_t>(left));
            std::swap(values[left - 1], values[pick]);
        }
    }

private:
    void refill();

    std::array<std::uint32_t, 2> m_key;
    std::uint64_t m_stream;
    std::uint64_t m_next = 0; // the next block's number
    std::array<std::uint32_t, 4> m_block{};
    std::size_t m_used = 4;
    double m_spare = 0;
    bool m_hasSpare = false;
};

} // namespace twelvefold::statistics
