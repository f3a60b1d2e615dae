// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Catch2 2 and 3 have other headers, and a few other names: tests say what 3 says.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>

using Catch::Approx;
#else
#include <catch2/catch.hpp>

namespace Catch::Matchers {
inline auto ContainsSubstring(const std::string& part)
{
    return Contains(part);
}
} // namespace Catch::Matchers
#endif
