// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/annex_a.h"
#include "exchange/furniture.h"
#include "exchange/import.h"
#include "exchange/row_source.h"
#include "exchange/table_reading.h"

namespace twelvefold::exchange {

// What pass one found of a file, or of the sheet of a workbook. Only what does not hang on other
// files and on what people say is decided here.
class OpenFile
{
public:
    ProfileShelf profiles; // by which it may be read
    std::filesystem::path path;
    std::string name;
    std::string sha256;
    FileKind kind = FileKind::unrecognised;
    std::optional<int> year; // in which its return ends, where the file says so of itself
    std::shared_ptr<const DaysOfLists> daysOfLists; // of Annex A, of all that came in one workbook
    std::optional<Message> refusal;
    std::vector<Problem> notes; // of the whole file, in the order in which they are to be said
    std::shared_ptr<const RowSource> source;
    std::vector<std::string> headings; // as in the file
    Columns columns;
    std::vector<std::string_view> absent;
    const TableEntry* table = nullptr;
    bool isMeant = false; // for a table that is known, also where it is refused for a fault
    std::shared_ptr<const ProfileTable> profile; // by which it is read, if it is by one
    const TableEntry* nearly = nullptr;          // the table that it would be but for its headings
    std::int64_t headingRow = 0;
    Furniture furniture;
    TableReading reading;

    void note(Problem::Severity severity, Message message);
};

// Bytes that are already at hand, as a file without a path.
Opened openBytes(std::string name, std::string_view bytes, const ProfileShelf& profiles = {});

// What rows there are to look at in a file, whatever it is: the table of a text, the sheets of a
// workbook in which something stands, each with its name. Empty where it cannot be read.
struct NamedSource
{
    std::string name;
    std::shared_ptr<const RowSource> source;
};
std::vector<NamedSource> sourcesOf(const std::filesystem::path& path);

} // namespace twelvefold::exchange
