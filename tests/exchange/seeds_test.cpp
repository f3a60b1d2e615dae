// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/open_file.h"
#include "reading.h"

#include <set>

using namespace reading;

namespace {

std::vector<std::filesystem::path> seeds()
{
    std::set<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(twelvefold::tests::fuzzSeeds()))
        paths.insert(entry.path());
    return {paths.begin(), paths.end()};
}

void holdToPromises(const std::string& bytes)
{
    for (const auto& table : openBytes("seed", bytes)) {
        const std::string broken = brokenPromise(readFile(*table, settingTable(), summer2024()));
        if (!broken.empty())
            FAIL_CHECK(broken);
    }
}

} // namespace

TEST_CASE("every seed of the fuzzer is read or refused as promised")
{
    REQUIRE(seeds().size() >= 20);
    for (const auto& path : seeds()) {
        INFO(path.filename().string());
        checkInvariants(readFile(path, settingTable(), summer2024()));
    }
}

TEST_CASE("a file cut off at any place is read or refused as promised")
{
    for (const auto& path : seeds()) {
        INFO(path.filename().string());
        const std::string bytes = bytesOf(path);
        for (std::size_t length = 0; length < bytes.size(); length += 3)
            holdToPromises(bytes.substr(0, length));
    }
}

TEST_CASE("a file with a wrong byte at any place is read or refused as promised")
{
    for (const auto& path : seeds()) {
        INFO(path.filename().string());
        const std::string bytes = bytesOf(path);
        for (const char wrong : {'"', ',', '\n', '\0', '\xFF'}) {
            for (std::size_t at = 0; at < bytes.size(); at += 7) {
                std::string changed = bytes;
                changed[at] = wrong;
                holdToPromises(changed);
            }
        }
    }
}
