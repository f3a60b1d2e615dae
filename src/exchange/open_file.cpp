// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/open_file.h"

#include "exchange/annex_a.h"
#include "exchange/postcode_index.h"
#include "exchange/profile_table.h"
#include "exchange/tables.h"
#include "exchange/text.h"
#include "exchange/xml_tables.h"
#include "exchange/zipped_files.h"
#include "files/names.h"

#include <sodium.h>

#include <algorithm>
#include <fstream>
#include <iterator>

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
constexpr MessageKind kSeparatorSaid{
    "file-separator-line",
    TWELVEFOLD_TEXT("Message",
                    "The line “%1” at the top speaks to spreadsheets: it was passed over.")};
constexpr MessageKind kHeadingsBelow{
    "file-headings-below",
    TWELVEFOLD_TEXT("Message", "The headings stand on line %1: what is above them was passed over, "
                               "such as “%2”.")};
constexpr MessageKind kHeadingsAgain{
    "file-headings-again",
    TWELVEFOLD_TEXT("Message", "The headings stand again among the rows, the first time in row %2, "
                               "%1 times: those rows were passed over."),
    TWELVEFOLD_TEXT(
        "Message",
        "The headings stand again among the rows, in row %2: that row was passed over.")};
constexpr MessageKind kLinesPassedOver{
    "file-lines-passed-over",
    TWELVEFOLD_TEXT("Message",
                    "%1 lines among and below the rows are no rows of the table, such as "
                    "“%2” in row %3: they were passed over."),
    TWELVEFOLD_TEXT("Message",
                    "A line is no row of the table, “%2” in row %3: it was passed over.")};
constexpr MessageKind kFormRows{
    "file-form-rows",
    TWELVEFOLD_TEXT("Message", "%1 rows are the form's own, its questions and its example, the "
                               "first of them row %2: they were passed over."),
    TWELVEFOLD_TEXT("Message", "Row %2 is the form's own, its questions or its example: it was "
                               "passed over.")};
constexpr MessageKind kChoicesOnly{
    "file-form-choices",
    TWELVEFOLD_TEXT("Message", "This lists which answers a form has, and holds no rows: bring in "
                               "the sheet that was filled in.")};
constexpr MessageKind kTwoTables{
    "file-two-tables",
    TWELVEFOLD_TEXT("Message",
                    "Headings stand on line %1 and others, or the same in another order, "
                    "on line %2: divide the file there and bring in both parts.")};
constexpr MessageKind kOddHeadings{
    "file-headings-odd",
    TWELVEFOLD_TEXT("Message",
                    "Some headings have line breaks or no-break spaces in them, and were "
                    "read as if they had plain ones.")};
constexpr MessageKind kMissBelow{
    "file-lacks-column-below",
    TWELVEFOLD_TEXT("Message", "The headings seem to stand on line %1. %2")};

constexpr MessageKind kHiddenRows{
    "file-hidden-rows",
    TWELVEFOLD_TEXT("Message", "%1 rows are hidden in the sheet. They were read like the others."),
    TWELVEFOLD_TEXT("Message", "A row is hidden in the sheet. It was read like the others.")};
constexpr MessageKind kHiddenSheet{
    "file-hidden-sheet",
    TWELVEFOLD_TEXT("Message",
                    "The sheet is hidden in the workbook. It was read like the others.")};
constexpr MessageKind kOtherSheets{
    "file-other-sheets",
    TWELVEFOLD_TEXT("Message",
                    "Of the workbook's sheets these hold no table that is known, and were left "
                    "aside: %1.")};
constexpr MessageKind kEmptyWorkbook{
    "file-workbook-empty", TWELVEFOLD_TEXT("Message", "None of the workbook's sheets has anything "
                                                      "in it.")};
constexpr MessageKind kNoSheetKnown{"file-no-sheet-known",
                                    TWELVEFOLD_TEXT("Message", "Of the workbook's sheet “%1”: %2")};

constexpr MessageKind kXmlEmpty{"file-xml-empty",
                                TWELVEFOLD_TEXT("Message", "The return holds no child.")};
constexpr MessageKind kNoFurtherAction{
    "file-xml-no-further-action",
    TWELVEFOLD_TEXT("Message", "%1 referrals led to no further action: they make no child in need, "
                               "and were passed over."),
    TWELVEFOLD_TEXT("Message", "One referral led to no further action: it makes no child in need, "
                               "and was passed over.")};
constexpr MessageKind kXmlNotRead{
    "file-xml-not-read",
    TWELVEFOLD_TEXT("Message", "These elements of the return are not used, and were left aside: "
                               "%1.")};

constexpr MessageKind kZipWithoutTables{
    "zip-without-tables",
    TWELVEFOLD_TEXT("Message", "The zip holds no table (.csv, .txt, .xlsx, .ods, .xml).")};
constexpr MessageKind kZipOtherFiles{
    "zip-other-files",
    TWELVEFOLD_TEXT("Message", "Of the zip's files these are no tables, and were left aside: %1.")};

constexpr MessageKind kPostcodes{
    "file-postcode-directory",
    TWELVEFOLD_TEXT("Message",
                    "This is a directory of postcodes, which holds no records: distances "
                    "are worked out by it. It is read once, by itself: in the window "
                    "where files are brought in, or by twelvefold-cli postcodes --from.")};

constexpr std::uintmax_t kLargestFile = std::uintmax_t{2} << 30;
constexpr int kHighestPile = 60; // rows above the headings

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

// A row as a line of text.
std::string asOneLine(const CsvRow& row)
{
    if (!row.raw.empty())
        return std::string(trimmed(row.raw));
    std::string line;
    for (const std::string& cell : row.cells) {
        if (!trimmed(cell).empty())
            line.append(line.empty() ? "" : " ").append(trimmed(cell));
    }
    return line;
}

// Where the headings are: the first row that is those of a table.
struct Headings
{
    CsvRow row;
    Recognition recognition;
    std::vector<std::string> above; // the lines above them, as text
};

// The headings among the first rows; else what the rows most look like.
Headings headingsIn(const RowSource& source, const ProfileShelf& profiles)
{
    std::optional<Headings> found, near, first;
    std::vector<std::string> above;
    int looked = 0;
    source.forEach([&](const CsvRow& row) {
        if (row.blank())
            return true;
        Headings here{row, recognise(Columns(row.cells), row.cells, profiles), above};
        if (row.badQuotes) // what stands in which cell, nobody knows from here on
            here.recognition.refusal =
                recognise(Columns(), {std::string(row.raw.substr(0, 200))}, ProfileShelf::none())
                    .refusal;
        if (!first)
            first = here;
        if (row.badQuotes)
            return false;
        if (here.recognition.table != nullptr ||
            (here.recognition.refusal &&
             here.recognition.refusal->kind.code == "file-repeats-column"))
            found = std::move(here);
        else if (here.recognition.nearly != nullptr && !near)
            near = std::move(here);
        above.push_back(asOneLine(row));
        return !found && ++looked < kHighestPile;
    });
    if (found)
        return *std::move(found);
    if (near)
        return *std::move(near);
    return first ? *std::move(first) : Headings();
}

void noteSeparator(OpenFile& file, char separator)
{
    const auto say = [&](Word what) {
        file.note(Problem::Severity::information, {kSeparator, {what}});
    };
    if (separator == ';')
        say({TWELVEFOLD_TEXT("Word", "semicolons")});
    else if (separator == '\t')
        say({TWELVEFOLD_TEXT("Word", "tabs")});
    else if (separator == '|')
        say({TWELVEFOLD_TEXT("Word", "upright strokes")});
}

// "sep=;" on a line of its own, by which some programs tell a spreadsheet what separates cells.
struct SeparatorLine
{
    char separator = 0;
    std::string_view line;
    std::size_t behind = 0;
};
std::optional<SeparatorLine> separatorLineOf(std::string_view text)
{
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    std::string_view line = trimmed(text.substr(0, end));
    if (line.size() > 2 && line.front() == '"' && line.back() == '"')
        line = line.substr(1, line.size() - 2);
    // A tab behind the sign is trimmed off with the line's other blanks.
    if (!upperCase(line).starts_with("SEP=") || line.size() > 5)
        return std::nullopt;
    const std::size_t behind = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
    return SeparatorLine{line.size() == 5 ? line.back() : '\t', line,
                         std::min(behind, text.size())};
}

void openText(std::shared_ptr<const std::string> text, OpenFile& file)
{
    std::size_t from = 0;
    std::int64_t firstLine = 1;
    std::string separators{separatorOf(*text)};
    if (const auto said = separatorLineOf(*text)) {
        file.note(Problem::Severity::information, {kSeparatorSaid, {std::string(said->line)}});
        from = said->behind;
        firstLine = 2;
        separators = said->separator;
    }
    for (const char other : kSeparators) {
        if (separators.find(other) == std::string::npos)
            separators += other;
    }
    // The right one is that by which headings are found; the first where none is.
    std::shared_ptr<const TextRows> rows;
    for (const char separator : separators) {
        auto tried = std::make_shared<const TextRows>(text, separator, from, firstLine);
        const bool right = headingsIn(*tried, file.profiles).recognition.table != nullptr;
        if (!rows || right)
            rows = tried;
        if (right)
            break;
    }
    lookThrough(rows, file);
    if (file.table != nullptr)
        noteSeparator(file, rows->separator());
    auto days = std::make_shared<DaysOfLists>();
    addDaysOf(file, *days);
    file.daysOfLists = std::move(days);
}

// Goes over the rows below the headings, and says once what is no row of the table.
void lookBelow(OpenFile& file, std::int64_t headingLine)
{
    std::int64_t again = 0, firstAgain = 0, lines = 0, firstLine = 0;
    std::string firstWords;
    std::int64_t hidden = 0, formRows = 0, firstFormRow = 0;
    const RowSource::Gone gone = file.source->forEach([&](const CsvRow& row) {
        if (row.row <= file.headingRow || row.blank())
            return true;
        hidden += row.hidden ? 1 : 0;
        switch (file.furniture.what(row)) {
        case Furniture::What::nothing:
            file.reading.look(row);
            return true;
        case Furniture::What::headingsAgain:
            firstAgain = again++ == 0 ? row.row : firstAgain;
            return true;
        case Furniture::What::ofTheForm:
            firstFormRow = formRows++ == 0 ? row.row : firstFormRow;
            return true;
        case Furniture::What::choices:
            file.refusal = Message{kChoicesOnly, {}};
            return false;
        case Furniture::What::line:
            if (lines++ == 0) {
                firstLine = row.row;
                firstWords = shown(trimmed(*std::ranges::find_if(
                    row.cells, [](const std::string& cell) { return !trimmed(cell).empty(); })));
            }
            return true;
        case Furniture::What::otherHeadings:
            file.refusal = Message{kTwoTables, {headingLine, row.line}};
            return false;
        }
        return true;
    });
    using enum Problem::Severity;
    if (gone.fault)
        file.refusal = gone.fault;
    for (const Message& warning : gone.warnings)
        file.note(Problem::Severity::warning, warning);
    if (hidden > 0)
        file.note(information, {kHiddenRows, {hidden}});
    if (formRows > 0)
        file.note(information, {kFormRows, {formRows, firstFormRow}});
    if (again > 0)
        file.note(information, {kHeadingsAgain, {again, firstAgain}});
    if (lines > 0)
        file.note(information, {kLinesPassedOver, {lines, firstWords, firstLine}});
}

void openText(std::string bytes, OpenFile& file)
{
    auto text = decodeOwnText(std::move(bytes));
    if (!text) {
        file.refusal = text.failure();
        return;
    }
    openText(std::make_shared<const std::string>(std::move(text->utf8)), file);
    for (const Message& warning : text->warnings)
        file.note(Problem::Severity::warning, warning);
}

// A sheet in which something stands, looked through like a file of its own.
struct LookedThrough
{
    std::string name;
    OpenFile file;
};

// The lists of one workbook are of one day, which the latest of their days tells.
void giveDaysOfLists(std::vector<LookedThrough>& sheets)
{
    auto days = std::make_shared<DaysOfLists>();
    for (const LookedThrough& sheet : sheets)
        addDaysOf(sheet.file, *days);
    for (LookedThrough& sheet : sheets)
        sheet.file.daysOfLists = days;
}

std::vector<LookedThrough> sheetsOf(const Workbook& book, const OpenFile& whole)
{
    std::vector<LookedThrough> found;
    for (std::size_t i = 0; i < book.sheets().size(); ++i) {
        const WorkbookSheet& sheet = book.sheets()[i];
        LookedThrough looked{sheet.name, whole};
        auto source = std::make_shared<const SheetSource>(book, i);
        bool isEmpty = true;
        const auto gone = source->forEach([&](const CsvRow& row) { return isEmpty = row.blank(); });
        if (isEmpty && !gone.fault)
            continue;
        looked.file.name += " › " + sheet.name;
        if (sheet.hidden)
            looked.file.note(Problem::Severity::information, {kHiddenSheet, {}});
        lookThrough(std::move(source), looked.file);
        if (gone.fault)
            looked.file.refusal = gone.fault;
        found.push_back(std::move(looked));
    }
    return found;
}

// Each sheet with a table that is known as a file of its own, and of the others their names; if
// there is none, the workbook as one that is refused.
Opened openWorkbook(std::shared_ptr<const std::string> bytes, OpenFile whole)
{
    const auto book = Workbook::open(std::move(bytes));
    const auto alone = [&](Message why) {
        whole.refusal = std::move(why);
        return Opened{std::make_shared<const OpenFile>(std::move(whole))};
    };
    if (!book)
        return alone(book.failure());
    std::vector<LookedThrough> sheets = sheetsOf(*book, whole);
    if (sheets.empty())
        return alone({kEmptyWorkbook, {}});
    // A page of help may list the headings of the table that another sheet is.
    const auto isKnown = [&sheets](const LookedThrough& sheet) {
        const TableEntry* nearly = sheet.file.nearly;
        const auto isThat = [nearly](const LookedThrough& each) {
            return each.file.table == nearly;
        };
        return sheet.file.isMeant || (nearly != nullptr && std::ranges::none_of(sheets, isThat));
    };
    const auto first = std::ranges::find_if(sheets, isKnown);
    if (first == sheets.end())
        return alone(
            {kNoSheetKnown, {sheets.front().name, plainEnglish(*sheets.front().file.refusal)}});
    std::string others;
    for (const LookedThrough& sheet : sheets) {
        if (!isKnown(sheet))
            others.append(others.empty() ? "" : ", ").append("“" + sheet.name + "”");
    }
    if (!others.empty())
        first->file.note(Problem::Severity::information, {kOtherSheets, {others}});
    giveDaysOfLists(sheets);
    Opened opened;
    for (LookedThrough& sheet : sheets) {
        if (isKnown(sheet))
            opened.push_back(std::make_shared<const OpenFile>(std::move(sheet.file)));
    }
    return opened;
}

// Each table of a return that is XML as a file of its own.
Opened openXml(const Result<XmlReturn>& found, OpenFile whole)
{
    if (!found || found->tables.empty()) {
        whole.refusal = found ? Message{kXmlEmpty, {}} : found.failure();
        return {std::make_shared<const OpenFile>(std::move(whole))};
    }
    Opened opened;
    for (const XmlTable& table : found->tables) {
        OpenFile file = whole;
        file.name += " › " + table.name;
        file.year = found->year;
        if (opened.empty() && !found->notRead.empty())
            file.note(Problem::Severity::information, {kXmlNotRead, {found->notRead}});
        if (opened.empty() && found->passedOver > 0)
            file.note(Problem::Severity::information, {kNoFurtherAction, {found->passedOver}});
        lookThrough(std::make_shared<const TextRows>(table.text, ','), file);
        file.absent.clear(); // what a document cannot hold, it does not lack
        opened.push_back(std::make_shared<const OpenFile>(std::move(file)));
    }
    return opened;
}

Opened openBytes(std::string bytes, OpenFile file);

// Names one after another, of which so many are told.
std::string listed(const std::vector<std::string>& names)
{
    constexpr std::size_t kTold = 12;
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), kTold); ++i)
        list.append(list.empty() ? "“" : ", “").append(shown(names[i]) + "”");
    return names.size() > kTold ? list + ", …" : list;
}

// Each file of a zip as one of its own, in a folder that is the zip.
Opened openZip(ZippedFiles& zip, const OpenFile& whole)
{
    Opened opened;
    for (const ZippedFiles::Entry& entry : zip.tables()) {
        const std::string& name = entry.name;
        OpenFile file = whole;
        file.name += " › " + shown(name);
        file.path += "/" + name; // whatever the name, within the zip
        auto bytes = zip.unpack(entry);
        if (!bytes) {
            file.refusal = bytes.failure();
            opened.push_back(std::make_shared<const OpenFile>(std::move(file)));
            continue;
        }
        std::ranges::copy(openBytes(std::move(*bytes), std::move(file)),
                          std::back_inserter(opened));
    }
    if (opened.empty()) {
        auto refused = std::make_shared<OpenFile>(whole);
        refused->refusal = Message{kZipWithoutTables, {}};
        opened.push_back(std::move(refused));
    }
    if (!zip.others().empty()) {
        auto first = std::make_shared<OpenFile>(*opened.front());
        first->note(Problem::Severity::information, {kZipOtherFiles, {listed(zip.others())}});
        opened.front() = std::move(first);
    }
    return opened;
}

Opened openBytes(std::string bytes, OpenFile file)
{
    file.sha256 = sha256(bytes);
    if (beginsAsXml(bytes)) {
        if (const auto found = openXmlReturn(bytes))
            return openXml(*found, std::move(file));
    }
    if (beginsAsWorkbook(bytes)) {
        auto packed = std::make_shared<const std::string>(std::move(bytes));
        if (const auto zip = ZippedFiles::open(packed))
            return openZip(*zip, file);
        return openWorkbook(std::move(packed), std::move(file));
    }
    openText(std::move(bytes), file);
    return {std::make_shared<const OpenFile>(std::move(file))};
}

} // namespace

void OpenFile::note(Problem::Severity severity, Message message)
{
    Problem problem;
    problem.severity = severity;
    problem.message = std::move(message);
    notes.push_back(std::move(problem));
}

void lookThrough(std::shared_ptr<const RowSource> source, OpenFile& file)
{
    Headings found = headingsIn(*source, file.profiles);
    file.source = std::move(source);
    file.headings = std::move(found.row.cells);
    file.headingRow = found.row.row;
    file.columns =
        found.recognition.columns ? *std::move(found.recognition.columns) : Columns(file.headings);
    file.refusal = std::move(found.recognition.refusal);
    file.isMeant = found.recognition.table != nullptr;
    file.nearly = found.recognition.nearly;
    file.profile = std::move(found.recognition.profile);
    if (file.refusal && !found.above.empty())
        file.refusal = Message{kMissBelow, {found.row.line, plainEnglish(*file.refusal)}};
    if (found.recognition.table == nullptr) {
        if (!file.refusal) // nothing but blanks
            file.refusal = recognise(Columns(), {}, ProfileShelf::none()).refusal;
        return;
    }
    file.absent = std::move(found.recognition.absent);
    if (file.profile)
        file.columns = file.profile->columnsOf(file.headings);
    file.table = found.recognition.table;
    file.kind = file.table->kind;
    if (!found.above.empty())
        file.note(Problem::Severity::information,
                  {kHeadingsBelow, {found.row.line, shown(found.above.front())}});
    if (file.columns.hasOddBlanks())
        file.note(Problem::Severity::information, {kOddHeadings, {}});
    file.furniture = Furniture(file.columns, file.headings, std::move(found.above),
                               file.table->ownRows != nullptr ? file.table->ownRows(file.columns)
                                                              : Furniture::OwnRows());
    file.reading = TableReading(*file.table, file.columns);
    lookBelow(file, found.row.line);
    if (file.refusal) {
        if (file.refusal->kind.code == kChoicesOnly.code) { // no table, but what one may say
            file.isMeant = false;
            file.nearly = file.table;
        }
        file.kind = FileKind::unrecognised;
        file.table = nullptr;
    }
}

Opened openFile(const fs::path& path, const ProfileShelf& profiles)
{
    OpenFile file;
    file.profiles = profiles;
    file.path = path;
    file.name = files::inUtf8(path.has_filename() ? path.filename() : path);
    if (isPostcodeDirectory(path)) { // more than a gigabyte, of which nothing is a record
        file.refusal = Message{kPostcodes, {}};
        return {std::make_shared<const OpenFile>(std::move(file))};
    }
    auto bytes = bytesOf(path);
    if (bytes)
        return openBytes(std::move(*bytes), std::move(file));
    file.refusal = bytes.failure();
    return {std::make_shared<const OpenFile>(std::move(file))};
}

std::vector<NamedSource> sourcesOf(const fs::path& path)
{
    const std::string name = files::inUtf8(path.filename());
    auto bytes = bytesOf(path);
    if (!bytes)
        return {};
    std::vector<NamedSource> sources;
    if (beginsAsWorkbook(*bytes)) {
        const auto book = Workbook::open(std::make_shared<const std::string>(*std::move(bytes)));
        for (std::size_t i = 0; book && i < book->sheets().size(); ++i)
            sources.push_back({name + " › " + book->sheets()[i].name,
                               std::make_shared<const SheetSource>(*book, i)});
        return sources;
    }
    auto text = decodeOwnText(*std::move(bytes));
    if (!text)
        return {};
    const auto whole = std::make_shared<const std::string>(std::move(text->utf8));
    const auto said = separatorLineOf(*whole);
    sources.push_back(
        {name, std::make_shared<const TextRows>(whole, said ? said->separator : separatorOf(*whole),
                                                said ? said->behind : 0, said ? 2 : 1)});
    return sources;
}

Opened openBytes(std::string name, std::string_view bytes, const ProfileShelf& profiles)
{
    OpenFile file;
    file.profiles = profiles;
    file.name = std::move(name);
    return openBytes(std::string(bytes), std::move(file));
}

} // namespace twelvefold::exchange
