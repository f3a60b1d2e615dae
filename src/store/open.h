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
Opened repairStore(const std::filesystem::path& path, const std::string& author,
                   std::span<const Migration> steps);

// What a store is made with, because it cannot be without.
struct Beginning
{
    const std::string& councilName;
    const NeedsFramework& framework;
    const std::string& author;
};
// A store in a file that is still to be put in place.
Result<std::unique_ptr<Store>> createStore(const files::OutputFile& file,
                                           const Beginning& beginning,
                                           std::span<const Migration> steps);
Result<std::unique_ptr<Store>> createStore(const std::filesystem::path& path,
                                           const Beginning& beginning,
                                           std::span<const Migration> steps);

} // namespace twelvefold::store
