// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace twelvefold::files {

// A new folder of files, written as an OutputFile is: it grows beside its place, readable by its
// owner alone, and is there whole after commit() or not at all. It takes no place but that of an
// empty folder.
class OutputFolder
{
public:
    static domain::Result<OutputFolder> begin(const std::filesystem::path& name);
    OutputFolder(OutputFolder&&) noexcept;
    OutputFolder& operator=(OutputFolder&&) noexcept;
    ~OutputFolder(); // removes what was not committed

    // Begins the next file in it; what is written goes there. What goes wrong is said by commit().
    void beginFile(const std::string& name);
    // Appends; false: it need not be gone on with.
    bool write(std::string_view bytes);

    // Every file checked and synced, the folder put in place, what holds it synced.
    domain::Result<domain::Done> commit();

private:
    class Private;
    explicit OutputFolder(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

// Removes a folder that a killed program left growing under that name, with the files in it;
// anything else, and one that somebody is writing, stays.
void removeFolderIfDead(const std::filesystem::path& path);

} // namespace twelvefold::files
