// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/postcode_index.h"
#include "workbench/profile_library.h"

#include <memory>

// What the window and the command line both keep beside the window's settings.
namespace twelvefold::cli {

// The profiles that are kept. One that is at fault is said on standard error and passed over.
workbench::ProfileLibrary savedProfiles();

// By its name, or in a file. Ends the command where there is no such profile, or it is at fault.
exchange::Profile profileCalled(const std::string& nameOrFile);

// Where the directory of postcodes is kept, once it was read.
std::filesystem::path fileOfPostcodes();
// Null where none was read; one that cannot be read is said on standard error and passed over.
std::shared_ptr<const exchange::PostcodeIndex> savedPostcodes();

} // namespace twelvefold::cli
