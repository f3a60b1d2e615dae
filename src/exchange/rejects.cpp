// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv_table.h"
#include "exchange/import.h"

#include <fstream>
#include <map>

namespace twelvefold::exchange {
namespace {

namespace fs = std::filesystem;

constexpr MessageKind kNotWritten{
    "rejects-not-written",
    TWELVEFOLD_TEXT("Message",
                    "“%1” could not be written: check that the folder exists and that you may "
                    "write there.")};
constexpr MessageKind kWouldOverwrite{
    "rejects-would-overwrite",
    TWELVEFOLD_TEXT("Message", "“%1” is one of the files being brought in: choose another name.")};

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF"; // tells a spreadsheet that this is UTF-8
constexpr const char* kLineEnd = "\r\n";

std::map<std::int64_t, std::string> reasonsByRow(const ReadFile& file)
{
    std::map<std::int64_t, std::string> reasons;
    for (const Problem& problem : file.problems) {
        if (problem.severity != Problem::Severity::rejection)
            continue;
        std::string& text = reasons[problem.row];
        text += (text.empty() ? "" : " ") + (problem.column.empty() ? "" : problem.column + ": ") +
                plainEnglish(problem.message);
    }
    return reasons;
}

std::string asCsv(const ReadFile& file)
{
    std::string csv = "file,line,why";
    for (const std::string& heading : file.headings)
        csv += "," + safeCsvCell(heading);
    csv += kLineEnd;
    auto reasons = reasonsByRow(file);
    for (const ReadFile::Reject& reject : file.rejects) {
        csv += safeCsvCell(file.name) + "," + std::to_string(reject.row) + "," +
               csvCell(reasons[reject.row]);
        for (const std::string& cell : reject.cells)
            csv += "," + safeCsvCell(cell);
        csv += kLineEnd;
    }
    return csv;
}

// A file that is refused as a whole has no rows to list: its reason stands alone.
std::string asCsvOfRefusal(const ReadFile& file)
{
    auto reasons = reasonsByRow(file);
    return std::string("file,line,why") + kLineEnd + safeCsvCell(file.name) + ",," +
           csvCell(reasons[0]) + kLineEnd;
}

bool isRefused(const ReadFile& file)
{
    return file.kind == FileKind::unrecognised;
}

} // namespace

Result<Done> writeRejects(const std::vector<ReadFile>& files, const fs::path& to)
{
    const Argument name{to.filename().string()};
    std::string csv;
    for (const ReadFile& file : files) {
        std::error_code error;
        if (fs::equivalent(file.path, to, error) && !error)
            return Message{kWouldOverwrite, {name}};
        if (file.rejects.empty() && !isRefused(file))
            continue;
        csv += csv.empty() ? kByteOrderMark : kLineEnd;
        csv += isRefused(file) ? asCsvOfRefusal(file) : asCsv(file);
    }
    if (csv.empty())
        csv = std::string(kByteOrderMark) + "file,line,why" + kLineEnd;

    std::ofstream stream(to, std::ios::binary | std::ios::trunc);
    stream << csv;
    stream.close();
    if (!stream)
        return Message{kNotWritten, {name}};
    return Done{};
}

} // namespace twelvefold::exchange
