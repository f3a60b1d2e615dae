// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/needs_framework.h"

#include <string>
#include <string_view>

namespace twelvefold::exchange {

// Reads a needs framework from JSON (docs/formats.md). Whatever is wrong is said with its place in
// the file ("domains[3].levels[2]").
domain::Result<domain::NeedsFramework> readFramework(std::string_view json);
std::string writeFramework(const domain::NeedsFramework& framework);

// The framework that comes with the product, compiled in and known to be sound.
const domain::NeedsFramework& builtInFramework();

} // namespace twelvefold::exchange
