// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "files/whats_there.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace twelvefold::files {

// The one way in which the product writes a file. It grows beside its place, in the same folder,
// under a name that nobody guesses, readable by its owner alone from its first byte; commit() puts
// it in place whole, and on any other end it is gone:
//
//   auto file = OutputFile::begin(name);
//   if (!file)
//       return file.failure();
//   file->write(text);
//   return file->commit();
//
// Never replaced are stores, backups, their journals, devices, folders and the command's own
// inputs. A link to an ordinary file stays, and what it leads to is replaced; the new file is its
// owner's alone even where the old one was not. What a killed program left behind goes when
// anything is written to the same folder.
class OutputFile
{
public:
    using Inputs = std::vector<std::filesystem::path>;

    static domain::Result<OutputFile> begin(const std::filesystem::path& name,
                                            const Inputs& inputs = {},
                                            Over over = Over::ordinaryFiles);
    OutputFile(OutputFile&&) noexcept;
    OutputFile& operator=(OutputFile&&) noexcept;
    ~OutputFile(); // removes what was not committed

    // Where it is to be.
    const std::filesystem::path& name() const;

    // Appends. What goes wrong is said by commit(); false: it need not be gone on with.
    bool write(std::string_view bytes);

    // The growing file itself, for libraries that write by name: they find it empty, and must have
    // closed it and told of their own errors before commit().
    const std::filesystem::path& path() const;

    // All of it is on the disk and checked, though not in place: for what is done only when it is
    // certain that this can be written.
    domain::Result<domain::Done> settle();

    // Flushed, checked, synced, put in place, its folder synced.
    domain::Result<domain::Done> commit();

    // Removes what was put in place, where it still stands there: when what it was made for failed.
    void takeBack();

private:
    class Private;
    explicit OutputFile(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

// What killed programs left behind beside a file of that name goes, whatever it was to be called:
// also where somebody writes into the file itself, as into a store.
void removeLeftBehind(const std::filesystem::path& name);

// The whole of it for bytes that are at hand.
domain::Result<domain::Done> writeFile(const std::filesystem::path& name, std::string_view bytes,
                                       const OutputFile::Inputs& inputs = {});

// Removes a file that the program keeps, such as one beside the settings. None there is no failure.
domain::Result<domain::Done> removeFile(const std::filesystem::path& name);

} // namespace twelvefold::files
