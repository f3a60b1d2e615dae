// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/findings_json.h"
#include "cli/findings_text.h"
#include "cli/json_text.h"
#include "cli/models_json.h"
#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>

namespace twelvefold::cli {
namespace {

struct AnalyseAsked
{
    CohortAsked cohort;
    ComparisonAsked comparison;
    bool traces = false;
};

int analyse(const AnalyseAsked& asked, Output& output)
{
    checkOptions(asked.comparison.options);
    const auto workbench = openStore(asked.cohort.store);
    const auto found = asked.cohort.find(*workbench);
    const analysis::Findings findings =
        findingsOf(*workbench, found, asked.comparison.of(*found.cohort));
    if (output.json) {
        auto json = findingsJson(*found.cohort, findings, asked.traces);
        json["cohort"]["filter"] = filterJson(found.filter);
        std::cout << jsonText(json) << '\n';
    } else {
        sayFindings({found, findings});
    }
    return kDone;
}

} // namespace

void addAnalyse(CLI::App& app, Job& job)
{
    auto asked = std::make_shared<AnalyseAsked>();
    CLI::App* command = app.add_subcommand("analyse", "Need against cost: what the records say");
    addCohortOptions(*command, asked->cohort);
    addComparison(*command, asked->comparison);
    command->add_flag("--trace", asked->traces, "With --json: how each figure was worked out");
    command->callback(
        [asked, &job] { job = [asked](Output& output) { return analyse(*asked, output); }; });
}

} // namespace twelvefold::cli
