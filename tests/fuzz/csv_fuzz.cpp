// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/framework_file.h"
#include "exchange/open_file.h"
#include "fuzz/promises.h"

#include <cstdio>
#include <cstdlib>

// Any bytes at all are either read or refused, and what reading promises holds of them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    reading::ReadOptions options;
    options.today = reading::Date::from(2024, 6, 1);
    for (const auto& table : reading::openBytes("fuzz", bytes)) {
        const auto file = reading::readFile(*table, reading::settingTable(), options);
        const std::string broken = reading::brokenPromise(file);
        if (!broken.empty()) {
            std::fprintf(stderr, "broken: %s\n", broken.c_str());
            std::abort();
        }
    }
    if (bytes.starts_with('{'))
        (void)twelvefold::exchange::readFramework(bytes).ok();
    return 0;
}
