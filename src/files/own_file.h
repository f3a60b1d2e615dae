// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

// The calls of the operating system that make a file, none of which replaces or follows anything.
namespace twelvefold::files {

// An open file that closes itself.
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();

    explicit operator bool() const { return m_number >= 0; }
    int number() const { return m_number; }

private:
    int m_number = -1;
};

std::error_code lastError(); // of the call just made

// Makes an empty file that only its owner may read and write, whatever the umask. The error says
// why not.
Descriptor createOwnFile(const std::filesystem::path& path, std::error_code& error);

// Whether a name still leads to the file that is open.
bool isStillThere(const Descriptor& file, const std::filesystem::path& path);

// Removes a file, unless the name leads to another by now.
void removeIfOurs(const Descriptor& file, const std::filesystem::path& path);

// Writes all of it where the file stands, in as many pieces as the system takes.
std::error_code writeWhole(const Descriptor& file, std::string_view bytes);

// Both make sure that what was done outlasts a loss of power. A disk that cannot promise it is no
// error.
std::error_code syncFile(const Descriptor& file);
std::error_code syncFolderOf(const std::filesystem::path& path);

// Gives a finished file its final name: one that must not exist, or in place of what has it.
std::error_code putWhereNothingIs(const std::filesystem::path& from,
                                  const std::filesystem::path& to);
std::error_code putInPlace(const std::filesystem::path& from, const std::filesystem::path& to);

// Takes the writer's mark of a file that is open, an advisory lock of the system. The system lets
// go of it when the program ends, however it ends. False where somebody else has it or where the
// disk knows no such marks.
bool mark(const Descriptor& file);
// The same, waiting for whoever has it for a moment.
void waitAndMark(const Descriptor& file);

} // namespace twelvefold::files
