// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/profile_library.h"

namespace twelvefold::cli {

// The profiles that the window keeps beside its settings. One that is at fault is said on standard
// error and passed over.
workbench::ProfileLibrary savedProfiles();

// By its name, or in a file. Ends the command where there is no such profile, or it is at fault.
exchange::Profile profileCalled(const std::string& nameOrFile);

} // namespace twelvefold::cli
