// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/workbench.h"

#include <algorithm>

namespace twelvefold::workbench {

bool ImportPlan::nothingToDo() const
{
    return std::ranges::all_of(files,
                               [](const File& file) { return file.accepted + file.changed == 0; });
}

bool ImportPlan::anythingRead() const
{
    return std::ranges::any_of(
        files, [](const File& file) { return file.kind != exchange::FileKind::unrecognised; });
}

} // namespace twelvefold::workbench
