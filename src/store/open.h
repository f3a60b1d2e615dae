// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/schema.h"
#include "store/store.h"

#include <span>

// The door: opening and making stores with a given series of schema versions.
namespace twelvefold::files {
class OutputFile;
}

namespace twelvefold::store {

Opened openStore(const std::filesystem::path& path, Access access,
                 std::span<const Migration> steps);
// A store in a file that is still to be put in place.
Result<std::unique_ptr<Store>> createStore(const files::OutputFile& file,
                                           const std::string& councilName,
                                           std::span<const Migration> steps);
Result<std::unique_ptr<Store>> createStore(const std::filesystem::path& path,
                                           const std::string& councilName,
                                           std::span<const Migration> steps);

} // namespace twelvefold::store
