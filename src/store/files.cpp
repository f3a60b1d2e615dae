// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/files.h"

#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <string_view>

namespace twelvefold::store {
namespace {

std::error_code lastError()
{
    return {errno, std::generic_category()};
}

std::string personAndMachine()
{
    std::array<char, 256> machine{};
    if (::gethostname(machine.data(), machine.size() - 1) != 0)
        machine[0] = '\0';
    const passwd* person = ::getpwuid(::geteuid());
    return std::string(person == nullptr ? "?" : person->pw_name) + " on " + machine.data();
}

// The mark's two lines: who, since when.
void readMark(int descriptor, std::string& who, std::string& since)
{
    std::array<char, 512> buffer{};
    const auto length = ::pread(descriptor, buffer.data(), buffer.size(), 0);
    if (length <= 0)
        return;
    const std::string_view text(buffer.data(), static_cast<std::size_t>(length));
    const auto end = text.find('\n');
    if (end == std::string_view::npos)
        return;
    who = text.substr(0, end);
    since = text.substr(end + 1, text.find('\n', end + 1) - end - 1);
}

void writeMark(int descriptor)
{
    const std::string text = personAndMachine() + '\n' + utcNow() + '\n';
    // Who is inside is a courtesy: where it cannot be written the lock still holds.
    if (::ftruncate(descriptor, 0) == 0) [[maybe_unused]]
        const auto written = ::pwrite(descriptor, text.data(), text.size(), 0);
}

bool isStillThere(int descriptor, const std::filesystem::path& path)
{
    struct stat open
    {
    }, named{};
    return ::fstat(descriptor, &open) == 0 && ::stat(path.c_str(), &named) == 0 &&
           open.st_ino == named.st_ino && open.st_dev == named.st_dev;
}

} // namespace

std::string utcNow()
{
    using namespace std::chrono;
    const auto now = floor<seconds>(system_clock::now());
    const auto day = floor<days>(now);
    const year_month_day date(day);
    const hh_mm_ss time(now - day);
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ",
                  static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text.data();
}

std::error_code createOwnFile(const std::filesystem::path& path)
{
    const int descriptor = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return lastError();
    ::close(descriptor);
    return {};
}

std::error_code publishFile(const std::filesystem::path& from, const std::filesystem::path& to)
{
    // A second name fails where one exists already; a renaming would replace it.
    std::error_code error;
    std::filesystem::create_hard_link(from, to, error);
    if (!error) {
        std::filesystem::remove(from, error);
        return {};
    }
    if (error == std::errc::file_exists)
        return error;
    // Some disks have no second names: there the check and the renaming are two steps.
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(to, ignored)))
        return std::make_error_code(std::errc::file_exists);
    std::filesystem::rename(from, to, error);
    return error;
}

WriterLock::WriterLock(std::filesystem::path path, int descriptor)
    : m_path(std::move(path)), m_descriptor(descriptor)
{
}

WriterLock::~WriterLock()
{
    ::unlink(m_path.c_str()); // while it is still ours
    ::close(m_descriptor);
}

WriterLock::Attempt WriterLock::take(const std::filesystem::path& store)
{
    Attempt attempt;
    // Beside the file itself, so that whoever comes by another name finds it too.
    std::error_code error;
    std::filesystem::path path = std::filesystem::canonical(store, error);
    if (error)
        return attempt;
    path += ".lock";
    for (int tries = 0; tries < 100; ++tries) {
        const int descriptor =
            ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (descriptor < 0)
            return attempt;
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            attempt.held = errno == EWOULDBLOCK;
            readMark(descriptor, attempt.who, attempt.since);
            ::close(descriptor);
            return attempt;
        }
        // Whoever held it may have removed it between our opening and our locking.
        if (isStillThere(descriptor, path)) {
            writeMark(descriptor);
            attempt.lock.reset(new WriterLock(std::move(path), descriptor));
            return attempt;
        }
        ::close(descriptor);
    }
    attempt.held = true;
    return attempt;
}

} // namespace twelvefold::store
