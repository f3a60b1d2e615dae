// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace twelvefold::report {

// Whether every part of a workbook is there to its end. The library that writes workbooks keeps the
// parts in temporary files first and does not see it when those do not fit on their disk: the
// workbook then closes without a complaint and cannot be opened.
bool isWholeWorkbook(const std::filesystem::path& path);

} // namespace twelvefold::report
