// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/open_file.h"

#include "exchange/open_kinds.h"
#include "exchange/workbook_source.h"
#include "files/names.h"

#include <sodium.h>

#include <fstream>

namespace twelvefold::exchange {
namespace {

namespace fs = std::filesystem;

constexpr MessageKind kNotThere{"file-not-there",
                                TWELVEFOLD_TEXT("Message", "There is no file “%1”.")};
constexpr MessageKind kFolder{"file-is-folder",
                              TWELVEFOLD_TEXT("Message", "“%1” is a folder, not a file.")};
constexpr MessageKind kNotAFile{"file-not-ordinary",
                                TWELVEFOLD_TEXT("Message", "“%1” is not an ordinary file.")};
constexpr MessageKind kUnreadable{
    "file-unreadable",
    TWELVEFOLD_TEXT("Message",
                    "“%1” could not be read: you may not have the right to, or the disk or "
                    "network refused.")};
constexpr MessageKind kTooLarge{
    "file-too-large",
    TWELVEFOLD_TEXT("Message", "The file is larger than 2 GB: divide it and bring in the parts.")};

constexpr std::uintmax_t kLargestFile = std::uintmax_t{2} << 30;

Result<std::string> bytesOf(const fs::path& path)
{
    const Argument name{files::shownName(path)};
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        return Message{kNotThere, {name}};
    if (fs::is_directory(status))
        return Message{kFolder, {name}};
    if (!fs::is_regular_file(status))
        return Message{error ? kUnreadable : kNotAFile, {name}};
    const std::uintmax_t size = fs::file_size(path, error);
    if (!error && size > kLargestFile)
        return Message{kTooLarge, {}};

    std::ifstream stream(path, std::ios::binary);
    std::string bytes(error ? 0 : static_cast<std::size_t>(size), '\0');
    if (error || !stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
        return Message{kUnreadable, {name}};
    return bytes;
}

std::string sha256(std::string_view bytes)
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    char hex[2 * sizeof hash + 1];
    sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
    return hex;
}

} // namespace

void OpenFile::note(Problem::Severity severity, Message message)
{
    Problem problem;
    problem.severity = severity;
    problem.message = std::move(message);
    notes.push_back(std::move(problem));
}

Opened openBytes(std::string bytes, OpenFile file)
{
    file.sha256 = sha256(bytes);
    if (beginsAsXml(bytes)) {
        if (const auto found = openXmlReturn(bytes))
            return openXml(*found, std::move(file));
    }
    if (beginsAsWorkbook(bytes)) {
        auto packed = std::make_shared<const std::string>(std::move(bytes));
        if (const auto zip = ZippedFiles::open(packed))
            return openZip(*zip, file);
        return openWorkbook(std::move(packed), std::move(file));
    }
    return openText(std::move(bytes), std::move(file));
}

Opened openFile(const fs::path& path, const ProfileShelf& profiles)
{
    OpenFile file;
    file.profiles = profiles;
    file.path = path;
    file.name = files::inUtf8(path.has_filename() ? path.filename() : path);
    auto bytes = bytesOf(path);
    if (bytes)
        return openBytes(std::move(*bytes), std::move(file));
    file.refusal = bytes.failure();
    return {std::make_shared<const OpenFile>(std::move(file))};
}

std::vector<NamedSource> sourcesOf(const fs::path& path)
{
    const std::string name = files::inUtf8(path.filename());
    auto bytes = bytesOf(path);
    if (!bytes)
        return {};
    std::vector<NamedSource> sources;
    if (beginsAsWorkbook(*bytes)) {
        const auto book = Workbook::open(std::make_shared<const std::string>(*std::move(bytes)));
        for (std::size_t i = 0; book && i < book->sheets().size(); ++i)
            sources.push_back({name + " › " + book->sheets()[i].name,
                               std::make_shared<const SheetSource>(*book, i)});
        return sources;
    }
    if (auto rows = rowsOfText(*std::move(bytes)))
        sources.push_back({name, std::move(rows)});
    return sources;
}

Opened openBytes(std::string name, std::string_view bytes, const ProfileShelf& profiles)
{
    OpenFile file;
    file.profiles = profiles;
    file.name = std::move(name);
    return openBytes(std::string(bytes), std::move(file));
}

} // namespace twelvefold::exchange
