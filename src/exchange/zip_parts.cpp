// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/zip_parts.h"

#include "exchange/workbook.h"
#include "files/names.h"

#include <algorithm>
#include <optional>

namespace twelvefold::exchange {
namespace {

using namespace domain;

constexpr MessageKind kZipCutOff{
    "workbook-cut-off",
    TWELVEFOLD_TEXT("Message", "The file is cut off or damaged: the list of what is in it, at its "
                               "end, is missing. Copy or download it again.")};
constexpr MessageKind kTooManyParts{
    "workbook-too-many-parts",
    TWELVEFOLD_TEXT("Message", "The file has %1 parts, more than a workbook's %2. Save the sheets "
                               "that are wanted as a workbook of their own.")};
constexpr MessageKind kPartMissing{
    "workbook-part-missing",
    TWELVEFOLD_TEXT("Message", "The workbook is damaged: its part “%1” is missing. Open it in a "
                               "spreadsheet program, save it again, and bring in that.")};
constexpr MessageKind kPartNotUnpacked{
    "workbook-part-damaged",
    TWELVEFOLD_TEXT("Message", "The workbook is damaged: its part “%1” cannot be unpacked. Copy or "
                               "download it again.")};
constexpr MessageKind kPartTooLarge{
    "workbook-too-large",
    TWELVEFOLD_TEXT("Message", "The workbook's part “%1” unpacks to more than %2 MB. Divide the "
                               "sheet, or save it as CSV.")};
constexpr MessageKind kPartTooTight{
    "workbook-packed-too-tightly",
    TWELVEFOLD_TEXT("Message", "The workbook's part “%1” unpacks to more than %2 times the whole "
                               "file, as a table of figures does not. If the file is to be "
                               "trusted, save the sheet as CSV and bring in that.")};

constexpr std::int64_t inMegabytes(std::uint64_t bytes)
{
    return static_cast<std::int64_t>(bytes >> 20);
}

// Nothing where the bytes are no zipped file.
zip_t* openedZip(const std::string& bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive == nullptr && source != nullptr)
        zip_source_free(source);
    zip_error_fini(&error);
    return archive;
}

std::string partKey(std::string_view name)
{
    std::string key(name.substr(name.starts_with('/') ? 1 : 0));
    std::ranges::replace(key, '\\', '/');
    return files::lowerCase(std::move(key));
}

} // namespace

PartStream::PartStream(std::shared_ptr<const std::string> bytes, std::string name,
                       zip_uint64_t index)
    : m_bytes(std::move(bytes)), m_name(std::move(name)), m_archive(openedZip(*m_bytes))
{
    if (!m_archive)
        throw WorkbookFault{{kZipCutOff, {}}};
    zip_stat_t about;
    const bool known = zip_stat_index(m_archive.get(), index, 0, &about) == 0;
    if (known && (about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
        about.encryption_method != ZIP_EM_NONE)
        throw WorkbookFault{{kWorkbookProtected, {}}};
    m_file.reset(zip_fopen_index(m_archive.get(), index, 0));
    if (!m_file)
        throw WorkbookFault{{kPartNotUnpacked, {m_name}}};
}

std::size_t PartStream::read(char* into, std::size_t most)
{
    const zip_int64_t length = zip_fread(m_file.get(), into, most);
    if (length < 0)
        throw WorkbookFault{{kPartNotUnpacked, {m_name}}};
    m_unpacked += static_cast<std::uint64_t>(length);
    if (m_unpacked > kMostUnpacked)
        throw WorkbookFault{{kPartTooLarge, {m_name, inMegabytes(kMostUnpacked)}}};
    if (m_unpacked > kUnpackedWithoutQuestion && m_unpacked / kHighestRatio > m_bytes->size())
        throw WorkbookFault{{kPartTooTight, {m_name, static_cast<std::int64_t>(kHighestRatio)}}};
    return static_cast<std::size_t>(length);
}

ZipParts::ZipParts(std::shared_ptr<const std::string> bytes) : m_bytes(std::move(bytes))
{
    zip_t* archive = openedZip(*m_bytes);
    if (archive == nullptr)
        throw WorkbookFault{{kZipCutOff, {}}};
    const std::unique_ptr<zip_t, decltype(&zip_discard)> closing(archive, &zip_discard);
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    if (count > kMostParts)
        throw WorkbookFault{{kTooManyParts, {count, kMostParts}}};
    for (zip_int64_t index = 0; index < count; ++index) {
        const auto at = static_cast<zip_uint64_t>(index);
        if (const char* name = zip_get_name(archive, at, 0))
            m_parts.emplace(partKey(name), at);
    }
}

bool ZipParts::has(std::string_view name) const
{
    return m_parts.contains(partKey(name));
}

PartStream ZipParts::open(std::string_view name) const
{
    const auto found = m_parts.find(partKey(name));
    if (found == m_parts.end())
        throw WorkbookFault{{kPartMissing, {std::string(name)}}};
    return {m_bytes, std::string(name), found->second};
}

std::string ZipParts::beginning(std::string_view name, std::size_t most) const
{
    PartStream part = open(name);
    std::string text(most, '\0');
    text.resize(part.read(text.data(), most));
    return text;
}

} // namespace twelvefold::exchange
