// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/paths.h"

namespace twelvefold::tests {

std::filesystem::path testData()
{
    return std::filesystem::path(TWELVEFOLD_SOURCES) / "tests/data";
}

std::filesystem::path fuzzSeeds()
{
    return std::filesystem::path(TWELVEFOLD_SOURCES) / "tests/fuzz/seeds";
}

std::filesystem::path workbookSeeds()
{
    return std::filesystem::path(TWELVEFOLD_SOURCES) / "tests/fuzz/workbook_seeds";
}

std::filesystem::path profileSeeds()
{
    return std::filesystem::path(TWELVEFOLD_SOURCES) / "tests/fuzz/profile_seeds";
}

std::filesystem::path documentation()
{
    return std::filesystem::path(TWELVEFOLD_SOURCES) / "docs";
}

std::filesystem::path commandLine()
{
    return std::filesystem::path(TWELVEFOLD_BUILT) / "src/cli/twelvefold-cli";
}

} // namespace twelvefold::tests
