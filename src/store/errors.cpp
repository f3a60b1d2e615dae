// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/errors.h"

namespace twelvefold::store {
namespace {

constexpr MessageKind kDiskFull{
    "store-disk-full",
    TWELVEFOLD_TEXT("Message", "The disk that holds %1 is full. Nothing was changed: make room and "
                               "try again.")};
constexpr MessageKind kReadOnly{
    "store-read-only",
    TWELVEFOLD_TEXT("Message",
                    "%1 can only be read: the file or its folder does not let you write. "
                    "Nothing was changed.")};
constexpr MessageKind kGone{
    "store-gone",
    TWELVEFOLD_TEXT("Message", "%1 can no longer be reached: it was moved or removed, or its disk "
                               "was taken away. Nothing was changed.")};
constexpr MessageKind kBusy{
    "store-busy",
    TWELVEFOLD_TEXT("Message",
                    "Another program is writing to %1. Nothing was changed: try again in "
                    "a moment.")};
constexpr MessageKind kStoreDamaged{
    "store-damaged",
    TWELVEFOLD_TEXT("Message", "%1 is damaged: restore the latest backup. Nothing was changed.")};
constexpr MessageKind kDiskFault{
    "store-disk-fault",
    TWELVEFOLD_TEXT("Message",
                    "The disk that holds %1 reported a fault (%2). Nothing was changed.")};
constexpr MessageKind kNotConfirmed{
    "store-not-confirmed",
    TWELVEFOLD_TEXT("Message",
                    "The disk that holds %1 did not confirm the last change (%2): look whether it "
                    "is there before you rely on it, or make it again.")};
constexpr MessageKind kMemory{
    "store-memory",
    TWELVEFOLD_TEXT("Message", "There is not enough memory to work with %1. Nothing was changed.")};

} // namespace

WorldError::WorldError(Message message)
    : std::runtime_error(plainEnglish(message)), m_message(std::move(message))
{
}

std::optional<Message> worldFault(const SqlError& error, const std::filesystem::path& path)
{
    const std::string name = shownName(path);
    switch (error.code()) {
    case SQLITE_FULL:
        return Message{kDiskFull, {name}};
    case SQLITE_READONLY:
        // SQLite says so too when the file was replaced or removed under it.
        return Message{error.extendedCode() == SQLITE_READONLY_DBMOVED ? kGone : kReadOnly, {name}};
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return Message{kReadOnly, {name}};
    case SQLITE_CANTOPEN:
        return Message{kGone, {name}};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Message{kBusy, {name}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Message{kStoreDamaged, {name}};
    case SQLITE_NOMEM:
        return Message{kMemory, {name}};
    case SQLITE_IOERR:
        // The journal is gone, and with it the way back; only that it is gone was not synced.
        if (error.extendedCode() == SQLITE_IOERR_DIR_FSYNC)
            return Message{kNotConfirmed, {name, std::string(error.what())}};
        return Message{kDiskFault, {name, std::string(error.what())}};
    default:
        return std::nullopt;
    }
}

void rethrow(const SqlError& error, const std::filesystem::path& path)
{
    if (auto fault = worldFault(error, path))
        throw WorldError(std::move(*fault));
    throw std::logic_error(error.what());
}

} // namespace twelvefold::store
