// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/profile_library.h"

#include "files/input_file.h"
#include "files/names.h"
#include "files/output_file.h"

#include <algorithm>

namespace twelvefold::workbench {
namespace {

namespace fs = std::filesystem;

bool isCalled(const exchange::Profile& profile, std::string_view name)
{
    return files::lowerCase(profile.name) == files::lowerCase(std::string(name));
}

// A name of a file that any system takes, from that of a profile: letters and figures stay. What
// comes out alike is told apart by a number.
std::string fileNameFor(const std::string& name)
{
    std::string plain;
    for (const char c : files::lowerCase(name)) {
        const bool stays = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (stays)
            plain += c;
        else if (!plain.empty() && plain.back() != '-')
            plain += '-';
    }
    return plain.empty() ? "profile" : plain;
}

} // namespace

domain::Result<exchange::Profile> profileIn(const fs::path& file)
{
    const auto text = files::readAll(file);
    if (!text)
        return text.failure();
    return exchange::readProfile(*text);
}

void ProfileLibrary::forEach(
    const std::function<void(const fs::path&, domain::Result<exchange::Profile>)>& look) const
{
    std::error_code error;
    std::vector<fs::path> names;
    for (fs::directory_iterator entries(m_folder, error), end; !error && entries != end;
         entries.increment(error)) {
        if (files::kindOf(entries->path()) == "json")
            names.push_back(entries->path());
    }
    std::ranges::sort(names);
    for (const fs::path& name : names)
        look(name, profileIn(name));
}

std::vector<ProfileLibrary::Kept> ProfileLibrary::kept() const
{
    std::vector<Kept> all;
    forEach([&all](const fs::path& file, domain::Result<exchange::Profile> profile) {
        if (profile)
            all.push_back({file, *std::move(profile)});
    });
    std::ranges::sort(all, {}, [](const Kept& one) { return one.profile.name; });
    return all;
}

std::vector<ProfileLibrary::Faulty> ProfileLibrary::faulty() const
{
    std::vector<Faulty> all;
    forEach([&all](const fs::path& file, const domain::Result<exchange::Profile>& profile) {
        if (!profile)
            all.push_back({file, profile.failure()});
    });
    return all;
}

std::vector<exchange::Profile> ProfileLibrary::all() const
{
    std::vector<exchange::Profile> profiles;
    for (Kept& one : kept())
        profiles.push_back(std::move(one.profile));
    for (const exchange::Profile& ready : exchange::readyProfiles()) {
        if (std::ranges::none_of(profiles, [&ready](const exchange::Profile& own) {
                return isCalled(own, ready.name);
            }))
            profiles.push_back(ready);
    }
    return profiles;
}

std::optional<exchange::Profile> ProfileLibrary::find(std::string_view name) const
{
    for (exchange::Profile& profile : all()) {
        if (isCalled(profile, name))
            return std::move(profile);
    }
    return std::nullopt;
}

exchange::ProfileShelf ProfileLibrary::shelf() const
{
    exchange::ProfileShelf shelf;
    for (const Kept& one : kept())
        shelf.put(one.profile);
    return shelf;
}

domain::Result<domain::Done> ProfileLibrary::keep(const exchange::Profile& profile) const
{
    if (auto fault = exchange::faultIn(profile))
        return *std::move(fault);
    std::error_code error;
    fs::create_directories(m_folder, error);
    const std::string base = fileNameFor(profile.name);
    fs::path place;
    if (const auto before = keptOne(profile.name))
        place = before->file;
    for (int n = 1; place.empty(); ++n) {
        const fs::path free = m_folder / (base + (n == 1 ? "" : "-" + std::to_string(n)) + ".json");
        if (!fs::exists(free, error))
            place = free;
    }
    return files::writeFile(place, exchange::writeProfile(profile));
}

std::optional<ProfileLibrary::Kept> ProfileLibrary::keptOne(std::string_view name) const
{
    for (Kept& one : kept()) {
        if (isCalled(one.profile, name))
            return std::move(one);
    }
    return std::nullopt;
}

bool ProfileLibrary::keeps(std::string_view name) const
{
    return keptOne(name).has_value();
}

domain::Result<bool> ProfileLibrary::remove(std::string_view name) const
{
    const auto one = keptOne(name);
    if (!one)
        return false;
    if (const auto removed = files::removeFile(one->file); !removed)
        return removed.failure();
    return true;
}

} // namespace twelvefold::workbench
