// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace twelvefold::exchange {

// A zip of files, such as a folder of returns that was packed to be sent. Its files are unpacked
// into memory one after another; none is written anywhere.
class ZippedFiles
{
public:
    // Nothing where the bytes are no zip, or one that is itself a document, such as a workbook.
    static std::unique_ptr<ZippedFiles> open(std::shared_ptr<const std::string> bytes);
    ~ZippedFiles();

    struct Entry
    {
        std::string name; // with its folders in the zip: "2024/oc2.csv"
        std::uint64_t place = 0;
        auto operator<=>(const Entry&) const = default;
    };
    // The files that may hold tables, by name. A zip may hold several of one name.
    const std::vector<Entry>& tables() const { return m_tables; }
    // What else there is, apart from what operating systems add.
    const std::vector<std::string>& others() const { return m_others; }
    // The bytes of a table. Refuses what is damaged, protected by a password, packed too tightly to
    // be a table, or with those unpacked before more than 2 GB.
    domain::Result<std::string> unpack(const Entry& table);

private:
    class Private;
    explicit ZippedFiles(std::unique_ptr<Private> d);

    std::unique_ptr<Private> d;
    std::vector<Entry> m_tables;
    std::vector<std::string> m_others;
};

// Whether a file's name ends as those of tables do.
bool hasTableExtension(std::string_view name);

} // namespace twelvefold::exchange
