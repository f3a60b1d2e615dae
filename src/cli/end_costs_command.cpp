// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/json_text.h"
#include "cli/output.h"
#include "wording/wording.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>

// The mend that Data quality offers: costs that go on after what they pay for has ended.
namespace twelvefold::cli {
namespace {

using domain::LineChange;
using nlohmann::ordered_json;

struct EndCostsAsked
{
    std::string store;
    bool dryRun = false;
};

std::string pseudonymOf(const workbench::Workbench& bench, domain::ChildId id)
{
    const auto child = bench.store().child(id);
    return child ? child->pseudonym : std::string();
}

ordered_json lineJson(const workbench::Workbench& bench, const LineChange& change)
{
    const domain::CostLine& line = change.before;
    const auto weekly = domain::inWeeklyTerms(line);
    const auto end = line.period.end;
    return {{"pseudonym", pseudonymOf(bench, line.child)},
            {"component", std::string(domain::token(line.component))},
            {"funder", std::string(domain::token(line.funder))},
            {"weekly", weekly ? ordered_json(weekly->inPounds()) : ordered_json(nullptr)},
            {"start", line.period.start.iso()},
            {"ended", end ? ordered_json(end->iso()) : ordered_json(nullptr)},
            {"ends", change.after->period.end->iso()}};
}

void tellEnded(const workbench::Workbench& bench, const std::vector<LineChange>& lines,
               const EndCostsAsked& asked, const Output& output)
{
    if (output.json) {
        ordered_json list = ordered_json::array();
        for (const LineChange& line : lines)
            list.push_back(lineJson(bench, line));
        std::cout << jsonText(ordered_json{{"store", asked.store},
                                           {"lines", std::move(list)},
                                           {"written", !asked.dryRun && !lines.empty()}})
                  << '\n';
        return;
    }
    for (const LineChange& change : lines)
        say(Cli::tr("%1: %2 from %3, ends %4")
                .arg(QString::fromStdString(pseudonymOf(bench, change.before.child)),
                     wording::text(domain::word(change.before.component)),
                     wording::date(change.before.period.start),
                     wording::date(*change.after->period.end)));
    if (lines.empty())
        say(Cli::tr("No cost goes on after its placement has ended."));
    else if (asked.dryRun)
        say(lines.size() == 1
                ? Cli::tr("Nothing was written: 1 cost would end.")
                : Cli::tr("Nothing was written: %L1 costs would end.").arg(lines.size()));
    else
        say(lines.size() == 1 ? Cli::tr("1 cost is ended.")
                              : Cli::tr("%L1 costs are ended.").arg(lines.size()));
}

int endCosts(const EndCostsAsked& asked, Output& output)
{
    const auto access = asked.dryRun ? store::Access::readOnly : store::Access::readWrite;
    const auto bench = openStore(asked.store, access);
    const std::vector<LineChange> lines = bench->linesPastTheirEnd();
    if (!asked.dryRun)
        bench->endLines(lines);
    tellEnded(*bench, lines, asked, output);
    return kDone;
}

} // namespace

void addEndCosts(CLI::App& app, Job& job)
{
    auto asked = std::make_shared<EndCostsAsked>();
    CLI::App* command = app.add_subcommand(
        "end-costs", "End costs that go on after their placement, or the child's life, has ended");
    command->add_option("--store", asked->store, "The council's file")->required();
    command->add_flag("--dry-run", asked->dryRun, "Say which would end, and change nothing");
    command->callback(
        [asked, &job] { job = [asked](Output& output) { return endCosts(*asked, output); }; });
}

} // namespace twelvefold::cli
