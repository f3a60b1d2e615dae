// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/zipped_files.h"

#include "exchange/workbook.h"
#include "files/names.h"

#include <zip.h>

#include <algorithm>

namespace twelvefold::exchange {
namespace {

using namespace domain;

constexpr MessageKind kZipProtected{
    "zip-protected",
    TWELVEFOLD_TEXT("Message", "The zip is protected by a password. Unpack it with the password, "
                               "and bring in the folder.")};
constexpr MessageKind kZipDamaged{
    "zip-damaged", TWELVEFOLD_TEXT("Message", "The zip is damaged here: this file cannot be "
                                              "unpacked. Copy or download the zip again.")};
constexpr MessageKind kZipTooTight{
    "zip-packed-too-tightly",
    TWELVEFOLD_TEXT("Message", "This file unpacks to more than %1 times the whole zip, as a table "
                               "of figures does not. If it is to be trusted, unpack it and bring "
                               "in that.")};
constexpr MessageKind kZipTooLarge{
    "zip-too-large",
    TWELVEFOLD_TEXT("Message", "The zip unpacks to more than 2 GB. Bring in a part of its files.")};

constexpr zip_uint64_t kMostOfZip = zip_uint64_t{2} << 30;

// Parts by which a zip is known to be one document, and no folder of files.
constexpr std::string_view kDocumentParts[] = {
    "[content_types].xml", "_rels/.rels", "mimetype",
    "index/document.iwa",  "index.zip",   "meta-inf/manifest.xml"};

// Operating systems put these beside what a person packed.
bool isOfTheSystem(std::string_view name)
{
    const std::string_view own = name.substr(name.rfind('/') + 1);
    return name.starts_with("__macosx/") || own.starts_with('.') || own == "thumbs.db" ||
           own == "desktop.ini";
}

std::string inUtf8(const char* name)
{
    std::string text(name);
    std::ranges::replace(text, '\\', '/');
    return text;
}

} // namespace

bool hasTableExtension(std::string_view name)
{
    const std::string lower = files::lowerCase(std::string(name));
    constexpr std::string_view kEnds[] = {".csv", ".txt", ".xlsx", ".xlsm", ".ods", ".xml"};
    return std::ranges::any_of(kEnds, [&](std::string_view end) { return lower.ends_with(end); });
}

class ZippedFiles::Private
{
public:
    struct Close
    {
        void operator()(zip_t* archive) const { zip_discard(archive); }
        void operator()(zip_file_t* file) const { zip_fclose(file); }
    };

    std::shared_ptr<const std::string> bytes;
    std::unique_ptr<zip_t, Close> archive;
    zip_uint64_t unpacked = 0;
};

ZippedFiles::ZippedFiles(std::unique_ptr<Private> own) : d(std::move(own)) {}
ZippedFiles::~ZippedFiles() = default;

std::unique_ptr<ZippedFiles> ZippedFiles::open(std::shared_ptr<const std::string> bytes)
{
    auto own = std::make_unique<Private>();
    own->bytes = std::move(bytes);
    zip_source_t* source =
        zip_source_buffer_create(own->bytes->data(), own->bytes->size(), 0, nullptr);
    own->archive.reset(source == nullptr ? nullptr
                                         : zip_open_from_source(source, ZIP_RDONLY, nullptr));
    if (!own->archive) {
        zip_source_free(source);
        return nullptr;
    }
    const zip_int64_t count = zip_get_num_entries(own->archive.get(), 0);
    if (count > kMostParts)
        return nullptr; // reading it as a workbook says so
    std::unique_ptr<ZippedFiles> files(new ZippedFiles(std::move(own)));
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto at = static_cast<zip_uint64_t>(i);
        const char* given = zip_get_name(files->d->archive.get(), at, 0);
        const std::string name = given != nullptr ? inUtf8(given) : std::string();
        const std::string lower = files::lowerCase(name);
        if (std::ranges::find(kDocumentParts, lower) != std::end(kDocumentParts))
            return nullptr;
        if (name.empty() || name.ends_with('/') || isOfTheSystem(lower))
            continue;
        if (hasTableExtension(name))
            files->m_tables.push_back({name, at});
        else
            files->m_others.push_back(name);
    }
    std::ranges::sort(files->m_tables);
    std::ranges::sort(files->m_others);
    return files;
}

Result<std::string> ZippedFiles::unpack(const Entry& table)
{
    const zip_uint64_t at = table.place;
    zip_stat_t about;
    const bool known = zip_stat_index(d->archive.get(), at, 0, &about) == 0;
    if (known && (about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
        about.encryption_method != ZIP_EM_NONE)
        return Message{kZipProtected, {}};
    const std::unique_ptr<zip_file_t, Private::Close> file(
        zip_fopen_index(d->archive.get(), at, 0));
    if (!file)
        return Message{kZipDamaged, {}};
    // What is counted is what comes out, not what the zip says of it.
    std::string bytes;
    constexpr std::size_t kPiece = std::size_t{1} << 16;
    for (zip_int64_t length = 1; length > 0;) {
        const std::size_t soFar = bytes.size();
        bytes.resize(soFar + kPiece);
        length = zip_fread(file.get(), bytes.data() + soFar, kPiece);
        if (length < 0)
            return Message{kZipDamaged, {}};
        bytes.resize(soFar + static_cast<std::size_t>(length));
        d->unpacked += static_cast<zip_uint64_t>(length);
        if (d->unpacked > kMostOfZip)
            return Message{kZipTooLarge, {}};
        if (bytes.size() > kUnpackedWithoutQuestion &&
            bytes.size() / kHighestRatio > d->bytes->size())
            return Message{kZipTooTight, {static_cast<std::int64_t>(kHighestRatio)}};
    }
    bytes.shrink_to_fit();
    return bytes;
}

} // namespace twelvefold::exchange
