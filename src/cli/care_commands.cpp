// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/data_quality.h"
#include "cli/commands.h"
#include "cli/json_text.h"
#include "cli/output.h"
#include "wording/wording.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>

// Care of the file: check, back up, restore.
namespace twelvefold::cli {
namespace {

using nlohmann::ordered_json;

ordered_json listed(const std::vector<store::CheckFault>& faults)
{
    ordered_json list = ordered_json::array();
    for (const store::CheckFault& fault : faults)
        list.push_back(
            {{"rule", std::string(fault.message.kind.code)}, {"message", english(fault.message)}});
    return list;
}

void sayAll(const std::vector<store::CheckFault>& faults)
{
    for (const store::CheckFault& fault : faults)
        say(wording::text(fault.message));
}

// What a check found of a store, whatever state it was found in.
struct Checked
{
    store::CheckReport report;
    std::optional<domain::Message> repaired;
    // Of the default census date. Of a faulty store nobody can say whose records these are.
    std::optional<analysis::DataQuality> quality;
};

Checked checked(const std::string& path, bool repair)
{
    std::unique_ptr<workbench::Workbench> workbench;
    const store::Opened opened =
        repair ? workbench::Workbench::repair(path, workbench, authorName())
               : workbench::Workbench::open(path, workbench, authorName(), store::Access::readOnly);
    // A store that is too broken to open is a fault that was found; one that cannot be read is
    // none.
    const bool broken = opened.message.kind.code == "store-damaged-on-opening";
    if (!workbench && !broken)
        throw Failure(opened.message);
    Checked result;
    if (workbench)
        result.report = workbench->store().check();
    if (result.report.notExamined && result.report.faults.empty())
        throw Failure(*result.report.notExamined);
    if (broken || opened.state == store::OpenState::repairable)
        result.report.faults.insert(result.report.faults.begin(), {opened.message});
    else if (opened.state == store::OpenState::repaired)
        result.repaired = opened.message;
    else if (opened.state != store::OpenState::current)
        note(spoken(opened.message));
    if (result.report.sound())
        result.quality =
            analysis::dataQuality(workbench->cohort(workbench->defaultCensus())->filtered({}));
    return result;
}

ordered_json notesOf(const Checked& checked)
{
    ordered_json notes = listed(checked.report.notes);
    if (checked.quality) {
        for (const analysis::QualityProblem& problem : checked.quality->problems)
            notes.push_back({{"rule", std::string(problem.rule->code)},
                             {"message", wording::qualityNote(*checked.quality, problem,
                                                              wording::Language::english)
                                             .toStdString()},
                             {"children", problem.rows.size()}});
    }
    return notes;
}

void sayNotes(const Checked& checked)
{
    const bool anyMissing = checked.quality && !checked.quality->problems.empty();
    if (checked.report.notes.empty() && !anyMissing)
        return;
    say(Cli::tr("To look at, though no fault of the store:"));
    sayAll(checked.report.notes);
    if (!anyMissing)
        return;
    say(Cli::tr("%1. %2").arg(wording::completeness(*checked.quality),
                              wording::countedAmong(*checked.quality)));
    for (const analysis::QualityProblem& problem : checked.quality->problems)
        say(wording::qualityNote(*checked.quality, problem));
}

int check(const std::string& path, bool repair, Output& output)
{
    const Checked found = checked(path, repair);
    const store::CheckReport& report = found.report;
    const auto& repaired = found.repaired;
    if (output.json) {
        ordered_json answer{{"store", path},
                            {"sound", report.sound()},
                            {"faults", listed(report.faults)},
                            {"notes", notesOf(found)}};
        if (repair)
            answer["repaired"] = repaired ? ordered_json(english(*repaired)) : ordered_json();
        std::cout << jsonText(answer) << '\n';
        return report.sound() ? kDone : kFaultsFound;
    }
    if (repair)
        say(repaired         ? wording::text(*repaired)
            : report.sound() ? Cli::tr("There is nothing to repair.")
                             : Cli::tr("What is wrong is not what the audit trail can put back: "
                                       "compare the store with a backup from before."));
    if (report.sound())
        say(Cli::tr("%1 is sound.").arg(QString::fromStdString(path)));
    sayAll(report.faults);
    sayNotes(found);
    return report.sound() ? kDone : kFaultsFound;
}

// A copy of a faulty store is written all the same: it may be the best there is. But it says so.
int tellFaults(const store::CheckReport& report)
{
    for (const store::CheckFault& fault : report.faults)
        note(spoken(fault.message));
    return report.sound() ? kDone : kFaultsFound;
}

void tellCopy(const std::string& from, const std::string& to, const QString& sentence,
              const Output& output)
{
    if (output.json)
        std::cout << jsonText(ordered_json{{"from", from}, {"to", to}}) << '\n';
    else
        say(sentence.arg(QString::fromStdString(from), QString::fromStdString(to)));
}

} // namespace

void addCheck(CLI::App& app, Job& job)
{
    auto path = std::make_shared<std::string>();
    auto repair = std::make_shared<bool>(false);
    CLI::App* command = app.add_subcommand(
        "check", "Whether a store, its audit trail and its records are sound. Finds accidents and "
                 "edits behind the program's back, not somebody who rewrites the audit as well");
    command->add_option("--store", *path, "The council's file")->required();
    command->add_flag("--repair", *repair,
                      "Put back what a store cannot be without, where its audit still has it");
    command->callback([path, repair, &job] {
        job = [path, repair](Output& output) { return check(*path, *repair, output); };
    });
}

void addBackup(CLI::App& app, Job& job)
{
    auto store = std::make_shared<std::string>();
    auto out = std::make_shared<std::string>();
    auto replace = std::make_shared<bool>(false);
    CLI::App* command = app.add_subcommand("backup", "A complete copy of a store");
    command->add_option("--store", *store, "The council's file")->required();
    command->add_option("--out", *out, "The copy to make")->required();
    command->add_flag("--replace", *replace, "In place of an earlier backup of the same store");
    command->callback([store, out, replace, &job] {
        job = [store, out, replace](Output& output) {
            using Existing = twelvefold::store::Store::Existing;
            const auto workbench = openStore(*store);
            const auto existing = *replace ? Existing::replaced : Existing::kept;
            if (const auto done = workbench->backup(*out, existing); !done)
                throw Failure(done.failure());
            tellCopy(*store, *out, Cli::tr("%1 is backed up in %2."), output);
            return tellFaults(workbench->store().check());
        };
    });
}

void addRestore(CLI::App& app, Job& job)
{
    auto from = std::make_shared<std::string>();
    auto out = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("restore", "A store again from a backup");
    command->add_option("--from", *from, "The backup")->required();
    command->add_option("--out", *out, "The store to make")->required();
    command->callback([from, out, &job] {
        job = [from, out](Output& output) {
            if (const auto done = store::Store::restore(*from, *out); !done)
                throw Failure(done.failure());
            tellCopy(*from, *out, Cli::tr("%1 is restored as %2."), output);
            return int(kDone);
        };
    });
}

} // namespace twelvefold::cli
