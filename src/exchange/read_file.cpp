// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/import.h"
#include "exchange/tables.h"
#include "exchange/text.h"
#include "files/names.h"

#include <sodium.h>

#include <algorithm>
#include <fstream>
#include <memory>

namespace twelvefold::exchange {
namespace {

namespace fs = std::filesystem;

constexpr MessageKind kNotThere{"file-not-there",
                                TWELVEFOLD_TEXT("Message", "There is no file “%1”.")};
constexpr MessageKind kFolder{"file-is-folder",
                              TWELVEFOLD_TEXT("Message", "“%1” is a folder, not a file.")};
constexpr MessageKind kNotAFile{"file-not-ordinary",
                                TWELVEFOLD_TEXT("Message", "“%1” is not an ordinary file.")};
constexpr MessageKind kUnreadable{
    "file-unreadable",
    TWELVEFOLD_TEXT("Message",
                    "“%1” could not be read: you may not have the right to, or the disk or "
                    "network refused.")};
constexpr MessageKind kTooLarge{
    "file-too-large",
    TWELVEFOLD_TEXT("Message", "The file is larger than 2 GB: divide it and bring in the parts.")};
constexpr MessageKind kSeparator{
    "file-separator",
    TWELVEFOLD_TEXT("Message",
                    "The cells are separated by %1 instead of commas, and were read so.")};
constexpr MessageKind kColumnsAbsent{
    "file-columns-absent",
    TWELVEFOLD_TEXT("Message",
                    "The table has no column %1, so checks that need it were left out.")};
constexpr MessageKind kNoRows{
    "file-no-rows", TWELVEFOLD_TEXT("Message", "The file has headings and no rows below them.")};
constexpr MessageKind kLeftAside{
    "table-left-aside",
    TWELVEFOLD_TEXT("Message",
                    "This is the return's table of %1, which is not used here: its %2 rows were "
                    "left aside.")};
constexpr MessageKind kBadQuotes{
    "row-quotation-marks",
    TWELVEFOLD_TEXT("Message",
                    "A quotation mark on this line is out of place or never closed, so its "
                    "cells cannot be told apart.")};
constexpr MessageKind kTooFewCells{
    "row-too-short",
    TWELVEFOLD_TEXT("Message",
                    "The row has %1 cells where the headings have %2: it may have been cut off.")};
constexpr MessageKind kTooManyCells{
    "row-too-long",
    TWELVEFOLD_TEXT("Message",
                    "The row has %1 cells where the headings have %2: a comma inside a cell "
                    "needs quotation marks around the cell.")};

constexpr std::uintmax_t kLargestFile = std::uintmax_t{2} << 30;

Result<std::string> bytesOf(const fs::path& path)
{
    const Argument name{files::shownName(path)};
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        return Message{kNotThere, {name}};
    if (fs::is_directory(status))
        return Message{kFolder, {name}};
    if (!fs::is_regular_file(status))
        return Message{error ? kUnreadable : kNotAFile, {name}};
    const std::uintmax_t size = fs::file_size(path, error);
    if (!error && size > kLargestFile)
        return Message{kTooLarge, {}};

    std::ifstream stream(path, std::ios::binary);
    std::string bytes(error ? 0 : static_cast<std::size_t>(size), '\0');
    if (error || !stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
        return Message{kUnreadable, {name}};
    return bytes;
}

std::string sha256(std::string_view bytes)
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    char hex[2 * sizeof hash + 1];
    sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
    return hex;
}

void addProblem(ReadFile& file, Problem::Severity severity, Problem::Action action, Message message)
{
    Problem problem;
    problem.severity = severity;
    problem.action = action;
    problem.message = std::move(message);
    problem.file = file.name;
    file.problems.push_back(std::move(problem));
}

void refuse(ReadFile& file, Message why)
{
    addProblem(file, Problem::Severity::rejection, Problem::Action::fileRejected, std::move(why));
}

void warn(ReadFile& file, Message message)
{
    addProblem(file, Problem::Severity::warning, Problem::Action::keptAsItIs, std::move(message));
}

void inform(ReadFile& file, Message message)
{
    addProblem(file, Problem::Severity::information, Problem::Action::keptAsItIs,
               std::move(message));
}

void informOfSeparator(ReadFile& file, char separator)
{
    if (separator == ';')
        inform(file, {kSeparator, {Word{TWELVEFOLD_TEXT("Word", "semicolons")}}});
    else if (separator == '\t')
        inform(file, {kSeparator, {Word{TWELVEFOLD_TEXT("Word", "tabs")}}});
}

std::int64_t countNotBlank(Rows rows)
{
    std::int64_t count = 0;
    rows.forEach([&](const CsvRow& row) { count += row.blank() ? 0 : 1; });
    return count;
}

// The rows below the headings, which are the first row of all.
void readRecognised(Rows rows, const Columns& columns, const Recognition& recognition,
                    Context context, ReadFile& file)
{
    const std::int64_t count = countNotBlank(rows);
    if (count == 0)
        return warn(file, {kNoRows, {}});
    const TableEntry& table = *recognition.table;
    if (table.read == nullptr)
        return inform(file, {kLeftAside, {table.title, count}});
    for (const std::string_view column : recognition.absent) {
        if (table.furtherExpected)
            warn(file, {kColumnsAbsent, {std::string(column)}});
    }
    if (!context.returnYear && table.givesReturnYear)
        context.returnYear = returnYearOf(rows, columns, context.today);
    file.returnYear = context.returnYear;
    table.read(rows, columns, context, file);
}

void readText(std::string_view text, Context context, ReadFile& file)
{
    file.separator = separatorOf(text);
    CsvCutter cutter(text, file.separator);
    CsvRow headings;
    if (!cutter.next(headings) || headings.badQuotes)
        return refuse(file,
                      recognise(Columns(), {std::string(text.substr(0, 200))}).refusal.value());
    file.headings = std::move(headings.cells);
    const Columns columns(file.headings);
    const Recognition recognition = recognise(columns, file.headings);
    file.kind = recognition.kind;
    if (recognition.refusal)
        return refuse(file, *recognition.refusal);
    informOfSeparator(file, file.separator);
    readRecognised({cutter.rest(), file.separator, cutter.line()}, columns, recognition, context,
                   file);
}

bool hasTableExtension(const fs::path& path)
{
    const std::string extension = files::lowerCase(files::inUtf8(path.extension()));
    return extension == ".csv" || extension == ".txt";
}

} // namespace

void rejectUnknown(RowReader& row, std::string_view column, const std::string& localId,
                   const Context& context, ReadFile& file)
{
    if (row.rejected() || !context.isKnown || context.isKnown(localId))
        return;
    row.reject(column, kUnknownChild, {localId});
    ++file.ofUnknownChildren;
}

void readRows(Rows rows, const Columns& columns, ReadFile& file,
              const std::function<void(RowReader&)>& type)
{
    const auto wanted = static_cast<std::int64_t>(columns.count());
    rows.forEach([&](const CsvRow& row) {
        if (row.blank())
            return;
        ++file.rows;
        RowReader reader(row, columns, file);
        const auto cells = static_cast<std::int64_t>(row.cells.size());
        const bool tooMany =
            cells > wanted && std::any_of(row.cells.begin() + wanted, row.cells.end(),
                                          [](const auto& cell) { return !trimmed(cell).empty(); });
        if (row.badQuotes)
            reader.reject({}, kBadQuotes);
        else if (cells < wanted)
            reader.reject({}, kTooFewCells, {cells, wanted});
        else if (tooMany)
            reader.reject({}, kTooManyCells, {cells, wanted});
        else
            type(reader);
        if (reader.rejected()) {
            ++file.rejected;
            file.rejects.push_back({row.line, row.raw, reader.unlistedReason()});
        }
    });
}

namespace {

ReadFile readOwnBytes(std::string name, std::string bytes, const SettingTable& settings,
                      const ReadOptions& options)
{
    ReadFile file;
    file.name = std::move(name);
    file.returnYear = options.returnYear;
    file.sha256 = sha256(bytes);
    auto text = decodeOwnText(std::move(bytes));
    if (!text) {
        refuse(file, text.failure());
        return file;
    }
    file.text = std::make_shared<const std::string>(std::move(text->utf8));
    readText(*file.text,
             {settings, options.returnYear, options.today.value_or(today()), options.isKnown},
             file);
    if (file.kind != FileKind::unrecognised) {
        for (const Message& warning : text->warnings)
            warn(file, warning);
        std::ranges::stable_sort(file.problems, {}, &Problem::row);
    }
    return file;
}

} // namespace

ReadFile readBytes(std::string name, std::string_view bytes, const SettingTable& settings,
                   const ReadOptions& options)
{
    return readOwnBytes(std::move(name), std::string(bytes), settings, options);
}

std::vector<std::string> cellsOf(const ReadFile& file, const ReadFile::Reject& reject)
{
    CsvRow row;
    CsvCutter(reject.raw, file.separator).next(row);
    return std::move(row.cells);
}

ReadFile readFile(const fs::path& path, const SettingTable& settings, const ReadOptions& options)
{
    const std::string name = files::inUtf8(path.has_filename() ? path.filename() : path);
    auto bytes = bytesOf(path);
    ReadFile file;
    if (bytes) {
        file = readOwnBytes(name, std::move(bytes).value(), settings, options);
    } else {
        file.name = name;
        refuse(file, bytes.failure());
    }
    file.path = path;
    return file;
}

FileKind kindAt(const fs::path& path)
{
    // Headings are among the first lines; where they are not, the whole file will tell.
    constexpr std::size_t enough = std::size_t{1} << 16;
    std::error_code error;
    if (!fs::is_regular_file(path, error))
        return FileKind::unrecognised;
    std::string start(enough, '\0');
    std::ifstream stream(path, std::ios::binary);
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(stream.gcount()));
    const auto text = decodeOwnText(std::move(start));
    CsvRow headings;
    if (!text || !CsvCutter(text->utf8, separatorOf(text->utf8)).next(headings))
        return FileKind::unrecognised;
    return recognise(Columns(headings.cells), headings.cells).kind;
}

std::vector<fs::path> filesAt(const fs::path& path)
{
    std::error_code error;
    if (!fs::is_directory(path, error))
        return {path};
    std::vector<fs::path> files;
    fs::directory_iterator entries(path, error);
    if (error)
        return {path};
    for (; entries != fs::directory_iterator(); entries.increment(error)) {
        const fs::path& file = entries->path();
        const bool hidden = files::inUtf8(file.filename()).starts_with('.');
        if (!hidden && hasTableExtension(file) && !fs::is_directory(file, error))
            files.push_back(file);
    }
    std::ranges::sort(files);
    return files;
}

} // namespace twelvefold::exchange
