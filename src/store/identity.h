// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

// How records and children get identities that hold in every store.
namespace twelvefold::store {

// Makes record ids: 63 bits, above zero, unique across stores. The milliseconds since the start of
// 2020, shifted left by 22, plus a random number below 2^22; then one more for each further id. So
// ids rise with time, those of one run stand side by side in the file, and two stores meet only if
// their runs begin in the same milliseconds with the same random number.
class IdSource
{
public:
    // Begins a run at this moment, above every id given before.
    void startRun();
    std::int64_t next() { return ++m_last; }

private:
    std::int64_t m_last = 0;
};

// A pseudonym such as "K7F-204": letter, figure, letter, hyphen, three figures, without letters
// that are taken for figures (I, O, Q).
inline constexpr std::uint64_t kPseudonymCount = 23ull * 10 * 23 * 1000;
// The pseudonym of a number below kPseudonymCount; no two numbers share one.
std::string pseudonym(std::uint64_t number);
// The same in an order that looks random and follows a key: for a fixed key every number below
// kPseudonymCount has its own pseudonym, so a million need no check.
std::string shuffledPseudonym(std::uint64_t number, std::uint64_t key);

std::uint64_t randomNumber(std::uint64_t below);

} // namespace twelvefold::store
