// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace twelvefold::store {

// Whether the name of an edit that took files back says that something was kept, by its code.
bool isInPart(std::string_view nameCode);

} // namespace twelvefold::store
