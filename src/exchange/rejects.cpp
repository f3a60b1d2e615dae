// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/csv.h"
#include "exchange/import.h"
#include "exchange/rejects_workbook.h"
#include "files/names.h"
#include "files/output_file.h"

#include <map>

namespace twelvefold::exchange {
namespace {

namespace fs = std::filesystem;

constexpr MessageKind kRejectsNotWritten{
    "rejects-not-written",
    TWELVEFOLD_TEXT("Message", "“%1” cannot be written: the disk, or the one for temporary files, "
                               "is full or refused to take it.")};

void writeHeadings(const std::vector<std::string>& ofTheRow, CsvWriter& csv)
{
    for (const char* heading : {"file", "row", "line", "why"})
        csv.text(heading);
    for (const std::string& heading : ofTheRow)
        csv.text(heading);
    csv.endRow();
}

void writeRows(const ReadFile& file, CsvWriter& csv, files::OutputFile& output)
{
    writeHeadings(file.headings, csv);
    const auto reasons = reasonsByRow(file);
    for (const ReadFile::Reject& reject : file.rejects) {
        const auto listed = reasons.find(reject.row);
        csv.text(file.name);
        csv.figure(std::to_string(reject.row));
        csv.figure(std::to_string(file.lineOf(reject.row)));
        csv.text(listed != reasons.end() ? listed->second
                 : reject.reason != 0    ? file.listing.reasons()[reject.reason - 1]
                                         : std::string());
        for (const std::string& cell : cellsOf(file, reject))
            csv.text(cell);
        csv.endRow();
        output.write(csv.take());
    }
}

// A file that is refused as a whole has no rows to list: its reason stands alone.
void writeRefusal(const ReadFile& file, CsvWriter& csv)
{
    writeHeadings({}, csv);
    csv.text(file.name);
    csv.text({}); // no row …
    csv.text({}); // … and no line
    csv.text(reasonsByRow(file)[0]);
    csv.endRow();
}

bool isRefused(const ReadFile& file)
{
    return file.refused;
}

} // namespace

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

Result<files::OutputFile> beginRejects(const std::vector<ReadFile>& files, const fs::path& to)
{
    files::OutputFile::Inputs inputs;
    for (const ReadFile& file : files)
        inputs.push_back(file.path);
    auto output = files::OutputFile::begin(to, inputs);
    if (!output)
        return output.failure();
    if (files::kindOf(to) == "xlsx") {
        if (!writeRejectsWorkbook(files, output->path()))
            return Message{kRejectsNotWritten, {files::shownName(to)}};
        return output;
    }
    CsvWriter csv(kCsvForSpreadsheets);
    bool any = false;
    for (const ReadFile& file : files) {
        if (file.rejects.empty() && !isRefused(file))
            continue;
        if (any)
            csv.endRow(); // a blank line between
        if (isRefused(file))
            writeRefusal(file, csv);
        else
            writeRows(file, csv, *output);
        any = true;
    }
    if (!any)
        writeHeadings({}, csv);
    output->write(csv.take());
    return output;
}

Result<Done> writeRejects(const std::vector<ReadFile>& files, const fs::path& to)
{
    auto output = beginRejects(files, to);
    return output ? output->commit() : Result<Done>(output.failure());
}

} // namespace twelvefold::exchange
