// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/numbers/random.h"

#include <cmath>
#include <numbers>

namespace twelvefold::statistics {
namespace {

constexpr std::uint32_t low(std::uint64_t value)
{
    return static_cast<std::uint32_t>(value);
}
constexpr std::uint32_t high(std::uint64_t value)
{
    return static_cast<std::uint32_t>(value >> 32U);
}

} // namespace

std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                    std::array<std::uint32_t, 2> key)
{
    // The multipliers and the steps of the key are the published ones; so is the number of rounds.
    constexpr std::uint64_t kMultiplier0 = 0xD2511F53U;
    constexpr std::uint64_t kMultiplier1 = 0xCD9E8D57U;
    constexpr std::uint32_t kStep0 = 0x9E3779B9U;
    constexpr std::uint32_t kStep1 = 0xBB67AE85U;
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t product0 = kMultiplier0 * counter[0];
        const std::uint64_t product1 = kMultiplier1 * counter[2];
        counter = {high(product1) ^ counter[1] ^ key[0], low(product1),
                   high(product0) ^ counter[3] ^ key[1], low(product0)};
        key = {key[0] + kStep0, key[1] + kStep1};
    }
    return counter;
}

Random::Random(std::uint64_t seed, std::uint64_t stream)
    : m_key{low(seed), high(seed)}, m_stream(stream)
{
}

void Random::refill()
{
    m_block = philox({low(m_next), high(m_next), low(m_stream), high(m_stream)}, m_key);
    ++m_next;
    m_used = 0;
}

std::uint64_t Random::bits64()
{
    const std::uint64_t first = bits32();
    return first << 32U | bits32();
}

double Random::uniform()
{
    // The middle of one of 2^52 equal cells: neither 0 nor 1 can come out.
    return (static_cast<double>(bits64() >> 12U) + 0.5) * 0x1p-52;
}

double Random::normal()
{
    if (m_hasSpare) {
        m_hasSpare = false;
        return m_spare;
    }
    // Box & Muller 1958.
    const double radius = std::sqrt(-2.0 * std::log(uniform()));
    const double angle = 2.0 * std::numbers::pi * uniform();
    m_spare = radius * std::sin(angle);
    m_hasSpare = true;
    return radius * std::cos(angle);
}

} // namespace twelvefold::statistics
