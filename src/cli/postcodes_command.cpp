// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/json_text.h"
#include "cli/output.h"
#include "cli/profile_choice.h"
#include "files/names.h"
#include "wording/wording.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>

// The directory of postcodes, read once, and the distances that are worked out by it.
namespace twelvefold::cli {
namespace {

using nlohmann::ordered_json;

struct PostcodesAsked
{
    std::string from, store;
    bool dryRun = false;
};

// What was done, as far as it was asked for.
struct PostcodesTold
{
    std::optional<exchange::DirectoryRows> read;
    std::int64_t before = 0;    // that were known
    std::int64_t postcodes = 0; // that are known now
    std::optional<workbench::DistancesToFill> distances;
};

ordered_json toldJson(const PostcodesAsked& asked, const PostcodesTold& told)
{
    ordered_json json{{"postcodes", told.postcodes}};
    json["read"] = told.read ? ordered_json{{"rows", told.read->rows},
                                            {"taken", told.read->taken},
                                            {"without_place", told.read->withoutPlace},
                                            {"again", told.read->again},
                                            {"unreadable", told.read->unreadable}}
                             : ordered_json(nullptr);
    if (told.distances)
        json["distances"] = {{"store", asked.store},
                             {"filled", told.distances->placements.size()},
                             {"without", told.distances->without},
                             {"written", !asked.dryRun && !told.distances->placements.empty()}};
    return json;
}

void sayTold(const PostcodesAsked& asked, const PostcodesTold& told)
{
    if (told.read) {
        const exchange::DirectoryRows& read = *told.read;
        say(Cli::tr("Rows: %L1. Without a place on the grid of Great Britain: %L2, again: %L3, not "
                    "to be read: %L4.")
                .arg(read.rows)
                .arg(read.withoutPlace)
                .arg(read.again)
                .arg(read.unreadable));
    }
    say(told.postcodes == 1 ? Cli::tr("1 postcode is known.")
                            : Cli::tr("%L1 postcodes are known.").arg(told.postcodes));
    if (!told.distances)
        return;
    const auto filled = static_cast<qlonglong>(told.distances->placements.size());
    say((asked.dryRun
             ? Cli::tr("Nothing was written. Distances that could be worked out: %L1; that "
                       "could not, though there are postcodes: %L2.")
             : Cli::tr("Distances worked out: %L1; that could not be, though there are "
                       "postcodes: %L2."))
            .arg(filled)
            .arg(told.distances->without));
}

int postcodes(const PostcodesAsked& asked, const Output& output)
{
    const std::filesystem::path index = fileOfPostcodes();
    PostcodesTold told;
    if (!asked.from.empty()) {
        std::error_code error;
        std::filesystem::create_directories(index.parent_path(), error);
        if (const auto before = exchange::PostcodeIndex::open(index))
            told.before = before->size();
        auto read = exchange::makePostcodeIndex(asked.from, index);
        if (!read)
            throw Failure(read.failure());
        told.read = *read;
    }
    const auto known = exchange::PostcodeIndex::open(index);
    if (!known)
        throw Failure(known.failure());
    told.postcodes = known->size();
    if (told.read && told.postcodes < told.before)
        note(Cli::tr("These are fewer than the %L1 that were known before: is the directory whole?")
                 .arg(told.before)
                 .toStdString());
    if (!asked.store.empty()) {
        const auto bench = openStore(asked.store, asked.dryRun ? store::Access::readOnly
                                                               : store::Access::readWrite);
        told.distances = bench->distancesToFill(*known);
        if (!asked.dryRun)
            bench->fillDistances(*told.distances);
    }
    if (output.json)
        std::cout << jsonText(toldJson(asked, told)) << '\n';
    else
        sayTold(asked, told);
    return kDone;
}

} // namespace

void addPostcodes(CLI::App& app, Job& job)
{
    auto asked = std::make_shared<PostcodesAsked>();
    CLI::App* command = app.add_subcommand(
        "postcodes", "Read a directory of postcodes, once for all, and work out distances by it");
    command->add_option("--from", asked->from,
                        "The directory, as the Office for National Statistics publishes it (CSV)");
    CLI::Option* store = command->add_option(
        "--store", asked->store,
        "The council's file: work out how far from home placements are that nothing says it of");
    command->add_flag("--dry-run", asked->dryRun, "Say how many would be, and change nothing")
        ->needs(store);
    command->callback(
        [asked, &job] { job = [asked](Output& output) { return postcodes(*asked, output); }; });
}

} // namespace twelvefold::cli
