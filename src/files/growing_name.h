// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

// The names under which what is not finished grows, beside its place.
namespace twelvefold::files {

// ".report.pdf.0123456789abcdef.unfinished" beside "report.pdf": one that nobody guesses, another
// each time.
std::filesystem::path growingNameFor(const std::filesystem::path& place);

// Whether something of the product's was growing under that name, whatever it was to be called.
bool isGrowingName(const std::filesystem::path& name);

} // namespace twelvefold::files
