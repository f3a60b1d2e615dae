// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/import.h"
#include "exchange/zipped_files.h"
#include "files/names.h"

#include <algorithm>

namespace twelvefold::exchange {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepestFolder = 8; // among those in a folder that is brought in

bool isHidden(const fs::path& path)
{
    return files::inUtf8(path.filename()).starts_with('.');
}

bool mayHoldTables(const fs::path& path)
{
    const std::string name = files::inUtf8(path.filename());
    return !isHidden(path) && (hasTableExtension(name) || files::lowerCase(name).ends_with(".zip"));
}

} // namespace

std::vector<fs::path> filesAt(const fs::path& path)
{
    std::error_code error;
    if (!fs::is_directory(path, error))
        return {path};
    std::vector<fs::path> files;
    fs::recursive_directory_iterator entries(path, fs::directory_options::skip_permission_denied,
                                             error);
    if (error)
        return {path};
    for (; entries != fs::recursive_directory_iterator(); entries.increment(error)) {
        const fs::path& file = entries->path();
        if (entries->is_directory(error)) {
            if (isHidden(file) || entries.depth() >= kDeepestFolder)
                entries.disable_recursion_pending();
        } else if (mayHoldTables(file)) {
            files.push_back(file);
        }
    }
    std::ranges::sort(files);
    return files;
}

} // namespace twelvefold::exchange
