// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/checks.h"
#include "cli/commands.h"
#include "files/process.h"
#include "statistics/numbers/parallel.h"
#include "wording/translations.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <iostream>
#include <new>

using namespace twelvefold;

namespace {

// A command's name is wanted first of all, and said plainly when it is missing or unknown: the
// parser would only say that one is required.
std::string sentence(const CLI::App& app, const CLI::ParseError& error)
{
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
        return error.what();
    const CLI::App* last = &app;
    while (!last->get_subcommands().empty())
        last = last->get_subcommands().front();
    std::vector<std::string> names;
    for (const CLI::App* command : last->get_subcommands({}))
        names.push_back(command->get_name());
    if (names.empty())
        return error.what();
    const std::string kind = last == &app ? "command" : "method";
    std::vector<std::string> unknown = last->remaining();
    if (unknown.empty())
        unknown = app.remaining();
    if (unknown.empty())
        return "a " + kind + " is needed: " + cli::joinedByCommas(names);
    return "there is no " + (unknown.front().starts_with('-') ? "option" : kind) + " \"" +
           unknown.front() + "\"; the " + kind + "s are: " + cli::joinedByCommas(names);
}

int wrongUse(const CLI::App& app, const CLI::ParseError& error)
{
    if (error.get_exit_code() == 0) // --help and --version
        return app.exit(error);
    std::cerr << "twelvefold-cli: " << sentence(app, error)
              << "\nSay twelvefold-cli --help, or a command and --help, for what is expected.\n";
    return cli::kWrongUse;
}

int run(const cli::Job& job, cli::Output& output)
{
    try {
        return job(output);
    } catch (const cli::Failure& failure) {
        std::cerr << "twelvefold-cli: " << failure.what() << '\n';
        return failure.exitCode();
    } catch (const store::WorldError& error) {
        std::cerr << "twelvefold-cli: " << cli::english(error.message()) << '\n';
    } catch (const std::bad_alloc&) {
        std::cerr << "twelvefold-cli: there is not enough memory for this.\n";
    } catch (const std::exception& error) {
        std::cerr << "twelvefold-cli: a fault in the program: " << error.what() << '\n';
    }
    return cli::kRefused;
}

// What was printed counts only once it is where it was meant to go: on a full disk, or where nobody
// listens any more, the command failed.
int told(int exitCode)
{
    std::cout.flush();
    if (std::cout && std::fflush(stdout) == 0)
        return exitCode;
    std::cerr << "twelvefold-cli: the answer could not be written to standard output: is the disk "
                 "full, or was it closed?";
    if (exitCode == cli::kDone || exitCode == cli::kFaultsFound)
        std::cerr << " What was asked for is done all the same.";
    std::cerr << '\n';
    return cli::kRefused;
}

// "--rejects=" where a script's variable was empty: the parser would take the next word, which may
// be a file that is written over.
void refuseEmptyValues(std::span<char* const> words)
{
    for (const std::string_view word : words) {
        if (word == "--")
            return;
        if (word.starts_with("--") && word.ends_with('=') && word.find('=') == word.size() - 1)
            throw CLI::ArgumentMismatch(std::string(word) + " has no value");
    }
}

int obey(int argc, char** argv)
{
    wording::speakEnglish();
    CLI::App app(
        "What children need, what their care costs, and what comes of it, without a window.",
        "twelvefold-cli");
    app.set_version_flag("--version", std::string(TWELVEFOLD_VERSION));
    app.require_subcommand(1);
    cli::Output output;
    app.add_flag("--json", output.json, "One JSON object on standard output, in plain English");
    // No answer depends on it: to leave processors to others, or to see that none does.
    app.add_option_function<std::size_t>("--threads", statistics::useThreads,
                                         "How many threads to work on; as many as there are "
                                         "processors unless told")
        ->check(cli::wholeNumber(1, 256));
    app.fallthrough();

    cli::Job job;
    for (const auto add :
         {cli::addDemo,     cli::addImport,   cli::addImports,          cli::addPostcodes,
          cli::addProfiles, cli::addCohort,   cli::addProvidersCommand, cli::addAnalyse,
          cli::addChart,    cli::addReport,   cli::addExport,           cli::addCheck,
          cli::addEndCosts, cli::addMatching, cli::addLedger,           cli::addPutAside,
          cli::addAskAgain, cli::addBackup,   cli::addRestore,          cli::addStats})
        add(app, job);
    for (CLI::App* command : app.get_subcommands({}))
        command->fallthrough();

    try {
        refuseEmptyValues({argv, static_cast<std::size_t>(argc)});
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return wrongUse(app, error);
    }
    return run(job, output);
}

} // namespace

int main(int argc, char** argv)
{
    files::keepFilesPrivate();
    files::noCoreDumps();
    files::endTidily();
    return told(obey(argc, argv));
}
