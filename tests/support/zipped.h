// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <zip.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// Zipped files made in memory, as workbooks are.
namespace twelvefold::tests {

struct ZippedPart
{
    std::string name, content;
};

inline std::string zipped(const std::vector<ZippedPart>& parts, bool packed = true)
{
    zip_source_t* file = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(file); // beyond the archive
    zip_t* archive = zip_open_from_source(file, ZIP_TRUNCATE, nullptr);
    for (const ZippedPart& part : parts) {
        zip_source_t* content =
            zip_source_buffer(archive, part.content.data(), part.content.size(), 0);
        const zip_int64_t index = zip_file_add(archive, part.name.c_str(), content, 0);
        if (index < 0) {
            zip_source_free(content); // no part can be called so
            continue;
        }
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index),
                                 packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0);
    }
    if (zip_close(archive) != 0)
        throw std::logic_error("cannot be zipped");
    zip_stat_t about;
    zip_source_stat(file, &about);
    std::string bytes(about.size, '\0');
    zip_source_open(file);
    zip_source_read(file, bytes.data(), bytes.size());
    zip_source_close(file);
    zip_source_free(file);
    return bytes;
}

// Parts written one behind the other in a text, each behind a line "=== NAME".
inline std::vector<ZippedPart> partsIn(std::string_view text)
{
    constexpr std::string_view mark = "=== ";
    std::vector<ZippedPart> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end);
        if (!line.starts_with(mark)) {
            if (!parts.empty())
                parts.back().content += line;
            continue;
        }
        std::string_view name = line.substr(mark.size());
        name = name.substr(0, name.find_first_of(std::string_view("\n\0", 2)));
        bool known = name.empty() || name.ends_with('/'); // which is a folder's
        for (const ZippedPart& part : parts)
            known = known || part.name == name;
        if (!known)
            parts.push_back({std::string(name), {}});
    }
    return parts;
}

} // namespace twelvefold::tests
