// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/json_text.h"
#include "cli/options.h"
#include "cli/profile_choice.h"
#include "exchange/framework_file.h"
#include "exchange/profile_guess.h"
#include "files/output_file.h"
#include "wording/wording.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>

// Which column is what in tables with headings of their own: the profiles that there are.
namespace twelvefold::cli {
namespace {

using nlohmann::ordered_json;

struct ProfilesAsked
{
    std::string show, save, guess, remove, out;
};

bool isReady(const exchange::Profile& profile)
{
    return std::ranges::find(exchange::readyProfiles(), profile) != exchange::readyProfiles().end();
}

// The headings by which a table is known as its own, the first of each.
std::vector<std::string> knownBy(const exchange::Profile& profile)
{
    std::vector<std::string> headings;
    for (const auto& alternatives : profile.recognisedBy)
        headings.push_back(alternatives.front());
    return headings;
}

int listProfiles(const Output& output)
{
    const std::vector<exchange::Profile> profiles = savedProfiles().all();
    if (output.json) {
        ordered_json all = ordered_json::array();
        for (const exchange::Profile& profile : profiles)
            all.push_back({{"name", profile.name},
                           {"makes", exchange::token(profile.makes)},
                           {"comes_with_program", isReady(profile)},
                           {"recognised_by", knownBy(profile)}});
        std::cout << jsonText(ordered_json{{"profiles", std::move(all)}}) << '\n';
        return kDone;
    }
    for (const exchange::Profile& profile : profiles) {
        say((isReady(profile) ? Cli::tr("%1: %2; comes with the program")
                              : Cli::tr("%1: %2; kept beside the settings"))
                .arg(QString::fromStdString(profile.name),
                     wording::text(exchange::word(profile.makes))));
        const std::vector<std::string> headings = knownBy(profile);
        if (!headings.empty())
            say(Cli::tr("    known by the headings %1")
                    .arg(QString::fromStdString(joinedByCommas(headings))));
    }
    return kDone;
}

// To standard output, or to a file.
int give(const std::string& json, const ProfilesAsked& asked)
{
    if (asked.out.empty()) {
        std::cout << json;
        return kDone;
    }
    if (const auto written = files::writeFile(asked.out, json); !written)
        throw Failure(written.failure());
    return kDone;
}

int guess(const ProfilesAsked& asked)
{
    constexpr std::size_t rows = 50;
    const auto tables = exchange::previewTables(asked.guess, rows);
    if (tables.empty())
        throw Failure(Cli::tr("“%1” has no table that can be read.")
                          .arg(QString::fromStdString(asked.guess))
                          .toStdString());
    exchange::Profile profile =
        exchange::guessProfile(tables.front(), exchange::needNames(exchange::builtInFramework()));
    profile.name = Cli::tr("New profile").toStdString();
    if (const auto fault = exchange::faultIn(profile))
        note(Cli::tr("What could not be guessed is for you to fill in. %1")
                 .arg(wording::text(*fault))
                 .toStdString());
    return give(exchange::writeProfile(profile), asked);
}

int saveProfile(const ProfilesAsked& asked)
{
    const exchange::Profile profile = profileCalled(asked.save);
    if (const auto kept = savedProfiles().keep(profile); !kept)
        throw Failure(kept.failure());
    say(Cli::tr("“%1” is kept, and files that it fits are read by it.")
            .arg(QString::fromStdString(profile.name)));
    return kDone;
}

int removeProfile(const ProfilesAsked& asked)
{
    const auto removed = savedProfiles().remove(asked.remove);
    if (!removed)
        throw Failure(removed.failure());
    if (!*removed)
        throw Failure(
            Cli::tr("No profile called “%1” is kept; those that come with the program stay.")
                .arg(QString::fromStdString(asked.remove))
                .toStdString());
    say(Cli::tr("“%1” is no longer kept. What was brought in by it stays.")
            .arg(QString::fromStdString(asked.remove)));
    return kDone;
}

} // namespace

void addProfiles(CLI::App& app, Job& job)
{
    auto asked = std::make_shared<ProfilesAsked>();
    CLI::App* command =
        app.add_subcommand("profiles", "Which column is what in tables with headings of their own");
    CLI::Option* show =
        command->add_option("--show", asked->show, "One of them as a file that can be passed on")
            ->option_text("NAME");
    CLI::Option* save =
        command->add_option("--save", asked->save, "Keep the profile in a file for later imports")
            ->option_text("FILE");
    CLI::Option* guessed =
        command
            ->add_option("--guess", asked->guess,
                         "The profile that a table looks like, to be completed and saved")
            ->option_text("TABLE");
    CLI::Option* remove =
        command->add_option("--remove", asked->remove, "No longer keep one of them")
            ->option_text("NAME");
    command->add_option("--out", asked->out, "A file for what --show or --guess says");
    show->excludes(save)->excludes(guessed);
    save->excludes(guessed);
    remove->excludes(show)->excludes(save)->excludes(guessed);
    command->callback([asked, &job] {
        if (!asked->out.empty() && asked->show.empty() && asked->guess.empty())
            throw CLI::RequiredError("--show or --guess");
        job = [asked](Output& output) {
            return !asked->show.empty()
                       ? give(exchange::writeProfile(profileCalled(asked->show)), *asked)
                   : !asked->save.empty()   ? saveProfile(*asked)
                   : !asked->guess.empty()  ? guess(*asked)
                   : !asked->remove.empty() ? removeProfile(*asked)
                                            : listProfiles(output);
        };
    });
}

} // namespace twelvefold::cli
