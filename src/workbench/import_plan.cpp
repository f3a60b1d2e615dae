// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_work.h"

#include <algorithm>

namespace twelvefold::workbench {

bool ImportPlan::nothingToDo() const
{
    return std::ranges::all_of(files,
                               [](const File& file) { return file.accepted + file.changed == 0; });
}

bool ImportPlan::anythingRead() const
{
    return std::ranges::any_of(files, [](const File& file) { return !file.refused; });
}

std::optional<std::int64_t> ImportPlan::otherLineOf(const Problem& problem) const
{
    if (!work || problem.row == 0)
        return std::nullopt;
    const auto file = std::ranges::find(work->files, problem.file, &exchange::ReadFile::name);
    if (file == work->files.end())
        return std::nullopt;
    const std::int64_t line = file->lineOf(problem.row);
    return line == problem.row ? std::nullopt : std::optional(line);
}

} // namespace twelvefold::workbench
