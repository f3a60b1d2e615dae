// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace twelvefold::cli {

// A CSV table as it stands: every row has a cell for every heading.
struct Table
{
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>> rows;

    static Table parsed(std::string_view text);
};

} // namespace twelvefold::cli
