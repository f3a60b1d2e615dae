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
    std::string providerOutcomes = "on", truth;
    std::size_t planted = 0;
};

workbench::DemonstrationOptions optionsOf(const DemoAsked& asked)
{
    workbench::DemonstrationOptions options;
    options.children = asked.children;
    options.seed = asked.seed;
    if (asked.census)
        options.census = *asked.census;
    options.providerOutcomes = asked.providerOutcomes == "on";
    options.planted = asked.planted;
    options.truth = asked.truth;
    return options;
}

nlohmann::ordered_json madeAsJson(const DemoAsked& asked,
                                  const workbench::DemonstrationOptions& options)
{
    nlohmann::ordered_json json{{"store", asked.out},
                                {"children", asked.children},
                                {"census", options.census.iso()},
                                {"provider_outcomes", options.providerOutcomes},
                                {"planted", asked.planted},
                                {"truth", nullptr},
                                {"truth_of_providers", nullptr}};
    if (!asked.truth.empty()) {
        json["truth"] = asked.truth;
        json["truth_of_providers"] = workbench::truthOfProviders(asked.truth).string();
    }
    return json;
}

int makeDemo(const DemoAsked& asked, Output& output)
{
    const workbench::DemonstrationOptions options = optionsOf(asked);
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
        std::cout << jsonText(madeAsJson(asked, options)) << '\n';
        return kDone;
    }
    say((asked.children == 1
             ? QCoreApplication::translate(
                   "Cli", "The demonstration council is in %1: %2 child looked after on %3.")
             : QCoreApplication::translate(
                   "Cli", "The demonstration council is in %1: %2 children looked after on %3."))
            .arg(QString::fromStdString(asked.out), wording::count(asked.children),
                 QString::fromStdString(options.census.iso())));
    if (!asked.truth.empty())
        say(QCoreApplication::translate(
                "Cli", "The truth about these invented children is in %1, about their providers "
                       "in %2.")
                .arg(QString::fromStdString(asked.truth),
                     QString::fromStdString(workbench::truthOfProviders(asked.truth).string())));
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
    command
        ->add_option("--provider-outcomes", asked->providerOutcomes,
                     "Whether outcomes differ a little by provider")
        ->check(oneOf({"on", "off"}));
    command
        ->add_option("--planted", asked->planted,
                     "How many prices are three times what they would be; at most one in five")
        ->check(wholeNumber());
    command->add_option("--truth", asked->truth,
                        "Write what is true of these invented children to a CSV file, and of their "
                        "providers to another beside it");
    command->callback(
        [asked, &job] { job = [asked](Output& output) { return makeDemo(*asked, output); }; });
}

} // namespace twelvefold::cli
