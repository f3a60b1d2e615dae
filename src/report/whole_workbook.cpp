// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/whole_workbook.h"

#include "files/input_file.h"

#include <QXmlStreamReader>

#include <zlib.h>

#include <array>
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

// Whether what was compressed is a whole XML document: what is missing in the middle of one breaks
// it as well.
bool isWholeXml(std::string_view compressed)
{
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return false;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(compressed.data()));
    stream.avail_in = static_cast<uInt>(compressed.size());
    QXmlStreamReader reader;
    std::array<char, 65536> buffer{};
    int code = Z_OK;
    while (code == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream.avail_out = static_cast<uInt>(buffer.size());
        code = inflate(&stream, Z_NO_FLUSH);
        reader.addData(QByteArray(buffer.data(), qsizetype(buffer.size() - stream.avail_out)));
        while (!reader.atEnd())
            reader.readNext();
        if (reader.error() != QXmlStreamReader::NoError &&
            reader.error() != QXmlStreamReader::PrematureEndOfDocumentError)
            break;
    }
    inflateEnd(&stream);
    return code == Z_STREAM_END && reader.error() == QXmlStreamReader::NoError &&
           reader.tokenType() == QXmlStreamReader::EndDocument;
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
        if (isXml(name) && !isWholeXml(all.substr(from, size)))
            return false;
    }
    return true;
}

} // namespace twelvefold::report
