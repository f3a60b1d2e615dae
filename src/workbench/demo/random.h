// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

namespace twelvefold::workbench::demo {

// Random numbers by counter: the n-th number of a stream is a hash of (seed, who, what, n), so that
// a child's numbers do not depend on how many children there are or in which order they are made.
// The hash is the finaliser of SplitMix64 (Steele, Lea & Flood 2014).
class Stream
{
public:
    Stream(std::uint64_t seed, std::uint64_t who, std::uint64_t what)
        : m_key(mixed(mixed(mixed(seed) + who) + what))
    {
    }

    std::uint64_t next() { return mixed(m_key + kStep * ++m_count); }
    // Strictly between 0 and 1.
    double uniform() { return (static_cast<double>(next() >> 11) + 0.5) * 0x1p-53; }
    double between(double low, double high) { return low + (high - low) * uniform(); }
    // 0 to n - 1.
    int below(int n) { return static_cast<int>(uniform() * n); }
    bool chance(double p) { return uniform() < p; }
    double exponential(double mean) { return -mean * std::log(uniform()); }

    // Box & Muller (1958); every second number is the other half of a pair.
    double normal()
    {
        if (m_hasSpare) {
            m_hasSpare = false;
            return m_spare;
        }
        const double radius = std::sqrt(-2.0 * std::log(uniform()));
        const double angle = 6.283185307179586 * uniform();
        m_spare = radius * std::sin(angle);
        m_hasSpare = true;
        return radius * std::cos(angle);
    }

    // An index with a chance proportional to its weight; weights are 0 or more, not all 0.
    std::size_t pick(std::span<const double> weights)
    {
        double sum = 0;
        for (const double weight : weights)
            sum += weight;
        double at = uniform() * sum;
        std::size_t last = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (weights[i] <= 0)
                continue;
            last = i;
            at -= weights[i];
            if (at < 0)
                break;
        }
        return last;
    }

    template<class List>
    const auto& oneOf(const List& list)
    {
        return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
    }

private:
    static constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15;
    static constexpr std::uint64_t mixed(std::uint64_t z)
    {
        z += kStep;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    std::uint64_t m_key;
    std::uint64_t m_count = 0;
    double m_spare = 0;
    bool m_hasSpare = false;
};

} // namespace twelvefold::workbench::demo
