// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/checks.h"
#include "cli/commands.h"
#include "cli/json_text.h"
#include "cli/output.h"
#include "wording/wording.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <sstream>

// What was brought in, and one bringing-in taken back while later changes stand.
namespace twelvefold::cli {
namespace {

using nlohmann::ordered_json;
using workbench::Workbench;

struct ImportsAsked
{
    std::string store;
    std::optional<std::int64_t> undo;
    bool keepChanged = false, dryRun = false;
};

// {"placement": {"added": 1}} of "placement +1".
ordered_json talliesJson(const std::string& detail)
{
    ordered_json tables = ordered_json::object();
    std::istringstream words(detail);
    std::string table;
    for (std::string word; words >> word;) {
        const char sign = word.front();
        if (sign != '+' && sign != '~' && sign != '-') {
            table = word;
            continue;
        }
        const char* what = sign == '+' ? "added" : sign == '~' ? "changed" : "removed";
        tables[table][what] = std::stoll(word.substr(1));
    }
    return tables;
}

ordered_json fileBroughtInJson(const store::ImportBatch::File& file)
{
    return {{"file", file.name},
            {"sha256", file.sha256},
            {"rows", file.rows},
            {"recognised_as", file.recognisedAs},
            {"accepted", file.accepted},
            {"changed", file.changed},
            {"unchanged", file.unchanged},
            {"rejected", file.rejected},
            {"profile", file.profile.empty() ? ordered_json(nullptr) : ordered_json(file.profile)}};
}

ordered_json importJson(const store::BroughtIn& import)
{
    ordered_json files = ordered_json::array();
    for (const store::ImportBatch::File& file : import.files)
        files.push_back(fileBroughtInJson(file));
    ordered_json gone;
    if (import.gone)
        gone = {{"at", import.gone->at},
                {"author", import.gone->author},
                {"in_part", import.gone->inPart}};
    return {{"number", import.id},
            {"at", import.at},
            {"author", import.author},
            {"stands", !import.gone},
            {"taken_back", std::move(gone)},
            {"stays_because", import.stays ? ordered_json(english(*import.stays)) : ordered_json()},
            {"records", talliesJson(import.detail)},
            {"files", std::move(files)}};
}

QString stateOfImport(const store::BroughtIn& import)
{
    if (!import.gone)
        return import.stays ? Cli::tr("stands, and can no longer be taken back")
                            : Cli::tr("stands");
    return (import.gone->inPart ? Cli::tr("taken back on %1 by %2, but for what was changed since")
                                : Cli::tr("taken back on %1 by %2"))
        .arg(wording::moment(import.gone->at), QString::fromStdString(import.gone->author));
}

void sayImport(const store::BroughtIn& import)
{
    say(Cli::tr("%1: brought in on %2 by %3; %4")
            .arg(import.id)
            .arg(wording::moment(import.at), QString::fromStdString(import.author),
                 stateOfImport(import)));
    say(QStringLiteral("    ") +
        Cli::tr("Records: %1").arg(wording::recordsTouched(import.detail)));
    for (const store::ImportBatch::File& file : import.files) {
        const auto kind = exchange::fileKind(file.recognisedAs);
        say(QStringLiteral("    %1  %2")
                .arg(QString::fromStdString(file.name), -28)
                .arg(kind ? wording::text(exchange::word(*kind))
                          : QString::fromStdString(file.recognisedAs)));
        const QString rows = file.rows == 1 ? Cli::tr("1 row") : Cli::tr("%L1 rows").arg(file.rows);
        say(Cli::tr("        %1: %L2 new, %L3 changed, %L4 unchanged, %L5 rejected")
                .arg(rows)
                .arg(file.accepted)
                .arg(file.changed)
                .arg(file.unchanged)
                .arg(file.rejected));
        if (!file.profile.empty())
            say(Cli::tr("        by the profile “%1”").arg(QString::fromStdString(file.profile)));
        say(Cli::tr("        SHA-256 %1").arg(QString::fromStdString(file.sha256)));
    }
}

int listImports(const ImportsAsked& asked, const Output& output)
{
    const auto bench = openStore(asked.store);
    const std::vector<store::BroughtIn> imports = bench->store().imports();
    if (output.json) {
        ordered_json all = ordered_json::array();
        for (const store::BroughtIn& import : imports)
            all.push_back(importJson(import));
        std::cout << jsonText(ordered_json{{"store", asked.store}, {"imports", std::move(all)}})
                  << '\n';
        return kDone;
    }
    for (const store::BroughtIn& import : imports)
        sayImport(import);
    if (imports.empty())
        say(Cli::tr("No files were brought in."));
    return kDone;
}

// By pseudonym.
std::vector<std::string> childrenKept(const store::TakeBackPlan& plan, const Workbench& bench)
{
    std::vector<std::string> pseudonyms;
    for (const domain::ChildId id : plan.childrenKept) {
        if (const auto child = bench.store().child(id))
            pseudonyms.push_back(child->pseudonym);
    }
    std::ranges::sort(pseudonyms);
    return pseudonyms;
}

ordered_json takeBackJson(const store::TakeBackPlan& plan, const Workbench& bench,
                          const ImportsAsked& asked, bool done)
{
    ordered_json later = ordered_json::array();
    for (const store::Step& step : plan.later)
        later.push_back(
            {{"name", wording::text(step.name, wording::Language::english).toStdString()},
             {"author", step.author},
             {"day", step.day.iso()}});
    return {{"store", asked.store},
            {"number", plan.id},
            {"takes_back", talliesJson(plan.takes)},
            {"in_the_way", talliesJson(plan.since)},
            {"in_the_way_by", std::move(later)},
            {"keeps", talliesJson(plan.keeps)},
            {"keeps_children", childrenKept(plan, bench)},
            {"written", done}};
}

// What is kept, and of whom: the first ten.
void sayKept(const store::TakeBackPlan& plan, const Workbench& bench)
{
    say(wording::keptOf(plan.keeps, plan.childrenKept.size()));
    const std::vector<std::string> all = childrenKept(plan, bench);
    const std::vector<std::string> shown(
        all.begin(), all.begin() + std::min<std::ptrdiff_t>(std::ssize(all), 10));
    if (!shown.empty())
        say(QStringLiteral("    ") + QString::fromStdString(joinedByCommas(shown)));
    if (all.size() > shown.size())
        say(Cli::tr("    and %L1 more").arg(all.size() - shown.size()));
}

// The edits that changed something since, the first ten.
void sayLater(const std::vector<store::Step>& later)
{
    constexpr std::size_t shown = 10;
    for (std::size_t i = 0; i < std::min(later.size(), shown); ++i)
        say(Cli::tr("    “%1”, by %2 on %3")
                .arg(wording::text(later[i].name), QString::fromStdString(later[i].author),
                     wording::date(later[i].day)));
    if (later.size() > shown)
        say(Cli::tr("    and %L1 changes before these").arg(later.size() - shown));
}

void tellTakeBack(const store::TakeBackPlan& plan, const Workbench& bench,
                  const ImportsAsked& asked, bool done, const Output& output)
{
    if (output.json) {
        std::cout << jsonText(takeBackJson(plan, bench, asked, done)) << '\n';
        return;
    }
    if (plan.inTheWay != 0) {
        say(wording::doneSince(plan.since));
        sayLater(plan.later);
    }
    if (!done && !asked.dryRun)
        return;
    if (plan.work == nullptr)
        return say(Cli::tr("Nothing of it can be taken back."));
    if (plan.inTheWay != 0)
        sayKept(plan, bench);
    const QString takes = plan.takes.empty() ? Cli::tr("nothing that is still there")
                                             : wording::recordsTouched(plan.takes);
    say((done ? Cli::tr("Taken back: %1.")
         : plan.inTheWay != 0 && !asked.keepChanged
             ? Cli::tr("Nothing was written. With --keep-changed this would be taken back: %1.")
             : Cli::tr("Nothing was written. This would be taken back: %1."))
            .arg(takes));
}

int takeBackOne(const ImportsAsked& asked, const Output& output)
{
    const auto bench = openStore(asked.store, store::Access::readWrite);
    tellsOfFaults(*bench);
    const auto plan = bench->store().planTakeBack(*asked.undo);
    if (!plan)
        throw Failure(plan.failure());
    if (asked.dryRun) {
        tellTakeBack(*plan, *bench, asked, false, output);
        return kDone;
    }
    using Keep = store::Store::Keep;
    const auto done =
        bench->takeBack(*plan, asked.keepChanged ? Keep::whatChangedSince : Keep::nothing);
    tellTakeBack(*plan, *bench, asked, done.ok(), output);
    if (done)
        return kDone;
    const std::string why = spoken(done.failure());
    const bool mayKeep = plan->work != nullptr && plan->inTheWay != 0 && !asked.keepChanged;
    throw Failure(mayKeep ? Cli::tr("%1 For that say --keep-changed.")
                                .arg(QString::fromStdString(why))
                                .toStdString()
                          : why);
}

} // namespace

void addImports(CLI::App& app, Job& job)
{
    auto asked = std::make_shared<ImportsAsked>();
    CLI::App* command = app.add_subcommand(
        "imports", "What was brought in, by whom and when, and one of these taken back");
    command->add_option("--store", asked->store, "The council's file")->required();
    CLI::Option* undo =
        command
            ->add_option("--undo", asked->undo,
                         "Take back what has this number, while later changes stand")
            ->check(wholeNumber(1, INT64_MAX));
    command
        ->add_flag("--keep-changed", asked->keepChanged,
                   "Keep what was changed since, or has come to be needed, and take back the rest")
        ->needs(undo);
    command->add_flag("--dry-run", asked->dryRun, "Say what would be taken back, and do nothing")
        ->needs(undo);
    command->callback([asked, &job] {
        job = [asked](Output& output) {
            return asked->undo ? takeBackOne(*asked, output) : listImports(*asked, output);
        };
    });
}

} // namespace twelvefold::cli
