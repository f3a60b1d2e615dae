// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <zip.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace twelvefold::exchange {

// What a workbook cannot be read for. Thrown between the files that read workbooks, and caught
// where workbook.h is entered.
struct WorkbookFault
{
    domain::Message message;
};

inline constexpr domain::MessageKind kWorkbookProtected{
    "workbook-protected",
    TWELVEFOLD_TEXT("Message",
                    "The workbook is protected by a password. Open it with the password, save it "
                    "without one, and bring in that.")};

// A part of a zipped file while it is unpacked, to the bounds of workbook.h: what is counted is
// what comes out, not what the file says of it.
class PartStream
{
public:
    PartStream(std::shared_ptr<const std::string> bytes, std::string name, zip_uint64_t index);

    const std::string& name() const { return m_name; }
    std::size_t read(char* into, std::size_t most); // 0 at the end

private:
    struct Close
    {
        void operator()(zip_t* archive) const { zip_discard(archive); }
        void operator()(zip_file_t* file) const { zip_fclose(file); }
    };

    std::shared_ptr<const std::string> m_bytes;
    std::string m_name;
    // Its own, so that several parts can be read at once, on several threads.
    std::unique_ptr<zip_t, Close> m_archive;
    std::unique_ptr<zip_file_t, Close> m_file;
    std::uint64_t m_unpacked = 0;
};

// The parts of a zipped file at hand, by name: whatever its letters' case, and whichever way its
// strokes lean.
class ZipParts
{
public:
    explicit ZipParts(std::shared_ptr<const std::string> bytes);

    bool has(std::string_view name) const;
    PartStream open(std::string_view name) const;
    // Of a part that is short: what it begins with.
    std::string beginning(std::string_view name, std::size_t most) const;

private:
    std::shared_ptr<const std::string> m_bytes;
    std::map<std::string, zip_uint64_t> m_parts;
};

} // namespace twelvefold::exchange
