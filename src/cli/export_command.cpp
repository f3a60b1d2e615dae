// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/checks.h"
#include "cli/commands.h"
#include "cli/json_text.h"
#include "cli/options.h"
#include "cli/output.h"
#include "files/names.h"
#include "wording/paths.h"
#include "wording/wording.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>

// What goes out: the placements in a form that others have made, and everything as tables.
namespace twelvefold::cli {
namespace {

struct ExportAsked
{
    std::string what, store, out;
    std::optional<domain::Date> census;
    workbench::PlacementsAsked placements;
};

void tellPlacements(const ExportAsked& asked, const workbench::PlacementsWritten& written,
                    domain::Date census, const Output& output)
{
    const std::int64_t rows = written.requests + written.others;
    if (output.json) {
        std::cout << jsonText(nlohmann::ordered_json{{"file", asked.out},
                                                     {"census", census.iso()},
                                                     {"rows", rows},
                                                     {"requests", written.requests},
                                                     {"placements", written.others},
                                                     {"without_identifier", written.withoutId}})
                  << '\n';
        return;
    }
    say((rows == 1 ? Cli::tr("%1 has %2 placement, %3 of them as they were brought in.")
                   : Cli::tr("%1 has %2 placements, %3 of them as they were brought in."))
            .arg(wording::fromPath(asked.out), wording::count(static_cast<std::uint64_t>(rows)),
                 wording::count(static_cast<std::uint64_t>(written.requests))));
    if (written.withoutId > 0)
        say(Cli::tr("%1 of them are of children without an identifier of the council's: their "
                    "child_ID is blank.")
                .arg(wording::count(static_cast<std::uint64_t>(written.withoutId))));
    say(Cli::tr("It is about single children: for the council and those who collect the standard, "
                "and not for publication."));
}

int exportPlacements(ExportAsked asked, Output& output)
{
    if (files::kindOf(asked.out) != "xlsx")
        throw Failure("--out: \"" + asked.out + "\" is not a name that ends in .xlsx", kWrongUse);
    const auto bench = openStore(asked.store);
    asked.placements.census = asked.census.value_or(bench->defaultCensus());
    const auto written = bench->exportPlacements(asked.out, asked.placements);
    if (!written)
        throw Failure(written.failure());
    tellPlacements(asked, *written, asked.placements.census, output);
    return kDone;
}

void tellTables(const ExportAsked& asked, const workbench::TablesMoved& written,
                const Output& output)
{
    if (output.json) {
        nlohmann::ordered_json json{{"folder", asked.out},
                                    {"rows", written.rows()},
                                    {"tables", nlohmann::ordered_json::array()}};
        for (const auto& table : written.tables)
            json["tables"].push_back(
                {{"table", table.name}, {"file", table.name + ".csv"}, {"rows", table.rows}});
        std::cout << jsonText(json) << '\n';
        return;
    }
    const auto count = [](std::size_t n) { return wording::count(n); };
    say(Cli::tr("%1 has every record of the store: %2 rows in %3 tables, which datapackage.json "
                "describes.")
            .arg(wording::fromPath(asked.out), count(static_cast<std::size_t>(written.rows())),
                 count(written.tables.size())));
    say(Cli::tr("It names children and nothing protects it: keep it where the store is kept."));
}

int exportTables(const ExportAsked& asked, Output& output)
{
    if (asked.census || asked.placements.from || asked.placements.to)
        throw Failure("--census and --placed say which placements: ask for \"export placements\"",
                      kWrongUse);
    const auto bench = openStore(asked.store);
    Watch watch;
    const auto written =
        bench->exportTables(asked.out, TWELVEFOLD_VERSION, watch.progress(), watch.token());
    if (!written)
        throw Failure(written.failure(), watch.stopped() ? kInterrupted : kRefused);
    tellTables(asked, *written, output);
    return kDone;
}

} // namespace

void addExport(CLI::App& app, Job& job)
{
    auto asked = std::make_shared<ExportAsked>();
    CLI::App* command =
        app.add_subcommand("export", "Every record as a folder of documented CSVs, or the "
                                     "placements as a workbook of the national data standard");
    command->add_option("name", asked->what, "What: placements; everything unless said")
        ->check(oneOf({"placements"}))
        ->option_text("NAME");
    command->add_option("--store", asked->store, "The council's file")->required();
    command
        ->add_option(
            "--out", asked->out,
            "A new folder for everything; for placements the .xlsx file, replaced if it exists")
        ->required();
    addPlaced(*command, asked->placements.from, asked->placements.to);
    addDate(*command, "--census", asked->census,
            "On which day the placements run that no request led to, unless --placed says which");
    command->callback([asked, &job] {
        job = [asked](Output& output) {
            return asked->what.empty() ? exportTables(*asked, output)
                                       : exportPlacements(*asked, output);
        };
    });
}

} // namespace twelvefold::cli
