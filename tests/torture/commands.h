// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "torture/ground.h"

#include <array>
#include <memory>
#include <optional>

namespace twelvefold::torture {

// The calls that the shim counts, by its names for them.
inline constexpr std::array<const char*, 5> kCalls{"write", "sync", "place", "remove", "make"};

// One command that writes a file.
struct Command
{
    enum class Writes
    {
        newStore,     // where nothing was
        newFolder,    // the same, of a store as tables
        changedStore, // in a store that is there
        ordinaryFile  // over one that is there
    };

    std::string name;
    Arguments arguments;
    std::string target;
    Writes writes = Writes::ordinaryFile;

    // As it is when nothing goes wrong.
    int exit = 0;
    double seconds = 0;
    std::uintmax_t bytes = 0; // of the file
    std::string result{};     // as contentsOf() has it; of a store, what cohort says of it
    bool sameAsBefore =
        false; // the new store holds what the old one held: none can tell them apart
    bool alwaysTheSame = true;              // the bytes, from one run to the next
    std::array<int, kCalls.size()> calls{}; // how many of each it makes

    bool writesStore() const
    {
        return writes == Writes::newStore || writes == Writes::changedStore;
    }
    // The second to bring in finds the store that the first has made.
    bool isDoneOnce() const
    {
        return writes == Writes::newFolder ||
               (writes == Writes::newStore && name != "import --create") ||
               arguments.front() == "imports";
    }
};

// The program, a folder with a store, a backup and files to bring in, and every command that
// writes.
class Stage
{
public:
    explicit Stage(fs::path program);

    const fs::path& program() const { return m_program; }
    const std::vector<Command>& commands() const { return m_commands; }
    // A folder of its own for one trial, with something older at the name of an ordinary file.
    std::unique_ptr<Folder> folderFor(const Command& command) const;
    const fs::path& pristine() const { return m_pristine.path(); }

    Outcome run(const fs::path& folder, const Arguments& arguments,
                const Conditions& conditions = {}) const
    {
        return torture::run(m_program, folder, arguments, conditions);
    }
    // What a store holds, as cohort tells it but for pseudonyms; nothing where it does not open or
    // check does not call it sound.
    std::optional<std::string> held(const fs::path& folder, const std::string& store) const;

private:
    void prepare();
    std::string firstChild() const;  // of the store, by its pseudonym
    std::string firstImport() const; // of the store with files brought in, by its number
    void learn(Command& command, bool first) const;
    fs::path m_program;
    Folder m_pristine;
    std::vector<Command> m_commands;
};

// What was there before, where the command writes over an ordinary file.
void putOlder(const Command& command, const Folder& folder);
inline constexpr const char* kOlder = "what was there before";

} // namespace twelvefold::torture
