// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace twelvefold::domain {

// Without white space at either end, no-break spaces and byte order marks included.
std::string_view trimmed(std::string_view text);

} // namespace twelvefold::domain
