// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/file_notes.h"

namespace twelvefold::exchange {

void addProblem(ReadFile& file, Problem::Severity severity, Problem::Action action, Message message)
{
    Problem problem;
    problem.severity = severity;
    problem.action = action;
    problem.message = std::move(message);
    problem.file = file.name;
    file.problems.push_back(std::move(problem));
}

void refuse(ReadFile& file, Message why)
{
    file.refused = true;
    addProblem(file, Problem::Severity::rejection, Problem::Action::fileRejected, std::move(why));
}

void warn(ReadFile& file, Message message)
{
    addProblem(file, Problem::Severity::warning, Problem::Action::keptAsItIs, std::move(message));
}

void inform(ReadFile& file, Message message)
{
    addProblem(file, Problem::Severity::information, Problem::Action::keptAsItIs,
               std::move(message));
}

} // namespace twelvefold::exchange
