// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/json_text.h"
#include "cli/models_json.h"
#include "cli/options.h"
#include "exchange/cohort_csv.h"
#include "exchange/csv_table.h"
#include "wording/wording.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>

namespace twelvefold::cli {
namespace {

using nlohmann::ordered_json;

struct CohortFileAsked
{
    CohortAsked cohort;
    std::string out;
};

// A cell as JSON: a number where it is one, text, or null where it is blank.
ordered_json cellValue(const std::string& cell)
{
    if (cell.empty())
        return nullptr;
    if (const auto number = exchange::numberIn(cell))
        return *number;
    return cell;
}

ordered_json childrenOf(const std::string& csv)
{
    exchange::CsvCutter table(csv, ',');
    exchange::CsvRow headings, row;
    table.next(headings);
    ordered_json children = ordered_json::array();
    while (table.next(row)) {
        ordered_json child;
        for (std::size_t i = 0; i < headings.cells.size(); ++i)
            child[headings.cells[i]] = cellValue(row.cells[i]);
        children.push_back(std::move(child));
    }
    return children;
}

int writeCohort(const CohortFileAsked& asked, Output& output)
{
    const auto workbench = openStore(asked.cohort.store);
    const auto found = asked.cohort.find(*workbench);
    const domain::Cohort& cohort = *found.cohort;
    const std::string csv = exchange::cohortCsv(cohort);
    if (!asked.out.empty())
        writeOut(asked.out, csv);

    if (output.json) {
        ordered_json object{{"census", cohort.census.iso()},
                            {"n", cohort.size()},
                            {"filter", filterJson(found.filter)},
                            {"not_compared", notComparedJson(cohort.notCompared)},
                            {"not_recorded", notRecordedJson(cohort.notRecorded)}};
        if (asked.out.empty())
            object["children"] = childrenOf(csv);
        else
            object["file"] = asked.out;
        std::cout << jsonText(object) << '\n';
    } else if (asked.out.empty()) {
        std::cout << csv;
    } else {
        say(Cli::tr("%1 has %2 children on %3.")
                .arg(QString::fromStdString(asked.out), wording::count(cohort.size()),
                     QString::fromStdString(cohort.census.iso())));
    }
    return kDone;
}

} // namespace

void addCohort(CLI::App& app, Job& job)
{
    auto asked = std::make_shared<CohortFileAsked>();
    CLI::App* command =
        app.add_subcommand("cohort", "The children on a day as a table, one row a child");
    addCohortOptions(*command, asked->cohort);
    command->add_option("--out", asked->out, "The CSV file to write; standard output without it");
    command->callback(
        [asked, &job] { job = [asked](Output& output) { return writeCohort(*asked, output); }; });
}

} // namespace twelvefold::cli
