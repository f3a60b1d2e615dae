// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wording/paths.h"

namespace twelvefold::ui {

using wording::fromPath;
using wording::toPath;

} // namespace twelvefold::ui
