// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/names.h"

#include <algorithm>
#include <cerrno>
#include <string_view>

namespace twelvefold::files {
namespace {

constexpr MessageKind kExists{
    "file-exists",
    TWELVEFOLD_TEXT("Message", "%1 exists already and is not replaced: choose another name.")};
constexpr MessageKind kNoFolder{"folder-missing",
                                TWELVEFOLD_TEXT("Message", "There is no folder to put %1 in.")};
constexpr MessageKind kNotAllowed{
    "file-not-allowed",
    TWELVEFOLD_TEXT("Message", "%1 cannot be made: you may not write in that folder.")};
constexpr MessageKind kDiskFull{"file-disk-full",
                                TWELVEFOLD_TEXT("Message", "%1 cannot be made: the disk is full.")};
constexpr MessageKind kNameTooLong{
    "file-name-too-long",
    TWELVEFOLD_TEXT("Message", "%1 cannot be made: the name is too long. Choose a shorter one.")};
constexpr MessageKind kLinkLoop{
    "file-link-loop",
    TWELVEFOLD_TEXT("Message", "%1 cannot be made: the links on the way to it lead in a circle.")};
constexpr MessageKind kNotMade{"file-not-made",
                               TWELVEFOLD_TEXT("Message", "%1 cannot be made: %2.")};

constexpr MessageKind kNotThere{"input-not-there",
                                TWELVEFOLD_TEXT("Message", "There is no file or folder “%1”.")};
constexpr MessageKind kForbidden{
    "input-forbidden",
    TWELVEFOLD_TEXT("Message", "You may not read “%1”: ask whoever put it there.")};
constexpr MessageKind kTooLong{
    "input-name-too-long",
    TWELVEFOLD_TEXT("Message", "“%1” is too long a name: there can be no such file.")};
constexpr MessageKind kCircle{
    "input-link-loop",
    TWELVEFOLD_TEXT("Message",
                    "“%1” cannot be read: the links on the way to it lead in a circle.")};
constexpr MessageKind kNotRead{"input-not-read",
                               TWELVEFOLD_TEXT("Message", "“%1” cannot be read: %2.")};

// How many bytes at the front of a text are one character in UTF-8; 0 where they are none.
std::size_t characterAt(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0x80                     ? 1
                               : first >= 0xC2 && first <= 0xDF ? 2
                               : first >= 0xE0 && first <= 0xEF ? 3
                               : first >= 0xF0 && first <= 0xF4 ? 4
                                                                : 0;
    if (length == 0 || length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U)
            return 0;
    }
    return length;
}

constexpr const char* kNoCharacter = "\uFFFD";

// A name longer than this says no more when shown whole.
constexpr std::size_t kMostShown = 120;

} // namespace

std::string inUtf8(const std::filesystem::path& path)
{
    const std::u8string bytes = path.u8string();
    std::string_view rest(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    std::string text;
    while (!rest.empty()) {
        const std::size_t length = characterAt(rest);
        text += length == 0 ? std::string_view(kNoCharacter) : rest.substr(0, length);
        rest.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return text;
}

std::string shownName(const std::filesystem::path& path)
{
    const std::string name = inUtf8(path.filename());
    std::size_t shown = 0;
    while (shown < name.size() && shown < kMostShown)
        shown += characterAt(std::string_view(name).substr(shown));
    return shown == name.size() ? name : name.substr(0, shown) + "…";
}

std::string kindOf(const std::filesystem::path& path)
{
    std::string kind = lowerCase(shownName(path.extension()));
    return kind.empty() ? kind : kind.substr(1);
}

std::string lowerCase(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

Message whyNotMade(std::error_code error, const std::filesystem::path& path)
{
    const std::string name = shownName(path);
    if (error == std::errc::file_exists)
        return {kExists, {name}};
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory)
        return {kNoFolder, {name}};
    if (error == std::errc::permission_denied || error == std::errc::read_only_file_system ||
        error == std::errc::operation_not_permitted)
        return {kNotAllowed, {name}};
    if (error == std::errc::no_space_on_device || error == std::errc::file_too_large ||
        error == std::error_code(EDQUOT, std::generic_category()))
        return {kDiskFull, {name}};
    if (error == std::errc::filename_too_long)
        return {kNameTooLong, {name}};
    if (error == std::errc::too_many_symbolic_link_levels)
        return {kLinkLoop, {name}};
    return {kNotMade, {name, error.message()}};
}

Message whyNotRead(std::error_code error, const std::filesystem::path& path)
{
    const std::string name = shownName(path);
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory)
        return {kNotThere, {name}};
    if (error == std::errc::permission_denied || error == std::errc::operation_not_permitted)
        return {kForbidden, {name}};
    if (error == std::errc::filename_too_long)
        return {kTooLong, {name}};
    if (error == std::errc::too_many_symbolic_link_levels)
        return {kCircle, {name}};
    return {kNotRead, {name, error.message()}};
}

} // namespace twelvefold::files
