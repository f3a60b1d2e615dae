// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace twelvefold::cli {

// The whole answer, indented, every number in the shortest form that reads back as the same.
std::string jsonText(const nlohmann::ordered_json& value);

} // namespace twelvefold::cli
