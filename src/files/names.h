// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <filesystem>
#include <string>
#include <system_error>

// What is said of files and their names.
namespace twelvefold::files {

using domain::Message;
using domain::MessageKind;

// A path as text: UTF-8, whatever bytes or letters the system names files in. What is none stands
// as U+FFFD, so that two paths may read alike: no file is found by it.
std::string inUtf8(const std::filesystem::path& path);

// A file's name without its folder, as messages show it: UTF-8 whatever bytes the name is made of.
std::string shownName(const std::filesystem::path& path);

std::string lowerCase(std::string text); // of English letters

// "pdf" of "Report.PDF": what kind of file a name asks for.
std::string kindOf(const std::filesystem::path& path);

// Why a new file could not be made or written, in words that say what to do.
Message whyNotMade(std::error_code error, const std::filesystem::path& path);
// Why one that is there, or is said to be, could not be read.
Message whyNotRead(std::error_code error, const std::filesystem::path& path);

} // namespace twelvefold::files
