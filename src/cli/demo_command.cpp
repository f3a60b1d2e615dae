// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/checks.h"
#include "cli/commands.h"
#include "cli/json_text.h"
#include "cli/options.h"
#include "wording/wording.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <QCoreApplication>

#include <iostream>

namespace twelvefold::cli {
namespace {

struct DemoAsked
{
    std::string out;
    std::size_t children = 534;
    std::uint64_t seed = 0;
    std::optional<domain::Date> census;
};

int makeDemo(const DemoAsked& asked, Output& output)
{
    workbench::DemonstrationOptions options;
    options.children = asked.children;
    options.seed = asked.seed;
    if (asked.census)
        options.census = *asked.census;
    bool stopped = false;
    const auto made = [&] {
        Watch watch;
        auto done =
            workbench::makeDemonstration(asked.out, options, watch.progress(), watch.token());
        stopped = watch.stopped();
        return done;
    }();
    if (!made)
        throw Failure(made.failure(), stopped ? kInterrupted : kRefused);
    if (output.json) {
        std::cout << jsonText(nlohmann::ordered_json{{"store", asked.out},
                                                     {"children", asked.children},
                                                     {"census", options.census.iso()}})
                  << '\n';
        return kDone;
    }
    say(QCoreApplication::translate(
            "Cli", "The demonstration council is in %1: %2 children looked after on %3.")
            .arg(QString::fromStdString(asked.out), wording::count(asked.children),
                 QString::fromStdString(options.census.iso())));
    return kDone;
}

} // namespace

void addDemo(CLI::App& app, Job& job)
{
    auto asked = std::make_shared<DemoAsked>();
    CLI::App* command = app.add_subcommand("demo", "Make the demonstration council");
    command->add_option("--out", asked->out, "The store to make")->required();
    command->add_option("--children", asked->children, "Looked after on the census date")
        ->check(wholeNumber(10, 1'000'000));
    command->add_option("--seed", asked->seed, "Another council of the same kind")
        ->check(wholeNumber());
    addDate(*command, "--census", asked->census, "The day on which they are counted");
    command->callback(
        [asked, &job] { job = [asked](Output& output) { return makeDemo(*asked, output); }; });
}

} // namespace twelvefold::cli
