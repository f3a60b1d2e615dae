// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/workbook_promises.h"
#include "support/paths.h"
#include "support/zipped.h"

#include "support/catch.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

using workbooks::brokenPromise;

namespace {

std::map<std::string, std::string> workbookSeeds()
{
    std::map<std::string, std::string> seeds;
    for (const auto& entry :
         std::filesystem::directory_iterator(twelvefold::tests::workbookSeeds())) {
        std::ifstream stream(entry.path(), std::ios::binary);
        seeds.emplace(entry.path().filename().string(),
                      std::string{std::istreambuf_iterator<char>(stream), {}});
    }
    return seeds;
}

// As tests/fuzz/workbook_fuzz.cpp takes them.
void holdWorkbookToPromises(std::string bytes)
{
    if (bytes.starts_with("=== "))
        bytes = twelvefold::tests::zipped(twelvefold::tests::partsIn(bytes), false);
    const std::string broken = brokenPromise(std::move(bytes));
    if (!broken.empty())
        FAIL_CHECK(broken);
}

} // namespace

TEST_CASE("every seed of the workbooks' fuzzer is read or refused as promised")
{
    REQUIRE(workbookSeeds().size() >= 15);
    for (const auto& [name, bytes] : workbookSeeds()) {
        INFO(name);
        holdWorkbookToPromises(bytes);
    }
}

TEST_CASE("a workbook cut off at any place is read or refused as promised")
{
    for (const auto& [name, bytes] : workbookSeeds()) {
        INFO(name);
        for (std::size_t length = 0; length < bytes.size(); length += 5)
            holdWorkbookToPromises(bytes.substr(0, length));
    }
}

TEST_CASE("a workbook with a wrong byte at any place is read or refused as promised")
{
    for (const auto& [name, bytes] : workbookSeeds()) {
        INFO(name);
        for (const char wrong : {'<', '"', '9', '\0', '\xFF'}) {
            for (std::size_t at = 0; at < bytes.size(); at += 11) {
                std::string changed = bytes;
                changed[at] = wrong;
                holdWorkbookToPromises(changed);
            }
        }
    }
}
