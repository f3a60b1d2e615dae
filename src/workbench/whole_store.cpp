// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/record_folder.h"
#include "files/clock.h"
#include "files/names.h"
#include "files/output_file.h"
#include "files/output_folder.h"
#include "workbench/workbench.h"
#include "workbench/workbench_private.h"

#include <algorithm>
#include <limits>

// Every record of a store as a folder of tables, and such a folder as a store.
namespace twelvefold::workbench {
namespace {

namespace fs = std::filesystem;

constexpr MessageKind kSaving{"tables-saving", TWELVEFOLD_TEXT("Message", "Saving %1")};
constexpr MessageKind kLooking{"tables-looking",
                               TWELVEFOLD_TEXT("Message", "Looking at the tables")};
constexpr MessageKind kTaking{"tables-taking", TWELVEFOLD_TEXT("Message", "Reading %1")};
constexpr MessageKind kStopped{"tables-stopped",
                               TWELVEFOLD_TEXT("Message", "Stopped: nothing was changed.")};
constexpr MessageKind kTakenIn{
    "tables-taken-in", TWELVEFOLD_TEXT("Message", "Take in the whole store of %1 from tables")};
constexpr MessageKind kLaterTables{
    "tables-of-later-version",
    TWELVEFOLD_TEXT("Message", "%1 was written by a later version of Twelvefold: update the "
                               "program to take it in.")};

struct StoppedByPerson
{
};

constexpr std::int64_t kRowsBetween = 4096; // that somebody is told how far it is

const char* kindOfEntry(store::AuditEntry::Kind kind)
{
    switch (kind) {
    case store::AuditEntry::Kind::edit:
        return "edit";
    case store::AuditEntry::Kind::undo:
        return "undo";
    case store::AuditEntry::Kind::redo:
        return "redo";
    case store::AuditEntry::Kind::bulk:
        break;
    }
    return "bulk";
}

// Writes one file after another into the folder.
class TableFiles
{
public:
    TableFiles(files::OutputFolder& folder, const Progress& progress, std::stop_token stop)
        : m_folder(folder), m_progress(progress), m_stop(std::move(stop)),
          m_count(store::Store::recordTables().size() + 1)
    {
    }

    void begin(const RecordTable& table)
    {
        end();
        if (m_progress)
            m_progress({kSaving, {exchange::recordFileOf(table)}},
                       static_cast<double>(tables.size()) / static_cast<double>(m_count));
        m_folder.beginFile(exchange::recordFileOf(table));
        m_writer = std::make_unique<exchange::RecordFileWriter>(table);
        tables.push_back(table);
    }
    void add(std::span<const RecordCell> cells)
    {
        constexpr std::size_t kAtOnce = std::size_t{1} << 16;
        m_writer->add(cells);
        if (m_writer->size() < kAtOnce)
            return;
        m_folder.write(m_writer->take());
        if (m_stop.stop_requested())
            throw StoppedByPerson{};
    }
    void end()
    {
        if (m_stop.stop_requested())
            throw StoppedByPerson{};
        if (m_writer == nullptr)
            return;
        m_folder.write(m_writer->take());
        written.push_back(m_writer->end());
        m_writer.reset();
    }

    std::vector<RecordTable> tables;
    std::vector<exchange::RecordFile> written;

private:
    files::OutputFolder& m_folder;
    const Progress& m_progress;
    std::stop_token m_stop;
    std::size_t m_count;
    std::unique_ptr<exchange::RecordFileWriter> m_writer;
};

void writeHistory(const store::Store& store, TableFiles& files)
{
    files.begin(store::Store::historyTable());
    std::vector<store::AuditEntry> entries = store.audit(std::numeric_limits<std::size_t>::max());
    std::ranges::reverse(entries);
    for (const store::AuditEntry& entry : entries) {
        const std::string what = plainEnglish(entry.name);
        const std::vector<RecordCell> cells{entry.sequence,
                                            std::string_view(entry.at),
                                            std::string_view(entry.author),
                                            std::string_view(kindOfEntry(entry.kind)),
                                            std::string_view(what),
                                            std::string_view(entry.detail)};
        files.add(cells);
    }
    files.end();
    files.written.back().isTakenBack = false;
}

// The records of a folder's files.
class FolderSource : public store::RecordSource
{
public:
    FolderSource(fs::path folder, const exchange::RecordPackage& package, const Progress& progress,
                 std::stop_token stop)
        : m_folder(std::move(folder)), m_package(package), m_progress(progress),
          m_stop(std::move(stop))
    {
    }

    std::optional<Message> begin(const RecordTable& table) override
    {
        m_reader.reset(); // before the next is in memory
        const auto file =
            std::ranges::find(m_package.files, table.name, &exchange::RecordFile::table);
        auto opened = exchange::RecordFileReader::open(m_folder, *file, table);
        if (!opened)
            return opened.failure();
        m_reader.emplace(std::move(*opened));
        m_name = exchange::recordFileOf(table);
        tell();
        return std::nullopt;
    }
    Result<bool> next(std::vector<RecordCell>& cells) override
    {
        if (++m_rows % kRowsBetween == 0)
            tell();
        return m_reader->next(cells);
    }
    Message fault(const std::string& column, const Message& why) const override
    {
        return m_reader->fault(column, why);
    }

private:
    void tell()
    {
        if (m_stop.stop_requested())
            throw StoppedByPerson{};
        const auto all = static_cast<double>(std::max<std::int64_t>(m_package.rows(), 1));
        if (m_progress)
            m_progress({kTaking, {m_name}}, std::min(1.0, static_cast<double>(m_rows) / all));
    }

    fs::path m_folder;
    const exchange::RecordPackage& m_package;
    const Progress& m_progress;
    std::stop_token m_stop;
    std::optional<exchange::RecordFileReader> m_reader;
    std::string m_name;
    std::int64_t m_rows = 0;
};

Result<exchange::RecordPackage> soundPackage(const fs::path& folder, const Progress& progress)
{
    auto package = exchange::readPackage(folder);
    if (!package)
        return package;
    const auto tables = store::Store::recordTables(package->schema);
    if (tables.empty())
        return Message{kLaterTables, {files::shownName(folder)}};
    if (progress)
        progress({kLooking, {}}, 0);
    if (auto fault = exchange::faultInFiles(folder, *package, tables))
        return *fault;
    return package;
}

} // namespace

bool isTableFolder(const fs::path& folder)
{
    return exchange::isRecordFolder(folder);
}

std::int64_t TablesMoved::rows() const
{
    std::int64_t all = 0;
    for (const Table& table : tables)
        all += table.rows;
    return all;
}

Result<TablesMoved> Workbench::exportTables(const fs::path& to, const std::string& program,
                                            const Progress& progress, std::stop_token stop) const
{
    auto folder = files::OutputFolder::begin(to);
    if (!folder)
        return folder.failure();
    exchange::RecordPackage package{store::Store::currentSchema(),
                                    program,
                                    d->store->councilName(),
                                    files::utcNow(),
                                    d->dayStoodStill(),
                                    {}};
    try {
        TableFiles files(*folder, progress, stop);
        const auto read =
            d->store->readRecords([&](const RecordTable& table) { files.begin(table); },
                                  [&](std::span<const RecordCell> cells) { files.add(cells); });
        if (!read)
            return read.failure();
        files.end();
        writeHistory(*d->store, files);
        package.files = files.written;
        folder->beginFile(exchange::kPackageFile);
        folder->write(exchange::packageText(package, files.tables));
    } catch (const StoppedByPerson&) {
        return Message{kStopped, {}};
    }
    if (const auto done = folder->commit(); !done)
        return done.failure();
    TablesMoved moved;
    moved.council = package.council;
    for (const exchange::RecordFile& file : package.files) {
        if (file.isTakenBack)
            moved.tables.push_back({file.table, file.rows});
    }
    return moved;
}

Result<TablesMoved> Workbench::takeInTables(const fs::path& folder, store::Store::Trial trial,
                                            const Progress& progress, std::stop_token stop)
{
    const auto package = soundPackage(folder, progress);
    if (!package)
        return package.failure();
    try {
        FolderSource source(folder, *package, progress, stop);
        const Message name = package->stoodStill
                                 ? Message{kDemonstrationTakenIn, {*package->stoodStill}}
                                 : Message{kTakenIn, {package->council}};
        const auto taken = d->store->takeIn(source, package->schema, name, d->author, trial);
        if (!taken)
            return taken.failure();
    } catch (const StoppedByPerson&) {
        return Message{kStopped, {}};
    }
    d->stoodStill.reset();
    TablesMoved moved;
    moved.council = package->council;
    for (const exchange::RecordFile& file : package->files) {
        if (file.isTakenBack)
            moved.tables.push_back({file.table, file.rows});
    }
    return moved;
}

Result<TablesMoved> Workbench::makeFromTables(const fs::path& folder, const fs::path& to,
                                              const NewFromTables& how, const Progress& progress,
                                              std::stop_token stop)
{
    auto file = files::OutputFile::begin(to, {}, files::Over::nothing);
    if (!file)
        return file.failure();
    const auto package = exchange::readPackage(folder);
    if (!package)
        return package.failure();
    auto made = create(*file, how.council.empty() ? package->council : how.council, how.author);
    if (!made)
        return made.failure();
    auto moved = (*made)->takeInTables(folder, store::Store::Trial::no, progress, stop);
    made->reset(); // closed before it is put in place
    if (!moved || how.trial == store::Store::Trial::yes)
        return moved;
    if (const auto done = file->commit(); !done)
        return done.failure();
    return moved;
}

} // namespace twelvefold::workbench
