// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

// Where tests find what is not compiled in. Only one source knows, so that what a compiler keeps of
// the others serves a checkout in any folder.
namespace twelvefold::tests {

std::filesystem::path testData();      // tests/data
std::filesystem::path fuzzSeeds();     // tests/fuzz/seeds
std::filesystem::path workbookSeeds(); // tests/fuzz/workbook_seeds
std::filesystem::path profileSeeds();  // tests/fuzz/profile_seeds
std::filesystem::path documentation(); // docs
std::filesystem::path commandLine();   // the built twelvefold-cli

} // namespace twelvefold::tests
