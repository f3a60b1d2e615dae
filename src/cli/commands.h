// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output.h"

#include <functional>

namespace CLI {
class App;
}

// The commands. Each adds itself, its options and what they mean to the program; whichever was
// given leaves its work in the job.
namespace twelvefold::cli {

using Job = std::function<int(Output&)>;

// In demo_command.cpp, and so on; export in export_command.cpp; chart and report in
// picture_commands.cpp; check, backup and restore in care_commands.cpp; put-aside and ask-again in
// question_commands.cpp; stats in stats/command.cpp.
void addDemo(CLI::App& app, Job& job);
void addImport(CLI::App& app, Job& job);
void addImports(CLI::App& app, Job& job);
void addPostcodes(CLI::App& app, Job& job);
void addProfiles(CLI::App& app, Job& job);
void addCohort(CLI::App& app, Job& job);
void addProvidersCommand(CLI::App& app, Job& job); // providers
void addAnalyse(CLI::App& app, Job& job);
void addChart(CLI::App& app, Job& job);
void addReport(CLI::App& app, Job& job);
void addExport(CLI::App& app, Job& job);
void addCheck(CLI::App& app, Job& job);
void addEndCosts(CLI::App& app, Job& job);
void addMatching(CLI::App& app, Job& job);
void addLedger(CLI::App& app, Job& job);
void addPutAside(CLI::App& app, Job& job);
void addAskAgain(CLI::App& app, Job& job);
void addBackup(CLI::App& app, Job& job);
void addRestore(CLI::App& app, Job& job);
void addStats(CLI::App& app, Job& job);

} // namespace twelvefold::cli
