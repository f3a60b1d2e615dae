// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_work.h"

#include "files/names.h"
#include "workbench/import_ids.h"

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
            rename(file, files::inUtf8(file.path.parent_path().filename()) + '/' + file.name);
    }
}

// What is left of a file's path without the table's name: what the files of one return share.
std::string group(const ReadFile& file)
{
    std::string stem = files::inUtf8(file.path.stem());
    std::ranges::transform(stem, stem.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const std::string word : {"sw_episodes",
                                   "social_worker_episodes",
                                   "placed_for_adoption",
                                   "should_be_placed_for_adoption",
                                   "previous_permanence",
                                   "prev_perm",
                                   "unaccompanied",
                                   "uasc",
                                   "reviews",
                                   "review",
                                   "missing",
                                   "dolo",
                                   "adoptions",
                                   "ad1",
                                   "leavers",
                                   "oc3",
                                   "oc2",
                                   "episodes",
                                   "episode",
                                   "header",
                                   "ssda903",
                                   "ssda"}) {
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
    for (const auto& row : file.outcomes)
        children.insert(row.localId);
    for (const auto& row : file.events)
        children.insert(row.localId);
    return children;
}

// The year of the only return among those given, if it is one.
std::optional<int> onlyYear(const std::set<int>& years)
{
    return years.size() == 1 ? std::optional(*years.begin()) : std::nullopt;
}

// How many of a file's children each year has.
std::map<int, double> sharedByYear(const ReadFile& file,
                                   const std::map<int, std::set<std::string>>& byYear)
{
    const std::set<std::string> children = childrenIn(file);
    std::map<int, double> shared;
    for (const auto& [year, others] : byYear)
        shared[year] = static_cast<double>(std::ranges::count_if(
            children, [&](const std::string& child) { return others.contains(child); }));
    return shared;
}

// Of the years' children, those that share most with a file's: at least half of the smaller group.
std::optional<int> yearSharingMost(const ReadFile& file,
                                   const std::map<int, std::set<std::string>>& byYear)
{
    const std::size_t inFile =
        childrenIn(file).size() + static_cast<std::size_t>(file.ofUnknownChildren);
    std::optional<int> best;
    double bestShare = 0;
    for (const auto& [year, shared] : sharedByYear(file, byYear)) {
        const std::size_t others = byYear.at(year).size();
        const double smaller = static_cast<double>(std::min(inFile, others));
        const double all = static_cast<double>(inFile + others) - shared;
        const double share = all > 0 ? shared / all : 0;
        if (shared * 2 >= smaller && share >= bestShare && shared > 0) {
            best = year;
            bestShare = share;
        }
    }
    return best;
}

// Whether the file is of the children of a year that shares its name: no other year has more than
// twice as many of them.
bool isBorneOut(int year, const ReadFile& file, const std::map<int, std::set<std::string>>& byYear)
{
    const auto shared = sharedByYear(file, byYear);
    return std::ranges::none_of(
        shared, [&](const auto& other) { return other.second > 2 * shared.at(year); });
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
        if (file.kind == FileKind::episodes || file.kind == FileKind::finance ||
            file.kind == FileKind::measures || file.kind == FileKind::assessments ||
            exchange::isSnapshot(file.kind) || file.returnYear || file.refused)
            continue;
        const auto found = byGroup.find(group(file));
        if (found != byGroup.end())
            file.returnYear = onlyYear(found->second);
        if (file.returnYear && !isBorneOut(*file.returnYear, file, byYear))
            file.returnYear.reset();
        if (!file.returnYear)
            file.returnYear = file.yearOfDays ? file.yearOfDays : yearSharingMost(file, byYear);
        if (file.returnYear)
            given.push_back(i);
    }
    return given;
}

namespace {

// The files of one import while they are read: what one of them says may bear on the others.
class Reading
{
public:
    Reading(const store::Store& store, const ImportOptions& options)
        : m_profiles(options.profiles), m_book(store)
    {
        m_common.returnYear = options.returnYear;
        m_common.answers = options.answers;
        m_storeCouncil = store.councilName();
        if (m_storeCouncil != kUnnamedCouncil)
            m_common.ownCouncil = m_storeCouncil;
    }

    void open(const fs::path& path)
    {
        for (const auto& file : exchange::openFile(path, m_profiles)) {
            m_open.push_back(file);
            m_looks.push_back(exchange::firstLook(*file));
            m_common.councils.merge(Councils(m_looks.back().councils));
        }
    }

    // Of tables: a workbook may hold several.
    std::size_t size() const { return m_open.size(); }
    const fs::path& pathOf(std::size_t i) const { return m_looks[i].path; }

    // Whom there is, the returns say: what is said of children is read after them.
    std::vector<ReadFile> readAll(const std::function<void(std::size_t)>& tell)
    {
        if (!m_common.answers.council && m_common.councils.contains(m_storeCouncil))
            m_common.answers.council = m_storeCouncil; // the store is that council's
        for (std::size_t i = 0; i < m_open.size(); ++i)
            m_asks.push_back(exchange::asks(*m_open[i], isRuleBroken(i)));
        std::vector<ReadFile> files(m_open.size());
        for (std::size_t i = 0; i < files.size(); ++i) {
            if (namesChildren(i)) {
                tell(i);
                files[i] = read(i, m_common.returnYear, false);
                m_book.add(files[i]);
            }
        }
        m_book.close();
        for (std::size_t i = 0; i < files.size(); ++i) {
            if (!namesChildren(i)) {
                tell(i);
                files[i] = read(i, m_common.returnYear, true);
            } else if (m_book.callsOtherwise(files[i])) {
                files[i] = read(i, m_common.returnYear, true);
            }
        }
        // Some checks need the year: tables that were given one are read again.
        for (const std::size_t i : giveYears(files))
            files[i] = read(i, files[i].returnYear, true);
        return files;
    }

private:
    using Councils = exchange::Councils;

    // Whether it says whom there is.
    bool namesChildren(std::size_t i) const
    {
        return m_looks[i].kind == FileKind::episodes || m_looks[i].kind == FileKind::header ||
               exchange::isSnapshot(m_looks[i].kind);
    }

    // Whether dates of another table of the return show that it is written month first, so that
    // this one's cannot be taken to be day first because a return's are.
    bool isRuleBroken(std::size_t i) const
    {
        return m_looks[i].isDayFirstByRuleAlone &&
               std::ranges::any_of(m_looks, [](const exchange::FirstLook& look) {
                   return look.kind != FileKind::finance && look.kind != FileKind::measures &&
                          look.kind != FileKind::assessments &&
                          look.kind != FileKind::placementStandard && look.isMonthFirst;
               });
    }

    // What is answered is answered of the files that ask it; where none does, it is said of all.
    exchange::Answers answersFor(std::size_t i) const
    {
        exchange::Answers answers = m_common.answers;
        using enum exchange::QuestionKind;
        for (const auto kind : {dateOrder, decimalMark, turnedDays, upTo}) {
            const auto asks = [kind](const auto& kinds) { return kinds.contains(kind); };
            if (std::ranges::any_of(m_asks, asks) && !asks(m_asks[i]))
                answers.give(kind, "");
        }
        return answers;
    }

    ReadFile read(std::size_t i, std::optional<int> year, bool knowsChildren) const
    {
        exchange::ReadOptions options = m_common;
        options.answers = answersFor(i);
        options.returnYear = year;
        options.ruleOfDatesBroken = isRuleBroken(i);
        if (knowsChildren && namesChildren(i)) {
            options.childOf = [this](const std::string& localId, std::optional<Date> born) {
                return std::optional(m_book.find(localId, born).value_or(localId));
            };
        } else if (knowsChildren) {
            options.childOf = [this](const std::string& localId, std::optional<Date> born) {
                return m_book.find(localId, born);
            };
            options.bornOf = [this](const std::string& localId) { return m_book.bornOf(localId); };
            options.childAlike = [this](const std::string& localId) {
                return m_book.alike(localId);
            };
        }
        return exchange::readFile(*m_open[i], exchange::settingTable(), options);
    }

    const exchange::ProfileShelf& m_profiles;
    exchange::ReadOptions m_common;
    std::string m_storeCouncil;
    ChildBook m_book;
    std::vector<std::shared_ptr<const exchange::OpenFile>> m_open;
    std::vector<exchange::FirstLook> m_looks;
    std::vector<std::set<exchange::QuestionKind>> m_asks;
};

} // namespace

std::vector<ReadFile> readAll(const store::Store& store, const std::vector<fs::path>& paths,
                              const ImportOptions& options, const Progress& progress,
                              const std::stop_token& stop)
{
    const std::vector<fs::path> names = filesOf(paths);
    const auto tell = [&](const fs::path& path, double done) {
        stopIfAsked(stop);
        if (progress)
            progress({kReading, {files::shownName(path)}}, done);
    };
    const auto share = [](std::size_t i, std::size_t of) {
        return static_cast<double>(i) / static_cast<double>(of);
    };
    Reading reading(store, options);
    for (std::size_t i = 0; i < names.size(); ++i) {
        tell(names[i], 0.3 * share(i, names.size()));
        reading.open(names[i]);
    }
    std::vector<ReadFile> files = reading.readAll(
        [&](std::size_t i) { tell(reading.pathOf(i), 0.3 + 0.5 * share(i, reading.size())); });
    tellApart(files);
    std::ranges::stable_sort(files, {}, &ReadFile::name);
    return files;
}

} // namespace twelvefold::workbench::import
