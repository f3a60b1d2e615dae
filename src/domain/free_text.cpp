// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/free_text.h"

#include "domain/utf8.h"

#include <algorithm>
#include <cstdint>

namespace twelvefold::domain {
namespace {

constexpr MessageKind kNotText{
    "text-not-text",
    TWELVEFOLD_TEXT("Message",
                    "%1 is not plain text: it has characters in it that are no letters (UTF-8 is "
                    "what is read, without control characters). Type it anew.")};
constexpr MessageKind kNothingSeen{
    "text-nothing-seen",
    TWELVEFOLD_TEXT("Message", "%1 has nothing in it that can be seen. Write it in letters.")};
constexpr MessageKind kTooLong{
    "text-too-long",
    TWELVEFOLD_TEXT("Message", "%1 is %2 characters long, and at most %3 are kept. Shorten it.")};

struct Range
{
    std::uint32_t first, last;
};

// What Unicode 15 calls white space, and what it says to draw nothing for
// (Default_Ignorable_Code_Point); the blank of Braille as well.
constexpr Range kUnseen[] = {
    {0x00, 0x20},       {0x7F, 0xA0},      {0xAD, 0xAD},     {0x34F, 0x34F},   {0x61C, 0x61C},
    {0x115F, 0x1160},   {0x1680, 0x1680},  {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x2000, 0x200F},
    {0x2028, 0x202F},   {0x205F, 0x206F},  {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164},
    {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},  {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFF8}, {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};

bool isUnseen(std::uint32_t character)
{
    return std::ranges::any_of(kUnseen, [&](const Range& range) {
        return range.first <= character && character <= range.last;
    });
}

bool isControl(std::uint32_t character)
{
    return (character < 0x20 && character != '\t' && character != '\r' && character != '\n') ||
           (0x7F <= character && character < 0xA0);
}

// The characters of what is UTF-8.
std::u32string charactersOf(std::string_view utf8)
{
    std::u32string characters;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t length = utf8Length(utf8, at);
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[at + i]); };
        std::uint32_t character = length == 1 ? byte(0) : byte(0) & (0xFFU >> (length + 1));
        for (std::size_t i = 1; i < length; ++i)
            character = character << 6 | (byte(i) & 0x3FU);
        characters.push_back(character);
        at += length;
    }
    return characters;
}

} // namespace

bool isVisible(std::string_view utf8)
{
    return !std::ranges::all_of(charactersOf(utf8), isUnseen);
}

bool hasUnseen(std::string_view utf8)
{
    const auto isPlain = [](char c) { return static_cast<unsigned char>(c) < 0x7F; };
    return !std::ranges::all_of(utf8, isPlain) && withoutUnseen(utf8).size() != utf8.size();
}

std::string withoutUnseen(std::string_view utf8)
{
    std::string seen;
    for (std::size_t at = 0; at < utf8.size();) {
        // What is no character, as in a document with a byte at fault, is no unseen one.
        const std::size_t length = utf8Length(utf8, at);
        const std::string_view one = utf8.substr(at, std::max<std::size_t>(length, 1));
        if (length == 0 || static_cast<unsigned char>(one.front()) < 0x7F || isVisible(one))
            seen += one;
        at += one.size();
    }
    return seen;
}

std::optional<Message> faultInText(const Word& what, std::string_view text)
{
    if (!isUtf8(text))
        return Message{kNotText, {what}};
    const std::u32string characters = charactersOf(text);
    if (std::ranges::any_of(characters, isControl))
        return Message{kNotText, {what}};
    if (std::ranges::all_of(characters, isUnseen))
        return Message{kNothingSeen, {what}};
    if (characters.size() > kMostLetters)
        return Message{kTooLong,
                       {what, static_cast<std::int64_t>(characters.size()),
                        static_cast<std::int64_t>(kMostLetters)}};
    return std::nullopt;
}

bool sameButForCase(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::optional<std::size_t> nameMeant(std::span<const std::string> names, std::string_view typed)
{
    const auto at = [&](auto found) { return static_cast<std::size_t>(found - names.begin()); };
    if (const auto same = std::ranges::find(names, typed); same != names.end())
        return at(same);
    const auto isAlike = [&](std::string_view name) { return sameButForCase(name, typed); };
    const auto first = std::ranges::find_if(names, isAlike);
    if (first == names.end() || std::find_if(first + 1, names.end(), isAlike) != names.end())
        return std::nullopt;
    return at(first);
}

} // namespace twelvefold::domain
