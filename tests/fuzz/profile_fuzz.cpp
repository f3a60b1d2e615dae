// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/profile_promises.h"

#include <cstdio>
#include <cstdlib>

// Any profile at all is taken or refused, and by one that is taken tables are read as promised.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    reading::ReadOptions options;
    options.today = reading::Date::from(2024, 6, 1);
    const std::string broken =
        reading::brokenPromiseOfProfile({reinterpret_cast<const char*>(data), size}, options);
    if (!broken.empty()) {
        std::fprintf(stderr, "broken: %s\n", broken.c_str());
        std::abort();
    }
    return 0;
}
