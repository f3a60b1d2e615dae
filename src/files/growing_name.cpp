// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/growing_name.h"

#include "files/names.h"

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace twelvefold::files {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".unfinished";
constexpr std::size_t kLongestName = 255; // on the disks that are in use
constexpr std::size_t kDigits = 16;       // of chance, in the name

std::string sixteenDigits()
{
    std::random_device device;
    std::string digits;
    for (std::size_t i = 0; i < kDigits; ++i)
        digits += "0123456789abcdef"[device() % 16];
    return digits;
}

// ".report.pdf."; shortened where the whole, with a journal's ending, would be too long for a name.
fs::path beginningFor(const fs::path& place)
{
    const std::size_t rest = 2 + kDigits + kEnding.size() + std::string_view("-journal").size();
    fs::path beginning = ".";
    beginning += place.filename().native().substr(0, kLongestName - rest);
    beginning += ".";
    return beginning;
}

} // namespace

fs::path growingNameFor(const fs::path& place)
{
    fs::path name = beginningFor(place);
    name += sixteenDigits();
    name += kEnding;
    fs::path growing = place;
    growing.replace_filename(name);
    return growing;
}

bool isGrowingName(const fs::path& name)
{
    const std::string text = inUtf8(name);
    const std::size_t rest = kDigits + kEnding.size();
    if (text.size() < rest + 3 || text.front() != '.' || !text.ends_with(kEnding))
        return false;
    const std::string_view digits = std::string_view(text).substr(text.size() - rest, kDigits);
    return text[text.size() - rest - 1] == '.' &&
           digits.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace twelvefold::files
