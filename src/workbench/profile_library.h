// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/profile.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

namespace twelvefold::workbench {

// The profiles that a person keeps: a folder with a file each.
class ProfileLibrary
{
public:
    explicit ProfileLibrary(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    struct Kept
    {
        std::filesystem::path file;
        exchange::Profile profile;
    };
    std::vector<Kept> kept() const; // by name
    // Files of the folder that are no profiles, with what is wrong.
    struct Faulty
    {
        std::filesystem::path file;
        domain::Message why;
    };
    std::vector<Faulty> faulty() const;

    // Those kept, and those that come with the product; of one name the kept.
    std::vector<exchange::Profile> all() const;
    // By its name, whatever its capitals; nothing: there is none.
    std::optional<exchange::Profile> find(std::string_view name) const;
    exchange::ProfileShelf shelf() const;

    // In the place of one of the same name. Refused where it is at fault, or the disk refuses.
    domain::Result<domain::Done> keep(const exchange::Profile& profile) const;

    // Whether there is a kept one of that name, and its removal: one of the product's with the same
    // name is used again. False: there is none.
    bool keeps(std::string_view name) const;
    domain::Result<bool> remove(std::string_view name) const;

private:
    std::optional<Kept> keptOne(std::string_view name) const;
    void forEach(const std::function<void(const std::filesystem::path&,
                                          domain::Result<exchange::Profile>)>& look) const;

    std::filesystem::path m_folder;
};

// A profile in a file that somebody named.
domain::Result<exchange::Profile> profileIn(const std::filesystem::path& file);

} // namespace twelvefold::workbench
