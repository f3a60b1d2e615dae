// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/record_folder.h"

#include "exchange/csv_table.h"
#include "exchange/record_cells.h"
#include "files/input_file.h"
#include "files/names.h"

#include <nlohmann/json.hpp>
#include <sodium.h>

#include <algorithm>

namespace twelvefold::exchange {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;
using Kind = RecordColumn::Kind;

constexpr MessageKind kAt{"record-at", TWELVEFOLD_TEXT("Message", "%1, row %2, %3: %4. Nothing was "
                                                                  "taken.")};
constexpr MessageKind kAtRow{"record-at-row",
                             TWELVEFOLD_TEXT("Message", "%1, row %2: %3. Nothing was taken.")};
constexpr MessageKind kNoPackage{
    "records-no-package",
    TWELVEFOLD_TEXT("Message", "%1 does not describe the tables of a store of Twelvefold: it is "
                               "cut off, or was changed at “%2”. Save the tables anew.")};
constexpr MessageKind kOtherFormat{
    "records-other-format",
    TWELVEFOLD_TEXT("Message", "%1 is of a later version of Twelvefold: update the program.")};
constexpr MessageKind kNoTable{
    "records-no-table",
    TWELVEFOLD_TEXT("Message", "The table %1 is missing from %2: the folder is not whole. Nothing "
                               "was taken.")};
constexpr MessageKind kNotATable{
    "records-not-a-table",
    TWELVEFOLD_TEXT("Message", "%2 names a table that a store does not have, or names one twice: "
                               "“%1”. Nothing was taken.")};
constexpr MessageKind kFileChanged{
    "records-file-changed",
    TWELVEFOLD_TEXT("Message", "%1 is not as it was written (%2 says what it was): somebody "
                               "changed or cut it. Nothing was taken.")};
constexpr MessageKind kOtherRows{
    "records-other-rows",
    TWELVEFOLD_TEXT("Message", "%1 has %2 rows, and %3 says %4. Nothing was taken.")};
constexpr MessageKind kHeadings{
    "records-headings",
    TWELVEFOLD_TEXT("Message", "its columns are not those of the table, which are: %1")};
constexpr MessageKind kQuotes{
    "records-quotes",
    TWELVEFOLD_TEXT("Message", "a quotation mark is out of place, or was never closed")};
constexpr MessageKind kCellCount{"records-cell-count",
                                 TWELVEFOLD_TEXT("Message", "it has %1 cells, and the table %2")};

constexpr int kPackageFormat = 1;
constexpr const char* kOurs = "twelvefold"; // the part of the package that is ours

const char* packageTypeOf(Kind kind)
{
    switch (kind) {
    case Kind::text:
        return "string";
    case Kind::integer:
        return "integer";
    case Kind::number:
        return "number";
    case Kind::day:
        return "date";
    case Kind::flag:
        break;
    }
    return "boolean";
}

// "Start day" of "start_day".
std::string titleOf(std::string name)
{
    std::ranges::replace(name, '_', ' ');
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z')
        name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

ordered_json fieldOf(const RecordColumn& column)
{
    ordered_json field{{"name", column.name},
                       {"type", packageTypeOf(column.kind)},
                       {"title", titleOf(column.name)},
                       {"description", column.about + "."}};
    if (column.kind == Kind::flag) {
        field["trueValues"] = {"1"};
        field["falseValues"] = {"0"};
    }
    if (!column.mayBeAbsent && column.kind != Kind::text)
        field["constraints"]["required"] = true;
    if (!column.words.empty())
        field["constraints"]["enum"] = column.words;
    return field;
}

ordered_json schemaOf(const RecordTable& table)
{
    ordered_json schema{
        {"fields", ordered_json::array()}, {"missingValues", {""}}, {"primaryKey", table.key}};
    for (const RecordColumn& column : table.columns)
        schema["fields"].push_back(fieldOf(column));
    for (const RecordReference& reference : table.references)
        schema["foreignKeys"].push_back(
            {{"fields", reference.columns},
             {"reference",
              {{"resource", reference.table == table.name ? "" : reference.table},
               {"fields", reference.theirs}}}});
    return schema;
}

ordered_json resourceOf(const RecordFile& file, const RecordTable& table)
{
    return {{"profile", "tabular-data-resource"},
            {"name", table.name},
            {"path", recordFileOf(table)},
            {"title", titleOf(table.name)},
            {"description", table.about + "."},
            {"format", "csv"},
            {"mediatype", "text/csv"},
            {"encoding", "utf-8"},
            {"bytes", file.bytes},
            {"hash", "sha256:" + file.sha256},
            {kOurs, {{"rows", file.rows}, {"taken_back", file.isTakenBack}}},
            {"dialect",
             {{"delimiter", ","},
              {"quoteChar", "\""},
              {"doubleQuote", true},
              {"lineTerminator", "\n"},
              {"header", true}}},
            {"schema", schemaOf(table)}};
}

constexpr const char* kAbout =
    "Every record of a store of Twelvefold, a table a file. It names children and says what was "
    "written about them, and nothing protects it: it is its owner's own copy. In a text column an "
    "empty cell is an absent value where the table's form allows one (a single apostrophe is then "
    "the empty text, and a text of nothing but apostrophes has one more), and the empty text "
    "elsewhere. A text that a spreadsheet would run as a formula has an apostrophe before it, "
    "which "
    "is not part of it. The program takes the folder back as a new store; the audit and what can "
    "be undone do not come back.";

// A value of the package, or nothing where it is missing or of another type.
template<class Value>
std::optional<Value> valueAt(const ordered_json& json, const char* name)
{
    if (!json.is_object() || !json.contains(name))
        return std::nullopt;
    const ordered_json& found = json.at(name);
    if constexpr (std::is_same_v<Value, std::string>)
        return found.is_string() ? std::optional(found.get<std::string>()) : std::nullopt;
    else if constexpr (std::is_same_v<Value, bool>)
        return found.is_boolean() ? std::optional(found.get<bool>()) : std::nullopt;
    else
        return found.is_number_integer() ? std::optional(found.get<Value>()) : std::nullopt;
}

Result<RecordFile> fileIn(const ordered_json& resource, const std::string& where)
{
    const ordered_json none;
    const ordered_json& ours =
        resource.is_object() && resource.contains(kOurs) ? resource.at(kOurs) : none;
    const auto name = valueAt<std::string>(resource, "name");
    const auto hash = valueAt<std::string>(resource, "hash");
    const auto bytes = valueAt<std::int64_t>(resource, "bytes");
    const auto rows = valueAt<std::int64_t>(ours, "rows");
    const auto isTakenBack = valueAt<bool>(ours, "taken_back");
    constexpr std::string_view kHashBegins = "sha256:";
    if (!name || !hash || !hash->starts_with(kHashBegins) || !bytes || !rows || !isTakenBack)
        return Message{kNoPackage, {where, "resources" + (name ? " " + shown(*name) : "")}};
    return RecordFile{*name, *rows, *bytes, hash->substr(kHashBegins.size()), *isTakenBack};
}

std::string hexadecimalOf(std::span<const unsigned char> bytes)
{
    std::string hex(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
    hex.pop_back();
    return hex;
}

bool isAsWritten(std::string_view bytes, const RecordFile& file)
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return hexadecimalOf(hash) == file.sha256;
}

} // namespace

std::string recordFileOf(const RecordTable& table)
{
    return table.name + ".csv";
}

std::int64_t RecordPackage::rows() const
{
    std::int64_t all = 0;
    for (const RecordFile& file : files)
        all += file.isTakenBack ? file.rows : 0;
    return all;
}

struct RecordFileWriter::Hash
{
    crypto_hash_sha256_state state{};
    Hash() { crypto_hash_sha256_init(&state); }
};

RecordFileWriter::RecordFileWriter(const RecordTable& table)
    : m_table(table), m_csv(kCsvForPrograms), m_hash(std::make_unique<Hash>())
{
    m_file.table = table.name;
    for (const RecordColumn& column : table.columns)
        m_csv.text(column.name);
    m_csv.endRow();
}

RecordFileWriter::~RecordFileWriter() = default;

void RecordFileWriter::add(std::span<const RecordCell> cells)
{
    for (std::size_t column = 0; column < cells.size(); ++column)
        writeRecordCell(m_table.columns[column], cells[column], m_csv);
    m_csv.endRow();
    ++m_file.rows;
}

std::string RecordFileWriter::take()
{
    std::string text = m_csv.take();
    crypto_hash_sha256_update(&m_hash->state, reinterpret_cast<const unsigned char*>(text.data()),
                              text.size());
    m_file.bytes += static_cast<std::int64_t>(text.size());
    return text;
}

RecordFile RecordFileWriter::end()
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256_final(&m_hash->state, hash);
    m_file.sha256 = hexadecimalOf(hash);
    return m_file;
}

std::string packageText(const RecordPackage& package, std::span<const RecordTable> tables)
{
    ordered_json json{{"profile", "tabular-data-package"},
                      {"name", "twelvefold-store"},
                      {"title", "The records of " + package.council},
                      {"description", kAbout},
                      {"created", package.created},
                      {kOurs,
                       {{"format", kPackageFormat},
                        {"schema_version", package.schema},
                        {"program_version", package.program},
                        {"council", package.council}}},
                      {"resources", ordered_json::array()}};
    if (package.stoodStill)
        json[kOurs]["demonstration_day"] = package.stoodStill->iso();
    for (std::size_t place = 0; place < package.files.size(); ++place)
        json["resources"].push_back(resourceOf(package.files[place], tables[place]));
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

bool isRecordFolder(const fs::path& folder)
{
    std::error_code error;
    const fs::path package = folder / kPackageFile;
    if (!fs::is_directory(folder, error) || !fs::is_regular_file(package, error))
        return false;
    const auto text = files::readAll(package);
    return text && text->find(std::string("\"") + kOurs + "\"") != std::string::npos;
}

Result<RecordPackage> readPackage(const fs::path& folder)
{
    const std::string where = kPackageFile;
    const auto text = files::readAll(folder / kPackageFile);
    if (!text)
        return text.failure();
    const auto json = ordered_json::parse(*text, nullptr, false);
    if (!json.is_object() || !json.contains(kOurs))
        return Message{kNoPackage, {where, std::string(kOurs)}};
    const ordered_json& ours = json.at(kOurs);
    if (const auto format = valueAt<std::int64_t>(ours, "format");
        format && *format > kPackageFormat)
        return Message{kOtherFormat, {where}};
    const auto schema = valueAt<std::int64_t>(ours, "schema_version");
    const auto council = valueAt<std::string>(ours, "council");
    if (!schema || !council || !json.contains("resources") || !json.at("resources").is_array())
        return Message{kNoPackage, {where, std::string(!schema ? "schema_version" : "resources")}};
    RecordPackage package;
    package.schema = *schema;
    package.council = *council;
    package.program = valueAt<std::string>(ours, "program_version").value_or("");
    package.created = valueAt<std::string>(json, "created").value_or("");
    package.stoodStill =
        Date::fromIso(valueAt<std::string>(ours, "demonstration_day").value_or(""));
    for (const ordered_json& resource : json.at("resources")) {
        auto file = fileIn(resource, where);
        if (!file)
            return file.failure();
        package.files.push_back(std::move(*file));
    }
    return package;
}

std::optional<Message> faultInFiles(const fs::path& folder, const RecordPackage& package,
                                    std::span<const RecordTable> tables)
{
    const std::string where = kPackageFile;
    for (const RecordTable& table : tables) {
        if (std::ranges::find(package.files, table.name, &RecordFile::table) == package.files.end())
            return Message{kNoTable, {table.name, where}};
    }
    for (const RecordFile& file : package.files) {
        const auto table = std::ranges::find(tables, file.table, &RecordTable::name);
        if (file.isTakenBack &&
            (table == tables.end() ||
             std::ranges::count(package.files, file.table, &RecordFile::table) != 1))
            return Message{kNotATable, {shown(file.table), where}};
        if (!file.isTakenBack)
            continue; // nobody reads it
        const std::string name = recordFileOf(*table);
        const auto bytes = files::readAll(folder / name);
        if (!bytes)
            return bytes.failure();
        if (!isAsWritten(*bytes, file))
            return Message{kFileChanged, {name, where}};
    }
    return std::nullopt;
}

Message recordFault(const std::string& file, std::int64_t row, const std::string& column,
                    const Message& why)
{
    if (column.empty())
        return {kAtRow, {file, row, plainEnglish(why)}};
    return {kAt, {file, row, column, plainEnglish(why)}};
}

class RecordFileReader::Private
{
public:
    Private(const RecordTable& of, RecordFile said, std::string bytes)
        : table(of), file(std::move(said)), text(std::move(bytes)), cutter(text, ',')
    {
    }

    // Where in a row each column of the table stands.
    std::optional<Message> readHeadings()
    {
        std::string names;
        for (const RecordColumn& column : table.columns)
            names += (names.empty() ? "" : ", ") + column.name;
        const bool isThere = cutter.next(row) && row.cells.size() == table.columns.size();
        for (const RecordColumn& column : table.columns) {
            const auto found = std::ranges::find(row.cells, column.name);
            if (!isThere || found == row.cells.end())
                return recordFault(recordFileOf(table), 1, {}, {kHeadings, {names}});
            places.push_back(static_cast<std::size_t>(found - row.cells.begin()));
        }
        return std::nullopt;
    }

    Message fault(const std::string& column, const Message& why) const
    {
        return recordFault(recordFileOf(table), row.row, column, why);
    }

    Result<bool> next(std::vector<RecordCell>& cells)
    {
        if (!cutter.next(row)) {
            if (rows != file.rows)
                return Message{kOtherRows,
                               {recordFileOf(table), rows, std::string(kPackageFile), file.rows}};
            return false;
        }
        ++rows;
        if (row.badQuotes)
            return fault({}, {kQuotes, {}});
        if (row.cells.size() != places.size())
            return fault({}, {kCellCount, {std::ssize(row.cells), std::ssize(places)}});
        cells.resize(places.size());
        for (std::size_t column = 0; column < places.size(); ++column) {
            auto cell = readRecordCell(table.columns[column], row.cells[places[column]]);
            if (!cell)
                return fault(table.columns[column].name, cell.failure());
            cells[column] = *cell;
        }
        return true;
    }

    RecordTable table;
    RecordFile file;
    std::string text;
    CsvCutter cutter;
    CsvRow row;
    std::vector<std::size_t> places;
    std::int64_t rows = 0;
};

RecordFileReader::RecordFileReader(std::unique_ptr<Private> parts) : d(std::move(parts)) {}
RecordFileReader::RecordFileReader(RecordFileReader&&) noexcept = default;
RecordFileReader& RecordFileReader::operator=(RecordFileReader&&) noexcept = default;
RecordFileReader::~RecordFileReader() = default;

Result<RecordFileReader> RecordFileReader::open(const fs::path& folder, const RecordFile& file,
                                                const RecordTable& table)
{
    auto bytes = files::readAll(folder / recordFileOf(table));
    if (!bytes)
        return bytes.failure();
    if (!isAsWritten(*bytes, file)) // since it was looked at
        return Message{kFileChanged, {recordFileOf(table), std::string(kPackageFile)}};
    auto parts = std::make_unique<Private>(table, file, std::move(*bytes));
    if (auto fault = parts->readHeadings())
        return *fault;
    return RecordFileReader(std::move(parts));
}

Result<bool> RecordFileReader::next(std::vector<RecordCell>& cells)
{
    return d->next(cells);
}

Message RecordFileReader::fault(const std::string& column, const Message& why) const
{
    return d->fault(column, why);
}

} // namespace twelvefold::exchange
