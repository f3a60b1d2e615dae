// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/input_file.h"

#include "files/names.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace twelvefold::files {
namespace {

constexpr MessageKind kFolder{"input-is-a-folder",
                              TWELVEFOLD_TEXT("Message", "“%1” is a folder, not a file.")};
constexpr MessageKind kDevice{
    "input-is-a-device", TWELVEFOLD_TEXT("Message", "“%1” is no file but a device or a socket.")};
constexpr MessageKind kSilentPipe{
    "input-is-a-silent-pipe",
    TWELVEFOLD_TEXT("Message", "“%1” is a pipe, and nobody writes to it.")};

// Somebody who is silent writes too: poll() cannot tell that from a pipe that nobody has opened to
// write in. Looking at the next byte without taking it can: none comes, or none yet.
bool somebodyWrites(const Descriptor& pipe)
{
    constexpr int kMilliseconds = 500; // for a writer who is only just starting
    pollfd asked{pipe.number(), POLLIN, 0};
    if (::poll(&asked, 1, kMilliseconds) == 1)
        return (asked.revents & POLLIN) != 0;
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_NONBLOCK | O_CLOEXEC) != 0)
        return false;
    const Descriptor from(ends[0]), to(ends[1]);
    const ssize_t seen = ::tee(pipe.number(), to.number(), 1, SPLICE_F_NONBLOCK);
    return seen > 0 || (seen < 0 && errno == EAGAIN);
}

} // namespace

domain::Result<Descriptor> openToRead(const std::filesystem::path& path)
{
    // Without waiting: opening a pipe would last until somebody writes.
    Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    struct stat status
    {
    };
    if (!file || ::fstat(file.number(), &status) != 0)
        return whyNotRead(lastError(), path);
    const std::string name = shownName(path);
    if (S_ISDIR(status.st_mode))
        return Message{kFolder, {name}};
    if (S_ISFIFO(status.st_mode) && !somebodyWrites(file))
        return Message{kSilentPipe, {name}};
    if (!S_ISFIFO(status.st_mode) && !S_ISREG(status.st_mode))
        return Message{kDevice, {name}};
    ::fcntl(file.number(), F_SETFL, 0); // from here on a pause is no end
    return file;
}

std::size_t readSome(const Descriptor& file, char* into, std::size_t most, std::error_code& error)
{
    for (;;) {
        const ssize_t length = ::read(file.number(), into, most);
        if (length >= 0)
            return static_cast<std::size_t>(length);
        if (errno != EINTR) {
            error = lastError();
            return 0;
        }
    }
}

std::size_t readAt(const Descriptor& file, std::uint64_t from, char* into, std::size_t most,
                   std::error_code& error)
{
    std::size_t all = 0;
    while (all < most) {
        const ssize_t length =
            ::pread(file.number(), into + all, most - all, static_cast<off_t>(from + all));
        if (length > 0)
            all += static_cast<std::size_t>(length);
        else if (length == 0)
            break;
        else if (errno != EINTR) {
            error = lastError();
            break;
        }
    }
    return all;
}

domain::Result<std::string> readAll(const std::filesystem::path& path)
{
    const auto file = openToRead(path);
    if (!file)
        return file.failure();
    std::error_code noSize, notRead;
    const auto size = std::filesystem::file_size(path, noSize); // which a pipe does not have
    std::string bytes(noSize ? 4096 : static_cast<std::size_t>(size) + 1, '\0');
    std::size_t length = 0;
    while (const auto more =
               readSome(*file, bytes.data() + length, bytes.size() - length, notRead)) {
        length += more;
        if (length == bytes.size())
            bytes.resize(2 * length);
    }
    if (notRead)
        return whyNotRead(notRead, path);
    bytes.resize(length);
    return bytes;
}

} // namespace twelvefold::files
