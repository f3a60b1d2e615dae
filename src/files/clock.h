// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace twelvefold::files {

std::string utcNow(); // "2026-03-31T14:02:11Z"

} // namespace twelvefold::files
