// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv_table.h"
#include "exchange/import.h"
#include "files/output_file.h"

#include <map>

namespace twelvefold::exchange {
namespace {

namespace fs = std::filesystem;

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

void writeRows(const ReadFile& file, files::OutputFile& output)
{
    std::string headings = "file,line,why";
    for (const std::string& heading : file.headings)
        headings += "," + safeCsvCell(heading);
    output.write(headings + kLineEnd);
    const auto reasons = reasonsByRow(file);
    for (const ReadFile::Reject& reject : file.rejects) {
        const auto listed = reasons.find(reject.row);
        const std::string why = listed != reasons.end() ? listed->second
                                : reject.reason != 0    ? file.listing.reasons()[reject.reason - 1]
                                                        : std::string();
        std::string line =
            safeCsvCell(file.name) + "," + std::to_string(reject.row) + "," + csvCell(why);
        for (const std::string& cell : cellsOf(file, reject))
            line += "," + safeCsvCell(cell);
        output.write(line + kLineEnd);
    }
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

Result<files::OutputFile> beginRejects(const std::vector<ReadFile>& files, const fs::path& to)
{
    files::OutputFile::Inputs inputs;
    for (const ReadFile& file : files)
        inputs.push_back(file.path);
    auto output = files::OutputFile::begin(to, inputs);
    if (!output)
        return output.failure();
    bool any = false;
    for (const ReadFile& file : files) {
        if (file.rejects.empty() && !isRefused(file))
            continue;
        output->write(any ? kLineEnd : kByteOrderMark);
        if (isRefused(file))
            output->write(asCsvOfRefusal(file));
        else
            writeRows(file, *output);
        any = true;
    }
    if (!any)
        output->write(std::string(kByteOrderMark) + "file,line,why" + kLineEnd);
    return output;
}

Result<Done> writeRejects(const std::vector<ReadFile>& files, const fs::path& to)
{
    auto output = beginRejects(files, to);
    return output ? output->commit() : Result<Done>(output.failure());
}

} // namespace twelvefold::exchange
