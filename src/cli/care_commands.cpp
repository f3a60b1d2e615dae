// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/json_text.h"
#include "wording/wording.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <QCoreApplication>

#include <iostream>

// Care of the file: check, back up, restore.
namespace twelvefold::cli {
namespace {

using nlohmann::ordered_json;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

int check(const std::string& path, Output& output)
{
    const auto workbench = openStore(path);
    const auto faults = workbench->store().check();
    if (output.json) {
        ordered_json list = ordered_json::array();
        for (const store::CheckFault& fault : faults)
            list.push_back({{"rule", std::string(fault.message.kind.code)},
                            {"message", english(fault.message)}});
        std::cout << jsonText(ordered_json{
                         {"store", path}, {"sound", faults.empty()}, {"faults", std::move(list)}})
                  << '\n';
    } else if (faults.empty()) {
        say(tr("%1 is sound.").arg(QString::fromStdString(path)));
    } else {
        for (const store::CheckFault& fault : faults)
            say(wording::text(fault.message));
    }
    return faults.empty() ? kDone : kFaultsFound;
}

void tellCopy(const std::string& from, const std::string& to, const QString& sentence,
              const Output& output)
{
    if (output.json)
        std::cout << jsonText(ordered_json{{"from", from}, {"to", to}}) << '\n';
    else
        say(sentence.arg(QString::fromStdString(from), QString::fromStdString(to)));
}

} // namespace

void addCheck(CLI::App& app, Job& job)
{
    auto path = std::make_shared<std::string>();
    CLI::App* command =
        app.add_subcommand("check", "Whether a store and its audit trail are sound");
    command->add_option("--store", *path, "The council's file")->required();
    command->callback(
        [path, &job] { job = [path](Output& output) { return check(*path, output); }; });
}

void addBackup(CLI::App& app, Job& job)
{
    auto store = std::make_shared<std::string>();
    auto out = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("backup", "A complete copy of a store");
    command->add_option("--store", *store, "The council's file")->required();
    command->add_option("--out", *out, "The copy to make")->required();
    command->callback([store, out, &job] {
        job = [store, out](Output& output) {
            if (const auto done = openStore(*store)->backup(*out); !done)
                throw Failure(done.failure());
            tellCopy(*store, *out, tr("%1 is backed up in %2."), output);
            return int(kDone);
        };
    });
}

void addRestore(CLI::App& app, Job& job)
{
    auto from = std::make_shared<std::string>();
    auto out = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("restore", "A store again from a backup");
    command->add_option("--from", *from, "The backup")->required();
    command->add_option("--out", *out, "The store to make")->required();
    command->callback([from, out, &job] {
        job = [from, out](Output& output) {
            if (const auto done = store::Store::restore(*from, *out); !done)
                throw Failure(done.failure());
            tellCopy(*from, *out, tr("%1 is restored as %2."), output);
            return int(kDone);
        };
    });
}

} // namespace twelvefold::cli
