// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/placement_request.h"

#include <filesystem>
#include <string>
#include <vector>

namespace twelvefold::exchange {

// A row of the national data standard for placements as it goes out.
struct StandardRow
{
    std::string childId;
    domain::PlacementRequest request;
};

// The standard's workbook in its edition of June 2026: the form with its headings, questions and
// example, these rows below them, and beside it the sheet of choices. A field that only other
// editions have gets its column where a row says something of it. It is about single children: the
// workbook says that it is internal. False: it could not be written.
bool writePlacementStandard(const std::vector<StandardRow>& rows,
                            const std::filesystem::path& path);

} // namespace twelvefold::exchange
