// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/profile_promises.h"
#include "reading.h"

#include <map>

using namespace reading;

namespace {

std::map<std::string, std::string> profileSeeds()
{
    std::map<std::string, std::string> seeds;
    for (const auto& entry : std::filesystem::directory_iterator(twelvefold::tests::profileSeeds()))
        seeds[entry.path().filename().string()] = bytesOf(entry.path());
    return seeds;
}

void holdToPromises(std::string_view bytes)
{
    const std::string broken = brokenPromiseOfProfile(bytes, summer2024());
    if (!broken.empty())
        FAIL_CHECK(broken);
}

} // namespace

TEST_CASE("every profile among the seeds is taken, and a table is read by it")
{
    REQUIRE(profileSeeds().size() >= 4);
    for (const auto& [name, bytes] : profileSeeds()) {
        INFO(name);
        CHECK(readProfile(std::string_view(bytes).substr(0, bytes.find("\n=== TABLE\n"))));
        holdToPromises(bytes);
    }
}

TEST_CASE("a profile cut off or with a wrong byte at any place is taken or refused as promised")
{
    for (const auto& [name, bytes] : profileSeeds()) {
        INFO(name);
        for (std::size_t at = 0; at < bytes.size(); at += 3) {
            holdToPromises(std::string_view(bytes).substr(0, at));
            for (const char wrong : {'"', ',', '0', '\n', '\xFF'}) {
                std::string changed = bytes;
                changed[at] = wrong;
                holdToPromises(changed);
            }
        }
    }
}
