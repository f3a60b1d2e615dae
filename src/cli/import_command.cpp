// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/checks.h"
#include "cli/commands.h"
#include "cli/import_words.h"
#include "cli/options.h"
#include "cli/profile_choice.h"
#include "files/names.h"
#include "files/output_file.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace twelvefold::cli {
namespace {

namespace fs = std::filesystem;
using workbench::ImportPlan;
using workbench::Workbench;

const std::string kStopped = "Stopped: nothing was changed.";

struct ImportAsked
{
    std::string store, rejects, council, dates, decimal, turned, profile, changes;
    std::optional<domain::Date> upTo, listDay;
    bool create = false, dryRun = false;
    std::optional<int> returnYear;
    std::vector<std::string> paths;
};

// What the options answer of what an import may ask.
workbench::ImportOptions optionsOf(const ImportAsked& asked)
{
    workbench::ImportOptions options;
    options.returnYear = asked.returnYear;
    options.leaveChanges = asked.changes == "leave";
    using enum exchange::QuestionKind;
    for (const auto& [kind, token] :
         {std::pair(dateOrder, &asked.dates), std::pair(decimalMark, &asked.decimal),
          std::pair(council, &asked.council), std::pair(turnedDays, &asked.turned)}) {
        if (!token->empty())
            options.answers.give(kind, *token);
    }
    options.answers.upTo = asked.upTo;
    options.answers.listDay = asked.listDay;
    options.profiles = savedProfiles().shelf();
    if (!asked.profile.empty())
        options.profiles.ask(profileCalled(asked.profile));
    return options;
}

constexpr domain::MessageKind kRejectsNotKept{
    "cli-rejects-not-kept",
    TWELVEFOLD_TEXT("Message",
                    "The rows were brought in; the list of those that were not could not "
                    "be kept. %1")};

// Whether there is anything of that name, or a Failure where nobody can tell.
bool isThere(const fs::path& path)
{
    std::error_code error;
    const bool there = fs::exists(path, error);
    if (error)
        throw Failure(files::whyNotRead(error, path));
    return there;
}

// The store that files are brought into: one that is there, or one that is still being made and
// appears when all of it is.
class Place
{
public:
    explicit Place(const ImportAsked& asked) : m_access(accessOf(asked))
    {
        if (asked.create && !isThere(asked.store))
            make(asked);
        else
            m_workbench = openStore(asked.store, m_access);
    }
    Workbench& workbench() { return *m_workbench; }
    bool isNew() const { return m_making != nullptr; }
    void finish()
    {
        m_workbench.reset();
        if (!m_making || m_access == store::Access::readOnly)
            return;
        if (const auto done = m_making->commit(); !done)
            throw Failure(done.failure());
    }

private:
    static store::Access accessOf(const ImportAsked& asked)
    {
        return asked.dryRun ? store::Access::readOnly : store::Access::readWrite;
    }
    void make(const ImportAsked& asked)
    {
        auto begun = files::OutputFile::begin(asked.store, {}, files::Over::nothing);
        if (!begun)
            throw Failure(begun.failure());
        m_making = std::make_unique<files::OutputFile>(std::move(begun).value());
        auto made = Workbench::create(
            *m_making, asked.council.empty() ? workbench::kUnnamedCouncil : asked.council,
            authorName());
        if (!made)
            throw Failure(made.failure());
        m_workbench = std::move(made).value();
    }

    store::Access m_access;
    std::unique_ptr<files::OutputFile> m_making;
    std::unique_ptr<Workbench> m_workbench;
};

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
                   const ImportAsked& asked)
{
    Watch watch;
    ImportPlan plan =
        workbench.planImport(paths, optionsOf(asked), watch.progress(), watch.token());
    if (watch.stopped())
        throw Failure(kStopped, kInterrupted);
    return plan;
}

// Those of an earlier run stay in their place until this one has come to its end.
std::optional<files::OutputFile> rejectsOnDisk(const Workbench& workbench, const ImportPlan& plan,
                                               const ImportAsked& asked)
{
    if (asked.rejects.empty())
        return std::nullopt;
    auto begun = workbench.beginRejects(plan, asked.rejects);
    if (!begun)
        throw Failure(begun.failure());
    if (const auto settled = begun->settle(); !settled)
        throw Failure(settled.failure());
    return std::move(begun).value();
}

// A folder of a whole store's tables is taken whole or not at all, and asks nothing.
void refuseWhatTablesDoNotAsk(const ImportAsked& asked)
{
    if (asked.paths.size() != 1)
        throw Failure("A folder of a whole store's tables is brought in by itself.", kWrongUse);
    for (const auto& [option, isGiven] :
         {std::pair("--rejects", !asked.rejects.empty()),
          std::pair("--dates", !asked.dates.empty()),
          std::pair("--decimal", !asked.decimal.empty()),
          std::pair("--turned-dates", !asked.turned.empty()),
          std::pair("--return-year", asked.returnYear.has_value())}) {
        if (isGiven)
            throw Failure(std::string(option) + ": a folder of a whole store's tables is taken "
                                                "whole or not at all, and asks nothing",
                          kWrongUse);
    }
}

domain::Result<workbench::TablesMoved> tablesTaken(const ImportAsked& asked, Watch& watch)
{
    const fs::path folder = asked.paths.front();
    const auto trial = asked.dryRun ? store::Store::Trial::yes : store::Store::Trial::no;
    if (asked.create && !isThere(asked.store))
        return Workbench::makeFromTables(folder, asked.store, {asked.council, authorName(), trial},
                                         watch.progress(), watch.token());
    const auto bench =
        openStore(asked.store, asked.dryRun ? store::Access::readOnly : store::Access::readWrite);
    return bench->takeInTables(folder, trial, watch.progress(), watch.token());
}

int takeInTables(const ImportAsked& asked, const Output& output)
{
    refuseWhatTablesDoNotAsk(asked);
    Watch watch;
    const auto taken = tablesTaken(asked, watch);
    if (!taken)
        throw Failure(taken.failure(), watch.stopped() ? kInterrupted : kRefused);
    tellTablesTaken(*taken, !asked.dryRun, output);
    return kDone;
}

int bringIn(const ImportAsked& asked, Output& output)
{
    const std::vector<fs::path> paths = existing(asked.paths);
    if (std::ranges::any_of(paths, workbench::isTableFolder))
        return takeInTables(asked, output);
    Place place(asked);
    Workbench& workbench = place.workbench();
    tellsOfFaults(workbench);

    const ImportPlan plan = planned(workbench, paths, asked);
    std::optional<files::OutputFile> rejects = rejectsOnDisk(workbench, plan, asked);
    const auto keepRejects = [&]() -> domain::Result<domain::Done> {
        return rejects ? rejects->commit() : domain::Done{};
    };
    if (!plan.anythingRead()) {
        if (const auto kept = keepRejects(); !kept)
            throw Failure(kept.failure());
        tellImport(plan, false, output);
        throw Failure("No file could be brought in, and nothing was changed.");
    }
    if (plan.nothingToDo() && (!plan.questions.empty() || place.isNew())) {
        if (const auto kept = keepRejects(); !kept)
            throw Failure(kept.failure());
        tellImport(plan, false, output);
        note(plan.questions.empty() ? "Nothing was taken, so no store was made."
                                    : "Nothing was changed: say first what is asked.");
        return exitOf(plan);
    }
    if (!asked.dryRun) {
        Watch watch;
        if (!workbench.applyImport(plan, watch.progress(), watch.token()))
            throw Failure(kStopped, kInterrupted);
    }
    place.finish();
    const auto kept = keepRejects();
    if (!kept && asked.dryRun)
        throw Failure(kept.failure());
    tellImport(plan, !asked.dryRun, output);
    if (kept)
        return exitOf(plan);
    // What was brought in stands by then.
    note(spoken({kRejectsNotKept, {spoken(kept.failure())}}));
    return kRefused;
}

} // namespace

void addImport(CLI::App& app, Job& job)
{
    auto asked = std::make_shared<ImportAsked>();
    CLI::App* command = app.add_subcommand(
        "import",
        "Bring in returns and cost files, or a whole store from the folder that export made");
    command->add_option("--store", asked->store, "The council's file")->required();
    command->add_flag("--create", asked->create, "Make the store if there is none");
    command->add_option("--council", asked->council,
                        "The council's name, for a new store, and whose rows to take of files that "
                        "hold several");
    command
        ->add_option("--dates", asked->dates,
                     "How to read dates that could be either: day first (dmy) or month first (mdy)")
        ->check(CLI::IsMember({"dmy", "mdy"}));
    command
        ->add_option("--decimal", asked->decimal,
                     "What stands before the pence in amounts that could be either: a point or a "
                     "comma")
        ->check(CLI::IsMember({"point", "comma"}));
    command
        ->add_option("--turned-dates", asked->turned,
                     "Whether a spreadsheet took day and month of real dates for each other, where "
                     "a column looks so")
        ->check(CLI::IsMember({"yes", "no"}));
    command
        ->add_option("--changes", asked->changes,
                     "Whether rows that change what the store has are taken (take), or only what "
                     "is new (leave)")
        ->check(CLI::IsMember({"take", "leave"}));
    addDate(*command, "--up-to", asked->upTo,
            "The last day that amounts of the year to date are for");
    addDate(*command, "--list-day", asked->listDay,
            "The day of which lists for an inspection say what was so");
    command
        ->add_option("--profile", asked->profile,
                     "Which column is what in a table with headings of its own: the name of a "
                     "profile, or its file")
        ->option_text("NAME|FILE");
    command->add_flag("--dry-run", asked->dryRun, "Say what would be done, and do nothing");
    command->add_option("--rejects", asked->rejects,
                        "A .csv or .xlsx file for the rows not taken, with reasons");
    command
        ->add_option("--return-year", asked->returnYear,
                     "The year in which the return ends, such as 2026 for 2025-26")
        ->check(wholeNumber(1991, 2199));
    command->add_option("paths", asked->paths, "Files, zips of files, and folders of either")
        ->required()
        ->option_text("FILE|FOLDER...");
    command->callback(
        [asked, &job] { job = [asked](Output& output) { return bringIn(*asked, output); }; });
}

} // namespace twelvefold::cli
