// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/identity.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <stdexcept>
#include <string_view>

namespace twelvefold::store {
namespace {

constexpr std::string_view kLetters = "ABCDEFGHJKLMNPRSTUVWXYZ";
static_assert(kPseudonymCount == kLetters.size() * 10 * kLetters.size() * 1000);

constexpr int kRandomBits = 22;

void startSodium()
{
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium could not be started");
}

// A well-mixed number of a key and a round (SplitMix64's finaliser, Steele et al. 2014).
std::uint64_t mixed(std::uint64_t value)
{
    value += 0x9E3779B97F4A7C15ull;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ull;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBull;
    return value ^ (value >> 31);
}

} // namespace

std::uint64_t randomNumber(std::uint64_t below)
{
    startSodium();
    std::uint64_t drawn = 0;
    // Numbers from the last, incomplete stretch of the 64-bit range would favour the small ones.
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % below;
    do {
        randombytes_buf(&drawn, sizeof drawn);
    } while (drawn >= limit);
    return drawn % below;
}

void IdSource::startRun()
{
    using namespace std::chrono;
    constexpr sys_days start = year{2020} / January / 1;
    const auto since = duration_cast<milliseconds>(system_clock::now() - start).count();
    // A clock that stands before 2020 must not give ids below zero.
    const auto time = static_cast<std::int64_t>(std::max<decltype(since)>(since, 0)) << kRandomBits;
    m_last = std::max(m_last, time + static_cast<std::int64_t>(randomNumber(1ull << kRandomBits)));
}

std::string pseudonym(std::uint64_t number)
{
    if (number >= kPseudonymCount)
        throw std::logic_error("there are no more pseudonyms");
    const std::uint64_t figures = number % 1000;
    number /= 1000;
    const std::array<char, 7> text{kLetters[number / (10 * kLetters.size())],
                                   static_cast<char>('0' + number / kLetters.size() % 10),
                                   kLetters[number % kLetters.size()],
                                   '-',
                                   static_cast<char>('0' + figures / 100),
                                   static_cast<char>('0' + figures / 10 % 10),
                                   static_cast<char>('0' + figures % 10)};
    return {text.data(), text.size()};
}

std::string shuffledPseudonym(std::uint64_t number, std::uint64_t key)
{
    if (number >= kPseudonymCount)
        throw std::logic_error("there are no more pseudonyms");
    // Alternate halves of the number (230 × 23,000) are shifted by a mixture of the other: each
    // round can be undone, so no two numbers meet (a Feistel network over unequal halves).
    constexpr std::uint64_t left = 230, right = kPseudonymCount / left;
    std::uint64_t a = number / right, b = number % right;
    for (std::uint64_t round = 0; round < 4; ++round) {
        a = (a + mixed(mixed(key + round) ^ b)) % left;
        b = (b + mixed(mixed(key ^ (round << 32)) ^ a)) % right;
    }
    return pseudonym(a * right + b);
}

} // namespace twelvefold::store
