// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

// Where programs are tormented: a folder, what is in it, and a run of the command line there.
namespace twelvefold::torture {

namespace fs = std::filesystem;

using Arguments = std::vector<std::string>;

struct Conditions
{
    std::map<std::string, std::string> environment; // beside that of the driver
    std::string standardOutput{};                   // a device or file; nothing: gathered
    std::uint64_t largestFile = 0;                  // bytes; 0: as large as it likes
    int signal = 0;                                 // sent …
    double after = 0;                               // … so many seconds after the start
    double patience = 60;                           // seconds until it is stopped for good
    unsigned umask = 022;
};

struct Outcome
{
    int exit = -1;  // the exit code …
    int signal = 0; // … or the signal that ended it
    bool hung = false;
    double seconds = 0;
    std::string out, err;
    std::string inWords() const;
};

Outcome run(const fs::path& program, const fs::path& folder, const Arguments& arguments,
            const Conditions& conditions = {});

// Name and bytes of every ordinary file of a folder; of what is none, what it is.
using Contents = std::map<std::string, std::string>;
// Of each name its bytes; of a folder what is in it.
Contents contentsOf(const fs::path& folder);

std::string bytesOf(const fs::path& file);
void write(const fs::path& file, const std::string& bytes);

// A folder that goes away.
class Folder
{
public:
    Folder();
    explicit Folder(const fs::path& like); // with copies of the files there
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const fs::path& path() const { return m_path; }
    fs::path operator/(const std::string& name) const { return m_path / name; }

private:
    fs::path m_path;
};

} // namespace twelvefold::torture
