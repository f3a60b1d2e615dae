// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/csv.h"
#include "domain/record_table.h"
#include "domain/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

// A whole store as a folder: a CSV a table and datapackage.json, which describes them as a tabular
// data package of Frictionless Data. What is written is what is read: docs/store.md.
namespace twelvefold::exchange {

using namespace domain;

inline constexpr const char* kPackageFile = "datapackage.json";
std::string recordFileOf(const RecordTable& table); // "child.csv"

// What datapackage.json says of a file beside its table.
struct RecordFile
{
    std::string table;
    std::int64_t rows = 0;
    std::int64_t bytes = 0;
    std::string sha256;      // hexadecimal
    bool isTakenBack = true; // false: to read only
};

struct RecordPackage
{
    std::int64_t schema = 0; // the version of the store's form
    std::string program;     // the version that wrote it
    std::string council;
    std::string created;            // in UTC
    std::optional<Date> stoodStill; // the day that a demonstration was made for
    std::vector<RecordFile> files;
    std::int64_t rows() const; // of those that are taken back
};

class RecordFileWriter
{
public:
    explicit RecordFileWriter(const RecordTable& table); // with the headings
    ~RecordFileWriter();
    void add(std::span<const RecordCell> cells);
    std::size_t size() const { return m_csv.size(); } // that is not taken yet
    std::string take();
    RecordFile end(); // after the last take()

private:
    struct Hash;
    RecordTable m_table;
    CsvWriter m_csv;
    std::unique_ptr<Hash> m_hash;
    RecordFile m_file;
};

// Of the tables that the package has files of, in the order of its files.
std::string packageText(const RecordPackage& package, std::span<const RecordTable> tables);

// Whether it is such a folder, sound or not.
bool isRecordFolder(const std::filesystem::path& folder);
Result<RecordPackage> readPackage(const std::filesystem::path& folder);
// Why the folder is not what its package says: a table that is not there or not known, a file that
// is not there or was changed.
std::optional<Message> faultInFiles(const std::filesystem::path& folder,
                                    const RecordPackage& package,
                                    std::span<const RecordTable> tables);

// A record that cannot be taken: "child.csv, row 3, sex: …".
Message recordFault(const std::string& file, std::int64_t row, const std::string& column,
                    const Message& why);

// The records of a file, all of it in memory. What is not as its table says is a failure that tells
// where it stands.
class RecordFileReader
{
public:
    static Result<RecordFileReader> open(const std::filesystem::path& folder,
                                         const RecordFile& file, const RecordTable& table);
    RecordFileReader(RecordFileReader&&) noexcept;
    RecordFileReader& operator=(RecordFileReader&&) noexcept;
    ~RecordFileReader();

    // The next record, valid until the next call; false at the end.
    Result<bool> next(std::vector<RecordCell>& cells);
    Message fault(const std::string& column, const Message& why) const; // in the record read last

private:
    class Private;
    explicit RecordFileReader(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace twelvefold::exchange
