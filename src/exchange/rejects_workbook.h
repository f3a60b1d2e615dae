// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace twelvefold::exchange {

// Why each row that was not taken was not, by row; of the whole file: row 0.
std::map<std::int64_t, std::string> reasonsByRow(const ReadFile& file);

// A workbook of two sheets, in place of the empty file that is there: the rejected rows, with file,
// row, line and reasons before their own cells, each as the text that stood in the file; and what
// else was said of the files, rule by rule with how often. False where it could not be written
// whole.
bool writeRejectsWorkbook(const std::vector<ReadFile>& files, const std::filesystem::path& path);

} // namespace twelvefold::exchange
