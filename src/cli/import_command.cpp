// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/checks.h"
#include "cli/commands.h"
#include "cli/import_words.h"
#include "cli/options.h"
#include "files/names.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <random>

namespace twelvefold::cli {
namespace {

namespace fs = std::filesystem;
using workbench::ImportPlan;
using workbench::Workbench;

const std::string kStopped = "Stopped: nothing was changed.";

struct Asked
{
    std::string store, rejects, council = "Our council";
    bool create = false, dryRun = false;
    std::optional<int> returnYear;
    std::vector<std::string> paths;
};

// A file that is removed again unless somebody says that it stays.
class Provisional
{
public:
    explicit Provisional(fs::path path) : m_path(std::move(path)) {}
    Provisional(const Provisional&) = delete;
    Provisional& operator=(const Provisional&) = delete;
    ~Provisional()
    {
        std::error_code ignored;
        if (!m_path.empty())
            fs::remove(m_path, ignored);
    }
    void stay() { m_path.clear(); }

private:
    fs::path m_path;
};

// Where a dry run with --create compares against: an empty store that goes again.
fs::path scratchStore()
{
    std::random_device device;
    const std::string name = "twelvefold-" + std::to_string(device()) + std::to_string(device());
    return fs::temp_directory_path() / (name + store::Store::kExtension);
}

std::unique_ptr<Workbench> created(const fs::path& path, const std::string& council)
{
    auto made = Workbench::create(path, council, authorName());
    if (!made)
        throw Failure(made.failure());
    return std::move(made).value();
}

// Whether there is anything of that name, or a Failure where nobody can tell.
bool isThere(const fs::path& path)
{
    std::error_code error;
    const bool there = fs::exists(path, error);
    if (error)
        throw Failure(files::whyNotRead(error, path));
    return there;
}

std::vector<fs::path> existing(const std::vector<std::string>& names)
{
    std::vector<fs::path> paths;
    for (const std::string& name : names) {
        if (!isThere(name))
            throw Failure(files::whyNotRead(
                std::make_error_code(std::errc::no_such_file_or_directory), name));
        paths.emplace_back(name);
    }
    return paths;
}

int exitOf(const ImportPlan& plan)
{
    const bool faults = std::ranges::any_of(plan.problems, [](const domain::Problem& problem) {
        return problem.severity == domain::Problem::Severity::rejection;
    });
    return faults ? kFaultsFound : kDone;
}

ImportPlan planned(const Workbench& workbench, const std::vector<fs::path>& paths,
                   const Asked& asked)
{
    Watch watch;
    ImportPlan plan =
        workbench.planImport(paths, {asked.returnYear}, watch.progress(), watch.token());
    if (watch.stopped())
        throw Failure(kStopped, kInterrupted);
    return plan;
}

int bringIn(const Asked& asked, Output& output)
{
    const std::vector<fs::path> paths = existing(asked.paths);
    const bool isNew = asked.create && !isThere(asked.store);
    const fs::path place = isNew && asked.dryRun ? scratchStore() : fs::path(asked.store);
    Provisional made(isNew ? place : fs::path());
    const auto access = asked.dryRun ? store::Access::readOnly : store::Access::readWrite;
    auto workbench = isNew ? created(place, asked.council) : openStore(place, access);

    const ImportPlan plan = planned(*workbench, paths, asked);
    if (!asked.rejects.empty()) {
        if (const auto saved = workbench->saveRejects(plan, asked.rejects); !saved)
            throw Failure(saved.failure());
    }
    if (!plan.anythingRead()) {
        tellImport(plan, false, output);
        throw Failure("No file could be brought in, and nothing was changed.");
    }
    if (!asked.dryRun) {
        Watch watch;
        if (!workbench->applyImport(plan, watch.progress(), watch.token()))
            throw Failure(kStopped, kInterrupted);
        made.stay();
    }
    workbench.reset();
    tellImport(plan, !asked.dryRun, output);
    return exitOf(plan);
}

} // namespace

void addImport(CLI::App& app, Job& job)
{
    auto asked = std::make_shared<Asked>();
    CLI::App* command = app.add_subcommand("import", "Bring in returns and cost files");
    command->add_option("--store", asked->store, "The council's file")->required();
    command->add_flag("--create", asked->create, "Make the store if there is none");
    command->add_option("--council", asked->council, "The council's name, for a new store");
    command->add_flag("--dry-run", asked->dryRun, "Say what would be done, and do nothing");
    command->add_option("--rejects", asked->rejects,
                        "A CSV file for the rows not taken, with reasons");
    command
        ->add_option("--return-year", asked->returnYear,
                     "The year in which the return ends, such as 2026 for 2025-26")
        ->check(wholeNumber(1991, 2199));
    command->add_option("paths", asked->paths, "Files, and folders of files")
        ->required()
        ->option_text("FILE|FOLDER...");
    command->callback(
        [asked, &job] { job = [asked](Output& output) { return bringIn(*asked, output); }; });
}

} // namespace twelvefold::cli
