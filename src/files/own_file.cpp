// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/own_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace twelvefold::files {
namespace {

// Some disks, mostly shares, have no way to sync a file or a folder.
bool cannotPromise(int error)
{
    return error == EINVAL || error == ENOTSUP || error == EROFS || error == ENOSYS;
}

bool knowsNoSecondNames(std::error_code error)
{
    return error == std::errc::operation_not_permitted ||
           error == std::errc::operation_not_supported || error == std::errc::not_supported ||
           error == std::errc::function_not_supported || error == std::errc::too_many_links ||
           error == std::errc::permission_denied;
}

} // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept
{
    std::swap(m_number, other.m_number);
    return *this;
}

Descriptor::~Descriptor()
{
    if (m_number >= 0)
        ::close(m_number);
}

std::error_code lastError()
{
    return {errno, std::generic_category()};
}

Descriptor createOwnFile(const std::filesystem::path& path, std::error_code& error)
{
    Descriptor made(::open(path.c_str(), O_CREAT | O_EXCL | O_NOFOLLOW | O_RDWR | O_CLOEXEC, 0600));
    // The umask may have taken away what the owner needs.
    error = made && ::fchmod(made.number(), 0600) == 0 ? std::error_code() : lastError();
    return made;
}

bool isStillThere(const Descriptor& file, const std::filesystem::path& path)
{
    struct stat open
    {
    }, named{};
    return ::fstat(file.number(), &open) == 0 && ::lstat(path.c_str(), &named) == 0 &&
           open.st_ino == named.st_ino && open.st_dev == named.st_dev;
}

void removeIfOurs(const Descriptor& file, const std::filesystem::path& path)
{
    if (isStillThere(file, path))
        ::unlink(path.c_str());
}

std::error_code syncFile(const Descriptor& file)
{
    if (::fsync(file.number()) == 0 || cannotPromise(errno))
        return {};
    return lastError();
}

std::error_code syncFolderOf(const std::filesystem::path& path)
{
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // A folder that may be written in and not be read cannot be synced.
    return opened ? syncFile(opened) : std::error_code();
}

std::error_code putWhereNothingIs(const std::filesystem::path& from,
                                  const std::filesystem::path& to)
{
#ifdef RENAME_NOREPLACE
    // In one step, where the disk knows how.
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return {};
    if (errno == EEXIST)
        return lastError();
#endif
    // A second name fails where one exists already; a renaming would replace it.
    if (::link(from.c_str(), to.c_str()) == 0) {
        ::unlink(from.c_str());
        return {};
    }
    std::error_code error = lastError();
    if (!knowsNoSecondNames(error))
        return error;
    // On disks without second names an empty file of our own holds the place for the renaming.
    const Descriptor held = createOwnFile(to, error);
    if (!held)
        return error;
    if (::rename(from.c_str(), to.c_str()) == 0)
        return {};
    error = lastError();
    removeIfOurs(held, to);
    return error;
}

std::error_code putInPlace(const std::filesystem::path& from, const std::filesystem::path& to)
{
    return ::rename(from.c_str(), to.c_str()) == 0 ? std::error_code() : lastError();
}

bool mark(const Descriptor& file)
{
    return ::flock(file.number(), LOCK_EX | LOCK_NB) == 0;
}

void waitAndMark(const Descriptor& file)
{
    while (::flock(file.number(), LOCK_EX) != 0 && errno == EINTR)
        ;
}

std::error_code writeWhole(const Descriptor& file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t taken = ::write(file.number(), bytes.data(), bytes.size());
        if (taken > 0)
            bytes.remove_prefix(static_cast<std::size_t>(taken));
        else if (taken == 0)
            return std::make_error_code(std::errc::io_error);
        else if (errno != EINTR)
            return lastError();
    }
    return {};
}

} // namespace twelvefold::files
