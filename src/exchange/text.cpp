// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/text.h"

#include "domain/utf8.h"

#include <array>
#include <cstdint>
#include <optional>

namespace twelvefold::exchange {
namespace {

using namespace domain;

constexpr MessageKind kEmpty{"file-empty", TWELVEFOLD_TEXT("Message", "The file is empty.")};
constexpr MessageKind kOtherKind{
    "file-not-text",
    TWELVEFOLD_TEXT("Message", "This is %1, not a table in text form. Open it in the program that "
                               "made it, save the table as CSV, and bring in that.")};
constexpr MessageKind kGuessedEncoding{
    "file-encoding-guessed",
    TWELVEFOLD_TEXT("Message",
                    "The file is not UTF-8: its letters were read as Windows-1252. If names "
                    "look wrong, save it as “CSV UTF-8” and bring it in again.")};
constexpr MessageKind kReplaced{
    "file-characters-replaced",
    TWELVEFOLD_TEXT("Message", "%1 characters could not be read and stand as “\uFFFD”.")};

struct Signature
{
    std::string_view bytes;
    Word kind;
};

using namespace std::string_view_literals;

constexpr Signature signatures[] = {
    {"%PDF-"sv, {TWELVEFOLD_TEXT("Word", "a PDF document")}},
    {"PK\x03\x04"sv, {TWELVEFOLD_TEXT("Word", "an Excel workbook or another zipped file")}},
    {"PK\x05\x06"sv, {TWELVEFOLD_TEXT("Word", "an empty zipped file")}},
    {"\xD0\xCF\x11\xE0"sv, {TWELVEFOLD_TEXT("Word", "an older Excel workbook or Office document")}},
    {"SQLite format 3\0"sv, {TWELVEFOLD_TEXT("Word", "a database")}},
    {"\x1F\x8B"sv, {TWELVEFOLD_TEXT("Word", "a compressed file")}},
    {"\x89PNG"sv, {TWELVEFOLD_TEXT("Word", "a picture")}},
    {"\xFF\xD8\xFF"sv, {TWELVEFOLD_TEXT("Word", "a picture")}},
    {"GIF8"sv, {TWELVEFOLD_TEXT("Word", "a picture")}},
    {"{\\rtf"sv, {TWELVEFOLD_TEXT("Word", "a word-processor document")}},
    {"<!doctype"sv, {TWELVEFOLD_TEXT("Word", "a web page")}},
    {"<html"sv, {TWELVEFOLD_TEXT("Word", "a web page")}},
    {"<?xml"sv, {TWELVEFOLD_TEXT("Word", "an XML file")}},
};
constexpr Word kBinary{TWELVEFOLD_TEXT("Word", "a file of some other kind")};

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool beginsWith(std::string_view bytes, std::string_view signature)
{
    if (bytes.size() < signature.size())
        return false;
    for (std::size_t i = 0; i < signature.size(); ++i) {
        if (bytes[i] != signature[i] && lower(bytes[i]) != signature[i])
            return false;
    }
    return true;
}

std::optional<Word> otherKindOf(std::string_view bytes)
{
    for (const Signature& signature : signatures) {
        if (beginsWith(bytes, signature.bytes))
            return signature.kind;
    }
    return std::nullopt;
}

// A text has next to no control characters besides tabs and line ends.
bool looksBinary(std::string_view bytes)
{
    const std::string_view sample = bytes.substr(0, 4096);
    std::size_t controls = 0;
    for (const char c : sample) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 && c != '\t' && c != '\r' && c != '\n' && c != '\f' && c != '\v')
            ++controls;
    }
    return controls * 100 > sample.size() || bytes.find('\0') != std::string_view::npos;
}

constexpr std::uint32_t kReplacement = 0xFFFD;

void noteReplaced(DecodedText& decoded, std::int64_t replaced)
{
    if (replaced > 0)
        decoded.warnings.push_back({kReplaced, {replaced}});
}

DecodedText fromUtf16(std::string_view bytes, bool bigEndian)
{
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return bigEndian ? std::uint32_t{first} << 8 | second : std::uint32_t{second} << 8 | first;
    };
    DecodedText decoded;
    std::int64_t replaced = bytes.size() % 2; // cut off in the middle of a character
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        std::uint32_t character = unit(at);
        if (character >= 0xD800 && character < 0xDC00 && at + 3 < bytes.size() &&
            (unit(at + 2) & 0xFC00U) == 0xDC00U) {
            character = 0x10000 + ((character - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
            at += 2;
        } else if (character >= 0xD800 && character < 0xE000) {
            character = kReplacement;
            ++replaced;
        }
        appendUtf8(decoded.utf8, character);
    }
    noteReplaced(decoded, replaced);
    return decoded;
}

DecodedText fromWindows1252(std::string_view bytes)
{
    // 0x80 to 0x9F; the rest is as in Unicode. Five places are not assigned.
    constexpr std::array<std::uint16_t, 32> high{
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    DecodedText decoded;
    decoded.warnings.push_back({kGuessedEncoding, {}});
    std::int64_t replaced = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const std::uint32_t character =
            byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80U] : std::uint32_t{byte};
        replaced += character == kReplacement ? 1 : 0;
        appendUtf8(decoded.utf8, character);
    }
    noteReplaced(decoded, replaced);
    return decoded;
}

enum class Utf16
{
    no,
    littleEndian,
    bigEndian
};

// Without a mark: a table's text is mostly Latin letters and digits, whose other byte is zero.
Utf16 utf16Without(std::string_view bytes)
{
    const std::string_view sample = bytes.substr(0, 512);
    std::size_t zeros[2] = {};
    for (std::size_t i = 0; i < sample.size(); ++i)
        zeros[i % 2] += sample[i] == '\0' ? 1U : 0U;
    const std::size_t most = sample.size() * 7 / 20; // seven characters in ten
    const std::size_t least = sample.size() / 20; // one in ten: some end in a zero byte themselves
    if (sample.size() < 8)
        return Utf16::no;
    if (zeros[1] >= most && zeros[0] <= least)
        return Utf16::littleEndian;
    return zeros[0] >= most && zeros[1] <= least ? Utf16::bigEndian : Utf16::no;
}

// Nothing where it is no text. What is UTF-8 as it stands is only looked at: utf8 stays empty.
struct Decoded
{
    DecodedText text;
    std::size_t asItStandsFrom = std::string_view::npos;
};

std::optional<Decoded> decode(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE"sv))
        return Decoded{fromUtf16(bytes.substr(2), false)};
    if (bytes.starts_with("\xFE\xFF"sv))
        return Decoded{fromUtf16(bytes.substr(2), true)};
    const std::size_t mark = bytes.starts_with("\xEF\xBB\xBF"sv) ? 3 : 0;
    bytes.remove_prefix(mark);
    if (const Utf16 order = mark == 0 ? utf16Without(bytes) : Utf16::no; order != Utf16::no)
        return Decoded{fromUtf16(bytes, order == Utf16::bigEndian)};
    if (looksBinary(bytes))
        return std::nullopt;
    if (isUtf8(bytes))
        return Decoded{{}, mark};
    return Decoded{fromWindows1252(bytes)};
}

} // namespace

Result<DecodedText> decodeText(std::string_view bytes)
{
    return decodeOwnText(std::string(bytes));
}

Result<DecodedText> decodeOwnText(std::string&& bytes)
{
    if (const auto kind = otherKindOf(bytes))
        return Message{kOtherKind, {*kind}};
    auto decoded = decode(bytes);
    if (!decoded)
        return Message{kOtherKind, {kBinary}};
    DecodedText text = std::move(decoded->text);
    if (decoded->asItStandsFrom != std::string_view::npos) {
        text.utf8 = std::move(bytes);
        text.utf8.erase(0, decoded->asItStandsFrom);
    }
    if (text.utf8.find('\0') != std::string::npos)
        return Message{kOtherKind, {kBinary}};
    if (text.utf8.find_first_not_of(" \t\r\n") == std::string::npos)
        return Message{kEmpty, {}};
    return text;
}

} // namespace twelvefold::exchange
