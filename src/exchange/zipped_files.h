// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

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

    // Of the files that may hold tables, by name, each with its folders in the zip: "2024/oc2.csv".
    const std::vector<std::string>& tables() const { return m_tables; }
    // What else there is, apart from what operating systems add.
    const std::vector<std::string>& others() const { return m_others; }
    // The bytes of a table. Refuses what is damaged, protected by a password, packed too tightly to
    // be a table, or with those unpacked before more than 2 GB.
    domain::Result<std::string> unpack(const std::string& table);

private:
    class Private;
    explicit ZippedFiles(std::unique_ptr<Private> d);

    std::unique_ptr<Private> d;
    std::vector<std::string> m_tables, m_others;
};

// Whether a file's name ends as those of tables do.
bool hasTableExtension(std::string_view name);

} // namespace twelvefold::exchange
