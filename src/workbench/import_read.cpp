// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_work.h"

#include "files/names.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace twelvefold::workbench::import {
namespace {

using exchange::FileKind;
using exchange::ReadFile;
namespace fs = std::filesystem;

constexpr MessageKind kReading{"import-reading", TWELVEFOLD_TEXT("Message", "Reading %1")};

std::vector<fs::path> filesOf(const std::vector<fs::path>& paths)
{
    std::vector<fs::path> files;
    for (const fs::path& path : paths) {
        for (const fs::path& file : exchange::filesAt(path)) {
            if (std::ranges::find(files, file) == files.end())
                files.push_back(file);
        }
    }
    return files;
}

void rename(ReadFile& file, const std::string& name)
{
    file.name = name;
    for (Problem& problem : file.problems)
        problem.file = name;
}

// Files of one name in different folders get their folder's name before their own.
void tellApart(std::vector<ReadFile>& files)
{
    std::map<std::string, std::size_t> count;
    for (const ReadFile& file : files)
        ++count[file.name];
    for (ReadFile& file : files) {
        if (count[file.name] > 1 && file.path.has_parent_path())
            rename(file, files::inUtf8(file.path.parent_path().filename()) + '/' +
                             files::inUtf8(file.path.filename()));
    }
}

// What is left of a file's path without the table's name: what the files of one return share.
std::string group(const ReadFile& file)
{
    std::string stem = files::inUtf8(file.path.stem());
    std::ranges::transform(stem, stem.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const std::string word : {"episodes", "episode", "header", "oc2", "ssda903", "ssda"}) {
        for (auto at = stem.find(word); at != std::string::npos; at = stem.find(word))
            stem.erase(at, word.size());
    }
    std::erase_if(stem, [](unsigned char c) { return std::isalnum(c) == 0; });
    return files::inUtf8(file.path.parent_path()) + '\n' + stem;
}

// Whom a return says that there are.
std::set<std::string> childrenOf(const ReadFile& file)
{
    std::set<std::string> children;
    for (const auto& row : file.episodes)
        children.insert(row.localId);
    for (const auto& row : file.headers)
        children.insert(row.localId);
    return children;
}

std::set<std::string> childrenIn(const ReadFile& file)
{
    std::set<std::string> children = childrenOf(file);
    for (const auto& row : file.oc2)
        children.insert(row.localId);
    return children;
}

// The year of the only return among those given, if it is one.
std::optional<int> onlyYear(const std::set<int>& years)
{
    return years.size() == 1 ? std::optional(*years.begin()) : std::nullopt;
}

// Of the years' children, those that share most with a file's: at least half of the smaller group.
std::optional<int> yearSharingMost(const ReadFile& file,
                                   const std::map<int, std::set<std::string>>& byYear)
{
    const std::set<std::string> children = childrenIn(file);
    const std::size_t inFile = children.size() + static_cast<std::size_t>(file.ofUnknownChildren);
    std::optional<int> best;
    double bestShare = 0;
    for (const auto& [year, others] : byYear) {
        const auto shared = static_cast<double>(std::ranges::count_if(
            children, [&](const std::string& child) { return others.contains(child); }));
        const double smaller = static_cast<double>(std::min(inFile, others.size()));
        const double all = static_cast<double>(inFile + others.size()) - shared;
        const double share = all > 0 ? shared / all : 0;
        if (shared * 2 >= smaller && share >= bestShare && shared > 0) {
            best = year;
            bestShare = share;
        }
    }
    return best;
}

} // namespace

void stopIfAsked(const std::stop_token& stop)
{
    if (stop.stop_requested())
        throw Stopped();
}

std::vector<std::size_t> giveYears(std::vector<ReadFile>& files)
{
    std::map<std::string, std::set<int>> byGroup;
    std::map<int, std::set<std::string>> byYear;
    for (const ReadFile& file : files) {
        if (file.kind != FileKind::episodes || !file.returnYear)
            continue;
        byGroup[group(file)].insert(*file.returnYear);
        byYear[*file.returnYear].merge(childrenIn(file));
    }
    std::vector<std::size_t> given;
    for (std::size_t i = 0; i < files.size(); ++i) {
        ReadFile& file = files[i];
        if ((file.kind != FileKind::header && file.kind != FileKind::oc2) || file.returnYear)
            continue;
        const auto found = byGroup.find(group(file));
        if (found != byGroup.end())
            file.returnYear = onlyYear(found->second);
        if (!file.returnYear)
            file.returnYear = yearSharingMost(file, byYear);
        if (file.returnYear)
            given.push_back(i);
    }
    return given;
}

std::vector<ReadFile> readAll(const store::Store& store, const std::vector<fs::path>& paths,
                              const ImportOptions& options, const Progress& progress,
                              const std::stop_token& stop)
{
    std::vector<fs::path> names = filesOf(paths);
    // Whom there is, the returns say: what is said of children is read after them.
    const auto later = std::ranges::stable_partition(names, [](const fs::path& name) {
        const FileKind kind = exchange::kindAt(name);
        return kind != FileKind::oc2 && kind != FileKind::finance;
    });
    const std::size_t returns = names.size() - later.size();
    const auto stored = store.childrenByLocalId();
    std::set<std::string> named;
    exchange::ReadOptions reading{options.returnYear, std::nullopt, {}};
    std::vector<ReadFile> files;
    for (std::size_t i = 0; i < names.size(); ++i) {
        stopIfAsked(stop);
        if (progress)
            progress({kReading, {files::shownName(names[i])}},
                     0.8 * static_cast<double>(i) / static_cast<double>(names.size()));
        if (i == returns)
            reading.isKnown = [&](const std::string& localId) {
                return stored.contains(localId) || named.contains(localId);
            };
        files.push_back(exchange::readFile(names[i], exchange::settingTable(), reading));
        named.merge(childrenOf(files.back()));
    }
    // Some checks need the year: tables that were given one are read again.
    for (const std::size_t i : giveYears(files)) {
        reading.returnYear = files[i].returnYear;
        files[i] = exchange::readFile(files[i].path, exchange::settingTable(), reading);
    }
    tellApart(files);
    std::ranges::stable_sort(files, {}, &ReadFile::name);
    return files;
}

} // namespace twelvefold::workbench::import
