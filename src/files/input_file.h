// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "files/own_file.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

namespace twelvefold::files {

// A file that somebody named, open for reading, or why not: at once, whatever it is. An ordinary
// file is read, and a pipe into which somebody is writing; devices, folders and pipes that nobody
// writes to are not.
domain::Result<Descriptor> openToRead(const std::filesystem::path& path);

// Up to so many bytes; 0 at the end, or where the disk gave out (then error says why).
std::size_t readSome(const Descriptor& file, char* into, std::size_t most, std::error_code& error);

// The bytes from a place on, as many as there are up to so many; of an ordinary file.
std::size_t readAt(const Descriptor& file, std::uint64_t from, char* into, std::size_t most,
                   std::error_code& error);

// All of a file that somebody named, or why not.
domain::Result<std::string> readAll(const std::filesystem::path& path);

} // namespace twelvefold::files
