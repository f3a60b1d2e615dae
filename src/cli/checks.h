// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <string>
#include <vector>

// What a value of an option may be, and the sentence that says so when it is something else.
namespace twelvefold::cli {

// The parser itself would take -1 for the largest number there is.
CLI::Validator wholeNumber(std::uint64_t least = 0, std::uint64_t most = UINT64_MAX);
// Not NaN and not infinite, which the parser would take.
CLI::Validator anyNumber();
CLI::Validator atLeastZero();
CLI::Validator aboveZero();
CLI::Validator oneOf(std::vector<std::string> words);

// "scatter, funnel".
std::string joinedByCommas(const std::vector<std::string>& words);

} // namespace twelvefold::cli
