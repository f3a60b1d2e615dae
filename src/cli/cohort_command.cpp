// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/json_text.h"
#include "cli/models_json.h"
#include "cli/options.h"
#include "exchange/cohort_csv.h"
#include "exchange/csv_table.h"
#include "exchange/ratings_csv.h"
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
    bool ratings = false; // the store's second ratings instead of the children
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

// A row an object, by heading.
ordered_json rowsOf(const std::string& csv)
{
    exchange::CsvCutter table(csv, ',');
    exchange::CsvRow headings, row;
    table.next(headings);
    ordered_json rows = ordered_json::array();
    while (table.next(row)) {
        ordered_json one;
        for (std::size_t i = 0; i < headings.cells.size(); ++i)
            one[headings.cells[i]] = cellValue(row.cells[i]);
        rows.push_back(std::move(one));
    }
    return rows;
}

int writeRatings(const domain::Cohort& cohort, const std::string& out, const Output& output)
{
    const std::string csv = exchange::ratingsCsv(cohort);
    const std::size_t n = cohort.secondRatings ? cohort.secondRatings->size() : 0;
    if (!out.empty())
        writeOut(out, csv);
    if (output.json) {
        ordered_json object{{"census", cohort.census.iso()}, {"n", n}};
        if (out.empty())
            object["ratings"] = rowsOf(csv);
        else
            object["file"] = out;
        std::cout << jsonText(object) << '\n';
    } else if (out.empty()) {
        std::cout << csv;
    } else {
        say((n == 1 ? Cli::tr("%1 has %2 second rating of assessments up to %3.")
                    : Cli::tr("%1 has %2 second ratings of assessments up to %3."))
                .arg(QString::fromStdString(out), wording::count(n),
                     QString::fromStdString(cohort.census.iso())));
    }
    return kDone;
}

int writeCohort(const CohortFileAsked& asked, Output& output)
{
    const auto workbench = openStore(asked.cohort.store);
    const auto found = asked.cohort.find(*workbench);
    const domain::Cohort& cohort = *found.cohort;
    if (asked.ratings)
        return writeRatings(cohort, asked.out, output);
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
            object["children"] = rowsOf(csv);
        else
            object["file"] = asked.out;
        std::cout << jsonText(object) << '\n';
    } else if (asked.out.empty()) {
        std::cout << csv;
    } else {
        say((cohort.size() == 1 ? Cli::tr("%1 has %2 child on %3.")
                                : Cli::tr("%1 has %2 children on %3."))
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
    command->add_flag("--ratings", asked->ratings,
                      "The store's second ratings instead, one row a pair, whoever is chosen");
    command->callback(
        [asked, &job] { job = [asked](Output& output) { return writeCohort(*asked, output); }; });
}

} // namespace twelvefold::cli
