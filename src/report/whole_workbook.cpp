// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/whole_workbook.h"

#include "files/input_file.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace twelvefold::report {
namespace {

// Where the fields of a ZIP archive's records stand (PKWARE's APPNOTE, 4.3).
constexpr std::string_view kEnd = "PK\x05\x06", kEntry = "PK\x01\x02", kPart = "PK\x03\x04";
constexpr std::size_t kEndLength = 22, kEntryLength = 46, kPartLength = 30;

std::string bytesOf(const std::filesystem::path& path)
{
    std::string bytes;
    const auto file = files::openToRead(path);
    if (!file)
        return bytes;
    std::array<char, 65536> buffer{};
    std::error_code error;
    while (const auto length = files::readSome(*file, buffer.data(), buffer.size(), error))
        bytes.append(buffer.data(), length);
    return error ? std::string() : bytes;
}

std::size_t numberAt(std::string_view bytes, std::size_t at, std::size_t width)
{
    std::size_t number = 0;
    for (std::size_t i = width; i-- > 0;)
        number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

// The first and the last bytes of what was compressed; empty where it does not come to an end.
struct Ends
{
    std::string first, last;
};

Ends endsOf(std::string_view compressed)
{
    constexpr std::size_t kKept = 512;
    Ends ends;
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return ends;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(compressed.data()));
    stream.avail_in = static_cast<uInt>(compressed.size());
    std::array<char, 65536> buffer{};
    int code = Z_OK;
    while (code == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream.avail_out = static_cast<uInt>(buffer.size());
        code = inflate(&stream, Z_NO_FLUSH);
        const std::string_view piece(buffer.data(), buffer.size() - stream.avail_out);
        ends.first += piece.substr(0, kKept - std::min(kKept, ends.first.size()));
        ends.last += piece;
        if (ends.last.size() > kKept)
            ends.last.erase(0, ends.last.size() - kKept);
    }
    inflateEnd(&stream);
    return code == Z_STREAM_END ? ends : Ends{};
}

// "worksheet" of "<?xml …?>\n<worksheet xmlns=…".
std::string_view rootOf(std::string_view xml)
{
    std::size_t at = xml.find('<');
    while (at != std::string_view::npos && at + 1 < xml.size() && xml[at + 1] == '?')
        at = xml.find('<', at + 1);
    if (at == std::string_view::npos)
        return {};
    const std::string_view rest = xml.substr(at + 1);
    return rest.substr(0, rest.find_first_of(" />\r\n"));
}

bool endsWithItsRoot(const Ends& ends)
{
    const std::string_view root = rootOf(ends.first);
    const auto end = ends.last.find_last_not_of(" \r\n");
    const std::string_view last = std::string_view(ends.last).substr(0, end + 1);
    return !root.empty() &&
           (last.ends_with("</" + std::string(root) + ">") ||
            (ends.first.size() == ends.last.size() && last.ends_with("/>"))); // nothing in it
}

bool isXml(std::string_view name)
{
    return name.ends_with(".xml") || name.ends_with(".rels");
}

} // namespace

bool isWholeWorkbook(const std::filesystem::path& path)
{
    const std::string bytes = bytesOf(path);
    const std::string_view all(bytes);
    if (all.size() < kEndLength || !all.substr(all.size() - kEndLength).starts_with(kEnd))
        return false;
    const std::size_t end = all.size() - kEndLength;
    std::size_t at = numberAt(all, end + 16, 4);
    for (std::size_t left = numberAt(all, end + 10, 2); left > 0; --left) {
        if (at + kEntryLength > end || !all.substr(at).starts_with(kEntry))
            return false;
        const std::size_t size = numberAt(all, at + 20, 4), part = numberAt(all, at + 42, 4);
        const std::size_t nameLength = numberAt(all, at + 28, 2);
        const std::string_view name = all.substr(at + kEntryLength, nameLength);
        at += kEntryLength + nameLength + numberAt(all, at + 30, 2) + numberAt(all, at + 32, 2);
        if (part + kPartLength > end || !all.substr(part).starts_with(kPart))
            return false;
        const std::size_t from =
            part + kPartLength + numberAt(all, part + 26, 2) + numberAt(all, part + 28, 2);
        if (from + size > end)
            return false;
        if (isXml(name) && !endsWithItsRoot(endsOf(all.substr(from, size))))
            return false;
    }
    return true;
}

} // namespace twelvefold::report
