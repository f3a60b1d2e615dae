// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/writer_lock.h"

#include "files/clock.h"

#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>

namespace twelvefold::files {
namespace {

std::string personAndMachine()
{
    std::array<char, 256> machine{};
    if (::gethostname(machine.data(), machine.size() - 1) != 0)
        machine[0] = '\0';
    const passwd* person = ::getpwuid(::geteuid());
    return std::string(person == nullptr ? "?" : person->pw_name) + " on " + machine.data();
}

// The mark's two lines: who, since when.
void readMark(const Descriptor& file, std::string& who, std::string& since)
{
    std::array<char, 512> buffer{};
    const auto length = ::pread(file.number(), buffer.data(), buffer.size(), 0);
    if (length <= 0)
        return;
    const std::string_view text(buffer.data(), static_cast<std::size_t>(length));
    const auto end = text.find('\n');
    if (end == std::string_view::npos)
        return;
    who = text.substr(0, end);
    since = text.substr(end + 1, text.find('\n', end + 1) - end - 1);
}

void writeMark(const Descriptor& file)
{
    const std::string text = personAndMachine() + '\n' + utcNow() + '\n';
    // Who is inside is a courtesy: where it cannot be written the lock still holds.
    if (::ftruncate(file.number(), 0) == 0) [[maybe_unused]]
        const auto written = ::pwrite(file.number(), text.data(), text.size(), 0);
}

// Beside the file itself, so that whoever comes by another name finds it too. Empty where there is
// no such file.
std::filesystem::path lockOf(const std::filesystem::path& store)
{
    std::error_code error;
    std::filesystem::path path = std::filesystem::canonical(store, error);
    if (!error)
        path += ".lock";
    return error ? std::filesystem::path() : path;
}

} // namespace

WriterLock::WriterLock(std::filesystem::path path, Descriptor file)
    : m_path(std::move(path)), m_file(std::move(file)), m_unfinished(m_path)
{
}

WriterLock::~WriterLock()
{
    ::unlink(m_path.c_str()); // while it is still ours
}

WriterLock::Attempt WriterLock::take(const std::filesystem::path& store)
{
    Attempt attempt;
    std::filesystem::path path = lockOf(store);
    if (path.empty())
        return attempt;
    for (int tries = 0; tries < 100; ++tries) {
        Descriptor file(::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (!file)
            return attempt;
        if (!mark(file)) {
            attempt.held = errno == EWOULDBLOCK;
            readMark(file, attempt.who, attempt.since);
            return attempt;
        }
        // Whoever held it may have removed it between our opening and our locking.
        if (isStillThere(file, path)) {
            writeMark(file);
            attempt.lock.reset(new WriterLock(std::move(path), std::move(file)));
            return attempt;
        }
    }
    attempt.held = true;
    return attempt;
}

bool WriterLock::isHeld(const std::filesystem::path& store)
{
    const std::filesystem::path path = lockOf(store);
    if (path.empty())
        return false;
    const Descriptor file(
        ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY));
    return file && ::flock(file.number(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

} // namespace twelvefold::files
