// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/open.h"

#include "files/clock.h"
#include "files/output_file.h"
#include "store/audit.h"
#include "store/audit_chain.h"
#include "store/content.h"
#include "store/errors.h"
#include "store/frameworks.h"
#include "store/identity.h"
#include "store/migrate.h"
#include "store/open_store.h"

#include <stdexcept>

namespace twelvefold::store {
namespace {

constexpr MessageKind kMade{"store-made", TWELVEFOLD_TEXT("Message", "Make the store of %1")};

void writeAbout(Connection& connection, const std::string& key, const std::string& value)
{
    Query(connection, "INSERT INTO about (key, value) VALUES (?,?)").with(key, value).run();
}

void layOut(Connection& connection, const Beginning& beginning, std::span<const Migration> steps)
{
    connection.run("PRAGMA journal_mode = DELETE");
    migrate(connection, steps);
    Transaction transaction(connection);
    // Last, so that a store that was not finished is not taken for one.
    connection.run("PRAGMA application_id = " + std::to_string(kApplicationId));
    writeAbout(connection, "council", beginning.councilName);
    writeAbout(connection, "store_id", hexadecimal(newSalt()));
    writeAbout(connection, "made_at", files::utcNow());
    const Shapes shapes(connection);
    Recorder recorder(connection, shapes);
    IdSource ids;
    ids.startRun();
    writeFramework(connection, FrameworkId{ids.next()}, beginning.framework);
    NewEntry entry;
    entry.name = {kMade, {beginning.councilName}};
    entry.author = beginning.author;
    entry.detail = "framework +1";
    entry.undoable = false;
    entry.parts = recorder.finish(); // no step to undo, but a repair can find it there
    entry.content = contentOf(connection, shapes, ContentKeys::Missing::make);
    append(connection, entry);
    transaction.commit();
}

} // namespace

Result<std::unique_ptr<Store>> createStore(const files::OutputFile& file,
                                           const Beginning& beginning,
                                           std::span<const Migration> steps)
{
    try {
        auto connection = std::make_unique<Connection>(file.path(), SQLITE_OPEN_READWRITE);
        prepareConnection(*connection);
        layOut(*connection, beginning, steps);
        files::WriterLock::Attempt attempt = files::WriterLock::take(file.path());
        if (attempt.lock == nullptr) // the folder took the store but not the mark beside it
            return files::whyNotMade(std::make_error_code(std::errc::permission_denied),
                                     file.name());
        return std::make_unique<Store>(std::make_unique<OpenStore>(
            file.name(), std::move(connection), std::move(attempt.lock), FileState{}));
    } catch (const SqlError& error) {
        if (auto fault = worldFault(error, file.name()))
            return *fault;
        throw std::logic_error(error.what());
    }
}

Result<std::unique_ptr<Store>> createStore(const std::filesystem::path& path,
                                           const Beginning& beginning,
                                           std::span<const Migration> steps)
{
    auto file = files::OutputFile::begin(path, {}, files::Over::nothing);
    if (!file)
        return file.failure();
    if (const auto made = createStore(*file, beginning, steps); !made)
        return made.failure();
    if (const auto done = file->commit(); !done)
        return done.failure();
    Opened opened = openStore(path, Access::readWrite, steps);
    if (opened.store == nullptr)
        return opened.message;
    return std::move(opened.store);
}

} // namespace twelvefold::store
